using System.Globalization;
using Microsoft.Extensions.Options;
using ShopBot.Dialogs.Content;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops;
using ShopBot.Shops.Catalog;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Settings;
using YamlDotNet.RepresentationModel;

namespace ShopBot.Dialogs.Catalog;

/// <summary>Reads what a shop sells from <c>dialogs/shops/{shop}/catalog.yaml</c>.</summary>
public sealed class CatalogueContentReader(IOptions<DialogsOptions> options, ShopBook shops)
{
    /// <returns>An empty offer where the shop has no such file.</returns>
    /// <exception cref="ContentException">With everything that is wrong in the file.</exception>
    public CatalogueContent Load(string shop)
    {
        var errors = new List<ContentError>();
        var content = Read(options.Value.FullPath, shop, shops[shop].Currency, errors);
        return errors.Count == 0 ? content : throw new ContentException(errors);
    }

    internal static CatalogueContent Read(string root, string shop, string currency, List<ContentError> errors)
    {
        var name = $"shops/{shop}/catalog.yaml";
        if (!File.Exists(Path.Combine(root, name)))
            return new CatalogueContent([]);
        var file = ContentFile.Read(root, name, errors);
        return file.IsReadable ? new CatalogueFile(file, currency).Read() : new CatalogueContent([]);
    }
}

/// <summary>One catalogue file being read.</summary>
file sealed class CatalogueFile(ContentFile file, string currency)
{
    private const int LongestCode = 40, LongestName = 40, MostStock = 1_000_000;

    public CatalogueContent Read()
    {
        var top = new Fields(file, file.Top, "the catalogue", ["kind", "products"]);
        var kind = top.Choice<Offer>("kind", isNeeded: true) ?? default;
        var products = new List<ProductContent>();
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in top.List("products"))
            if (node is YamlMappingNode product)
                products.Add(ReadProduct(product, kind, codes));
            else
                file.Wrong(node, "A product should be a group of lines.", "Begin it with `- code: …`.");
        return new CatalogueContent(products);
    }

    private ProductContent ReadProduct(YamlMappingNode node, Offer kind, HashSet<string> codes)
    {
        var fields = new Fields(file, node, "a product",
            ["code", "kind", "name", "description", "unit", "aliases", "handover", "most", "price", "variants"]);
        var code = fields.Code("code", LongestCode, codes);
        var price = fields.Has("price") ? fields.Price("price", currency) : null;
        var variantCodes = new HashSet<string>(StringComparer.Ordinal);
        var variants = fields.List("variants").OfType<YamlMappingNode>().Select(v => ReadVariant(v, price, variantCodes)).ToList();
        var handovers = fields.Words("handover").Select(w => fields.Parse<Handover>("handover", w)).OfType<Handover>().Distinct().ToList();
        if (handovers.Count == 0 && fields.Has("handover"))
            fields.Wrong("handover", "names no way to hand it over.", $"Write {Fields.Names<Handover>()}.");
        return new ProductContent(
            code, fields.Choice<Offer>("kind", isNeeded: false) ?? kind, fields.Localised("name", LongestName),
            fields.Has("description") ? fields.Localised("description", 200) : new Localised("", ""), fields.Localised("unit", 20),
            fields.Has("aliases") ? fields.Words("aliases") : [], handovers, fields.Number("most", 1, 10_000) ?? 1, variants);
    }

    private VariantContent ReadVariant(YamlMappingNode node, long? productPrice, HashSet<string> codes)
    {
        var fields = new Fields(file, node, "a variant", ["code", "name", "aliases", "price", "stock"]);
        var price = fields.Has("price") || productPrice is null ? fields.Price("price", currency) : productPrice;
        return new VariantContent(
            fields.Code("code", LongestCode, codes), fields.Localised("name", LongestName),
            fields.Has("aliases") ? fields.Words("aliases") : [], price ?? 0,
            fields.Has("stock") ? fields.Number("stock", 0, MostStock) : null);
    }
}

