using System.Runtime.CompilerServices;
using ShopBot.Dialogs.Catalog;
using ShopBot.Shops.Catalog;

namespace ShopBot.Dialogs.Sentences;

/// <summary>What a name in a sentence stands for.</summary>
/// <param name="Products">Several where they share the name.</param>
/// <param name="Variant">Null for the name of a product.</param>
/// <param name="Meant">The name that was meant where it is not exact.</param>
/// <param name="IsExact">False where a name was recognised in spite of a slip, or by its initials.</param>
internal readonly record struct Named(int Start, int End, IReadOnlyList<CatalogueProduct> Products, CatalogueVariant? Variant, bool IsExact, string? Meant = null)
{
    public CatalogueProduct? Product => Products.Count == 1 ? Products[0] : null;
}

/// <summary>The words for a shop's goods and their units, ready to be found in a sentence. Made once for each reading of the catalogue.</summary>
internal sealed class GoodsNames
{
    private static readonly ConditionalWeakTable<Catalogue, GoodsNames> Known = [];

    private readonly WordTree<List<CatalogueProduct>> _products = new();
    private readonly WordTree<List<(CatalogueProduct Product, CatalogueVariant Variant)>> _variants = new();
    private readonly WordTree<List<CatalogueProduct>> _units = new();
    private readonly Dictionary<string, (string Name, List<CatalogueProduct> Products)> _initials = new(StringComparer.Ordinal);
    private readonly Dictionary<char, List<(string Name, List<CatalogueProduct> Products)>> _fuzzy = [];

    private GoodsNames(Catalogue shelf)
    {
        foreach (var product in shelf.Products)
        {
            foreach (var name in ProductNames.Of(product).Select(Fold).Distinct())
                AddName(name, product);
            foreach (var unit in ProductNames.UnitsOf(product).Select(Fold).SelectMany(SoundingAlike).Distinct())
                Add(_units, unit, product);
            foreach (var variant in product.Variants.Where(_ => product.Variants.Count > 1))
                foreach (var name in ProductNames.Of(variant).SelectMany(Spellings).Distinct())
                    Add(_variants, name, (product, variant));
        }
    }

    public static GoodsNames In(Catalogue shelf) => Known.GetValue(shelf, c => new GoodsNames(c));

    /// <summary>The products sold by the unit that stands at a place: "袋", "pairs".</summary>
    public IReadOnlyList<CatalogueProduct>? UnitAt(string text, int at, out int end) => _units.Longest(text, at, out end);

    /// <summary>Whether the name of goods begins at a place.</summary>
    public bool IsProductAt(string text, int at) => at < text.Length && _products.Longest(text, at, out _) is not null;

    /// <summary>Whether the name of a variant begins at a place.</summary>
    public bool IsVariantAt(string text, int at) => at < text.Length && _variants.Longest(text, at, out _) is not null;

    /// <summary>Every product name in a text, from left to right, the longest first where several begin at one place.</summary>
    public List<Named> ProductsIn(SentenceText sentence)
    {
        var (text, found) = (sentence.Free, new List<Named>());
        for (var at = 0; at < text.Length;)
        {
            if (_products.Longest(text, at, out var end) is { } products && !IsPartOfWord(text, at, end))
                found.Add(new Named(at, end, products, null, IsExact: true));
            else if (Latin.WordAt(text, at, out end) && !(at > 0 && char.IsAsciiDigit(text[at - 1])) && _initials.TryGetValue(text[at..end], out var meant))
                found.Add(new Named(at, end, meant.Products, null, IsExact: false, meant.Name));
            else if (SlipAt(text, at, out end) is var (name, near))
                found.Add(new Named(at, end, near, null, IsExact: false, name));
            else
                end = at + 1;
            at = end;
        }
        return found;
    }

