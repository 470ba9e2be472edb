using ShopBot.Dialogs.Wording;

namespace ShopBot.Dialogs.Orders;

/// <summary>What is said about orders that were placed: <c>dialogs/orders/wording.*.yaml</c>.</summary>
public static class OrdersTexts
{
    public sealed record StatePlaced : Text;
    public sealed record StateAccepted : Text;
    public sealed record StateReady : Text;
    public sealed record StateClean : Text;
    public sealed record StateShipped : Text;
    public sealed record StateCollected : Text;
    public sealed record StateDeciding : Text;
    public sealed record StateWashing : Text;
    public sealed record StateDelivering : Text;
    public sealed record StateCompleted : Text;
    public sealed record StateCancelled : Text;
    public sealed record ItemsShort(string First, int Pieces) : Text;

    public sealed record NoOrders : Text;
    public sealed record NoOrdersInPassing : Text;
    public sealed record AskWhich : Text;
    public sealed record OrderChoice(int Number, string State, string Items) : Text;
    public sealed record OrdersInPassing(string Lines) : Text;
    public sealed record Detail(int Number, string State, string Lines, string Total, string Details, string Timeline, string Link) : Text;
    public sealed record TimelineEntry(string When, string What) : Text;
    public sealed record Parcel(string Carrier, string Tracking) : Text;
    public sealed record ParcelWithoutNumber(string Carrier) : Text;
    public sealed record Paid : Text;
    public sealed record PaidPartly(string Paid, string Due) : Text;
    public sealed record PaidTooMuch(string Paid, string Back) : Text;
    public sealed record PaidBack : Text;
    public sealed record SealNumber(string Seal) : Text;
    public sealed record Photos(int Count) : Text;
    public sealed record CancelThis : Text;
    public sealed record OtherOrders : Text;
    public sealed record Enough : Text;
    public sealed record AskCancel(int Number) : Text;
    public sealed record CancelYes : Text;
    public sealed record CancelNo : Text;
    public sealed record Cancelled(int Number) : Text;
    public sealed record NotCancelled(int Number) : Text;
    public sealed record TooLateToCancel(int Number, string State) : Text;
    public sealed record AlreadyCancelled(int Number) : Text;
    public sealed record NoSuchOrder(int Number) : Text;
    public sealed record AllRight : Text;
}
