using ShopBot.Dialogs.Catalog;
using ShopBot.Dialogs.Hearing;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops;
using ShopBot.Shops.Catalog;
using static ShopBot.Dialogs.Faq.FaqTexts;

namespace ShopBot.Dialogs.Faq;

/// <summary>The facts of an answer, from where the shop keeps them: an answer can never contradict the catalogue.</summary>
/// <param name="asked">The question; prices are those of what it names.</param>
internal sealed class FaqFacts(Visit visit, Catalogue shelf, string asked)
{
    /// <returns>Null where the shop has not said it, or sells it no more.</returns>
    public string? Of(FaqPart part) => part switch
    {
        FaqPart.Words words => words.Text,
        FaqPart.Shop => visit.ShopName,
        FaqPart.Places => Lines(visit.Content.Places.Select(Place)),
        FaqPart.Prices => Lines(Asked().Select(PriceLine)),
        FaqPart.Price price => shelf.Find(price.Product) is { } product ? Price(product) : AddOnPrice(price.Product),
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };

    private string? AddOnPrice(string code) => visit.Content.Prices.AddOns.FirstOrDefault(a => a.Code == code) is { } addOn
        ? Money.Of(addOn.Price, visit.Settings.Currency).ToString()
        : null;

    private static string? Lines(IEnumerable<string> lines) => string.Join("\n", lines) is { Length: > 0 } text ? text : null;

    private string Place(Places.ShopPlace place)
    {
        var (name, address, hours) = (place.Name.In(visit.Voice), place.Address.In(visit.Voice), place.Hours.In(visit.Voice));
        return visit.Say(hours.Length > 0 ? new PlaceLine(name, address, hours) : new PlaceLineWithoutHours(name, address));
    }

    private IReadOnlyList<CatalogueProduct> Asked()
    {
        var (names, key) = (ProductNames.In(shelf), Heard.Key(asked));
        return names.FindProduct(key) is var (product, _) ? [product] : names.FindByUnit(key) is { } sole ? [sole] : shelf.Products;
    }

    private string PriceLine(CatalogueProduct product)
    {
        var prices = product.Variants.Select(v => v.Price).Distinct().ToList();
        return visit.Say(new PriceLine(product.Name.In(visit.Voice), prices.Count == 1
            ? prices[0].ToString()
            : string.Join(visit.Say(new ListBreak()), product.Variants.Select(v => visit.Say(new PriceOfVariant(v.Name.In(visit.Voice), v.Price.ToString())))),
            product.Unit.In(visit.Voice)));
    }

    private string Price(CatalogueProduct product)
    {
        var least = product.Variants.MinBy(v => v.Price.Minor)!.Price;
        return product.Variants.All(v => v.Price == least) ? least.ToString() : visit.Say(new PriceFrom(least.ToString()));
    }
}
