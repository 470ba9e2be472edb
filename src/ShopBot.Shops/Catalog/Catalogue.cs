using ShopBot.Shops.Ordering;
using ShopBot.Shops.Settings;

namespace ShopBot.Shops.Catalog;

/// <summary>What a shop offers at one moment, in its order. Immutable, shared by all turns.</summary>
/// <remarks>Its stock figures may be two seconds old: good for showing. Ordering asks the database.</remarks>
public sealed class Catalogue
{
    private readonly Dictionary<string, CatalogueProduct> _byCode;

    public Catalogue(IReadOnlyList<CatalogueProduct> products)
    {
        Products = products;
        _byCode = products.ToDictionary(p => p.Code, StringComparer.Ordinal);
    }

    public IReadOnlyList<CatalogueProduct> Products { get; }

    public CatalogueProduct? Find(string code) => _byCode.GetValueOrDefault(code);
}

/// <summary>A product as it is offered, with one variant or more.</summary>
public sealed record CatalogueProduct(
    string Code,
    Offer Kind,
    Localised Name,
    Localised Description,
    Localised Unit,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<Handover> Handovers,
    int MostPerOrder,
    IReadOnlyList<CatalogueVariant> Variants)
{
    public bool IsSoldOut => Variants.All(v => v.IsSoldOut);

    public CatalogueVariant? Find(string variantCode) => Variants.FirstOrDefault(v => v.Code == variantCode);
}

/// <param name="Stock">0 or more; null = no limit.</param>
public sealed record CatalogueVariant(Guid Id, string Code, Localised Name, IReadOnlyList<string> Aliases, Money Price, int? Stock)
{
    public bool IsSoldOut => Stock == 0;
}
