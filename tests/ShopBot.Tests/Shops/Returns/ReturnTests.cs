using ShopBot.Shops.Custody;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Pickups;
using ShopBot.Shops.Returns;
using ShopBot.Shops.Staff;
using static ShopBot.Testing.Shops.TestShop;

namespace ShopBot.Tests.Shops.Returns;

public sealed class ReturnTests
{
    private static readonly PickupWindow Window = new("centre", new(2026, 3, 4), new(9, 0), new(12, 0), Capacity: 1);

    [Fact]
    public async Task Fetching_and_bringing_share_the_room_of_a_window()
    {
        await using var shop = Open(Laundry);
        await shop.StockBagsAsync();
        var (mei, tao, lan) = (await shop.MeetAsync(), await shop.MeetAsync("tao"), await shop.BindAsync());
        var (first, second) = (await shop.CleanAsync(mei, lan), await shop.CleanAsync(tao, lan, seal: "E0242"));

        Assert.Equal(new BookReturnResult.Booked(first, 2), await shop.BookReturnAsync(mei, first, Window));
        Assert.Equal(new BookReturnResult.AlreadyThere(first), await shop.BookReturnAsync(mei, first, Window));
        Assert.IsType<BookReturnResult.Full>(await shop.BookReturnAsync(tao, second, Window));
        Assert.IsType<PlaceOrderResult.PickupFull>(await shop.TryPlaceAsync(tao, Fetched(tao, Window)));
        Assert.IsType<SettleReturnResult.Settled>(await shop.SettleReturnAsync(mei, first, new ReturnWish.AtShop()));
        Assert.IsType<BookReturnResult.Booked>(await shop.BookReturnAsync(tao, second, Window));
        Assert.IsType<BookReturnResult.NotYours>(await shop.BookReturnAsync(tao, first, Window));
    }

    [Fact]
    public async Task A_window_may_be_changed_so_often_and_no_later()
    {
        await using var shop = Open(Laundry);
        await shop.StockBagsAsync();
        var (mei, lan) = (await shop.MeetAsync(), await shop.BindAsync());
        var number = await shop.CleanAsync(mei, lan);
        var days = Enumerable.Range(0, 4).Select(i => Window with { Day = Window.Day.AddDays(i) }).ToList();

        foreach (var day in days.Take(3))
            Assert.IsType<BookReturnResult.Booked>(await shop.BookReturnAsync(mei, number, day));
        Assert.Equal(new BookReturnResult.TooManyMoves(2), await shop.BookReturnAsync(mei, number, days[3]));
        Assert.Equal((0, 0, 1), (await shop.BookedAsync(days[0]), await shop.BookedAsync(days[1]), await shop.BookedAsync(days[2])));
    }

    [Fact]
    public async Task What_is_booked_is_a_stop_of_its_day_until_it_is_given_up_and_whoever_has_it_out_is_named()
    {
        await using var shop = Open(Laundry);
        await shop.StockBagsAsync();
        var (mei, lan, bo) = (await shop.MeetAsync(), await shop.BindAsync("lan", StaffRole.Courier), await shop.BindAsync("bo", StaffRole.Courier));
        var returns = shop.Get<ReturnReader>();
        var number = await shop.CleanAsync(mei, lan, bags: 2);
        Assert.Empty(await returns.ToBringAsync(shop.Id, null, default));

        await shop.BookReturnAsync(mei, number, Window with { Capacity = 50 });
        await shop.SettleReturnAsync(mei, number, new ReturnWish.Leave(HandedTo.Neighbour, "302"));
        var stop = Assert.Single(await returns.OnAsync(shop.Id, Window.Day, default));
        Assert.Equal((number, 2, null, "302"), (stop.Number, stop.Bags, stop.By, stop.Return?.LeaveWith));
        Assert.Empty(await returns.OnAsync(shop.Id, Window.Day.AddDays(1), default));
        Assert.Single(await returns.ToBringAsync(shop.Id, bo.Id, default));

        await shop.MoveAsync(lan, number, OrderState.Delivering);
        Assert.Equal("lan", Assert.Single(await returns.ToBringAsync(shop.Id, lan.Id, default)).By);
        Assert.Empty(await returns.ToBringAsync(shop.Id, bo.Id, default));
        await shop.MoveAsync(lan, number, OrderState.Ready, new MoveDetails(NotHome: true));
        Assert.Empty(await returns.OnAsync(shop.Id, Window.Day, default));
    }

