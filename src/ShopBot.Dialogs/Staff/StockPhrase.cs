using ShopBot.Dialogs.Catalog;
using ShopBot.Dialogs.Hearing;
using ShopBot.Shops.Catalog;

namespace ShopBot.Dialogs.Staff;

/// <summary>Goods and how many of them there are, as a manager types it: "口红 玫瑰豆沙 20", "lip tint rosewood 20", "3 20".</summary>
/// <param name="Product">Null where none can be told.</param>
/// <param name="Variant">Null where the product has several and none was named.</param>
/// <param name="Count">0 to <see cref="Most"/>; null where none was said.</param>
/// <param name="Unread">What is neither a name nor a count; nothing is changed while there is any.</param>
internal sealed record StockPhrase(CatalogueProduct? Product, CatalogueVariant? Variant, int? Count, string Unread)
{
    public const int Most = 99_999;

    /// <summary>What the shop counts, in the order of its list.</summary>
    public static IReadOnlyList<CatalogueProduct> Counted(Catalogue shelf) => [.. shelf.Products.Where(p => p.Variants.Any(v => v.Stock is not null))];

    public static StockPhrase Read(string said, Catalogue shelf)
    {
        var key = Heard.Key(said);
        var names = ProductNames.In(shelf);
        if (names.FindProduct(key) is var (named, name))
            return Read(names, named, ProductNames.Without(key, name));
        var counted = Counted(shelf);
        var blank = key.IndexOf(' ', StringComparison.Ordinal);
        return Numbers.IsPlain((blank < 0 ? key : key[..blank]).TrimEnd('.', '号'), out var place) && place >= 1 && place <= counted.Count
            ? Read(names, counted[(int)place - 1], blank < 0 ? "" : key[blank..])
            : new StockPhrase(null, null, null, key);
    }

    private static StockPhrase Read(ProductNames names, CatalogueProduct product, string behind)
    {
        var variant = product.Variants is [var only] ? only : null;
        if (names.FindVariant(product, behind) is var (found, name))
            (variant, behind) = (found, ProductNames.Without(behind, name));
        var typed = behind.Trim(' ', ':', ',', '=', '、');
        var number = typed;
        foreach (var unit in ProductNames.UnitsOf(product).Select(Heard.Key).OrderByDescending(u => u.Length))
            if (typed.Length > unit.Length && unit.Length > 0 && typed.EndsWith(unit, StringComparison.Ordinal))
            {
                number = typed[..^unit.Length].TrimEnd();
                break;
            }
        return Numbers.Whole(number) is { } count and <= Most
            ? new StockPhrase(product, variant, count, "")
            : new StockPhrase(product, variant, null, typed);
    }
}
