using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ShopBot.Shops.Settings;

/// <summary>When a shop is open, in its own wall-clock time, week by week.</summary>
/// <remarks>Written <c>09:00-21:00</c> for every day, or <c>Mon-Fri 09:00-18:00, Sat 10:00-16:00</c>; a day not named is closed.</remarks>
public sealed class OpeningHours
{
    /// <summary>What is taken for granted where a shop does not say: a time of the day at which people are up.</summary>
    public static OpeningHours Unknown { get; } = new([.. Enumerable.Repeat<(TimeOnly, TimeOnly)?>((new(8, 0), new(22, 0)), 7)], "");

    private static readonly string[] Names = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
    private readonly (TimeOnly From, TimeOnly To)?[] _days;
    private readonly string _written;

    private OpeningHours((TimeOnly From, TimeOnly To)?[] days, string written) => (_days, _written) = (days, written);

    /// <summary>Null = closed that day.</summary>
    public (TimeOnly From, TimeOnly To)? On(DateOnly day) => _days[(int)day.DayOfWeek];

    /// <summary>From the earliest opening to the latest closing of the week.</summary>
    public (TimeOnly From, TimeOnly To) Widest => (_days.Min(d => d?.From)!.Value, _days.Max(d => d?.To)!.Value);

    /// <summary>As it was written.</summary>
    public override string ToString() => _written;

    /// <returns>False where it is not written as above; each day at most once, each closing after its opening.</returns>
    public static bool TryParse(string? written, [NotNullWhen(true)] out OpeningHours? hours)
    {
        hours = null;
        var days = new (TimeOnly, TimeOnly)?[7];
        foreach (var part in (written ?? "").Split(',', StringSplitOptions.TrimEntries))
        {
            var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length is 0 or > 2 || !TryReadStretch(words[^1], out var stretch) || DaysIn(words.Length == 2 ? words[0] : "Mon-Sun") is not { } named)
                return false;
            foreach (var day in named)
            {
                if (days[day] is not null)
                    return false;
                days[day] = stretch;
            }
        }
        hours = new OpeningHours(days, written!.Trim());
        return true;
    }

    private static bool TryReadStretch(string written, out (TimeOnly From, TimeOnly To) stretch)
    {
        stretch = default;
        var dash = written.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0 || !TryReadClock(written[..dash], out var from) || !TryReadClock(written[(dash + 1)..], out var to) || to <= from)
            return false;
        stretch = (from, to);
        return true;
    }

    // Midnight as a closing time is the day's last minute.
    private static bool TryReadClock(string written, out TimeOnly time)
    {
        time = new TimeOnly(23, 59);
        return written == "24:00" || TimeOnly.TryParseExact(written, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
    }

    // "Fri-Mon" runs over the weekend.
    private static List<int>? DaysIn(string written)
    {
        var ends = written.Split('-');
        var (first, last) = (Array.IndexOf(Names, ends[0].ToLowerInvariant()), Array.IndexOf(Names, ends[^1].ToLowerInvariant()));
        if (ends.Length > 2 || first < 0 || last < 0)
            return null;
        List<int> days = [first];
        for (var day = first; day != last;)
            days.Add(day = (day + 1) % 7);
        return days;
    }
}
