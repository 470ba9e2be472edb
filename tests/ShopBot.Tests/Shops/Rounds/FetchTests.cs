using ShopBot.Shops.Ordering;
using ShopBot.Shops.Pickups;
using ShopBot.Shops.Rounds;
using ShopBot.Shops.Staff;
using ShopBot.Testing.Shops;
using static ShopBot.Testing.Shops.TestShop;

namespace ShopBot.Tests.Shops.Rounds;

public sealed class FetchTests
{
    private static readonly PickupWindow Noon = new("centre", new(2026, 3, 2), new(12, 0), new(15, 0), 50);

    [Fact]
    public async Task Who_takes_a_new_order_accepts_it_and_its_customer_hears_it_once()
    {
        await using var round = await Round.OpenAsync();

        Assert.Equal(new TakeFetchResult.Taken(1, null, new MoveOrderResult.Moved(1, OrderState.Accepted)), await round.Shop.TakeAsync(round.Chen, 1));
        Assert.Equal(new TakeFetchResult.AlreadyYours(1), await round.Shop.TakeAsync(round.Chen, 1));

        Assert.Equal([round.Mei.Contact], round.Shop.Owed<OrderMoved>().Select(m => m.To));
        Assert.Equal("chen", (await round.StopAsync()).By);
    }

    [Fact]
    public async Task Of_twenty_who_take_it_at_once_one_has_it_and_the_others_hear_who()
    {
        await using var round = await Round.OpenAsync();
        var staff = new List<BoundStaff>();
        for (var i = 0; i < 20; i++)
            staff.Add(await round.Shop.BindAsync($"courier{i}", StaffRole.Courier));

        var results = await Task.WhenAll(staff.Select(s => Task.Run(() => round.Shop.TakeAsync(s, 1))));

        var taken = Assert.Single(results.OfType<TakeFetchResult.Taken>());
        var winner = staff[Array.IndexOf(results, taken)];
        Assert.Equal(winner.Name, (await round.StopAsync()).By);
        Assert.Equal(Enumerable.Repeat(new TakeFetchResult.SomebodyElses(1, winner.Name, Start), 19), results.OfType<TakeFetchResult.SomebodyElses>());
        Assert.Single(round.Shop.Owed<OrderMoved>());
    }

    [Fact]
    public async Task It_is_taken_over_on_purpose_only_and_who_had_it_is_told()
    {
        await using var round = await Round.OpenAsync();
        await round.Shop.TakeAsync(round.Wang, 1);

        Assert.Equal(new TakeFetchResult.SomebodyElses(1, "wang", Start), await round.Shop.TakeAsync(round.Chen, 1));
        Assert.Equal(new TakeFetchResult.Taken(1, "wang", null), await round.Shop.TakeAsync(round.Chen, 1, takeOver: true));

        var (to, fact) = Assert.Single(round.Shop.Owed<FetchTakenOver>());
        Assert.Equal((round.Wang.Contact, "chen", false), (to, fact.By, fact.IsCollected));
        Assert.Single(round.Shop.Owed<OrderMoved>());
    }

    [Fact]
    public async Task Who_collects_what_a_colleague_took_has_it_and_the_colleague_need_not_go()
    {
        await using var round = await Round.OpenAsync();
        await round.Shop.TakeAsync(round.Wang, 1);

        await round.Shop.SealAsync(round.Chen, 1);

        var (to, fact) = Assert.Single(round.Shop.Owed<FetchTakenOver>());
        Assert.Equal((round.Wang.Contact, "chen", true), (to, fact.By, fact.IsCollected));
        Assert.Equal(new TakeFetchResult.NotToBeFetched(1), await round.Shop.TakeAsync(round.Wang, 1, takeOver: true));
    }

    [Fact]
    public async Task It_is_given_back_by_who_has_it_or_a_manager_and_colleagues_on_shift_hear_of_it()
    {
        await using var round = await Round.OpenAsync();
        var ling = await round.Shop.BindAsync("ling", StaffRole.Courier);
        Assert.Equal(new GiveBackFetchResult.NobodyHasIt(1), await round.Shop.GiveBackAsync(round.Chen, 1));
        await round.Shop.TakeAsync(round.Chen, 1);
        await round.Shop.StartShiftAsync(ling);

        Assert.Equal(new GiveBackFetchResult.SomebodyElses(1, "chen"), await round.Shop.GiveBackAsync(ling, 1));
        Assert.Equal(new GiveBackFetchResult.GivenBack(1, Told: 1), await round.Shop.GiveBackAsync(round.Chen, 1));
        Assert.Equal([ling.Contact], round.Shop.Owed<FetchGivenBack>().Select(m => m.To));
        Assert.Null((await round.StopAsync()).By);

        await round.Shop.TakeAsync(round.Chen, 1);
        Assert.IsType<GiveBackFetchResult.GivenBack>(await round.Shop.GiveBackAsync(round.Wang, 1));
        Assert.Equal(OrderState.Accepted, (await round.Shop.OrderAsync(1)).State);
    }

