namespace ShopBot.Dialogs.Complaints;

/// <summary>Until when somebody who complains hears from the shop: nobody calls at night, so the time runs by day only.</summary>
internal static class AnswerTime
{
    private static readonly TimeOnly DayBegins = new(9, 0), DayEnds = new(21, 0);

    /// <param name="within">How long the shop takes in daytime.</param>
    /// <returns>UTC, between nine in the morning and nine in the evening at the shop.</returns>
    public static DateTimeOffset After(DateTimeOffset now, TimeSpan within, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(now, zone).DateTime;
        var from = TimeOnly.FromDateTime(local) < DayBegins ? local.Date + DayBegins.ToTimeSpan() : local;
        var until = from + within;
        if (until > from.Date + DayEnds.ToTimeSpan())
            until = from.Date.AddDays(1) + DayBegins.ToTimeSpan() + within;
        return new DateTimeOffset(until, zone.GetUtcOffset(until)).ToUniversalTime();
    }
}
