using ShopBot.Shops.Ordering;
using ShopBot.Shops.Pickups;
using ShopBot.Testing.Shops;
using static ShopBot.Testing.Shops.TestShop;

namespace ShopBot.Tests.Shops.Pickups;

public sealed class CloseWindowsTests
{
    private static readonly PickupWindow
        Morning = new("centre", new(2026, 3, 3), new(9, 0), new(12, 0), Capacity: 5),
        Noon = Morning with { Start = new(12, 0), End = new(15, 0) };

    [Fact]
    public async Task A_closed_window_takes_nobody_and_is_offered_to_nobody_until_it_is_open_again()
    {
        await using var shop = await OpenAsync();
        var (mei, lan) = (await shop.MeetAsync(), await shop.BindAsync());
        Assert.Equal([Morning, Noon], await FreeAsync(shop, mei));

        await shop.CloseAsync(lan, Morning);

        Assert.Equal([Noon], await FreeAsync(shop, mei));
        Assert.IsType<PlaceOrderResult.PickupFull>(await shop.TryPlaceAsync(mei, Fetched(mei, Morning)));
        Assert.IsType<HoldPickupResult.Full>(await shop.HoldAsync(mei, Morning));
        await shop.TryPlaceAsync(mei, Fetched(mei, Noon));
        Assert.IsType<ReschedulePickupResult.Full>(await shop.RescheduleAsync(mei, 1, Morning));

        await shop.Get<CloseWindows>().ReopenAsync(shop.Id, shop.NextKey(), lan.Actor, [Morning], default);
        Assert.Equal([Morning, Noon], await FreeAsync(shop, mei));
        Assert.IsType<PlaceOrderResult.Placed>(await shop.TryPlaceAsync(mei, Fetched(mei, Morning)));
    }

    [Fact]
    public async Task What_is_booked_stays_booked_and_is_listed()
    {
        await using var shop = await OpenAsync();
        var (mei, lan) = (await shop.MeetAsync(), await shop.BindAsync());
        await shop.TryPlaceAsync(mei, Fetched(mei, Morning, bags: 2));
        await shop.TryPlaceAsync(mei, Fetched(mei, Noon));
        await shop.TryPlaceAsync(mei, Fetched(mei, Noon));
        await shop.CancelAsync(mei, 3);

        var done = Assert.IsType<CloseWindowsResult.Done>(await shop.CloseAsync(lan, Morning, Noon));

        Assert.Equal(2, done.Changed);
        Assert.Equal([(1, Morning.Start), (2, Noon.Start)], done.Booked.Select(o => (o.Number, o.Start)));
        Assert.Equal(2, await shop.BookedAsync(Morning));
        Assert.Equal(0, Assert.IsType<CloseWindowsResult.Done>(await shop.CloseAsync(lan, Morning, Noon)).Changed);
    }

    [Fact]
    public async Task A_window_closed_while_somebody_is_deciding_is_no_longer_theirs()
    {
        await using var shop = await OpenAsync();
        var (mei, lan) = (await shop.MeetAsync(), await shop.BindAsync());
        await shop.HoldAsync(mei, Morning, bags: 2);
        await shop.CloseAsync(lan, Morning);

        Assert.IsType<PlaceOrderResult.PickupFull>(await shop.TryPlaceAsync(mei, Fetched(mei, Morning, bags: 2)));
        Assert.Equal([Noon], await FreeAsync(shop, mei));
    }

    [Fact]
    public async Task Only_staff_close_windows()
    {
        await using var shop = await OpenAsync();
        var mei = await shop.MeetAsync();

        Assert.IsType<CloseWindowsResult.NotStaff>(await shop.CloseAsync(new BoundStaff(Guid.Empty, mei.Contact, "mei"), Morning));
        Assert.Equal([Morning, Noon], await FreeAsync(shop, mei));
    }

    private static Task<IReadOnlyList<PickupWindow>> FreeAsync(TestShop shop, MetCustomer customer)
    {
        PickupHours[] day = [new(Morning.Start, Morning.End, 5), new(Noon.Start, Noon.End, 5)];
        var plan = new PickupPlan(
            [new PickupArea("centre", [], [[], [], day, [], [], [], []])], TimeSpan.Zero, new(17, 0), new(0, 0), new(0, 0), DaysAhead: 3,
            new HashSet<DateOnly>(), new Dictionary<DateOnly, DayOfWeek>());
        return shop.Get<PickupReader>().FreeAsync(shop.Id, plan, plan.Areas[0], new DateTime(2026, 3, 2, 9, 0, 0), 1, customer.Id, default);
    }

    private static async Task<TestShop> OpenAsync()
    {
        var shop = Open(Laundry);
        await shop.StockBagsAsync();
        return shop;
    }
}
