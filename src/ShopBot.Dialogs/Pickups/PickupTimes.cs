using System.Globalization;
using ShopBot.Dialogs.Content;

namespace ShopBot.Dialogs.Pickups;

/// <summary>Times, days of the week and dates as <c>pickups.yaml</c> spells them; what cannot be read goes to the file's errors.</summary>
internal static class PickupTimes
{
    private const int LongestRange = 60;
    private static readonly string[] Names = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    public static string NameOf(DayOfWeek day) => Names[(int)day];

    /// <returns>Midnight where it is missing or no time.</returns>
    public static TimeOnly Clock(Fields fields, string name)
    {
        if (fields.Text(name) is not { } text)
            return default;
        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return time;
        fields.Wrong(name, $"'{text}' is no time.", "Write hours and minutes, such as 09:00 or 18:30.");
        return default;
    }

    /// <summary><c>mon-fri</c>, <c>sat, sun</c> or <c>wed</c>.</summary>
    public static IEnumerable<DayOfWeek> Weekdays(Fields fields, string name)
    {
        if (fields.Text(name) is not { } text)
            return [];
        var days = new List<DayOfWeek>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var ends = part.Split('-', StringSplitOptions.TrimEntries).Select(d => Array.IndexOf(Names, d)).ToArray();
            if (ends.Length > 2 || ends.Contains(-1))
            {
                fields.Wrong(name, $"'{part}' is no day of the week.", "Write mon, tue, wed, thu, fri, sat or sun, several as mon-fri or sat, sun.");
                return [];
            }
            for (var i = 0; i <= (ends[^1] - ends[0] + 7) % 7; i++)
                days.Add((DayOfWeek)((ends[0] + i) % 7));
        }
        return days.Distinct();
    }

    /// <summary>One date, or the first and the last of several with <c>..</c> between them.</summary>
    public static IEnumerable<DateOnly> Days(Fields fields, string name, string text)
    {
        var ends = text.Split("..", StringSplitOptions.TrimEntries);
        if (ends.Length > 2 || !TryDate(ends[0], out var first) || !TryDate(ends[^1], out var last) || last < first || last.DayNumber - first.DayNumber > LongestRange)
        {
            fields.Wrong(name, $"'{text}' is no day.", string.Create(CultureInfo.InvariantCulture,
                $"Write a date such as 2026-10-01, or 2026-10-01..2026-10-07 for all days from one to the other, {LongestRange} at most."));
            return [];
        }
        return Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays);
    }

    private static bool TryDate(string text, out DateOnly day) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
