using ShopBot.Shops.Settings;

namespace ShopBot.Shops.Shifts;

/// <summary>Counts by a shop's opening hours.</summary>
public static class ShiftHours
{
    /// <summary>A shop that is closed for longer than this counts as one that does not say when it is open.</summary>
    private const int MostDays = 14;

    /// <summary>The next moment that lies so long after a closing, later than <paramref name="now"/>.</summary>
    public static DateTimeOffset AfterClosing(ShopSettings shop, DateTimeOffset now, TimeSpan after)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, shop.Zone).DateTime);
        // The closing of yesterday may still count: a bar closes late, and then comes the hour after it.
        for (var day = today.AddDays(-1); day <= today.AddDays(MostDays); day = day.AddDays(1))
        {
            if (shop.OpeningHours.On(day) is var (_, to) && Moment(shop.Zone, day, to) + after is var end && end > now)
                return end;
        }
        return now + TimeSpan.FromHours(12);
    }

    /// <summary>When so much opening time has passed: what begins in the evening goes on in the morning.</summary>
    public static DateTimeOffset Later(ShopSettings shop, DateTimeOffset from, TimeSpan openFor)
    {
        var (left, day) = (openFor, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(from, shop.Zone).DateTime));
        for (var last = day.AddDays(MostDays); day <= last; day = day.AddDays(1))
        {
            if (shop.OpeningHours.On(day) is not var (opens, closes))
                continue;
            var (open, close) = (Moment(shop.Zone, day, opens), Moment(shop.Zone, day, closes));
            var begins = from > open ? from : open;
            if (begins >= close)
                continue;
            if (begins + left <= close)
                return begins + left;
            left -= close - begins;
        }
        return from + openFor;
    }

    /// <summary>A wall-clock time at the shop, in UTC. One that the clock skips counts as the moment it skips to.</summary>
    public static DateTimeOffset Moment(TimeZoneInfo zone, DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
