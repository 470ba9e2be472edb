using System.Buffers;
using ShopBot.Dialogs.Catalog;
using ShopBot.Dialogs.Hearing;
using ShopBot.Shops.Catalog;

namespace ShopBot.Dialogs.Ordering;

/// <summary>Goods and quantity named in one message: "两支口红", "2 bags".</summary>
/// <param name="IsNamed">False where only its unit was said: "two bags".</param>
internal sealed record OrderPhrase(CatalogueProduct Product, CatalogueVariant? Variant, int? Quantity, bool IsNamed = true)
{
    // A sentence about one product is short; a longer text is something else than an order.
    private const int LongestPhrase = 100;

    private static readonly SearchValues<char> PriceSigns = SearchValues.Create("¥￥$€₩");

    /// <returns>Null where no product can be told.</returns>
    public static OrderPhrase? Read(string said, Catalogue shelf)
    {
        if (said.Length is 0 or > LongestPhrase)
            return null;
        var key = Heard.Key(said);
        var names = ProductNames.In(shelf);
        if (names.FindProduct(key) is var (product, name))
        {
            // What is named must not be counted: "50ml" is no quantity.
            if (product.Variants.Count == 1 || names.FindVariant(product, key) is not var (variant, variantName))
                return new OrderPhrase(product, null, CountIn(ProductNames.Without(key, name)));
            return new OrderPhrase(product, variant, CountIn(ProductNames.Without(ProductNames.Without(key, variantName), name)));
        }
        // "要两袋": no product has a name here, but only one is sold by the bag.
        return names.FindByUnit(key) is { } sole && Numbers.FirstCount(key) is { } count ? new OrderPhrase(sole, null, count, IsNamed: false) : null;
    }

    // Our own lines name the price behind the product; nobody orders by it.
    private static int? CountIn(string text)
    {
        var price = text.AsSpan().IndexOfAny(PriceSigns);
        return Numbers.FirstCount(price < 0 ? text : text[..price]);
    }
}