    /// <summary>The names of one product's variants in a stretch of text.</summary>
    public IEnumerable<Named> VariantsIn(string text, int from, int to, CatalogueProduct? of)
    {
        for (var at = from; at < to; at++)
        {
            if (_variants.Longest(text, at, out var end) is not { } named || end > to)
                continue;
            var fitting = named.FindAll(n => of is null || n.Product == of);
            // "Small" of no product in particular says nothing.
            if (fitting.Count == 0 || fitting.Select(n => n.Variant).Distinct().Count() > 1)
                continue;
            yield return new Named(at, end, [fitting[0].Product], fitting[0].Variant, IsExact: true);
            at = end - 1;
        }
    }

    /// <summary>The one variant of a product in whose name a number stands: 23 of "No. 23 medium".</summary>
    public static CatalogueVariant? ByNumber(CatalogueProduct product, string number)
    {
        var fitting = product.Variants.Where(v => ProductNames.Of(v).Any(n => n.Split(' ', '号', '毫', 'm').Contains(number, StringComparer.Ordinal))).ToList();
        return fitting is [var only] ? only : null;
    }

    private void AddName(string name, CatalogueProduct product)
    {
        if (name.Length == 0)
            return;
        Add(_products, name, product);
        if (!_fuzzy.TryGetValue(SlipKey(name[0]), out var alike))
            _fuzzy[SlipKey(name[0])] = alike = [];
        var entry = alike.Find(f => f.Name == name);
        if (entry.Name is null && Slips.MayBeMeant(name))
            alike.Add((name, [product]));
        else
            entry.Products?.Add(product);
        if (Initials.Of(name) is not { } initials)
            return;
        if (!_initials.TryGetValue(initials, out var known))
            _initials[initials] = known = (name, []);
        if (!known.Products.Contains(product))
            known.Products.Add(product);
    }

    private (string Name, List<CatalogueProduct> Products)? SlipAt(string text, int at, out int end)
    {
        end = at;
        if (!_fuzzy.TryGetValue(SlipKey(text[at]), out var alike))
            return null;
        var isCounted = at > 0 && IsUnitEnd(text, at);
        foreach (var (name, products) in alike)
            if (Slips.IsMeant(text, at, name, isCounted, out end))
                return (name, products);
        end = at;
        return null;
    }

    // A Latin name with a slip begins with its own letter; the first character of a Chinese one may be the wrong one.
    private static char SlipKey(char first) => Latin.IsHan(first) ? '\0' : first;

    // A cupboard for shoes is no shoe.
    private static bool IsPartOfWord(string text, int at, int end) => end < text.Length && Latin.IsHan(text[at])
        && (end - at == 1 ? "柜架店带垫底面油码城盒帮跟拔油" : "液精机店房").Contains(text[end], StringComparison.Ordinal);

    private bool IsUnitEnd(string text, int at) =>
        text[at - 1] is '个' || (Latin.IsHan(text[at - 1]) && _units.Longest(text, at - 1, out var end) is not null && end == at);

    private static void Add<T>(WordTree<List<T>> tree, string name, T value)
        where T : notnull
    {
        if (name.Length == 0)
            return;
        var values = tree.GetOrAdd(name);
        if (!values.Contains(value))
            values.Add(value);
    }

    // "21号 自然白" is said as a whole, without the blank, or by one of its halves; "30 ml" with and without its blank.
    private static IEnumerable<string> Spellings(string name)
    {
        var folded = Fold(name);
        yield return folded;
        yield return folded.Replace(" ", "", StringComparison.Ordinal);
        if (folded.Contains(' ', StringComparison.Ordinal) && folded.Any(char.IsAsciiLetter) is false)
            foreach (var half in folded.Split(' '))
                yield return half;
    }

    // What an input method puts in place of a unit.
    private static IEnumerable<string> SoundingAlike(string unit) => unit switch
    {
        "袋" => ["袋", "带", "代", "袋子"],
        "盒" => ["盒", "合", "盒子"],
        "瓶" => ["瓶", "平"],
        "双" => ["双", "爽"],
        "条" => ["条", "床"],
        _ => [unit],
    };

    private static string Fold(string name) => new SentenceText(Hearing.Heard.Clean(name)).Text.Trim();
}
