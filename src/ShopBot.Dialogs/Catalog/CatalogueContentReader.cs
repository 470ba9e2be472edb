using Microsoft.Extensions.Options;
using ShopBot.Dialogs.Content;
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
        var top = new Fields(file, file.Top, "the catalogue", ["kind", "products", "add-ons", "discounts"]);
        var kind = top.Choice<Offer>("kind", isNeeded: true) ?? default;
        var products = new List<ProductContent>();
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in top.List("products"))
            if (node is YamlMappingNode product)
                products.Add(ReadProduct(product, kind, codes));
            else
                file.Wrong(node, "A product should be a group of lines.", "Begin it with `- code: …`.");
        return new CatalogueContent(products) { Prices = new PriceRulesReader(file, codes).Read(top) };
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
