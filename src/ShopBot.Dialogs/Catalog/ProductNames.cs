using System.Runtime.CompilerServices;
using ShopBot.Dialogs.Hearing;
using ShopBot.Shops.Catalog;

namespace ShopBot.Dialogs.Catalog;

/// <summary>The names under which customers know what a shop offers. Made once for each reading of the catalogue.</summary>
internal sealed class ProductNames
{
    private static readonly ConditionalWeakTable<Catalogue, ProductNames> Known = [];

    private readonly List<(string Name, CatalogueProduct? Product)> _longestFirst;
    private readonly Dictionary<CatalogueProduct, List<(string Name, CatalogueVariant Variant)>> _variants;
    private readonly List<(string Unit, CatalogueProduct? Product)> _units;

    private ProductNames(Catalogue catalogue)
    {
        _longestFirst = Index(catalogue.Products.SelectMany(p => Of(p).Select(n => (n, p))));
        _units = Index(catalogue.Products.SelectMany(p => UnitsOf(p).Select(n => (n, p))));
        _variants = catalogue.Products.ToDictionary(p => p, p => p.Variants
            .SelectMany(v => Of(v).Select(n => (Heard.Key(n), v))).OrderByDescending(n => n.Item1.Length).ToList());
    }

    public static ProductNames In(Catalogue catalogue) => Known.GetValue(catalogue, c => new ProductNames(c));

    public static IEnumerable<string> Of(CatalogueProduct product) => [product.Name.Chinese, product.Name.English, .. product.Aliases];

    public static IEnumerable<string> Of(CatalogueVariant variant) => [variant.Name.Chinese, variant.Name.English, .. variant.Aliases];

    /// <summary>The product whose name stands in a message, the longest name first.</summary>
    /// <param name="key">As <see cref="Heard.Key"/> gives it.</param>
    /// <returns>Null where none does, or where the name is that of several.</returns>
    public (CatalogueProduct Product, string Name)? FindProduct(string key)
    {
        foreach (var (name, product) in _longestFirst)
            if (Stands(key, name))
                return product is null ? null : (product, name);
        return null;
    }

    public (CatalogueVariant Variant, string Name)? FindVariant(CatalogueProduct product, string key)
    {
        foreach (var (name, variant) in _variants[product])
            if (Stands(key, name))
                return (variant, name);
        return null;
    }

    /// <summary>The one product that is sold by a unit the message names: two bags.</summary>
    public CatalogueProduct? FindByUnit(string key)
    {
        foreach (var (unit, product) in _units)
            if (Stands(key, unit))
                return product;
        return null;
    }

    /// <summary>A message without a name that stands in it.</summary>
    public static string Without(string key, string name)
    {
        var at = StandsAt(key, name, out var end);
        return at < 0 ? key : $"{key[..at]} {key[end..]}";
    }

    public static IEnumerable<string> UnitsOf(CatalogueProduct product) =>
        [product.Unit.Chinese, product.Unit.English, product.Unit.English + "s", product.Unit.English + "es"];

    // A name that two products share names neither.
    private static List<(string Name, CatalogueProduct? Product)> Index(IEnumerable<(string Name, CatalogueProduct Product)> names) =>
    [
        .. names.Select(n => (Name: Heard.Key(n.Name), n.Product)).Where(n => n.Name.Length > 0).GroupBy(n => n.Name)
            .Select(g => (g.Key, g.Select(n => n.Product).Distinct().Count() == 1 ? g.First().Product : null))
            .OrderByDescending(n => n.Key.Length),
    ];

    // Latin words count whole ("tint" is not in "printing"), Chinese ones stand anywhere.
    private static bool Stands(string key, string name) => StandsAt(key, name, out _) >= 0;

    private static int StandsAt(string key, string name, out int end)
    {
        for (var at = key.IndexOf(name, StringComparison.Ordinal); at >= 0; at = key.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            end = at + name.Length;
            var opens = !char.IsAsciiLetter(name[0]) || at == 0 || !char.IsAsciiLetter(key[at - 1]);
            var isPlural = char.IsAsciiLetter(name[^1]) && end < key.Length && IsPluralEnd(key, end);
            var closes = !char.IsAsciiLetter(name[^1]) || end == key.Length || !char.IsAsciiLetter(key[end]) || isPlural;
            if (!opens || !closes)
                continue;
            end += isPlural ? 1 : 0;
            return at;
        }
        end = -1;
        return -1;
    }

    private static bool IsPluralEnd(string key, int end) => key[end] == 's' && (end + 1 == key.Length || !char.IsAsciiLetter(key[end + 1]));
}
