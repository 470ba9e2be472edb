namespace ShopBot.Shops.Pickups;

/// <summary>How much of a window is taken. There is no row until something was.</summary>
public sealed class PickupSlot : IOfShop
{
    public string ShopId { get; private set; } = "";
    public required string Area { get; init; }
    public required DateOnly Day { get; init; }
    public required TimeOnly Start { get; init; }

    /// <summary>Bags; 0 or more.</summary>
    public int Booked { get; set; }
}

/// <summary>The window in which an order is fetched.</summary>
/// <param name="Bags">Of its capacity; 1 or more.</param>
/// <param name="Moves">How often its customer moved it here from another window.</param>
public sealed record BookedPickup(string Area, DateOnly Day, TimeOnly Start, TimeOnly End, int Bags, int Moves = 0);
