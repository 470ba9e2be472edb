namespace ShopBot.Shops.Pickups;

/// <summary>When a shop comes to fetch laundry, as its content says. All times are wall-clock times at the shop.</summary>
/// <param name="Areas">1 or more; only the last one may be for everywhere.</param>
/// <param name="Lead">From ordering to the beginning of a window, at least.</param>
/// <param name="SameDayUntil">Who orders later is fetched tomorrow at the earliest; inclusive.</param>
/// <param name="EarlyBefore">Windows that begin earlier are early: they close on the evening before.</param>
/// <param name="EveningBeforeUntil">When they do; inclusive.</param>
/// <param name="DaysAhead">How far windows may be booked; 0 = today only.</param>
/// <param name="Closed">Days on which nobody comes: holidays.</param>
/// <param name="Worked">Days worked like another day of the week: make-up workdays.</param>
public sealed record PickupPlan(
    IReadOnlyList<PickupArea> Areas, TimeSpan Lead, TimeOnly SameDayUntil, TimeOnly EarlyBefore, TimeOnly EveningBeforeUntil, int DaysAhead,
    IReadOnlySet<DateOnly> Closed, IReadOnlyDictionary<DateOnly, DayOfWeek> Worked)
{
    /// <summary>How long is waited for people.</summary>
    public PickupPatience Patience { get; init; } = new(TimeSpan.Zero);

    public ReminderRule Reminders { get; init; } = ReminderRule.None;

    /// <summary>How often and until when customers move their order to another window.</summary>
    public MoveLimits Moves { get; init; } = MoveLimits.None;

    /// <summary>A bag in the measure of windows: what is less than a bag is counted in quarters of one.</summary>
    public const int Bag = 4;

    /// <summary>What a piece of a product takes of a window, by the product's code; what is not named takes a bag.</summary>
    public IReadOnlyDictionary<string, int> Pieces { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>What an order takes of a window; 1 or more.</summary>
    public int RoomFor(IEnumerable<(string Product, int Quantity)> lines) => Math.Max(1, lines.Sum(l => l.Quantity * Pieces.GetValueOrDefault(l.Product, Bag)));

    /// <summary>Whose addresses are the shop's; matters only where no area takes every address.</summary>
    public PickupCities Cities { get; init; } = PickupCities.Any;

    /// <summary>Where an address lies: in the first area that names its district or street, else in the first one around its point, else in the one for everywhere.</summary>
    /// <param name="point">Of the address on the map; null = not known.</param>
    public AddressPlace Locate(string address, GeoPoint? point)
    {
        var last = Areas[^1];
        if (!last.IsEverywhere && Cities.AreOther(address))
            return new AddressPlace.Outside();
        return (Areas.FirstOrDefault(a => a.IsNamedIn(address)) ?? (point is null ? null : Areas.FirstOrDefault(a => a.Circle?.Holds(point) == true)) ?? (last.IsEverywhere ? last : null)) is { } area
            ? new AddressPlace.In(area)
            : new AddressPlace.Unknown();
    }

    /// <summary>The area of an order: the one it is booked in, else the one in which its address lies; null where it lies in none, or nobody can tell.</summary>
    /// <param name="point">Of the address on the map; null = not known.</param>
    /// <param name="booked">The window it is fetched in; null = none, or it is let go.</param>
    public PickupArea? AreaOf(string? address, GeoPoint? point, BookedPickup? booked) =>
        Areas.FirstOrDefault(a => a.Code == booked?.Area) ?? (Locate(address ?? "", point) is AddressPlace.In(var area) ? area : null);

    /// <summary>The district an address names, as the content writes it; null where it names none.</summary>
    public string? DistrictOf(string address) => Areas.SelectMany(a => a.Districts).FirstOrDefault(d => address.Contains(d, StringComparison.OrdinalIgnoreCase));

    /// <summary>The windows of a day in order, whether free or not; empty where nobody comes.</summary>
    public IEnumerable<PickupWindow> On(PickupArea area, DateOnly day) => Closed.Contains(day)
        ? []
        : area.Week[(int)(Worked.TryGetValue(day, out var like) ? like : day.DayOfWeek)]
            .Select(hours => new PickupWindow(area.Code, day, hours.Start, hours.End, hours.Capacity, hours.Stops));

    /// <summary>A window by its beginning; null where the content has no such window.</summary>
    public PickupWindow? Find(PickupArea area, DateOnly day, TimeOnly start) => On(area, day).FirstOrDefault(w => w.Start == start);

    /// <summary>Whether it is still time to book the window; says nothing of its capacity.</summary>
    /// <param name="now">Wall-clock time at the shop.</param>
    public bool IsOpen(PickupWindow window, DateTime now) =>
        window.Day.DayNumber - DateOnly.FromDateTime(now).DayNumber <= DaysAhead && now <= ClosesAt(window);

    /// <summary>The last moment at which the window can be booked, wall-clock time at the shop.</summary>
    public DateTime ClosesAt(PickupWindow window)
    {
        var cutOff = window.Start < EarlyBefore ? window.Day.AddDays(-1).ToDateTime(EveningBeforeUntil) : window.Day.ToDateTime(SameDayUntil);
        var lead = window.Day.ToDateTime(window.Start) - Lead;
        return lead < cutOff ? lead : cutOff;
    }

    /// <summary>The same moment in UTC. A time the clock skips counts as the moment it skips to.</summary>
    public DateTimeOffset ClosesAt(PickupWindow window, TimeZoneInfo zone)
    {
        var local = ClosesAt(window);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>Free windows, the soonest first: the first one is "as soon as possible". Searched as they are asked for.</summary>
    /// <param name="now">Wall-clock time at the shop.</param>
    /// <param name="room">That must still fit, as <see cref="RoomFor"/> counts it.</param>
    /// <param name="taken">What is gone of a window.</param>
    public IEnumerable<PickupWindow> Free(PickupArea area, DateTime now, int room, Func<PickupWindow, PickupTaken> taken)
    {
        var today = DateOnly.FromDateTime(now);
        for (var ahead = 0; ahead <= DaysAhead; ahead++)
        {
            foreach (var window in On(area, today.AddDays(ahead)))
            {
                if (IsOpen(window, now) && window.Fits(taken(window), room))
                    yield return window;
            }
        }
    }
}

/// <param name="Hold">How long a window is kept for somebody who chose it and has not ordered yet; nothing = it is not kept.</param>
/// <param name="Offer">How long somebody in the line has to answer; nothing = there is no line.</param>
public sealed record PickupPatience(TimeSpan Hold, TimeSpan Offer = default);

/// <summary>What customers may change of a window they booked. Staff are not bound by it.</summary>
/// <param name="Most">Moves of one order; 0 = customers move nothing by themselves.</param>
/// <param name="Notice">Before the booked window begins, at least.</param>
public sealed record MoveLimits(int Most, TimeSpan Notice)
{
    public static MoveLimits None { get; } = new(0, TimeSpan.Zero);

    /// <summary>Whether it is still time to leave a window.</summary>
    /// <param name="now">Wall-clock time at the shop.</param>
    public bool IsInTime(DateOnly day, TimeOnly start, DateTime now) => now <= day.ToDateTime(start) - Notice;
}

/// <summary>A part of the city with windows of its own.</summary>
/// <param name="Code">What bookings are kept under; a shop does not change it.</param>
/// <param name="Districts">As addresses name them.</param>
/// <param name="Week">7 days from Sunday, each with its windows in order; they do not overlap.</param>
public sealed record PickupArea(string Code, IReadOnlyList<string> Districts, IReadOnlyList<IReadOnlyList<PickupHours>> Week)
{
    /// <summary>Streets that lie wholly in it, for addresses that name no district.</summary>
    public IReadOnlyList<string> Streets { get; init; } = [];

    /// <summary>For addresses whose point on the map is known; null = none.</summary>
    public PickupCircle? Circle { get; init; }

    /// <summary>Whether it takes every address that is left.</summary>
    public bool IsEverywhere => Districts.Count == 0 && Streets.Count == 0 && Circle is null;

    public bool IsNamedIn(string address) => Districts.Concat(Streets).Any(word => address.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>As people call it.</summary>
    public Localised Name { get; init; } = new(Code, Code);
}

/// <param name="End">Later than <paramref name="Start"/>, on the same day.</param>
/// <param name="Capacity">What can be fetched, as <see cref="PickupPlan.RoomFor"/> counts it; 1 or more.</param>
/// <param name="Stops">Doors that can be gone to, at most.</param>
public sealed record PickupHours(TimeOnly Start, TimeOnly End, int Capacity, int Stops = int.MaxValue)
{
    /// <summary>The doors that can be gone to in so much time: at each some, and from one to the next some more.</summary>
    public static int StopsIn(TimeSpan time, TimeSpan atEach, TimeSpan between) =>
        atEach + between > TimeSpan.Zero ? (int)Math.Min(int.MaxValue, (time + between) / (atEach + between)) : int.MaxValue;
}

/// <summary>A stretch of one day in which so much is fetched from so many doors in one area, and no more.</summary>
/// <param name="Capacity">As the content says now; what was booked under another one stays booked.</param>
/// <param name="Stops">Doors that can be gone to, at most; likewise.</param>
public sealed record PickupWindow(string Area, DateOnly Day, TimeOnly Start, TimeOnly End, int Capacity, int Stops = int.MaxValue)
{
    /// <summary>Whether one more order of that size can be fetched.</summary>
    public bool Fits(PickupTaken taken, int room) => !taken.IsClosed && taken.Room <= Capacity - room && taken.Stops < Stops;
}
