using System.Globalization;
using System.Text.Json.Serialization;
using ShopBot.Shops;
using ShopBot.Shops.Ordering;

namespace ShopBot.Dialogs.Ordering;

/// <summary>The questions of an order, in the order in which they are asked.</summary>
public enum OrderField
{
    Product,
    Variant,
    Quantity,
    Handover,
    SameAsLast,
    Address,
    Name,
    Phone,
    Payment,
    Note,
    Summary,
    Change,
    Wanted,
    Pickup,
    Area,
    AddOns,
}

/// <summary>One line of an order under way; complete when all three are known.</summary>
public sealed class DraftLine
{
    public string? Product { get; set; }
    public string? Variant { get; set; }
    public int Quantity { get; set; }
}

/// <summary>A kind of piece of the shop's list, and how many.</summary>
public sealed class DraftPiece
{
    public string Code { get; set; } = "";
    public int Count { get; set; }
}

/// <summary>Name, phone and address as a customer gave them last.</summary>
public sealed class KnownContact
{
    public string Name { get; set; } = "";
    public string Phone { get; set; } = "";
    public string? Address { get; set; }
}

/// <summary>An order under way: what was answered, and which question is open. All of it is plain, so that any storage keeps it.</summary>
public sealed class OrderDraft
{
    /// <summary>Key of the event that began it; the order's operation key derives from it.</summary>
    public string Id { get; set; } = "";

    /// <summary>Raised when placing was refused, so that the next confirmation is a new request and not a repeat.</summary>
    public int Attempt { get; set; }

    public List<DraftLine> Lines { get; set; } = [];

    /// <summary>The line being picked; null while none is.</summary>
    public DraftLine? Pick { get; set; }

    /// <summary>Index of the line that <see cref="Pick"/> takes the place of; null = it is added.</summary>
    public int? Replaces { get; set; }

    /// <summary>A quantity said before its variant was known; 0 = none.</summary>
    public int Wanted { get; set; }

    /// <summary>Lines named together with others, which are completed one after the other. A quantity without a variant waits for it.</summary>
    public List<DraftLine> Waiting { get; set; } = [];

    /// <summary>Codes of the products that what was said may mean; empty = any.</summary>
    public List<string> Among { get; set; } = [];

    /// <summary>Those words, for the question.</summary>
    public string? AmongSaid { get; set; }

    /// <summary>What is in the bags, as the customer says.</summary>
    public List<DraftPiece> Pieces { get; set; } = [];

    /// <summary>Codes of what is ordered besides, in the order in which it was said.</summary>
    public List<string> AddOns { get; set; } = [];

    public Handover? Handover { get; set; }

    /// <summary>A way of handing over that was said before the goods were known.</summary>
    public Handover? SaidHandover { get; set; }

    /// <summary>The wished day as ISO date; null = none was said.</summary>
    public string? WantedDay { get; set; }

    /// <summary>The wished time of day as <see cref="Shops.Ordering.WantedWindow"/> writes it; null = any.</summary>
    public string? WantedWindow { get; set; }

    /// <summary>The other reading of <see cref="WantedWindow"/>, until it is settled.</summary>
    public string? OrWantedWindow { get; set; }

    /// <summary>Whether a time was said that will not do, so that another is asked for.</summary>
    public bool AsksWanted { get; set; }

    /// <summary>The chosen pickup window, day and beginning as <c>2026-03-02T15:00</c>; null = none yet.</summary>
    public string? Pickup { get; set; }

    /// <summary>The last of the windows shown before "later", written the same way; null = the list begins at its beginning.</summary>
    public string? PickupAfter { get; set; }

    /// <summary>Whether every window was full, so that the time is settled on the phone.</summary>
    public bool PickupWithout { get; set; }

    /// <summary>The full window that is waited for, as <see cref="Pickups.WaitWish"/> writes it; null = none is.</summary>
    public string? Wait { get; set; }

    /// <summary>The room the shop keeps for the draft, as area, window and bags; null = none.</summary>
    public string? Hold { get; set; }

    /// <summary>UTC seconds since 1970; from then on it is anybody's.</summary>
    public long HoldUntil { get; set; }

    /// <summary>How often the shop was asked to keep room or to let go of it; makes the key of the next time.</summary>
    public int Holds { get; set; }

    /// <summary>What the customer told us last time; null where there is no last time.</summary>
    public KnownContact? Known { get; set; }

    /// <summary>Whether "same as last time" was answered.</summary>
    public bool SameAsLastAsked { get; set; }

    /// <summary>Where a location message pointed, until its door number is known.</summary>
    public string? Place { get; set; }

    /// <summary>Of <see cref="Place"/>, and then of the address that was made of it; both null where no place was sent.</summary>
    public double? Latitude { get; set; }

    public double? Longitude { get; set; }

    /// <summary>The address that lies in none of the districts asked about; null = none is known to.</summary>
    public string? Outside { get; set; }

    public string? Address { get; set; }
    public string? Name { get; set; }
    public string? Phone { get; set; }
    public PaymentWay? Payment { get; set; }

    /// <summary>Empty = nothing to note; null = not asked yet.</summary>
    public string? Note { get; set; }

    /// <summary>The answered field that is being asked anew; null = the next open one is asked.</summary>
    public OrderField? Changing { get; set; }

    /// <summary>Index of the line whose quantity is being asked anew.</summary>
    public int ChangingLine { get; set; }

    /// <summary>Fields in the order in which they were answered: the way back.</summary>
    public List<OrderField> Trail { get; set; } = [];

    /// <summary>The total in the last summary, minor units: what is confirmed is what was shown.</summary>
    public long ShownTotal { get; set; }

    /// <summary>The same for every confirmation of what is in the draft now.</summary>
    [JsonIgnore]
    public OperationKey Key => new(string.Create(CultureInfo.InvariantCulture, $"{Id}/place-order/{Attempt}"));

    /// <summary>Null where no day is wished.</summary>
    [JsonIgnore]
    public WantedTime? WantedTime => DateOnly.TryParseExact(WantedDay, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? new WantedTime(day, Shops.Ordering.WantedWindow.TryParse(WantedWindow, out var window) ? window : null)
        : null;

    [JsonIgnore]
    public GeoPoint? Point => GeoPoint.Of(Latitude, Longitude);

    [JsonIgnore]
    public bool NeedsAddress => Handover is Shops.Ordering.Handover.Delivery or Shops.Ordering.Handover.Collection;
}
