using System.Globalization;
using Microsoft.Recognizers.Text;
using ShopBot.Shops.Ordering;

namespace ShopBot.Dialogs.Sentences;

/// <summary>One find of the date recognisers, as a shop looks at it.</summary>
/// <param name="From">Place in the sentence, inclusive.</param>
/// <param name="To">Exclusive.</param>
/// <param name="Days">The days it may mean, in order; empty where it names none.</param>
/// <param name="Windows">The clock times it may mean, in order; empty where it names none.</param>
/// <param name="IsImpossible">A day that no calendar has.</param>
internal sealed record TimeRead(int From, int To, IReadOnlyList<DateOnly> Days, IReadOnlyList<WantedWindow> Windows, DayPart? Part, bool IsImpossible)
{
    private const string Formats = "yyyy-MM-dd HH:mm:ss";

    /// <returns>Null for what is neither a day nor a time of one: durations, weeks, "every Monday", "now".</returns>
    public static TimeRead? Of(ModelResult found, int from, int to)
    {
        if (!found.Resolution.TryGetValue("values", out var listed) || listed is not IEnumerable<Dictionary<string, string>> values)
            return null;
        var (days, windows, isImpossible) = (new List<DateOnly>(), new List<WantedWindow>(), false);
        DayPart? part = null;
        foreach (var value in values)
        {
            var timex = value.GetValueOrDefault("timex", "");
            var type = value.GetValueOrDefault("type", "");
            if (timex is "PRESENT_REF" or "FUTURE_REF" or "PAST_REF" || type is "duration" or "set")
                return null;
            // "By Friday" is Friday at the latest; other stretches of days name no day.
            if (type == "daterange" && !(value.ContainsKey("end") && !value.ContainsKey("start") && found.Text.StartsWith("by ", StringComparison.Ordinal)))
                return null;
            var (at, start, end) = (Moment(value, "value"), Moment(value, "start"), Moment(value, "end"));
            isImpossible |= value.GetValueOrDefault("value") == "not resolved";
            if ((at ?? start ?? end) is { Day: { } day } && !days.Contains(day))
                days.Add(day);
            if (PartIn(timex) is { } named)
                part = named;
            // "At noon" is no more exact than 中午; "12 noon" is.
            else if (at?.Time is { Hour: 12, Minute: 0 } && !value.ContainsKey("Mod") && found.Text.EndsWith("noon", StringComparison.Ordinal)
                && !found.Text.EndsWith("afternoon", StringComparison.Ordinal) && !found.Text.Contains("12", StringComparison.Ordinal))
                part = DayPart.Noon;
            else if (Window(value.GetValueOrDefault("Mod", ""), at?.Time, start?.Time, end?.Time) is { } window && !windows.Contains(window))
                windows.Add(window);
        }
        return days.Count + windows.Count > 0 || part is not null || isImpossible ? new TimeRead(from, to, days, windows, part, isImpossible) : null;
    }

    private static WantedWindow? Window(string mod, TimeOnly? at, TimeOnly? start, TimeOnly? end)
    {
        if (at is { } moment)
            return mod is "before" or "until" ? WantedWindow.Before(moment) : mod is "after" or "since" ? WantedWindow.After(moment) : WantedWindow.At(moment);
        return (start, end) switch
        {
            ({ } from, { } to) when to > from => to - from <= TimeSpan.FromHours(12) ? WantedWindow.Between(from, to) : null,
            // "10-12" ends at noon, "8-12 in the evening" with the day.
            ({ } from, { } to) when to == TimeOnly.MinValue => WantedWindow.Between(from, from.Hour < 12 ? new TimeOnly(12, 0) : new TimeOnly(23, 59)),
            ({ } from, null) => WantedWindow.After(from),
            (null, { } to) => WantedWindow.Before(to),
            _ => null,
        };
    }

    private static DayPart? PartIn(string timex)
    {
        var t = timex.LastIndexOf('T');
        return t < 0 ? null : timex.AsSpan(t + 1) switch
        {
            "MO" or "MEB" or "DA" => DayPart.Morning,
            "MI" or "MEL" => DayPart.Noon,
            "AF" => DayPart.Afternoon,
            "EV" or "NI" or "MED" => DayPart.Evening,
            _ => null,
        };
    }

    private static (DateOnly? Day, TimeOnly? Time)? Moment(Dictionary<string, string> value, string key)
    {
        if (!value.TryGetValue(key, out var written))
            return null;
        if (DateTime.TryParseExact(written, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var both))
            return (DateOnly.FromDateTime(both), TimeOnly.FromDateTime(both));
        if (DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return (day, null);
        return TimeOnly.TryParseExact(written, "HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? (null, time) : null;
    }
}
