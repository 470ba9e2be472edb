using ShopBot.Shops.Deadlines;
using ShopBot.Shops.Settings;

namespace ShopBot.Shops.Pickups;

/// <summary>When customers are reminded that somebody comes in a window: the evening before, or shortly before it where they booked later than that.</summary>
/// <param name="EveningBefore">Wall-clock time at the shop; null = not in the evening.</param>
/// <param name="Before">So long before the window begins; nothing = not then.</param>
/// <param name="Settled">Who booked, or moved it, more recently than that knows it without us.</param>
public sealed record ReminderRule(TimeOnly? EveningBefore, TimeSpan Before, TimeSpan Settled)
{
    public static ReminderRule None { get; } = new(null, TimeSpan.Zero, TimeSpan.Zero);

    /// <param name="day">Of the window, as its <paramref name="start"/> on the shop's clock.</param>
    /// <param name="bookedAt">When the customer last heard of it.</param>
    /// <returns>UTC; null = they are not reminded.</returns>
    public DateTimeOffset? DueAt(DateOnly day, TimeOnly start, DateTimeOffset bookedAt, TimeZoneInfo zone)
    {
        if (EveningBefore is { } evening && Utc(day.AddDays(-1).ToDateTime(evening), zone) is var onTheEve && onTheEve >= bookedAt + Settled)
            return onTheEve;
        return Before > TimeSpan.Zero && Utc(day.ToDateTime(start) - Before, zone) is var shortly && shortly >= bookedAt + Settled ? shortly : null;
    }

    // A time the clock skips counts as the moment it skips to.
    private static DateTimeOffset Utc(DateTime local, TimeZoneInfo zone) => new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
}

/// <summary>Reminds customers of one kind of visit in a window. Whoever books, moves or gives up the window sets the deadline for now: what is to be done then, and when, is
/// found out here.</summary>
/// <remarks>So nothing has to be cleared, and content that was changed counts from then on.</remarks>
public abstract class WindowReminder(ShopBook shops) : IDeadline
{
    public abstract string Kind { get; }

    public async Task DueAsync(string shop, ShopChange change, string subject, CancellationToken ct)
    {
        var orderId = Guid.ParseExact(subject, "N");
        if (await FindAsync(change, orderId, ct) is not { } visit || RuleOf(shop).DueAt(visit.Day, visit.Start, visit.BookedAt, shops[shop].Zone) is not { } at)
            return;
        if (at > change.Now)
            await DeadlineBook.SetAsync(change.Db, Kind, subject, at, ct);
        else
            await TellAsync(shop, change, orderId, visit, ct);
    }

    /// <summary>The visit to come; null where nobody comes for the order any more, or it has begun.</summary>
    protected abstract Task<ExpectedVisit?> FindAsync(ShopChange change, Guid orderId, CancellationToken ct);

    protected abstract ReminderRule RuleOf(string shop);

    /// <summary>Owes the customer the reminder, under a key that names the window: for each they are reminded once.</summary>
    protected abstract Task TellAsync(string shop, ShopChange change, Guid orderId, ExpectedVisit visit, CancellationToken ct);

    protected static string SubjectOf(Guid orderId) => orderId.ToString("N");
}

/// <param name="Day">Calendar day at the shop.</param>
/// <param name="BookedAt">When the customer last booked or moved it.</param>
public sealed record ExpectedVisit(DateOnly Day, TimeOnly Start, DateTimeOffset BookedAt);