    [Fact]
    public async Task Who_says_nothing_is_reminded_once_and_then_a_manager_is_told()
    {
        await using var shop = Open(Laundry);
        await shop.StockBagsAsync();
        var (mei, lan, boss) = (await shop.MeetAsync(), await shop.BindAsync(), await shop.BindAsync("boss", StaffRole.Manager));
        await shop.CleanAsync(mei, lan);

        await shop.PassAsync(TimeSpan.FromHours(23));
        Assert.Empty(shop.Owed<ReturnAsked>());
        await shop.PassAsync(TimeSpan.FromHours(1));
        Assert.Equal(mei.Contact, Assert.Single(shop.Owed<ReturnAsked>()).To);
        await shop.PassAsync(TimeSpan.FromHours(24));
        var (to, fact) = Assert.Single(shop.Owed<ReturnNeedsStaff>());
        Assert.Equal((boss.Contact, ReturnNews.Silent), (to, fact.News));
        await shop.PassAsync(TimeSpan.FromDays(9));
        Assert.Single(shop.Owed<ReturnAsked>());
    }

    [Fact]
    public async Task What_nobody_takes_comes_back_and_after_so_many_trips_stays()
    {
        await using var shop = Open(Laundry);
        await shop.StockBagsAsync();
        var (mei, lan, _) = (await shop.MeetAsync(), await shop.BindAsync(), await shop.BindAsync("boss", StaffRole.Manager));
        var number = await shop.CleanAsync(mei, lan);

        Assert.IsType<MoveOrderResult.NotAllowed>(await shop.MoveAsync(lan, number, OrderState.Ready, new MoveDetails(NotHome: true)));
        await shop.MoveAsync(lan, number, OrderState.Delivering);
        Assert.IsType<MoveOrderResult.NotAllowed>(await shop.MoveAsync(lan, number, OrderState.Ready));
        await shop.MoveAsync(lan, number, OrderState.Ready, new MoveDetails(NotHome: true));
        Assert.Equal((ReturnState.Asked, 1), ((await shop.ReturnAsync(number)).State, (await shop.ReturnAsync(number)).Misses));
        await shop.MoveAsync(lan, number, OrderState.Delivering);
        await shop.MoveAsync(lan, number, OrderState.Ready, new MoveDetails(NotHome: true));

        Assert.Equal(ReturnState.AtShop, (await shop.ReturnAsync(number)).State);
        Assert.Equal(ReturnNews.StaysAtShop, Assert.Single(shop.Owed<ReturnNeedsStaff>()).Fact.News);
        Assert.Equal(new BookReturnResult.StaysAtShop(2), await shop.BookReturnAsync(mei, number, Window));
        Assert.IsType<MoveOrderResult.Moved>(await shop.MoveAsync(lan, number, OrderState.Completed));
    }

    [Fact]
    public async Task Pieces_are_held_against_those_counted_and_another_number_is_said_twice_and_told()
    {
        await using var shop = Open(Laundry);
        await shop.StockBagsAsync();
        var (mei, lan, boss) = (await shop.MeetAsync(), await shop.BindAsync(), await shop.BindAsync("boss", StaffRole.Manager));
        var number = await shop.CleanAsync(mei, lan);
        await shop.RecordAsync(boss, CustodyKind.Packed, "E0231", pieces: 7);
        await shop.MoveAsync(lan, number, OrderState.Delivering);

        Assert.Equal(new MoveOrderResult.PiecesNeeded(number, 7), await HandAsync(new HandedOver()));
        Assert.Equal(new MoveOrderResult.PiecesUnusable(number, 300), await HandAsync(new HandedOver(Pieces: 0)));
        Assert.Equal(new MoveOrderResult.PiecesUnusable(number, 300), await HandAsync(new HandedOver(Pieces: int.MaxValue)));
        Assert.Equal(new MoveOrderResult.PiecesDiffer(number, 7, 6), await HandAsync(new HandedOver(Pieces: 6)));
        Assert.Equal(OrderState.Delivering, (await shop.OrderAsync(number)).State);
        Assert.IsType<MoveOrderResult.Moved>(await HandAsync(new HandedOver(Pieces: 6, IsSure: true)));
        var (to, fact) = Assert.Single(shop.Owed<ReturnNeedsStaff>());
        Assert.Equal((boss.Contact, ReturnNews.PiecesDiffer), (to, fact.News));
        Assert.Equal((CustodyKind.Delivered, 6), ((await shop.CustodyAsync(number)).Entries[^1].Kind, (await shop.CustodyAsync(number)).Entries[^1].Pieces));

        Task<MoveOrderResult> HandAsync(HandedOver handed) => shop.MoveAsync(lan, number, OrderState.Completed, new MoveDetails(Handed: handed));
    }

