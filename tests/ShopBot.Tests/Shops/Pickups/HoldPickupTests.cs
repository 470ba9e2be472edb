using ShopBot.Shops.Ordering;
using ShopBot.Shops.Pickups;
using ShopBot.Testing.Shops;
using static ShopBot.Testing.Shops.TestShop;

namespace ShopBot.Tests.Shops.Pickups;

public sealed class HoldPickupTests
{
    private static readonly PickupWindow Window = new("centre", new(2026, 3, 3), new(9, 0), new(12, 0), Capacity: 5);
    private static readonly PickupWindow Later = Window with { Start = new(12, 0), End = new(15, 0) };

    [Fact]
    public async Task Two_hundred_who_hold_let_go_and_order_at_once_never_go_over_capacity_and_lose_no_place()
    {
        await using var shop = Open(Laundry);
        await shop.StockBagsAsync();
        var windows = Enumerable.Range(0, 10).Select(i => Window with { Day = Window.Day.AddDays(i), Capacity = 60 }).ToList();
        var customers = new List<MetCustomer>();
        for (var i = 0; i < 200; i++)
            customers.Add(await shop.MeetAsync($"customer-{i}"));

        var placed = await Task.WhenAll(customers.Select((customer, i) => Task.Run(async () =>
        {
            var (chance, bags) = (new Random(i), 0);
            for (var n = 0; n < 20; n++)
            {
                var (window, want) = (windows[chance.Next(windows.Count)], chance.Next(1, 4));
                var isHeld = await shop.HoldAsync(customer, window, want) is HoldPickupResult.Held;
                if (chance.Next(4) == 0)
                    await shop.LetGoAsync(customer);
                else if (chance.Next(2) == 0)
                {
                    var isPlaced = await shop.TryPlaceAsync(customer, Fetched(customer, window, want)) is PlaceOrderResult.Placed;
                    Assert.True(isPlaced || !isHeld, "What was held was not to be had.");
                    bags += isPlaced ? want : 0;
                }
            }
            await shop.LetGoAsync(customer);
            return bags;
        })));

        var booked = await Task.WhenAll(windows.Select(shop.BookedAsync));
        Assert.All(booked, b => Assert.InRange(b, 0, 60));
        Assert.Equal(placed.Sum(), booked.Sum());
        Assert.True(placed.Sum() > 500, $"Only {placed.Sum()} of 600 places were sold: the test sells too little to mean anything.");
    }

    [Fact]
    public async Task What_is_held_is_sold_to_nobody_else_and_becomes_the_booking()
    {
        await using var shop = Open(Laundry);
        await shop.StockBagsAsync();
        var (mei, lan) = (await shop.MeetAsync("mei"), await shop.MeetAsync("lan"));

        Assert.Equal(new HoldPickupResult.Held(shop.Clock.GetUtcNow().AddMinutes(10)), await shop.HoldAsync(mei, Window, bags: 3));
        Assert.IsType<HoldPickupResult.Full>(await shop.HoldAsync(lan, Window, bags: 3));
        Assert.IsType<PlaceOrderResult.PickupFull>(await shop.TryPlaceAsync(lan, Fetched(lan, Window, bags: 3)));
        Assert.IsType<PlaceOrderResult.Placed>(await shop.TryPlaceAsync(mei, Fetched(mei, Window, bags: 3)));

        Assert.Equal(3, await shop.BookedAsync(Window));
        shop.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.IsType<PlaceOrderResult.PickupFull>(await shop.TryPlaceAsync(lan, Fetched(lan, Window, bags: 3)));
    }

    [Fact]
    public async Task A_customer_holds_one_window_and_a_refused_one_leaves_none()
    {
        await using var shop = Open(Laundry);
        var (mei, lan) = (await shop.MeetAsync("mei"), await shop.MeetAsync("lan"));
        await shop.HoldAsync(lan, Later, bags: 4);

        await shop.HoldAsync(mei, Window, bags: 5);
        await shop.HoldAsync(mei, Window, bags: 2);
        Assert.Equal(2, await shop.BookedAsync(Window));
        await shop.HoldAsync(mei, Later);
        Assert.Equal((0, 5), (await shop.BookedAsync(Window), await shop.BookedAsync(Later)));
        Assert.IsType<HoldPickupResult.Full>(await shop.HoldAsync(mei, Later, bags: 2));
        Assert.Equal((0, 4), (await shop.BookedAsync(Window), await shop.BookedAsync(Later)));
    }

