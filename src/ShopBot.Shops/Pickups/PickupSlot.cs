namespace ShopBot.Shops.Pickups;

/// <summary>How much of a window is taken, and whether staff closed it. There is no row until something was.</summary>
public sealed class PickupSlot : IOfShop
{
    public string ShopId { get; private set; } = "";
    public required string Area { get; init; }
    public required DateOnly Day { get; init; }
    public required TimeOnly Start { get; init; }

    /// <summary>Room taken, as <see cref="PickupPlan.RoomFor"/> counts it; 0 or more.</summary>
    public int Booked { get; set; }

    /// <summary>Doors to go to; 0 or more.</summary>
    public int Stops { get; set; }

    /// <summary>UTC; null = it is not closed.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Name of the staff member who closed it; null = it is not closed.</summary>
    public string? ClosedBy { get; set; }
}

/// <summary>What is gone of a window.</summary>
/// <param name="Room">As <see cref="PickupPlan.RoomFor"/> counts it.</param>
public readonly record struct PickupTaken(int Room, int Stops = 0, bool IsClosed = false);

/// <summary>The window in which an order is fetched.</summary>
/// <param name="Room">What it takes of the window, as <see cref="PickupPlan.RoomFor"/> counts it; 1 or more.</param>
/// <param name="Moves">How often its customer moved it here from another window.</param>
public sealed record BookedPickup(string Area, DateOnly Day, TimeOnly Start, TimeOnly End, int Room, int Moves = 0);