    [Fact]
    public async Task An_order_comes_back_in_parts_until_nothing_is_left()
    {
        await using var shop = Open(Laundry);
        await shop.StockBagsAsync();
        var (mei, lan) = (await shop.MeetAsync(), await shop.BindAsync());
        var number = await shop.CleanAsync(mei, lan);
        await shop.MoveAsync(lan, number, OrderState.Delivering);

        await shop.MoveAsync(lan, number, OrderState.Ready, new MoveDetails(Handed: new HandedOver(Pieces: 3, Of: 7, IsPart: true)));
        var card = await shop.ReturnAsync(number);
        Assert.Equal((ReturnState.Asked, 4, 0), (card.State, card.Left, card.Misses));
        await shop.MoveAsync(lan, number, OrderState.Delivering);
        Assert.Equal(new MoveOrderResult.NotAPart(number, 4), await shop.MoveAsync(lan, number, OrderState.Ready, new MoveDetails(Handed: new HandedOver(Pieces: 4, IsPart: true))));
        Assert.IsType<MoveOrderResult.Moved>(await shop.MoveAsync(lan, number, OrderState.Completed, new MoveDetails(Handed: new HandedOver(Pieces: 4))));
        Assert.Equal((ReturnState.Done, 0), ((await shop.ReturnAsync(number)).State, (await shop.ReturnAsync(number)).Left));
    }

    [Fact]
    public async Task A_hand_over_that_is_taken_back_leaves_everything_as_it_was()
    {
        await using var shop = Open(Laundry);
        shop.Rules.Now = Strict;
        await shop.StockBagsAsync();
        var (mei, lan) = (await shop.MeetAsync(), await shop.BindAsync());
        var number = await shop.CleanAsync(mei, lan);
        await shop.MoveAsync(lan, number, OrderState.Delivering);
        await shop.MoveAsync(lan, number, OrderState.Completed, new MoveDetails(Handed: new HandedOver(HandedTo.Locker, "A12", "8866")));

        await shop.UndoAsync(lan);

        var card = await shop.ReturnAsync(number);
        Assert.Equal((OrderState.Delivering, ReturnState.Out, 0), (card.Order, card.State, card.Handovers.Count));
        await shop.MoveAsync(lan, number, OrderState.Ready, new MoveDetails(NotHome: true));
        await shop.UndoAsync(lan);
        Assert.Equal((ReturnState.Out, 0), ((await shop.ReturnAsync(number)).State, (await shop.ReturnAsync(number)).Misses));
    }

    [Fact]
    public async Task Where_it_may_be_left_is_told_to_whoever_has_it_and_nothing_changes_once_it_is_gone()
    {
        await using var shop = Open(Laundry);
        await shop.StockBagsAsync();
        var (mei, lan, _) = (await shop.MeetAsync(), await shop.BindAsync(), await shop.BindAsync("ming"));
        var number = await shop.CleanAsync(mei, lan);
        await shop.MoveAsync(lan, number, OrderState.Delivering);

        Assert.IsType<SettleReturnResult.NotNow>(await shop.SettleReturnAsync(mei, number, new ReturnWish.AtShop()));
        Assert.IsType<SettleReturnResult.Settled>(await shop.SettleReturnAsync(mei, number, new ReturnWish.Leave(HandedTo.Neighbour, new string('邻', 500))));
        Assert.Equal(lan.Contact, Assert.Single(shop.Owed<ReturnNeedsStaff>()).To);
        Assert.Equal(OrderReturn.LongestPlace, (await shop.ReturnAsync(number)).LeaveWith!.Length);
        await shop.MoveAsync(lan, number, OrderState.Completed, new MoveDetails(Handed: new HandedOver(HandedTo.Neighbour, "302")));
        Assert.IsType<SettleReturnResult.NotNow>(await shop.SettleReturnAsync(mei, number, new ReturnWish.Later()));
        Assert.IsType<BookReturnResult.NotNow>(await shop.BookReturnAsync(mei, number, Window));
    }
}
