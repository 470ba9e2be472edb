using ShopBot.Dialogs.Content;
using ShopBot.Dialogs.Faq;
using ShopBot.Dialogs.Hearing;
using ShopBot.Shops.Catalog;

namespace ShopBot.Dialogs.Intents;

/// <summary>How one shop's customers say what they want: the examples, and the model learnt from them.</summary>
/// <param name="Examples">Those of all shops, then the shop's own, then the questions of its FAQ.</param>
public sealed record ShopIntents(IReadOnlyList<IntentExample> Examples, Gist Gist)
{
    private readonly Lazy<IntentModel> _model = LearntModels.Find(Examples, Gist);

    /// <summary>Learnt when it is first asked for; the start asks, so that no customer waits.</summary>
    public IntentModel Model => _model.Value;
}

/// <summary>Reads what the customers of all shops say.</summary>
internal sealed class IntentContentReader
{
    private readonly ExampleReader _reader;
    private readonly List<IntentExample> _defaults;

    /// <param name="catalogues">Of all shops: what any of them sells is hidden from the comparison, so that all learn from all examples.</param>
    public IntentContentReader(string root, IEnumerable<CatalogueContent> catalogues, List<ContentError> errors)
    {
        _reader = new ExampleReader(root, errors);
        _defaults = _reader.ReadDefaults();
        Gist = new Gist(catalogues.SelectMany(NamesOf), AlikeReader.Read(root, errors));
    }

    public Gist Gist { get; }

    /// <param name="shop">Null for what holds for all shops.</param>
    /// <param name="faq">Its questions are examples of questions as well.</param>
    public ShopIntents Read(string? shop, IReadOnlyList<FaqEntry> faq)
    {
        List<IntentExample> examples = [.. shop is null ? _defaults : _reader.ReadShop(shop, _defaults)];
        var seen = examples.Select(e => Heard.Key(Heard.Clean(e.Said))).ToHashSet(StringComparer.Ordinal);
        examples.AddRange(faq.SelectMany(e => e.Questions.Values).SelectMany(q => q)
            .Where(q => seen.Add(Heard.Key(Heard.Clean(q)))).Select(q => new IntentExample(q, Intent.Question)));
        return new ShopIntents(examples, Gist);
    }

    private static IEnumerable<(string Name, char Mark)> NamesOf(CatalogueContent catalogue) => catalogue.Products.SelectMany(p =>
        (IEnumerable<(string, char)>)
        [
            (p.Name.Chinese, Placeholder.Product), (p.Name.English, Placeholder.Product), .. p.Aliases.Select(a => (a, Placeholder.Product)),
            (p.Unit.Chinese, Placeholder.Unit), (p.Unit.English, Placeholder.Unit), (p.Unit.English + "es", Placeholder.Unit),
            .. p.Variants.SelectMany(v => (string[])[v.Name.Chinese, v.Name.English, .. v.Aliases]).Select(n => (n, Placeholder.Variant)),
        ]);
}
