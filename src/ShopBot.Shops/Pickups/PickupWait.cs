using System.Globalization;
using System.Text.Json.Serialization;

namespace ShopBot.Shops.Pickups;

/// <summary>An order without a window waits for one that is full now. README.md in this folder draws its states.</summary>
/// <remarks>One for an order, kept after it has ended: nobody is offered a window twice.</remarks>
public sealed class PickupWait : IOfShop
{
    /// <summary>Rises from one who joined to the next: of two who asked in the same moment the first made comes first.</summary>
    public Guid Id { get; private init; } = RowId.New();

    public string ShopId { get; private set; } = "";
    public required Guid OrderId { get; init; }
    public required string Area { get; init; }

    /// <summary>Null = any day.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Beginnings of the wished windows as <c>HH:mm</c>, with blanks between; empty = any of the day.</summary>
    public required string Starts { get; init; }

    /// <summary>Of a window, as <see cref="PickupPlan.RoomFor"/> counts it; 1 or more.</summary>
    public required int Room { get; init; }

    public required DateTimeOffset AskedAt { get; init; }
    public PickupWaitState State { get; set; }

    /// <summary>The offered window, whose room is kept for the customer; all four null but while it is <see cref="PickupWaitState.Offered"/>.</summary>
    public DateOnly? OfferDay { get; set; }

    public TimeOnly? OfferStart { get; set; }
    public TimeOnly? OfferEnd { get; set; }

    /// <summary>UTC; then it goes to the next.</summary>
    public DateTimeOffset? OfferUntil { get; set; }

    /// <summary>Whether a window that begins then was wished.</summary>
    public bool IsFor(TimeOnly start) => Starts.Length == 0 || Starts.Contains(start.ToString("HH:mm", CultureInfo.InvariantCulture), StringComparison.Ordinal);
}

/// <summary>Where a wait stands.</summary>
/// <remarks>Stored by name: a name never changes.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<PickupWaitState>))]
public enum PickupWaitState
{
    /// <summary>In the line.</summary>
    Waiting,

    /// <summary>Asked, with the room kept for so long.</summary>
    Offered,

    /// <summary>The order has a window.</summary>
    Booked,

    /// <summary>The customer let the offer pass.</summary>
    Passed,

    /// <summary>No room came free before it was too late.</summary>
    InVain,

    /// <summary>The customer wants to wait no longer, or the order is no longer to be fetched.</summary>
    Left,
}

/// <summary>What a wait may become.</summary>
public static class PickupWaitStates
{
    public static IReadOnlyList<(PickupWaitState From, PickupWaitState To)> Moves { get; } =
    [
        (PickupWaitState.Waiting, PickupWaitState.Offered),
        (PickupWaitState.Waiting, PickupWaitState.Booked),
        (PickupWaitState.Waiting, PickupWaitState.Left),
        (PickupWaitState.Waiting, PickupWaitState.InVain),
        (PickupWaitState.Offered, PickupWaitState.Booked),
        (PickupWaitState.Offered, PickupWaitState.Passed),
        (PickupWaitState.Offered, PickupWaitState.Left),
    ];

    /// <summary>Whether something may still come of it.</summary>
    public static bool IsOpen(PickupWaitState state) => state is PickupWaitState.Waiting or PickupWaitState.Offered;
}

/// <summary>What somebody waits for.</summary>
/// <param name="Day">Null = any day.</param>
/// <param name="Starts">Beginnings of the wished windows; empty = any of the day.</param>
public sealed record PickupWish(string Area, DateOnly? Day, IReadOnlyList<TimeOnly> Starts);
