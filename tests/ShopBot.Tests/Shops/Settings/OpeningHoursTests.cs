using ShopBot.Shops.Ordering;
using ShopBot.Shops.Settings;

namespace ShopBot.Tests.Shops.Settings;

public sealed class OpeningHoursTests
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    [Fact]
    public void A_week_may_be_written_day_by_day()
    {
        Assert.True(OpeningHours.TryParse("Mon-Fri 09:00-18:00, Sat 10:00-24:00", out var hours));

        Assert.Equal((new TimeOnly(9, 0), new TimeOnly(18, 0)), hours.On(Monday));
        Assert.Equal((new TimeOnly(10, 0), new TimeOnly(23, 59)), hours.On(Monday.AddDays(5)));
        Assert.Null(hours.On(Monday.AddDays(6)));
        Assert.Equal((new TimeOnly(9, 0), new TimeOnly(23, 59)), hours.Widest);
    }

    [Theory]
    [InlineData("")]
    [InlineData("9-21")]
    [InlineData("21:00-09:00")]
    [InlineData("Mon 09:00-18:00, Mon-Fri 09:00-18:00")]
    [InlineData("Someday 09:00-18:00")]
    [InlineData("Mon-Tue-Wed 09:00-18:00")]
    public void What_is_written_otherwise_is_refused_with_what_to_write(string written)
    {
        Assert.False(OpeningHours.TryParse(written, out _));
        if (written.Length > 0)
            Assert.Contains(new ShopSettings { Id = "a", Name = "a", Offers = { Offer.Goods }, Hours = written }.Problems(), p => p.Setting == "Shops:a:Hours");
    }

    [Theory]
    [InlineData("15:30")]
    [InlineData("15:00-17:00")]
    [InlineData("17:00-")]
    [InlineData("-12:00")]
    [InlineData("afternoon")]
    public void A_wanted_window_is_read_as_it_is_written(string written)
    {
        Assert.True(WantedWindow.TryParse(written, out var window));
        Assert.Equal(written, window.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("25:00")]
    [InlineData("17:00-15:00")]
    [InlineData("midnight")]
    [InlineData("-")]
    public void No_other_text_is_a_window(string? written) => Assert.False(WantedWindow.TryParse(written, out _));
}
