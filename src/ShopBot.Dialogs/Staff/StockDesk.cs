using Microsoft.Bot.Schema;
using ShopBot.Dialogs.Hearing;
using ShopBot.Dialogs.Ordering;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops;
using ShopBot.Shops.Catalog;
using static ShopBot.Dialogs.Staff.StaffTexts;

namespace ShopBot.Dialogs.Staff;

/// <summary>Tells managers what is left of the goods, and sets it after a delivery or after counting.</summary>
/// <remarks>Every message stands alone; what it lacks is answered with how to write it.</remarks>
public sealed class StockDesk(CatalogueReader catalogue, AdjustStock adjustStock)
{
    private const int ExampleCount = 20;

    /// <param name="said">What stands behind the word, empty for the list.</param>
    public async Task<Activity> AnswerAsync(Visit visit, string said, CancellationToken ct)
    {
        var shelf = await catalogue.ReadAsync(visit.Shop, ct);
        var counted = StockPhrase.Counted(shelf);
        if (counted.Count == 0)
            return visit.Message(new NothingCounted());
        if (said.Length == 0)
            return visit.Message(new StockList(
                string.Join("\n", counted.Select((p, i) => visit.Say(new StockLine(i + 1, p.Name.In(visit.Voice), Left(visit.Voice, p))))), Example(visit, counted[0])));
        var phrase = StockPhrase.Read(said, shelf);
        if (phrase.Product is not { } product)
            return visit.Message(new StockUnknown(Heard.Quote(said), List(visit.Voice, counted.Select(p => p.Name.In(visit.Voice)))));
        if (phrase.Variant is not { } variant)
            return AskVariant(visit, product, phrase);
        if (variant.Stock is not { } left)
            return visit.Message(new NotCounted(OrderWords.Item(visit.Voice, product, variant)));
        if (phrase.Unread.Length > 0)
            return visit.Message(new StockNumberUnclear(Heard.Quote(phrase.Unread), StockPhrase.Most, Example(visit, product, variant)));
        return phrase.Count is { } count
            ? visit.Message(await SetAsync(visit, product, variant, count, ct))
            : visit.Message(new StockOf(OrderWords.Item(visit.Voice, product, variant), left, Example(visit, product, variant)));
    }

    private async Task<Text> SetAsync(Visit visit, CatalogueProduct product, CatalogueVariant variant, int count, CancellationToken ct)
    {
        var item = OrderWords.Item(visit.Voice, product, variant);
        return await adjustStock.RunAsync(visit.Shop, visit.NextKey("adjust-stock"), new Actor(visit.Contact), variant.Id, count, ct) switch
        {
            AdjustStockResult.Adjusted => new StockSet(item, count),
            AdjustStockResult.NotManager => new OnlyManagersDo(),
            _ => new NotCounted(item),
        };
    }

    // With a count every variant can be tapped, and that message has all it takes.
    private static Activity AskVariant(Visit visit, CatalogueProduct product, StockPhrase phrase)
    {
        var counted = product.Variants.Where(v => v.Stock is not null).ToList();
        var name = product.Name.In(visit.Voice);
        if (counted.Count == 0)
            return visit.Message(new NotCounted(name));
        if (phrase.Unread.Length > 0)
            return visit.Message(new StockVariantUnknown(
                name, Heard.Quote(phrase.Unread), List(visit.Voice, counted.Select(v => v.Name.In(visit.Voice))), Example(visit, product)));
        return phrase.Count is { } count
            ? visit.Message(new AskStockVariant(name, count), counted.Select(v => Line(visit, product, v, count)))
            : visit.Message(new StockOfVariants(name, Left(visit.Voice, product), Example(visit, product)));
    }

    private static string Left(Voice voice, CatalogueProduct product) => product.Variants is [{ Stock: { } left }]
        ? voice.Say(new StockLeftAlone(left))
        : List(voice, product.Variants.Where(v => v.Stock is not null).Select(v => voice.Say(new StockLeft(v.Name.In(voice), v.Stock!.Value))));

    private static string Example(Visit visit, CatalogueProduct product) => Example(visit, product, product.Variants.First(v => v.Stock is not null));

    private static string Example(Visit visit, CatalogueProduct product, CatalogueVariant variant) => Line(visit, product, variant, ExampleCount);

    private static string Line(Visit visit, CatalogueProduct product, CatalogueVariant variant, int count) => string.Join(' ',
    [
        StaffCommand.WordFor(visit, StaffWord.Stock), product.Name.In(visit.Voice),
        .. product.Variants.Count > 1 ? [variant.Name.In(visit.Voice)] : Array.Empty<string>(), $"{count}",
    ]);

    private static string List(Voice voice, IEnumerable<string> names) => string.Join(voice.IsChinese ? "、" : ", ", names);
}