/// <summary>The lines of one group, each asked for by name; what is wrong goes to the file's errors.</summary>
file sealed class Fields
{
    private readonly ContentFile _file;
    private readonly YamlMappingNode _node;
    private readonly string _what;
    private readonly Dictionary<string, YamlNode> _values = new(StringComparer.Ordinal);

    public Fields(ContentFile file, YamlMappingNode node, string what, string[] known)
    {
        _file = file;
        _node = node;
        _what = what;
        foreach (var (key, value) in node.Children)
        {
            if (key is not YamlScalarNode { Value: { } name } || !known.Contains(name, StringComparer.Ordinal))
                file.Wrong(key, $"'{key}' is nothing {what} has.", Spelling.DidYouMean(key.ToString(), known));
            else
                _values[name] = value;
        }
    }

    public static string Names<T>()
        where T : struct, Enum => string.Join(" or ", Enum.GetNames<T>().Select(Spelling.Kebab));

    public bool Has(string name) => _values.ContainsKey(name);

    public void Wrong(string name, string what, string mend) => _file.Wrong(_values[name], $"'{name}' {what}", mend);

    public IEnumerable<YamlNode> List(string name)
    {
        if (Find(name) is not { } node)
            return [];
        if (node is YamlSequenceNode { Children.Count: > 0 } list)
            return list.Children;
        Wrong(name, "should be a list.", "Write its entries below, each beginning with `- `.");
        return [];
    }

    public List<string> Words(string name) =>
        [.. List(name).Select(n => _file.TryText(n, $"A word of '{name}'", out var word) ? word.Trim() : "").Where(w => w.Length > 0)];

    public string Code(string name, int longest, HashSet<string> taken)
    {
        if (Text(name) is not { } code)
            return "";
        if (code.Length > longest || code.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-'))
            Wrong(name, $"'{code}' will not do.", $"Use lower-case letters, digits and dashes, {longest} at most.");
        else if (!taken.Add(code))
            Wrong(name, $"'{code}' is there twice.", "Give each its own code.");
        return code;
    }

    public Localised Localised(string name, int longest)
    {
        if (Find(name) is not { } node)
            return new Localised("", "");
        if (node is not YamlMappingNode languages)
        {
            Wrong(name, "should be in both languages.", $"Write `{name}: {{ zh-CN: …, en-US: … }}`.");
            return new Localised("", "");
        }
        var fields = new Fields(_file, languages, $"'{name}'", [Languages.Chinese, Languages.English]);
        return new Localised(fields.Short(Languages.Chinese, longest), fields.Short(Languages.English, longest));
    }

    public long? Price(string name, string currency)
    {
        if (Text(name) is not { } text)
            return null;
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount <= 1_000_000m)
            return Money.Of(amount, currency).Minor;
        Wrong(name, $"'{text}' is no price.", "Write a number such as 99 or 99.50, without a sign.");
        return null;
    }

    public int? Number(string name, int least, int most)
    {
        if (Text(name) is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        Wrong(name, $"'{text}' will not do.", string.Create(CultureInfo.InvariantCulture, $"Write a whole number from {least} to {most}."));
        return null;
    }

    public T? Choice<T>(string name, bool isNeeded)
        where T : struct, Enum => (isNeeded || Has(name)) && Text(name) is { } text ? Parse<T>(name, text) : null;

    public T? Parse<T>(string name, string text)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
            if (Spelling.Kebab(value.ToString()) == text)
                return value;
        Wrong(name, $"'{text}' is none of its values.", $"Write {Names<T>()}.");
        return null;
    }

    private string Short(string name, int longest)
    {
        var text = Text(name) ?? "";
        if (text.Length > longest)
            Wrong(name, "is too long to be shown.", string.Create(CultureInfo.InvariantCulture, $"Keep it within {longest} characters."));
        return text;
    }

    private string? Text(string name)
    {
        if (Find(name) is not { } node || !_file.TryText(node, $"'{name}'", out var text))
            return null;
        if (!string.IsNullOrWhiteSpace(text))
            return text.Trim();
        Wrong(name, "is empty.", "Write it behind the colon.");
        return null;
    }

    private YamlNode? Find(string name)
    {
        if (_values.TryGetValue(name, out var node))
            return node;
        _file.Wrong(_node, $"'{name}' is missing for {_what}.", $"Add a line `{name}: …`.");
        return null;
    }
}
