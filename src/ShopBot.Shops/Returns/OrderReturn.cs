using System.Text.Json.Serialization;

namespace ShopBot.Shops.Returns;

/// <summary>How far clean laundry is on its way back. README.md in this folder draws the ways.</summary>
/// <remarks>Stored by name: a name never changes.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<ReturnState>))]
public enum ReturnState
{
    /// <summary>The customer was asked when to bring it.</summary>
    Asked,

    /// <summary>A window is booked.</summary>
    Booked,

    /// <summary>It waits at the shop for the customer.</summary>
    AtShop,

    /// <summary>The courier is on the way.</summary>
    Out,

    /// <summary>All of it was handed over.</summary>
    Done,
}

/// <summary>Who took clean laundry.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HandedTo>))]
public enum HandedTo
{
    Customer,
    Neighbour,
    Locker,
}

/// <summary>How one order of laundry comes back; there is one from the moment it is clean, where the shop brings it.</summary>
public sealed class OrderReturn : IOfShop
{
    /// <summary>Of a neighbour or a place as the customer or the courier names it; characters.</summary>
    public const int LongestPlace = 40;

    public string ShopId { get; private set; } = "";
    public required Guid OrderId { get; init; }
    public ReturnState State { get; set; }

    /// <summary>The booked window; all four null where none is.</summary>
    public string? Area { get; set; }

    public DateOnly? Day { get; set; }
    public TimeOnly? Start { get; set; }
    public TimeOnly? End { get; set; }

    /// <summary>What it takes of a window, as <see cref="Pickups.PickupPlan.RoomFor"/> counts it.</summary>
    public required int Room { get; init; }

    /// <summary>How often the customer moved it to another window.</summary>
    public int Moves { get; set; }

    /// <summary>How often nobody was home.</summary>
    public int Misses { get; set; }

    /// <summary>How often the customer was reminded to choose since they were asked.</summary>
    public int Reminders { get; set; }

    /// <summary>Where the customer wants it left when they are not home; null = nowhere.</summary>
    public HandedTo? Leave { get; set; }

    /// <summary>With whom or where, in the customer's words; null = not said.</summary>
    public string? LeaveWith { get; set; }

    /// <summary>Pieces that are to come back, as they were counted; null = nobody counted.</summary>
    public int? Pieces { get; set; }

    /// <summary>Contact point of whoever takes or took it out last; null = nobody yet.</summary>
    public string? Courier { get; set; }

    /// <summary>What the last move of the order handed over, for taking it back; null = nothing.</summary>
    public Guid? LastHandover { get; set; }

    public List<ReturnHandover> Handovers { get; } = [];
}

/// <summary>Clean laundry changed hands: all of it, or a part.</summary>
public sealed class ReturnHandover : IOfShop
{
    public Guid Id { get; private init; } = RowId.New();
    public string ShopId { get; private set; } = "";
    public Guid OrderId { get; private set; }
    public required HandedTo To { get; init; }

    /// <summary>The neighbour, or the number of the locker; null for the customer.</summary>
    public string? Where { get; init; }

    /// <summary>Opens the locker; null where it has none.</summary>
    public string? Code { get; init; }

    /// <summary>1 or more; null = not counted.</summary>
    public int? Pieces { get; init; }

    /// <summary>Whether more is to come.</summary>
    public required bool IsPart { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Name of the staff member.</summary>
    public required string By { get; init; }
}