    [Fact]
    public async Task Only_staff_take_give_back_or_report_and_only_what_is_there()
    {
        await using var round = await Round.OpenAsync();
        var stranger = new BoundStaff(Guid.Empty, round.Mei.Contact, "mei");

        Assert.Equal(new TakeFetchResult.NotStaff(), await round.Shop.TakeAsync(stranger, 1));
        Assert.Equal(new GiveBackFetchResult.NotStaff(), await round.Shop.GiveBackAsync(stranger, 1));
        Assert.Equal(new ReportNobodyHomeResult.NotStaff(), await round.Shop.NobodyHomeAsync(stranger, 1));
        Assert.Equal(new TakeFetchResult.NoSuchOrder(99), await round.Shop.TakeAsync(round.Chen, 99));
        Assert.Equal(new GiveBackFetchResult.NoSuchOrder(99), await round.Shop.GiveBackAsync(round.Chen, 99));
        Assert.Equal(new ReportNobodyHomeResult.NoSuchOrder(99), await round.Shop.NobodyHomeAsync(round.Chen, 99));
    }

    [Fact]
    public async Task Nobody_takes_it_those_on_shift_are_reminded_then_the_managers_hear_of_it()
    {
        await using var round = await Round.OpenAsync(place: false);
        await round.Shop.StartShiftAsync(round.Chen);
        await round.PlaceAsync();

        await round.Shop.PassAsync(TimeSpan.FromMinutes(14));
        Assert.Empty(round.Shop.Owed<FetchWaiting>());
        await round.Shop.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal([round.Chen.Contact], round.Shop.Owed<FetchWaiting>().Select(m => m.To));
        await round.Shop.PassAsync(TimeSpan.FromMinutes(14));
        Assert.Empty(round.Shop.Owed<FetchIgnored>());
        await round.Shop.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal([round.Wang.Contact], round.Shop.Owed<FetchIgnored>().Select(m => m.To));
        await round.Shop.PassAsync(TimeSpan.FromHours(1));
        Assert.Single(round.Shop.Owed<FetchIgnored>());
    }

    [Theory]
    [InlineData(10)]
    [InlineData(20)]
    public async Task Once_it_is_taken_nobody_is_reminded_any_more(int afterMinutes)
    {
        await using var round = await Round.OpenAsync(place: false);
        await round.Shop.StartShiftAsync(round.Chen);
        await round.PlaceAsync();

        await round.Shop.PassAsync(TimeSpan.FromMinutes(afterMinutes));
        await round.Shop.TakeAsync(round.Chen, 1);
        await round.Shop.PassAsync(TimeSpan.FromHours(2));

        Assert.Equal(afterMinutes > 15 ? 1 : 0, round.Shop.Owed<FetchWaiting>().Count);
        Assert.Empty(round.Shop.Owed<FetchIgnored>());
    }

    [Fact]
    public async Task At_night_no_time_passes_and_who_has_gone_home_is_not_reminded_but_the_managers_are_told()
    {
        await using var round = await Round.OpenAsync(place: false);
        await round.Shop.StartShiftAsync(round.Chen);
        await round.Shop.PassAsync(TimeSpan.FromHours(11) + TimeSpan.FromMinutes(50)); // 20:50
        await round.PlaceAsync(new PickupWindow("centre", new(2026, 3, 4), new(12, 0), new(15, 0), 50));

        await round.Shop.PassAsync(TimeSpan.FromHours(12)); // 8:50 of the next day; the shift ended at 22:00.
        Assert.Empty(round.Shop.Owed<FetchIgnored>());
        await round.Shop.PassAsync(TimeSpan.FromMinutes(15));

        Assert.Empty(round.Shop.Owed<FetchWaiting>());
        Assert.Equal([round.Wang.Contact], round.Shop.Owed<FetchIgnored>().Select(m => m.To));
    }

    [Fact]
    public async Task With_nobody_on_shift_everybody_was_told_and_nobody_is_reminded()
    {
        await using var round = await Round.OpenAsync();

        await round.Shop.PassAsync(TimeSpan.FromHours(2));

        Assert.Equal(2, round.Shop.Owed<OrderPlaced>().Count);
        Assert.Empty(round.Shop.Owed<FetchWaiting>());
        Assert.Empty(round.Shop.Owed<FetchIgnored>());
    }

    [Fact]
    public async Task Nobody_came_the_managers_and_the_customer_hear_it_once_and_the_window_is_let_go()
    {
        await using var round = await Round.OpenAsync();
        await round.Shop.TakeAsync(round.Chen, 1);

        await round.Shop.PassAsync(TimeSpan.FromHours(6) + TimeSpan.FromMinutes(29)); // 15:29
        Assert.Empty(round.Shop.Owed<PickupMissed>());
        await round.Shop.PassAsync(TimeSpan.FromMinutes(1));
        await round.Shop.PassAsync(TimeSpan.FromDays(1));

        var (to, fact) = Assert.Single(round.Shop.Owed<CourierMissing>());
        Assert.Equal((round.Wang.Contact, "chen"), (to, fact.By));
        Assert.Equal([round.Mei.Contact], round.Shop.Owed<PickupMissed>().Select(m => m.To));
        Assert.Equal(0, await round.Shop.BookedAsync(Noon));
        var order = await round.Shop.OrderAsync(1);
        Assert.Equal((OrderState.Accepted, null), (order.State, order.Pickup));
        Assert.Null((await round.StopAsync()).By);
    }

