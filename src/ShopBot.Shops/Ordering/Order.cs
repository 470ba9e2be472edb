using System.Text.Json.Serialization;
using ShopBot.Shops.Pickups;
using ShopBot.Shops.Pieces;
using ShopBot.Shops.Settings;

namespace ShopBot.Shops.Ordering;

/// <summary>How an order changes hands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Handover>))]
public enum Handover
{
    /// <summary>The customer comes to the shop.</summary>
    Pickup,

    /// <summary>The shop brings it.</summary>
    Delivery,

    /// <summary>The shop fetches it from the customer and brings it back.</summary>
    Collection,
}

/// <summary>How it is paid. Paying inside the chat is not possible yet.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PaymentWay>))]
public enum PaymentWay
{
    AtPickup,
    OnDelivery,
    Transfer,

    /// <summary>From the customer's prepaid card, as the order is placed.</summary>
    Prepaid,
}

/// <summary>An order of a customer.</summary>
public sealed class Order : IOfShop
{
    public Guid Id { get; private init; } = RowId.New();
    public string ShopId { get; private set; } = "";

    /// <summary>What people call it: 1, 2, 3 … within the shop.</summary>
    public required int Number { get; init; }

    /// <summary>128 random bits, base64url: whoever has it may see the order's page.</summary>
    public required string Token { get; init; }

    public required Offer Kind { get; init; }
    public OrderState State { get; set; }
    public required Guid CustomerId { get; init; }

    /// <summary>In the place of <see cref="Contact"/>: whoever ordered has left and is forgotten.</summary>
    public const string OfNobody = "-:-";

    /// <summary>The contact point it came by; what happens to it is told there.</summary>
    public required string Contact { get; init; }

    public required Handover Handover { get; init; }
    public required PaymentWay Payment { get; init; }
    public required string Name { get; init; }
    public required string Phone { get; init; }

    /// <summary>Null when picked up at the shop.</summary>
    public string? Address { get; init; }

    /// <summary>Where the address is on the map, in the system of the chat app's maps; both null where the customer sent no place.</summary>
    public double? Latitude { get; set; }

    public double? Longitude { get; set; }

    /// <summary>The customer's wish; null = none.</summary>
    public string? Note { get; init; }

    /// <summary>The day the customer wished for; null = none.</summary>
    public DateOnly? WantedDay { get; init; }

    /// <summary>As <see cref="Ordering.WantedWindow.ToString"/> writes it; null = any time of the day.</summary>
    public string? WantedWindow { get; init; }

    /// <summary>Where and when it is fetched; all four null where no window is booked.</summary>
    public string? PickupArea { get; set; }

    public DateOnly? PickupDay { get; set; }
    public TimeOnly? PickupStart { get; set; }
    public TimeOnly? PickupEnd { get; set; }

    /// <summary>What it takes of a window, as <see cref="PickupPlan.RoomFor"/> counts it; 0 where it is not fetched.</summary>
    public int PickupRoom { get; set; }

    /// <summary>How often the customer moved it to another window.</summary>
    public int PickupMoves { get; set; }

    /// <summary>Lines and charges together; 0 or more. Changed by <see cref="AddCharge"/> alone.</summary>
    public required long TotalInMinor { get; set; }

    /// <summary>ISO 4217, as the shop's was when it was placed.</summary>
    public required string Currency { get; init; }

    public DateTimeOffset PlacedAt { get; init; }

    /// <summary>When it was paid last; null = nothing is paid.</summary>
    public DateTimeOffset? PaidAt { get; set; }

    /// <summary>What was paid so far; 0 or more.</summary>
    public long PaidInMinor { get; set; }

    /// <summary>What is still to be paid; below 0 it is to be returned. A cancelled order costs nothing.</summary>
    public long DueInMinor => (State == OrderState.Cancelled ? 0 : TotalInMinor) - PaidInMinor;

    public string? Carrier { get; set; }
    public string? TrackingNumber { get; set; }
    public string? SealNumber { get; set; }

    /// <summary>What first brought the customer, on their first order; null on later ones and where nobody knows.</summary>
    public string? Source { get; init; }

    public List<OrderLine> Lines { get; } = [];
    public List<OrderCharge> Charges { get; } = [];
    /// <summary>What its customer said is in the bags.</summary>
    public List<OrderPiece> Pieces { get; } = [];

    public List<OrderStep> Steps { get; } = [];
    public List<OrderPhoto> Photos { get; } = [];
}

/// <summary>What was ordered, at the price and under the name of that moment.</summary>
public sealed class OrderLine : IOfShop
{
    public Guid Id { get; private init; } = RowId.New();
    public string ShopId { get; private set; } = "";
    public Guid OrderId { get; private set; }
    public required Guid VariantId { get; init; }
    public required Localised Product { get; init; }

    /// <summary>Empty where the product has only one variant.</summary>
    public required Localised Variant { get; init; }

    public required Localised Unit { get; init; }
    public required int Quantity { get; init; }
    public required long PriceInMinor { get; init; }
    public required int Position { get; init; }
}

/// <summary>One entry of an order's history.</summary>
public sealed class OrderStep : IOfShop
{
    public Guid Id { get; private init; } = RowId.New();
    public string ShopId { get; private set; } = "";
    public Guid OrderId { get; private set; }
    public required OrderState State { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Name of the staff member; empty = the customer.</summary>
    public required string By { get; init; }
}

/// <summary>A picture of an order, for its customer.</summary>
public sealed class OrderPhoto : IOfShop
{
    public Guid Id { get; private init; } = RowId.New();
    public string ShopId { get; private set; } = "";
    public Guid OrderId { get; private set; }

    /// <summary>Our media id.</summary>
    public required string MediaId { get; init; }

    public required DateTimeOffset At { get; init; }
    public required string By { get; init; }

    /// <summary>Null = none.</summary>
    public string? Caption { get; init; }
}

/// <summary>The last number given to an order of the shop.</summary>
public sealed class OrderCounter : IOfShop
{
    public string ShopId { get; private set; } = "";
    public int Last { get; set; }
}
