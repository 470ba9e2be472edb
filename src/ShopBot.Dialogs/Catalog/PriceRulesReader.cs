using ShopBot.Dialogs.Content;
using ShopBot.Dialogs.Pickups;
using ShopBot.Shops.Ordering;
using YamlDotNet.RepresentationModel;

namespace ShopBot.Dialogs.Catalog;

/// <summary>Reads <c>add-ons</c> and <c>discounts</c> of a catalogue.</summary>
/// <param name="products">Codes of the products there are.</param>
internal sealed class PriceRulesReader(ContentFile file, IReadOnlyCollection<string> products)
{
    private const int LongestCode = 40, LongestName = 20;

    private enum Per
    {
        Order,
        Piece,
    }

    public PriceRules Read(Fields top)
    {
        // Answers name products and add-ons alike.
        var codes = new HashSet<string>(products, StringComparer.Ordinal);
        return new PriceRules(
            [.. Groups(top, "add-ons").Select(node => ReadAddOn(node, codes))],
            [.. Groups(top, "discounts").Select(ReadDiscount)]);
    }

    private IEnumerable<YamlMappingNode> Groups(Fields top, string name)
    {
        foreach (var node in top.Has(name) ? top.List(name) : [])
            if (node is YamlMappingNode group)
                yield return group;
            else
                file.Wrong(node, $"An entry of '{name}' should be a group of lines.", "Begin it with `- code: …` or `- name: …`.");
    }

    private AddOn ReadAddOn(YamlMappingNode node, HashSet<string> codes)
    {
        var fields = new Fields(file, node, "an add-on", ["code", "name", "aliases", "price", "per", "products"]);
        var goesWith = fields.Has("products") ? fields.Words("products") : [];
        foreach (var product in goesWith)
            CheckProduct(fields, "products", product);
        return new AddOn(
            fields.Code("code", LongestCode, codes), fields.Localised("name", LongestName), fields.Has("aliases") ? fields.Words("aliases") : [],
            fields.Amount("price") ?? 0, fields.Choice<Per>("per", isNeeded: false) == Per.Piece, goesWith);
    }

    private DiscountRule ReadDiscount(YamlMappingNode node)
    {
        var fields = new Fields(file, node, "a discount", ["name", "amount", "for", "product", "from", "until"]);
        var product = fields.Has("product") ? fields.Text("product") : null;
        if (product is not null)
            CheckProduct(fields, "product", product);
        var rule = new DiscountRule(
            fields.Localised("name", LongestName), fields.Amount("amount") ?? 0, fields.Choice<DiscountFor>("for", isNeeded: true) ?? default, product,
            Day(fields, "from"), Day(fields, "until"));
        if (rule.Amount == 0 && fields.Has("amount"))
            fields.Wrong("amount", "takes nothing off.", "Write how much, such as 10.");
        if (rule.From > rule.Until)
            fields.Wrong("until", "is before 'from'.", "Write a later day.");
        return rule;
    }

    private static DateOnly? Day(Fields fields, string name) =>
        fields.Has(name) && fields.Text(name) is { } text && PickupTimes.Days(fields, name, text).ToList() is [var day] ? day : null;

    private void CheckProduct(Fields fields, string name, string product)
    {
        if (!products.Contains(product))
            fields.Wrong(name, $"names '{product}', which the shop does not sell.", Spelling.DidYouMean(product, products));
    }
}