    [Theory]
    [InlineData("sealed")]
    [InlineData("nobody home")]
    [InlineData("cancelled")]
    public async Task Who_came_or_need_not_come_is_not_missing(string what)
    {
        await using var round = await Round.OpenAsync();
        await round.Shop.TakeAsync(round.Chen, 1);
        await round.Shop.PassAsync(TimeSpan.FromHours(4));
        switch (what)
        {
            case "sealed":
                await round.Shop.SealAsync(round.Chen, 1);
                break;
            case "nobody home":
                await round.Shop.NobodyHomeAsync(round.Chen, 1);
                break;
            default:
                await round.Shop.CancelAsync(round.Mei, 1);
                break;
        }

        await round.Shop.PassAsync(TimeSpan.FromDays(1));

        Assert.Empty(round.Shop.Owed<CourierMissing>());
        Assert.Empty(round.Shop.Owed<PickupMissed>());
    }

    [Fact]
    public async Task Nobody_home_lets_the_window_go_tells_the_customer_and_the_second_time_a_manager_decides()
    {
        await using var round = await Round.OpenAsync();
        await round.Shop.TakeAsync(round.Chen, 1);

        Assert.Equal(new ReportNobodyHomeResult.TooEarly(1, Start + TimeSpan.FromHours(3)), await round.Shop.NobodyHomeAsync(round.Chen, 1));
        round.Shop.Clock.Advance(TimeSpan.FromHours(3));
        Assert.Equal(new ReportNobodyHomeResult.Reported(1, "李梅", 1, IsTold: true), await round.Shop.NobodyHomeAsync(round.Chen, 1));
        Assert.Equal(0, await round.Shop.BookedAsync(Noon));
        Assert.Empty(round.Shop.Owed<NobodyHomeAgain>());
        Assert.Equal(new ReportNobodyHomeResult.Reported(1, "李梅", 2, IsTold: true), await round.Shop.NobodyHomeAsync(round.Chen, 1));

        Assert.Equal([1, 2], round.Shop.Owed<NobodyHome>().Select(m => m.Fact.Times));
        Assert.Equal([(round.Wang.Contact, "chen")], round.Shop.Owed<NobodyHomeAgain>().Select(m => (m.To, m.Fact.By)));
        Assert.Equal((OrderState.Accepted, 2), ((await round.Shop.OrderAsync(1)).State, (await round.StopAsync()).NobodyHome));
    }

    [Fact]
    public async Task A_customer_cancels_while_the_courier_seals_one_of_them_wins_and_both_hear_the_truth()
    {
        for (var i = 0; i < 20; i++)
        {
            await using var round = await Round.OpenAsync();
            await round.Shop.TakeAsync(round.Chen, 1);

            var (cancel, seal) = (Task.Run(() => round.Shop.CancelAsync(round.Mei, 1)), Task.Run(() => round.Shop.SealAsync(round.Chen, 1)));
            await Task.WhenAll(cancel, seal);

            if (await cancel is CancelOrderResult.Cancelled)
            {
                Assert.Equal(new MoveOrderResult.NotAllowed(1, OrderState.Cancelled, []).State, Assert.IsType<MoveOrderResult.NotAllowed>(await seal).State);
                Assert.Equal(0, await round.Shop.BookedAsync(Noon));
                Assert.Contains(round.Chen.Contact, round.Shop.Owed<OrderCancelled>().Select(m => m.To));
            }
            else
            {
                Assert.Equal(new CancelOrderResult.TooLate(1, OrderState.Collected), await cancel);
                Assert.IsType<MoveOrderResult.Moved>(await seal);
                Assert.Equal(1, await round.Shop.BookedAsync(Noon));
                Assert.Empty(round.Shop.Owed<OrderCancelled>());
            }
        }
    }

    [Fact]
    public async Task Who_is_on_the_way_hears_that_it_was_cancelled_also_after_their_shift()
    {
        await using var round = await Round.OpenAsync();
        await round.Shop.TakeAsync(round.Chen, 1);
        await round.Shop.StartShiftAsync(round.Wang);

        await round.Shop.CancelAsync(round.Mei, 1);

        Assert.Equal([round.Chen.Contact, round.Wang.Contact], round.Shop.Owed<OrderCancelled>().Select(m => m.To));
        Assert.Equal(new TakeFetchResult.NotToBeFetched(1), await round.Shop.TakeAsync(round.Wang, 1));
    }

    [Fact]
    public async Task A_colleague_cancels_what_somebody_took_and_they_hear_who_did()
    {
        await using var round = await Round.OpenAsync();
        await round.Shop.TakeAsync(round.Chen, 1);

        await round.Shop.MoveAsync(round.Wang, 1, OrderState.Cancelled);

        Assert.Equal([(round.Chen.Contact, "wang")], round.Shop.Owed<FetchOff>().Select(m => (m.To, m.Fact.By)));
    }
}
