using System.Text.Json.Serialization;
using ShopBot.Shops.Settings;

namespace ShopBot.Shops.Ordering;

/// <summary>Where an order stands. README.md in this folder draws the ways.</summary>
/// <remarks>Stored by name, in tables, facts and dialog state: a name never changes.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<OrderState>))]
public enum OrderState
{
    Placed,
    Accepted,
    Ready,
    Shipped,
    Collected,

    /// <summary>The customer is asked about something that was found at unpacking.</summary>
    Deciding,

    Washing,
    Delivering,
    Completed,
    Cancelled,
}

/// <summary>What an order may become, by what was ordered and how it changes hands.</summary>
public static class OrderStates
{
    private static readonly (OrderState From, OrderState To)[] Goods =
    [
        (OrderState.Placed, OrderState.Accepted),
        (OrderState.Placed, OrderState.Cancelled),
        (OrderState.Accepted, OrderState.Ready),
        (OrderState.Accepted, OrderState.Shipped),
        (OrderState.Accepted, OrderState.Cancelled),
        (OrderState.Ready, OrderState.Completed),
        (OrderState.Shipped, OrderState.Completed),
    ];

    private static readonly (OrderState From, OrderState To)[] Laundry =
    [
        (OrderState.Placed, OrderState.Accepted),
        (OrderState.Placed, OrderState.Cancelled),
        (OrderState.Accepted, OrderState.Collected),
        (OrderState.Accepted, OrderState.Cancelled),
        (OrderState.Collected, OrderState.Washing),
        (OrderState.Collected, OrderState.Deciding),
        (OrderState.Deciding, OrderState.Washing),
        (OrderState.Deciding, OrderState.Ready),
        (OrderState.Washing, OrderState.Ready),
        (OrderState.Ready, OrderState.Delivering),
        (OrderState.Ready, OrderState.Completed),
        (OrderState.Delivering, OrderState.Completed),
        (OrderState.Delivering, OrderState.Ready),
    ];

    /// <summary>States that follow, the usual one first. Ways of another hand-over are left out.</summary>
    public static IReadOnlyList<OrderState> Next(Offer kind, OrderState from, Handover handover) =>
        [.. Moves(kind).Where(m => m.From == from && Fits(m.From, m.To, handover)).Select(m => m.To)];

    /// <summary>A customer may cancel until the shop has something in hand.</summary>
    public static bool MayCancel(OrderState state) => state is OrderState.Placed or OrderState.Accepted;

    public static bool IsOpen(OrderState state) => state is not (OrderState.Completed or OrderState.Cancelled);

    public static IReadOnlyList<(OrderState From, OrderState To)> Moves(Offer kind) => kind == Offer.Laundry ? Laundry : Goods;

    private static bool Fits(OrderState from, OrderState to, Handover handover) => (from, to) switch
    {
        (OrderState.Accepted, OrderState.Ready) => handover == Handover.Pickup,
        (OrderState.Accepted, OrderState.Shipped) => handover != Handover.Pickup,
        (OrderState.Ready, OrderState.Delivering) => handover != Handover.Pickup,
        _ => true,
    };
}
