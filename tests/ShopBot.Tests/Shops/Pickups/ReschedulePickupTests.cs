using ShopBot.Shops.Ordering;
using ShopBot.Shops.Pickups;
using ShopBot.Testing.Shops;
using static ShopBot.Testing.Shops.TestShop;

namespace ShopBot.Tests.Shops.Pickups;

public sealed class ReschedulePickupTests
{
    // The clock stands at 9 o'clock on Monday, 2 March.
    private static readonly PickupWindow
        Tuesday = new("centre", new(2026, 3, 3), new(9, 0), new(12, 0), Capacity: 5),
        Wednesday = Tuesday with { Day = new(2026, 3, 4) },
        Thursday = Tuesday with { Day = new(2026, 3, 5) };

    [Fact]
    public async Task The_new_window_is_taken_and_the_old_one_is_free_again_and_staff_are_told()
    {
        await using var shop = await OpenAsync();
        var (mei, lan) = (await shop.MeetAsync(), await shop.BindAsync());
        await shop.TryPlaceAsync(mei, Fetched(mei, Tuesday, bags: 3));

        Assert.Equal(new ReschedulePickupResult.Moved(1, Left: 1), await shop.RescheduleAsync(mei, 1, Wednesday));

        Assert.Equal((0, 3), (await shop.BookedAsync(Tuesday), await shop.BookedAsync(Wednesday)));
        Assert.Equal(new BookedPickup("centre", Wednesday.Day, Wednesday.Start, Wednesday.End, Room: 3, Moves: 1), (await shop.OrderAsync(1)).Pickup);
        var move = Assert.Single(await shop.Get<PickupMoveReader>().OfOrderAsync(shop.Id, (await shop.OrderAsync(1)).Id, default));
        Assert.Equal((Tuesday.Day, Wednesday.Day, "", null), (move.FromDay, move.ToDay, move.By, move.Reason));
        Assert.Equal((lan.Contact, move.Id), Assert.Single(shop.Owed<PickupMoved>()) is var (to, fact) ? (to, fact.MoveId) : default);
    }