    [Fact]
    public async Task Run_again_under_its_key_a_choice_holds_once()
    {
        await using var shop = Open(Laundry);
        var (mei, key) = (await shop.MeetAsync(), shop.NextKey());

        var first = await shop.HoldAsync(mei, Window, bags: 2, key);
        shop.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(first, await shop.HoldAsync(mei, Window, bags: 2, key));
        Assert.Equal(2, await shop.BookedAsync(Window));
    }

    [Fact]
    public async Task What_ran_out_is_anybodys_and_still_its_holders_while_there_is_room()
    {
        await using var shop = Open(Laundry);
        await shop.StockBagsAsync();
        var (mei, lan) = (await shop.MeetAsync("mei"), await shop.MeetAsync("lan"));
        await shop.HoldAsync(mei, Window, bags: 3);
        await shop.HoldAsync(lan, Window, bags: 2);
        shop.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.IsType<PlaceOrderResult.Placed>(await shop.TryPlaceAsync(lan, Fetched(lan, Window, bags: 2)));
        Assert.IsType<PlaceOrderResult.Placed>(await shop.TryPlaceAsync(lan, Fetched(lan, Window, bags: 2)));
        Assert.IsType<PlaceOrderResult.PickupFull>(await shop.TryPlaceAsync(mei, Fetched(mei, Window, bags: 3)));
        Assert.IsType<PlaceOrderResult.Placed>(await shop.TryPlaceAsync(mei, Fetched(mei, Window, bags: 1)));
        Assert.Equal(5, await shop.BookedAsync(Window));
    }

    [Fact]
    public async Task What_ran_out_goes_back_by_itself_and_what_was_chosen_anew_later()
    {
        await using var shop = Open(Laundry);
        var mei = await shop.MeetAsync();
        await shop.HoldAsync(mei, Window, bags: 3);
        shop.Clock.Advance(TimeSpan.FromMinutes(6));
        await shop.HoldAsync(mei, Later, bags: 2);

        shop.Clock.Advance(TimeSpan.FromMinutes(6));
        await shop.RunDueAsync();
        Assert.Equal((0, 2), (await shop.BookedAsync(Window), await shop.BookedAsync(Later)));
        shop.Clock.Advance(TimeSpan.FromMinutes(4));
        await shop.RunDueAsync();
        Assert.Equal((0, 0), (await shop.BookedAsync(Window), await shop.BookedAsync(Later)));
    }

    [Fact]
    public async Task A_refused_order_keeps_what_is_held()
    {
        await using var shop = Open(Laundry);
        await shop.StockBagsAsync();
        var mei = await shop.MeetAsync();
        await shop.HoldAsync(mei, Window, bags: 2);

        Assert.IsType<PlaceOrderResult.PriceChanged>(await shop.TryPlaceAsync(mei, Fetched(mei, Window, bags: 2) with { TotalInMinor = 1 }));
        Assert.Equal(2, await shop.BookedAsync(Window));
    }

    [Fact]
    public async Task An_order_that_fails_half_way_leaves_what_is_held_as_it_was()
    {
        await using var shop = Open(Laundry);
        await shop.StockBagsAsync();
        var mei = await shop.MeetAsync();
        await shop.HoldAsync(mei, Window, bags: 2);

        // The table refuses an order of nobody, when everything else is done: as if the program had died then.
        await Assert.ThrowsAnyAsync<Exception>(() => shop.TryPlaceAsync(mei, Fetched(mei, Window, bags: 2) with { Name = null! }));

        Assert.Equal(2, await shop.BookedAsync(Window));
        await shop.LetGoAsync(mei);
        await shop.LetGoAsync(mei);
        Assert.Equal(0, await shop.BookedAsync(Window));
    }
}
