using ShopBot.Shops;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Settings;

namespace ShopBot.Web.Orders;

/// <summary>What the order page says, in the customer's language.</summary>
/// <param name="culture">zh-CN or en-US.</param>
public sealed class OrderTexts(string culture)
{
    private readonly bool _chinese = culture.StartsWith("zh", StringComparison.Ordinal);

    public string Culture => culture;
    public string Order => Say("订单", "Order");
    public string Progress => Say("进度", "Progress");
    public string Photos => Say("照片", "Photos");
    public string NoPhotos => Say("店里拍了照片，会出现在这里。", "Photos the shop takes will appear here.");
    public string Items => Say("明细", "Items");
    public string Total => Say("合计", "Total");
    public string Details => Say("信息", "Details");
    public string HandoverLabel => Say("方式", "Hand-over");
    public string AddressLabel => Say("地址", "Address");
    public string ContactLabel => Say("联系人", "Contact");
    public string PaymentLabel => Say("付款", "Payment");
    public string NoteLabel => Say("备注", "Note");
    public string SealLabel => Say("封签号", "Seal");
    public string TrackingLabel => Say("快递", "Parcel");
    public string Paid => Say("已付款", "paid");
    public string NotFoundTitle => Say("没有找到这个订单", "We cannot find this order");
    public string NotFound => Say("链接可能不完整。请从聊天里重新打开。", "The link may be incomplete. Please open it again from the chat.");
    public string Updates => Say("页面会自动更新。", "This page updates by itself.");

    public string In(Localised text) => text.In(culture);

    public string State(OrderState state, Offer kind) => state switch
    {
        OrderState.Placed => Say("已下单", "Placed"),
        OrderState.Accepted => Say("已接单", "Accepted"),
        OrderState.Ready when kind == Offer.Laundry => Say("已洗好", "Clean and packed"),
        OrderState.Ready => Say("可以取货", "Ready for pickup"),
        OrderState.Shipped => Say("已发货", "Shipped"),
        OrderState.Collected => Say("已封袋取走", "Sealed and collected"),
        OrderState.Washing => Say("清洗中", "Being washed"),
        OrderState.Delivering => Say("送回途中", "On its way back"),
        OrderState.Completed => Say("已完成", "Completed"),
        OrderState.Cancelled => Say("已取消", "Cancelled"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Not a state this page knows."),
    };

    public string Way(Handover handover) => handover switch
    {
        Handover.Pickup => Say("到店自取", "Pickup at the shop"),
        Handover.Delivery => Say("送货上门", "Delivery"),
        Handover.Collection => Say("上门取送", "Collected and brought back"),
        _ => throw new ArgumentOutOfRangeException(nameof(handover), handover, "Not a hand-over this page knows."),
    };

    public string Payment(PaymentWay payment) => payment switch
    {
        PaymentWay.AtPickup => Say("取货时付", "At pickup"),
        PaymentWay.OnDelivery => Say("上门时付", "On delivery"),
        PaymentWay.Transfer => Say("转账", "Transfer"),
        _ => throw new ArgumentOutOfRangeException(nameof(payment), payment, "Not a payment this page knows."),
    };

    private string Say(string chinese, string english) => _chinese ? chinese : english;
}
