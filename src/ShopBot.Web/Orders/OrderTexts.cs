using System.Globalization;
using ShopBot.Shops;
using ShopBot.Shops.Ordering;

namespace ShopBot.Web.Orders;

/// <summary>The order page's headings and labels in the customer's language; what it says of the order itself comes from the chat's wording.</summary>
/// <param name="culture">zh-CN or en-US.</param>
public sealed class OrderTexts(string culture)
{
    private readonly bool _chinese = culture.StartsWith("zh", StringComparison.Ordinal);

    public string Culture => culture;
    public string Order => Say("订单", "Order");
    public string Progress => Say("进度", "Progress");
    public string Found => Say("拆袋检查", "Found at unpacking");
    public string Photos => Say("照片", "Photos");
    public string NoPhotos => Say("店里拍了照片，会出现在这里。", "Photos the shop takes will appear here.");
    public string Items => Say("明细", "Items");
    public string Total => Say("合计", "Total");
    public string Details => Say("信息", "Details");
    public string HandoverLabel => Say("方式", "Hand-over");
    public string AddressLabel => Say("地址", "Address");
    public string ContactLabel => Say("联系人", "Contact");
    public string PaymentLabel => Say("付款", "Payment");
    public string PickupLabel => Say("上门时间", "Collection");
    public string WantedLabel => Say("希望时间", "Wanted for");
    public string PiecesLabel => Say("袋里", "In the bag");
    public string NoteLabel => Say("备注", "Note");
    public string SealLabel => Say("封签号", "Seal");
    public string TrackingLabel => Say("快递", "Parcel");
    public string NotFoundTitle => Say("没有找到这个订单", "We cannot find this order");
    public string NotFound => Say("链接可能不完整。请从聊天里重新打开。", "The link may be incomplete. Please open it again from the chat.");
    public string Updates => Say("页面会自动更新。", "This page updates by itself.");

    public string In(Localised text) => text.In(culture);

    /// <summary>2 袋; English says the bare number, for a unit would need a plural.</summary>
    public string Count(OrderedLine line) => string.Create(CultureInfo.InvariantCulture, $"{line.Quantity}{(_chinese ? " " + line.Unit.Chinese : "")}");

    private string Say(string chinese, string english) => _chinese ? chinese : english;
}
