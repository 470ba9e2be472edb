using ShopBot.Shops.Customers;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Pickups;
using ShopBot.Shops.Staff;
using ShopBot.Testing.Shops;
using static ShopBot.Testing.Shops.TestShop;

namespace ShopBot.Tests.Shops.Pickups;

public sealed class MovePickupTests
{
    // The clock stands at 9 o'clock on Monday, 2 March.
    private static readonly PickupWindow
        Monday = new("centre", new(2026, 3, 2), new(9, 0), new(12, 0), Capacity: 5),
        Tuesday = Monday with { Day = new(2026, 3, 3) };

    [Fact]
    public async Task Notice_and_number_of_moves_do_not_bind_staff_and_the_reason_is_kept_and_told()
    {
        await using var shop = await OpenAsync();
        var (mei, wang) = (await shop.MeetAsync(), await shop.BindAsync("wang", StaffRole.Courier));
        await shop.TryPlaceAsync(mei, Fetched(mei, Monday, bags: 3));

        Assert.Equal(new MovePickupResult.Moved(1, "李梅", IsTold: true), await shop.MovePickupAsync(wang, 1, Tuesday, "顾客出差"));

        Assert.Equal((0, 3), (await shop.BookedAsync(Monday), await shop.BookedAsync(Tuesday)));
        Assert.Equal(0, (await shop.OrderAsync(1)).Pickup!.Moves);
        var move = Assert.Single(await shop.Get<PickupMoveReader>().OfOrderAsync(shop.Id, (await shop.OrderAsync(1)).Id, default));
        Assert.Equal((Monday.Day, Tuesday.Day, "wang", "顾客出差"), (move.FromDay, move.ToDay, move.By, move.Reason));
        Assert.Equal((mei.Contact, move.Id), Assert.Single(shop.Owed<PickupMovedByShop>()) is var (to, fact) ? (to, fact.MoveId) : default);
    }

    [Fact]
    public async Task A_full_window_takes_more_only_where_that_is_said()
    {
        await using var shop = await OpenAsync();
        var (mei, wang) = (await shop.MeetAsync(), await shop.BindAsync("wang", StaffRole.Manager));
        await shop.TryPlaceAsync(mei, Fetched(mei, Monday, bags: 3));
        await shop.TryPlaceAsync(mei, Fetched(mei, Tuesday, bags: 4));

        Assert.IsType<MovePickupResult.Full>(await shop.MovePickupAsync(wang, 1, Tuesday));
        Assert.Equal((3, 4), (await shop.BookedAsync(Monday), await shop.BookedAsync(Tuesday)));
        Assert.IsType<MovePickupResult.Moved>(await shop.MovePickupAsync(wang, 1, Tuesday, overfills: true));
        Assert.Equal((0, 7), (await shop.BookedAsync(Monday), await shop.BookedAsync(Tuesday)));

        await shop.CancelAsync(mei, 1);
        await shop.CancelAsync(mei, 2);
        Assert.Equal(0, await shop.BookedAsync(Tuesday));
    }

    [Fact]
    public async Task What_cannot_be_is_refused_and_nothing_is_changed()
    {
        await using var shop = await OpenAsync();
        var (mei, wang, lan) = (await shop.MeetAsync(), await shop.BindAsync("wang", StaffRole.Manager), await shop.BindAsync());
        await shop.TryPlaceAsync(mei, Fetched(mei, Monday));
        await shop.TryPlaceAsync(mei, Fetched(mei, Monday));
        await shop.CancelAsync(mei, 2);

        Assert.IsType<MovePickupResult.NotAllowed>(await shop.MovePickupAsync(lan, 1, Tuesday));
        Assert.IsType<MovePickupResult.NotStaff>(await shop.MovePickupAsync(new BoundStaff(Guid.Empty, mei.Contact, "mei"), 1, Tuesday));
        Assert.IsType<MovePickupResult.NoSuchOrder>(await shop.MovePickupAsync(wang, 7, Tuesday));
        Assert.IsType<MovePickupResult.NotMovable>(await shop.MovePickupAsync(wang, 2, Tuesday));
        Assert.IsType<MovePickupResult.AlreadyThere>(await shop.MovePickupAsync(wang, 1, Monday));
        Assert.IsType<MovePickupResult.ReasonNeeded>(await shop.MovePickupAsync(wang, 1, Tuesday, "  "));
        Assert.IsType<MovePickupResult.ReasonNeeded>(await shop.MovePickupAsync(wang, 1, Tuesday, new string('长', 61)));
        Assert.IsType<MovePickupResult.Over>(await shop.MovePickupAsync(wang, 1, Monday with { Start = new(6, 0), End = new(9, 0) }));
        await shop.CloseAsync(lan, Tuesday);
        Assert.IsType<MovePickupResult.Closed>(await shop.MovePickupAsync(wang, 1, Tuesday, overfills: true));

        Assert.Equal((1, 0), (await shop.BookedAsync(Monday), await shop.BookedAsync(Tuesday)));
        Assert.Empty(shop.Owed<PickupMovedByShop>());
    }

    [Fact]
    public async Task Who_has_left_is_told_nothing_and_their_reason_is_forgotten_with_them()
    {
        await using var shop = await OpenAsync();
        var (mei, wang) = (await shop.MeetAsync(), await shop.BindAsync("wang", StaffRole.Courier));
        await shop.TryPlaceAsync(mei, Fetched(mei, Monday));
        await shop.Get<ForgetCustomer>().RunAsync(shop.Id, shop.NextKey(), mei.Contact, shop.Clock.GetUtcNow(), default);

        Assert.Equal(new MovePickupResult.Moved(1, "李梅", IsTold: false), await shop.MovePickupAsync(wang, 1, Tuesday, "住院了"));
        Assert.Empty(shop.Owed<PickupMovedByShop>());
        var order = (await shop.OrderAsync(1)).Id;
        await shop.MoveAsync(wang, 1, OrderState.Cancelled);

        Assert.Null(Assert.Single(await shop.Get<PickupMoveReader>().OfOrderAsync(shop.Id, order, default)).Reason);
    }

    private static async Task<TestShop> OpenAsync()
    {
        var shop = Open(Laundry);
        await shop.StockBagsAsync();
        return shop;
    }
}
