using ShopBot.Dialogs.Notices;
using ShopBot.Shops.Ordering;
using ShopBot.Testing.Shops;
using static ShopBot.Testing.Shops.TestShop;

namespace ShopBot.Tests.Dialogs.Notices;

public sealed class QuietNightTests
{
    private static readonly DateTimeOffset Night = new(2026, 3, 2, 14, 0, 0, TimeSpan.Zero), Morning = new(2026, 3, 3, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task At_night_customers_are_told_what_they_wait_for_and_the_rest_in_the_morning()
    {
        await using var shop = await OpenAtNightAsync();
        var (mei, lan) = (await shop.MeetAsync(), await shop.BindAsync());
        await shop.TryPlaceAsync(mei, Fetched(mei, new("centre", new(2026, 3, 3), new(9, 0), new(12, 0), Capacity: 5)));
        foreach (var to in (OrderState[])[OrderState.Accepted, OrderState.Collected, OrderState.Washing, OrderState.Ready, OrderState.Delivering, OrderState.Completed])
            await shop.MoveAsync(lan, 1, to, new MoveDetails(SealNumber: "E0231"));

        Assert.Equal(
            [(lan.Contact, Night), (mei.Contact, Morning), (mei.Contact, Night), (mei.Contact, Morning), (mei.Contact, Morning), (mei.Contact, Night), (mei.Contact, Night)],
            shop.Outbox.Select(m => m.To).Zip(GoAt(shop), (to, message) => (to, message.At)));
        // Only what waits for the morning lets others pass.
        Assert.All(GoAt(shop), message => Assert.Equal(message.At == Morning, message.StepsAside));
    }

    [Fact]
    public async Task By_day_and_without_quiet_hours_everything_comes_at_once()
    {
        await using var shop = await OpenAtNightAsync();
        shop.Clock.Advance(TimeSpan.FromHours(10));
        var (mei, lan) = (await shop.MeetAsync(), await shop.BindAsync());
        await shop.TryPlaceAsync(mei, Fetched(mei, new("centre", new(2026, 3, 3), new(15, 0), new(18, 0), Capacity: 5)));
        await shop.MoveAsync(lan, 1, OrderState.Accepted);
        shop.Book[shop.Id].Quiet = "";
        shop.Clock.Advance(TimeSpan.FromHours(14));
        await shop.MoveAsync(lan, 1, OrderState.Cancelled);

        Assert.Equal([Morning, Morning, Night.AddDays(1)], GoAt(shop).Select(m => m.At));
    }

    [Theory]
    [InlineData(OrderState.Accepted, OrderState.Collected, true)]
    [InlineData(OrderState.Accepted, OrderState.Cancelled, true)]
    [InlineData(OrderState.Washing, OrderState.Ready, true)]
    [InlineData(OrderState.Delivering, OrderState.Completed, true)]
    [InlineData(OrderState.Ready, OrderState.Delivering, true)]
    [InlineData(OrderState.Ready, OrderState.Completed, true)]
    [InlineData(OrderState.Ready, OrderState.Cancelled, true)]
    [InlineData(OrderState.Shipped, OrderState.Completed, true)]
    [InlineData(OrderState.Collected, OrderState.Washing, false)]
    [InlineData(OrderState.Collected, OrderState.Completed, false)]
    [InlineData(OrderState.Accepted, OrderState.Accepted, false)]
    [InlineData(OrderState.Ready, OrderState.Ready, false)]
    [InlineData(OrderState.Completed, OrderState.Completed, false)]
    public void Of_two_where_one_will_do_the_later_is_told(OrderState told, OrderState now, bool isOvertaken) =>
        Assert.Equal(isOvertaken, Overtaken.Is(told, now, Handover.Collection));

    [Fact]
    public void Who_fetches_it_at_the_shop_hears_that_it_is_ready_until_they_have_it()
    {
        Assert.False(Overtaken.Is(OrderState.Ready, OrderState.Delivering, Handover.Pickup));
        Assert.True(Overtaken.Is(OrderState.Ready, OrderState.Completed, Handover.Pickup));
    }

    private static async Task<TestShop> OpenAtNightAsync()
    {
        var shop = Open(Laundry);
        shop.Book[shop.Id].Quiet = "21:30-08:00";
        await shop.StockBagsAsync();
        shop.Clock.Advance(Night - Start);
        return shop;
    }

    private static List<(DateTimeOffset At, bool StepsAside)> GoAt(TestShop shop) => shop.Database.Read(db => db.Query(
        "SELECT not_before, steps_aside FROM message ORDER BY id", row => (DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(0)), row.GetInt32(1) == 1)));
}
