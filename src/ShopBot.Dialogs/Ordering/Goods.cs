using ShopBot.Shops;
using ShopBot.Shops.Catalog;

namespace ShopBot.Dialogs.Ordering;

/// <summary>The catalogue as an order's draft looks at it.</summary>
internal static class Goods
{
    /// <returns>Null where the shop no longer offers it.</returns>
    public static (CatalogueProduct Product, CatalogueVariant Variant)? Find(this Catalogue shelf, DraftLine line) =>
        line is { Product: { } code, Variant: { } variantCode } && shelf.Find(code) is { } product && product.Find(variantCode) is { } variant
            ? (product, variant)
            : null;

    /// <summary>Whether the line names something that is gone from the shop.</summary>
    public static bool IsUnknown(this Catalogue shelf, DraftLine line) =>
        line.Product is { } code && (shelf.Find(code) is not { } product || (line.Variant is { } variant && product.Find(variant) is null));

    public static Money LowestPrice(this CatalogueProduct product) => product.Variants.MinBy(v => v.Price.Minor)!.Price;

    public static bool HasOnePrice(this CatalogueProduct product) => product.Variants.All(v => v.Price == product.Variants[0].Price);
}
