using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ShopBot.Shops.Settings;

/// <summary>The part of every day in which customers are only told what they wait for, in the shop's wall-clock time.</summary>
/// <remarks>Written <c>21:30-08:00</c>; it may run over midnight.</remarks>
public sealed record QuietHours
{
    private QuietHours(TimeOnly from, TimeOnly to) => (From, To) = (from, to);

    /// <summary>Inclusive.</summary>
    public TimeOnly From { get; }

    /// <summary>Exclusive; never the same as <see cref="From"/>.</summary>
    public TimeOnly To { get; }

    /// <returns>UTC; null where it is not quiet at that moment.</returns>
    public DateTimeOffset? EndsAfter(DateTimeOffset at, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone).DateTime;
        var time = TimeOnly.FromDateTime(local);
        // "Is between" of the framework runs over midnight as well.
        if (!time.IsBetween(From, To))
            return null;
        var day = DateOnly.FromDateTime(local);
        var end = (time < To ? day : day.AddDays(1)).ToDateTime(To);
        // The hour a clock skips ends when it goes on.
        return new DateTimeOffset(end, zone.GetUtcOffset(end)).ToUniversalTime();
    }

    /// <returns>False where it is not written as above.</returns>
    public static bool TryParse(string? written, [NotNullWhen(true)] out QuietHours? quiet)
    {
        quiet = null;
        var ends = (written ?? "").Split('-', StringSplitOptions.TrimEntries);
        if (ends.Length != 2 || !TryReadClock(ends[0], out var from) || !TryReadClock(ends[1], out var to) || from == to)
            return false;
        quiet = new QuietHours(from, to);
        return true;
    }

    private static bool TryReadClock(string written, out TimeOnly time) =>
        TimeOnly.TryParseExact(written, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
