using ShopBot.Shops.Ordering;
using ShopBot.Shops.Pickups;
using ShopBot.Testing.Shops;
using static ShopBot.Testing.Shops.TestShop;

namespace ShopBot.Tests.Shops.Pickups;

public sealed class BookPickupTests
{
    private static readonly PickupWindow Window = new("centre", new(2026, 3, 3), new(9, 0), new(12, 0), Capacity: 5);

    [Fact]
    public async Task Five_thousand_bookings_of_two_hundred_at_once_fill_fifty_windows_exactly()
    {
        await using var shop = Open(Laundry);
        await shop.StockBagsAsync();
        var windows = Enumerable.Range(0, 50).Select(i => Window with { Day = Window.Day.AddDays(i), Capacity = 60 }).ToList();
        var customers = new List<MetCustomer>();
        for (var i = 0; i < 200; i++)
            customers.Add(await shop.MeetAsync($"customer-{i}"));

        // 5,000 times one bag for 50 × 60 places: 3,000 fit.
        var results = await Task.WhenAll(customers.Select((c, i) => Task.Run(async () =>
        {
            var own = new List<PlaceOrderResult>();
            for (var n = 0; n < 25; n++)
                own.Add(await shop.TryPlaceAsync(c, Fetched(c, windows[((i * 25) + n) % 50])));
            return own;
        })));

        var all = results.SelectMany(r => r).ToList();
        Assert.Equal(3000, all.OfType<PlaceOrderResult.Placed>().Count());
        Assert.Equal(2000, all.OfType<PlaceOrderResult.PickupFull>().Count());
        foreach (var window in windows)
            Assert.Equal(60, await shop.BookedAsync(window));
    }

    [Fact]
    public async Task An_order_that_does_not_fit_whole_takes_nothing()
    {
        await using var shop = Open(Laundry);
        await shop.StockBagsAsync();
        var mei = await shop.MeetAsync();

        Assert.IsType<PlaceOrderResult.PickupFull>(await shop.TryPlaceAsync(mei, Fetched(mei, Window, bags: 6)));
        Assert.IsType<PlaceOrderResult.Placed>(await shop.TryPlaceAsync(mei, Fetched(mei, Window, bags: 3)));
        Assert.IsType<PlaceOrderResult.PickupFull>(await shop.TryPlaceAsync(mei, Fetched(mei, Window, bags: 3)));
        Assert.IsType<PlaceOrderResult.Placed>(await shop.TryPlaceAsync(mei, Fetched(mei, Window, bags: 2)));

        Assert.Equal(5, await shop.BookedAsync(Window));
        Assert.Equal(0, await shop.BookedAsync(Window with { Area = "elsewhere" }));
        Assert.Equal(new BookedPickup("centre", Window.Day, Window.Start, Window.End, Room: 3), (await shop.OrderAsync(1)).Pickup);
    }

    [Fact]
    public async Task A_window_is_full_when_its_stops_are_used_up_however_little_was_taken()
    {
        await using var shop = Open(Laundry);
        await shop.StockBagsAsync();
        var mei = await shop.MeetAsync();
        var window = Window with { Stops = 2 };

        // A pair of shoes is a quarter of a bag, and a door to go to all the same.
        Assert.IsType<PlaceOrderResult.Placed>(await shop.TryPlaceAsync(mei, Fetched(mei, window) with { PickupRoom = 1 }));
        Assert.IsType<PlaceOrderResult.Placed>(await shop.TryPlaceAsync(mei, Fetched(mei, window) with { PickupRoom = 1 }));
        Assert.IsType<PlaceOrderResult.PickupFull>(await shop.TryPlaceAsync(mei, Fetched(mei, window) with { PickupRoom = 1 }));
        await shop.CancelAsync(mei, 1);
        Assert.IsType<PlaceOrderResult.Placed>(await shop.TryPlaceAsync(mei, Fetched(mei, window) with { PickupRoom = 1 }));

        Assert.Equal((2, 2), (await shop.BookedAsync(window), await shop.StopsAsync(window)));
    }

    [Fact]
    public async Task Of_two_hundred_at_once_as_many_get_in_as_stops_and_room_allow_both()
    {
        await using var shop = Open(Laundry);
        await shop.StockBagsAsync();
        var mei = await shop.MeetAsync();
        var (narrow, small) = (Window with { Capacity = 100, Stops = 17 }, Window with { Area = "elsewhere", Capacity = 13, Stops = 100 });

        var results = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => shop.TryPlaceAsync(mei, Fetched(mei, i % 2 == 0 ? narrow : small)))));

        Assert.Equal(30, results.OfType<PlaceOrderResult.Placed>().Count());
        Assert.Equal((17, 17, 13, 13), (await shop.BookedAsync(narrow), await shop.StopsAsync(narrow), await shop.BookedAsync(small), await shop.StopsAsync(small)));
    }

    [Fact]
    public async Task Taking_an_order_back_frees_its_window_once_whoever_does_it()
    {
        await using var shop = Open(Laundry);
        await shop.StockBagsAsync();
        var (mei, lan) = (await shop.MeetAsync(), await shop.BindAsync());
        await shop.TryPlaceAsync(mei, Fetched(mei, Window, bags: 3));
        await shop.TryPlaceAsync(mei, Fetched(mei, Window, bags: 2));

        await shop.CancelAsync(mei, 1);
        await shop.CancelAsync(mei, 1);
        Assert.Equal(2, await shop.BookedAsync(Window));
        await shop.MoveAsync(lan, 2, OrderState.Cancelled);
        Assert.Equal(0, await shop.BookedAsync(Window));
    }

    [Fact]
    public async Task Too_late_is_too_late_at_the_moment_of_booking()
    {
        await using var shop = Open(Laundry);
        await shop.StockBagsAsync();
        var mei = await shop.MeetAsync();
        var request = Fetched(mei, Window) with { PickupUntil = shop.Clock.GetUtcNow() };

        Assert.IsType<PlaceOrderResult.Placed>(await shop.TryPlaceAsync(mei, request));
        Assert.IsType<PlaceOrderResult.PickupOver>(await shop.TryPlaceAsync(mei, request with { PickupUntil = shop.Clock.GetUtcNow().AddMilliseconds(-1) }));
        Assert.Equal(1, await shop.BookedAsync(Window));
    }
}
