using ShopBot.Shops.Ordering;

namespace ShopBot.Dialogs.Notices;

/// <summary>Never two messages where one will do: news of an order that a later one makes old is not told any more.</summary>
/// <remarks>Asked when a message is about to go: it may have waited for the morning, or for the person. The later news is in the lane behind it, or was told.</remarks>
internal static class Overtaken
{
    /// <param name="told">What the message is about.</param>
    /// <param name="now">Where the order stands.</param>
    public static bool Is(OrderState told, OrderState now, Handover handover) => told != now && told switch
    {
        // They only reassure.
        OrderState.Accepted or OrderState.Washing or OrderState.Delivering => true,
        // "Come and get it" says nothing new to who has it, "we bring it soon" nothing to who is told that we are on the way.
        OrderState.Ready => now is OrderState.Completed or OrderState.Cancelled || (now == OrderState.Delivering && handover != Handover.Pickup),
        OrderState.Shipped => now is OrderState.Completed,
        // The seal's number is evidence and is told nowhere else; the last word on an order stays.
        _ => false,
    };
}
