namespace ShopBot.Shops.Pickups;

/// <summary>An order was moved from one window to another: kept, so that a shop can say later who moved it and why.</summary>
public sealed class PickupMove : IOfShop
{
    public Guid Id { get; private init; } = RowId.New();
    public string ShopId { get; private set; } = "";
    public required Guid OrderId { get; init; }

    /// <summary>The window it left; all three null where it had none.</summary>
    public DateOnly? FromDay { get; init; }

    public TimeOnly? FromStart { get; init; }
    public TimeOnly? FromEnd { get; init; }
    public required DateOnly ToDay { get; init; }
    public required TimeOnly ToStart { get; init; }
    public required TimeOnly ToEnd { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Name of the staff member; empty = the customer.</summary>
    public required string By { get; init; }

    /// <summary>As staff gave it; null = the customer's own wish.</summary>
    public string? Reason { get; init; }
}

/// <summary>To staff: a customer moved their order to another window.</summary>
public sealed record PickupMoved(string Shop, Guid OrderId, Guid MoveId) : IShopFact
{
    public static string Kind => "pickup-moved.v1";
}
