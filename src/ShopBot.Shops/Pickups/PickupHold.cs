namespace ShopBot.Shops.Pickups;

/// <summary>Room in a window that is kept for a customer while they decide; at most one for each. It counts as booked.</summary>
public sealed class PickupHold : IOfShop
{
    public string ShopId { get; private set; } = "";
    public required Guid CustomerId { get; init; }
    public required string Area { get; set; }
    public required DateOnly Day { get; set; }
    public required TimeOnly Start { get; set; }

    /// <summary>Of the window's capacity; 1 or more.</summary>
    public required int Bags { get; set; }

    /// <summary>From this moment on the room is anybody's.</summary>
    public required DateTimeOffset Until { get; set; }
}
