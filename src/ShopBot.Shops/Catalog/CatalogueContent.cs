using ShopBot.Shops.Ordering;
using ShopBot.Shops.Settings;

namespace ShopBot.Shops.Catalog;

/// <summary>A shop's offer as its content says it, checked.</summary>
public sealed record CatalogueContent(IReadOnlyList<ProductContent> Products)
{
    /// <summary>What can be ordered besides, and what is taken off.</summary>
    public PriceRules Prices { get; init; } = PriceRules.None;
}

public sealed record ProductContent(
    string Code,
    Offer Kind,
    Localised Name,
    Localised Description,
    Localised Unit,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<Handover> Handovers,
    int MostPerOrder,
    IReadOnlyList<VariantContent> Variants);

/// <param name="PriceInMinor">Minor units of the shop's currency.</param>
/// <param name="InitialStock">For a variant that is new; null = no limit.</param>
public sealed record VariantContent(string Code, Localised Name, IReadOnlyList<string> Aliases, long PriceInMinor, int? InitialStock);