    [Fact]
    public async Task After_so_many_moves_only_a_person_can_help()
    {
        await using var shop = await OpenAsync();
        var mei = await shop.MeetAsync();
        await shop.TryPlaceAsync(mei, Fetched(mei, Tuesday));
        await shop.RescheduleAsync(mei, 1, Wednesday);
        Assert.Equal(new ReschedulePickupResult.Moved(1, Left: 0), await shop.RescheduleAsync(mei, 1, Thursday));

        Assert.Equal(new ReschedulePickupResult.TooManyMoves(2), await shop.RescheduleAsync(mei, 1, Tuesday));
        Assert.Equal((0, 1), (await shop.BookedAsync(Tuesday), await shop.BookedAsync(Thursday)));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task A_window_is_left_with_notice_or_not_at_all(int minutesLate, bool isMoved)
    {
        await using var shop = await OpenAsync();
        var mei = await shop.MeetAsync();
        await shop.TryPlaceAsync(mei, Fetched(mei, Tuesday));
        // 7 o'clock on Tuesday in Shanghai is two hours before it begins.
        shop.Clock.SetTo(new DateTimeOffset(2026, 3, 2, 23, minutesLate, 0, TimeSpan.Zero));

        var result = await shop.RescheduleAsync(mei, 1, Wednesday);

        Assert.Equal(isMoved ? new ReschedulePickupResult.Moved(1, 1) : new ReschedulePickupResult.TooLate(TimeSpan.FromHours(2)), result);
        Assert.Equal(isMoved ? 0 : 1, await shop.BookedAsync(Tuesday));
    }

    [Fact]
    public async Task Where_the_new_one_is_full_or_closed_the_old_one_stays()
    {
        await using var shop = await OpenAsync();
        var mei = await shop.MeetAsync();
        await shop.TryPlaceAsync(mei, Fetched(mei, Tuesday, bags: 2));
        await shop.TryPlaceAsync(mei, Fetched(mei, Wednesday, bags: 4));

        Assert.IsType<ReschedulePickupResult.Full>(await shop.RescheduleAsync(mei, 1, Wednesday));
        Assert.IsType<ReschedulePickupResult.Over>(await shop.RescheduleAsync(mei, 1, Thursday, until: shop.Clock.GetUtcNow().AddMilliseconds(-1)));
        Assert.IsType<ReschedulePickupResult.AlreadyThere>(await shop.RescheduleAsync(mei, 1, Tuesday));

        Assert.Equal((2, 4, 0), (await shop.BookedAsync(Tuesday), await shop.BookedAsync(Wednesday), await shop.BookedAsync(Thursday)));
        Assert.Equal((Tuesday.Day, 0), (await shop.OrderAsync(1)).Pickup is { } booked ? (booked.Day, booked.Moves) : default);
        Assert.Empty(shop.Owed<PickupMoved>());
    }

    [Fact]
    public async Task Only_ones_own_order_and_only_while_somebody_is_still_to_come()
    {
        await using var shop = await OpenAsync();
        var (mei, eve, lan) = (await shop.MeetAsync(), await shop.MeetAsync("eve"), await shop.BindAsync());
        await shop.TryPlaceAsync(mei, Fetched(mei, Tuesday));
        await shop.TryPlaceAsync(mei, Fetched(mei, Tuesday));
        await shop.CancelAsync(mei, 2);

        Assert.IsType<ReschedulePickupResult.NotYours>(await shop.RescheduleAsync(eve, 1, Wednesday));
        Assert.Equal(new ReschedulePickupResult.NotMovable(OrderState.Cancelled), await shop.RescheduleAsync(mei, 2, Wednesday));
        await shop.MoveAsync(lan, 1, OrderState.Accepted);
        Assert.IsType<ReschedulePickupResult.Moved>(await shop.RescheduleAsync(mei, 1, Wednesday));
        await shop.MoveAsync(lan, 1, OrderState.Collected, new MoveDetails(SealNumber: "E0231"));
        Assert.Equal(new ReschedulePickupResult.NotMovable(OrderState.Collected), await shop.RescheduleAsync(mei, 1, Thursday));
        Assert.Equal((0, 1, 0), (await shop.BookedAsync(Tuesday), await shop.BookedAsync(Wednesday), await shop.BookedAsync(Thursday)));
    }

    [Fact]
    public async Task An_order_without_a_window_gets_its_first_one_which_is_no_move()
    {
        await using var shop = await OpenAsync();
        var mei = await shop.MeetAsync();
        await shop.TryPlaceAsync(mei, Fetched(mei, Tuesday, bags: 2) with { Pickup = null });

        Assert.Equal(new ReschedulePickupResult.Moved(1, Left: 2), await shop.RescheduleAsync(mei, 1, Tuesday));
        Assert.Equal(2, await shop.BookedAsync(Tuesday));
        await shop.CancelAsync(mei, 1);
        Assert.Equal(0, await shop.BookedAsync(Tuesday));
    }

    [Fact]
    public async Task Of_twenty_who_move_into_the_last_place_at_once_one_does()
    {
        await using var shop = await OpenAsync();
        var customers = new List<MetCustomer>();
        for (var i = 0; i < 20; i++)
        {
            customers.Add(await shop.MeetAsync($"customer-{i}"));
            await shop.TryPlaceAsync(customers[i], Fetched(customers[i], Tuesday with { Capacity = 20 }));
        }

        var results = await Task.WhenAll(customers.Select((c, i) => Task.Run(() => shop.RescheduleAsync(c, i + 1, Wednesday with { Capacity = 1 }))));

        Assert.Single(results.OfType<ReschedulePickupResult.Moved>());
        Assert.Equal(19, results.OfType<ReschedulePickupResult.Full>().Count());
        Assert.Equal((19, 1), (await shop.BookedAsync(Tuesday), await shop.BookedAsync(Wednesday)));
    }

    [Fact]
    public async Task Moved_and_taken_back_at_once_it_holds_no_window()
    {
        await using var shop = await OpenAsync();
        var mei = await shop.MeetAsync();
        for (var number = 1; number <= 20; number++)
        {
            await shop.TryPlaceAsync(mei, Fetched(mei, Tuesday));
            var (order, to) = (number, number % 2 == 0 ? Wednesday : Thursday);
            await Task.WhenAll(Task.Run(() => shop.RescheduleAsync(mei, order, to)), Task.Run(() => shop.CancelAsync(mei, order)));
        }

        Assert.Equal((0, 0, 0), (await shop.BookedAsync(Tuesday), await shop.BookedAsync(Wednesday), await shop.BookedAsync(Thursday)));
    }

    [Fact]
    public async Task What_breaks_between_taking_and_releasing_leaves_everything_as_it_was()
    {
        await using var shop = await OpenAsync();
        var (mei, _) = (await shop.MeetAsync(), await shop.BindAsync());
        await shop.TryPlaceAsync(mei, Fetched(mei, Tuesday, bags: 2));
        // A counter that is wrong already makes the release fail, after the new window was taken.
        await shop.Database.WriteAsync(db => db.Execute("UPDATE pickup_slot SET \"Booked\" = 1"));

        await Assert.ThrowsAnyAsync<Exception>(() => shop.RescheduleAsync(mei, 1, Wednesday));

        Assert.Equal((1, 0), (await shop.BookedAsync(Tuesday), await shop.BookedAsync(Wednesday)));
        Assert.Equal((Tuesday.Day, 0), (await shop.OrderAsync(1)).Pickup is { } booked ? (booked.Day, booked.Moves) : default);
        Assert.Empty(shop.Owed<PickupMoved>());
    }

    private static async Task<TestShop> OpenAsync()
    {
        var shop = Open(Laundry);
        await shop.StockBagsAsync();
        return shop;
    }
}
