using System.Globalization;
using ShopBot.Shops.Settings;

namespace ShopBot.Tests.Shops.Settings;

public sealed class QuietHoursTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"), Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Theory]
    [InlineData("21:30-08:00", "2026-03-02 21:29", null)]
    [InlineData("21:30-08:00", "2026-03-02 21:30", "2026-03-03 08:00")]
    [InlineData("21:30-08:00", "2026-03-31 23:59", "2026-04-01 08:00")]
    [InlineData("21:30-08:00", "2026-03-03 00:00", "2026-03-03 08:00")]
    [InlineData("21:30-08:00", "2026-03-03 07:59", "2026-03-03 08:00")]
    [InlineData("21:30-08:00", "2026-03-03 08:00", null)]
    [InlineData("00:00-07:00", "2026-03-03 06:59", "2026-03-03 07:00")]
    [InlineData("00:00-07:00", "2026-03-03 23:59", null)]
    [InlineData("13:00-14:30", "2026-03-03 13:10", "2026-03-03 14:30")]
    public void They_end_at_the_next_end_on_the_shops_clock(string written, string at, string? end)
    {
        Assert.True(QuietHours.TryParse(written, out var quiet));

        Assert.Equal(end is null ? null : Local(end), quiet.EndsAfter(Local(at), Shanghai));
    }

    [Fact]
    public void They_end_in_the_hour_after_one_the_clock_skips()
    {
        Assert.True(QuietHours.TryParse("21:30-02:30", out var quiet));

        // On 29 March 2026 clocks in Berlin go from 2 to 3.
        Assert.Equal(new DateTimeOffset(2026, 3, 29, 1, 30, 0, TimeSpan.Zero), quiet.EndsAfter(new DateTimeOffset(2026, 3, 28, 22, 0, 0, TimeSpan.Zero), Berlin));
    }

    [Theory]
    [InlineData("")]
    [InlineData("21:30")]
    [InlineData("9pm-8am")]
    [InlineData("08:00-08:00")]
    [InlineData("21:30-24:00")]
    [InlineData("21:30-08:00-09:00")]
    public void Anything_else_is_refused(string written) => Assert.False(QuietHours.TryParse(written, out _));

    [Fact]
    public void A_shop_whose_quiet_hours_cannot_be_read_is_told_what_to_write()
    {
        var shop = new ShopSettings { Id = "laundry", Name = "E-bag", Offers = { Offer.Laundry }, Quiet = "at night" };

        var (setting, _, write) = Assert.Single(shop.Problems());

        Assert.Equal("Shops:laundry:Quiet", setting);
        Assert.Contains("21:30-08:00", write, StringComparison.Ordinal);
        Assert.Null(shop.QuietHours);
    }

    private static DateTimeOffset Local(string text) => new(DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(8));
}
