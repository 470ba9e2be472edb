using ShopBot.Shops.Settings;

namespace ShopBot.Dialogs.Complaints;

/// <summary>Until when somebody who complains hears from the shop: nobody answers while it is closed, so the time runs in its opening hours only.</summary>
internal static class AnswerTime
{
    private const int DaysOfWeek = 7;

    /// <param name="within">How long the shop takes while it is open.</param>
    /// <returns>UTC, in the opening hours; the next ones where today's are too short. Only a time longer than a day's hours ends after them.</returns>
    public static DateTimeOffset After(DateTimeOffset now, TimeSpan within, OpeningHours hours, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(now, zone).DateTime;
        for (var days = 0; days <= DaysOfWeek; days++)
        {
            var date = local.Date.AddDays(days);
            if (hours.On(DateOnly.FromDateTime(date)) is not var (open, close))
                continue;
            var (from, end) = (date + open.ToTimeSpan(), date + close.ToTimeSpan());
            if (days == 0 && local > from)
                from = local;
            if (from + within <= end || days > 0)
                return ToUtc(from + within, zone);
        }
        return ToUtc(local + within, zone);
    }

    private static DateTimeOffset ToUtc(DateTime local, TimeZoneInfo zone) => new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
}
