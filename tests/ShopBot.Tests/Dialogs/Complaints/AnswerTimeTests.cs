using System.Globalization;
using ShopBot.Dialogs.Complaints;
using ShopBot.Shops.Settings;

namespace ShopBot.Tests.Dialogs.Complaints;

public sealed class AnswerTimeTests
{
    [Theory]
    [InlineData("09:00-21:00", "2026-11-23 10:00", 2, "2026-11-23 12:00")]
    [InlineData("09:00-21:00", "2026-11-23 07:15", 2, "2026-11-23 11:00")]
    [InlineData("09:00-21:00", "2026-11-23 20:00", 2, "2026-11-24 11:00")]
    [InlineData("10:00-22:00", "2026-11-23 20:00", 2, "2026-11-23 22:00")]
    [InlineData("Mon-Fri 09:00-18:00", "2026-11-27 17:30", 2, "2026-11-30 11:00")]
    [InlineData("Sat 10:00-12:00", "2026-11-28 11:00", 4, "2026-12-05 14:00")]
    public void The_time_runs_while_the_shop_is_open(string hours, string now, int within, string expected)
    {
        Assert.True(OpeningHours.TryParse(hours, out var open));
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
        var local = DateTime.Parse(now, CultureInfo.InvariantCulture);

        var until = AnswerTime.After(new DateTimeOffset(local, zone.GetUtcOffset(local)), TimeSpan.FromHours(within), open, zone);

        Assert.Equal(expected, TimeZoneInfo.ConvertTime(until, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
        Assert.Equal(TimeSpan.Zero, until.Offset);
    }
}
