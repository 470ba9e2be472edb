using ShopBot.Messaging.Outbox;

namespace ShopBot.Shops.Ordering;

/// <summary>To staff: there is something to do.</summary>
public sealed record OrderPlaced(string Shop, Guid OrderId) : IShopFact
{
    public static string Kind => "order-placed.v1";
}

/// <summary>To the customer: their order is a step further.</summary>
public sealed record OrderMoved(string Shop, Guid OrderId, OrderState State) : IShopFact
{
    public static string Kind => "order-moved.v1";

    // Whoever has us at the door is awake, and wants to know what was taken and what is coming.
    AtNight IOutboxPayload.AtNight => State is OrderState.Collected or OrderState.Delivering or OrderState.Completed ? AtNight.Comes : AtNight.Waits;

    /// <summary>The entry of the order's history; where it is gone, the move was taken back. Null in facts from before there were such.</summary>
    public Guid? StepId { get; init; }
}

/// <summary>To staff: the customer no longer wants it.</summary>
public sealed record OrderCancelled(string Shop, Guid OrderId) : IShopFact
{
    public static string Kind => "order-cancelled.v1";
}

/// <summary>To the customer: a photo of their order was taken.</summary>
public sealed record PhotoTaken(string Shop, Guid OrderId, Guid PhotoId) : IShopFact
{
    public static string Kind => "photo-taken.v1";
}

/// <summary>To the customer: their order costs something else than before.</summary>
public sealed record OrderCharged(string Shop, Guid OrderId, Guid ChargeId, long BeforeInMinor, long TotalInMinor) : IShopFact
{
    public static string Kind => "order-charged.v1";
}
