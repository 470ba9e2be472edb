using ShopBot.Shops;
using ShopBot.Shops.Catalog;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Settings;

namespace ShopBot.Testing.Shops;

/// <summary>A valid, unremarkable product with one variant; a test states only what matters to it.</summary>
public sealed class ProductBuilder(string code = "tint")
{
    /// <summary>Of one piece, where nothing else is said; minor units.</summary>
    public const long UsualPrice = 9900;

    private readonly List<VariantContent> _variants = [];
    private Offer _kind = Offer.Goods;
    private Handover[] _handovers = [Handover.Pickup, Handover.Delivery];
    private int _most = 10;

    public ProductBuilder Laundry()
    {
        (_kind, _handovers) = (Offer.Laundry, [Handover.Collection, Handover.Pickup]);
        return this;
    }

    public ProductBuilder HandedOver(params Handover[] ways)
    {
        _handovers = ways;
        return this;
    }

    public ProductBuilder AtMost(int inOneOrder)
    {
        _most = inOneOrder;
        return this;
    }

    /// <param name="price">Minor units.</param>
    /// <param name="stock">Null = no limit.</param>
    public ProductBuilder Variant(string variant, long price = UsualPrice, int? stock = null)
    {
        _variants.Add(new VariantContent(variant, new Localised(variant + "号", variant), [variant + "!"], price, stock));
        return this;
    }

    public ProductContent Build() => new(
        code, _kind, new Localised(code + "品", code), new Localised("介绍", "About it"), new Localised("支", "piece"), [code + "?"], _handovers, _most,
        _variants.Count > 0 ? _variants : [new VariantContent("one", new Localised("一", "one"), [], UsualPrice, null)]);
}
