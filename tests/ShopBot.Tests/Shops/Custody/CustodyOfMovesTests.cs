using Microsoft.Data.Sqlite;
using ShopBot.Shops.Custody;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Settings;
using ShopBot.Shops.Staff;
using ShopBot.Shops.Undoing;
using ShopBot.Testing.Shops;
using ShopBot.Tests.Shops.Rounds;
using static ShopBot.Testing.Shops.TestShop;

namespace ShopBot.Tests.Shops.Custody;

/// <summary>A move of an order and what is written of its bags are one thing.</summary>
public sealed class CustodyOfMovesTests
{
    [Fact]
    public async Task Every_move_of_a_laundry_order_that_touches_its_bags_is_written()
    {
        await using var shop = Open(Laundry);
        var (_, lan, number) = await SealedAsync(shop);

        foreach (var state in new[] { OrderState.Washing, OrderState.Ready, OrderState.Delivering, OrderState.Ready, OrderState.Delivering, OrderState.Completed })
            Assert.IsType<MoveOrderResult.Moved>(await shop.MoveAsync(lan, number, state, new MoveDetails(NotHome: true)));

        Assert.Equal("Sealed E0231, Washing, Washed, OutForDelivery, BroughtBack, OutForDelivery, Delivered", await shop.CustodyWordsAsync(number));
        Assert.IsType<CustodyVerdict.Intact>((await shop.CustodyAsync(number)).Verdict);
    }

    [Fact]
    public void Every_move_behind_the_sealing_has_its_step()
    {
        var moves = OrderStates.Moves(Offer.Laundry).Where(m => m.From is not (OrderState.Placed or OrderState.Accepted));

        foreach (var (from, to) in moves.Where(m => m.To != OrderState.Deciding))
            Assert.True(CustodySteps.OfMove(from, to) is not null, $"{from} to {to} writes nothing of the bags.");
    }

    [Fact]
    public async Task Sealing_says_who_when_and_where_of_each_bag()
    {
        await using var shop = Open(Laundry);
        await shop.StockBagsAsync();
        var number = await shop.SealAsync(await shop.MeetAsync(), await shop.BindAsync("小陈", StaffRole.Courier), "E0231 e0232", bags: 2);

        var custody = await shop.CustodyAsync(number);

        Assert.Equal(["E0231", "E0232"], custody.Seals);
        Assert.All(custody.Entries, e => Assert.Equal((CustodyKind.Sealed, "小陈", StaffRole.Courier, "南京西路 100 号", Start), (e.Kind, e.Who.Value, e.Role, e.Place.Value, e.At)));
        Assert.Equal(custody.Entries[1].Hash, custody.SealedHead);
        Assert.Equal("E0231 E0232", (await shop.OrderAsync(number)).SealNumber);
    }

    [Fact]
    public async Task Goods_have_no_custody()
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder());
        var lan = await shop.BindAsync();
        var number = (await shop.PlaceAsync(await shop.MeetAsync())).Number;
        foreach (var state in new[] { OrderState.Accepted, OrderState.Ready, OrderState.Completed })
            await shop.MoveAsync(lan, number, state);

        Assert.Empty((await shop.CustodyAsync(number)).Entries);
    }

    [Fact]
    public async Task A_move_whose_entry_cannot_be_written_does_not_happen()
    {
        await using var shop = Open(Laundry);
        var (_, lan, number) = await SealedAsync(shop);
        await shop.Database.WriteAsync(db => db.Execute("CREATE TRIGGER no_more BEFORE INSERT ON custody_entry BEGIN SELECT RAISE(ABORT, 'the disk is full'); END"));
        var owed = shop.Outbox.Count;

        await Assert.ThrowsAnyAsync<Exception>(() => shop.MoveAsync(lan, number, OrderState.Washing));

        Assert.Equal(OrderState.Collected, (await shop.OrderAsync(number)).State);
        Assert.Equal(("Sealed E0231", owed), (await shop.CustodyWordsAsync(number), shop.Outbox.Count));
    }

    [Fact]
    public async Task An_entry_whose_move_cannot_be_written_does_not_stay()
    {
        await using var shop = Open(Laundry);
        var (_, lan, number) = await SealedAsync(shop);
        await shop.Database.WriteAsync(db => db.Execute("CREATE TRIGGER no_more BEFORE INSERT ON message BEGIN SELECT RAISE(ABORT, 'the disk is full'); END"));

        await Assert.ThrowsAsync<SqliteException>(() => shop.MoveAsync(lan, number, OrderState.Washing));

        Assert.Equal((OrderState.Collected, "Sealed E0231"), ((await shop.OrderAsync(number)).State, await shop.CustodyWordsAsync(number)));
    }

    [Fact]
    public async Task A_seal_on_a_bag_of_an_open_order_is_refused_and_free_again_when_the_order_is_over()
    {
        await using var shop = Open(Laundry);
        var (mei, lan, number) = await SealedAsync(shop);
        var other = await AcceptedAsync(shop, mei, lan);

        Assert.Equal(new MoveOrderResult.SealTaken(other, "E0231", number), await shop.MoveAsync(lan, other, OrderState.Collected, new MoveDetails("e0231")));
        Assert.Equal(OrderState.Accepted, (await shop.OrderAsync(other)).State);
        foreach (var state in new[] { OrderState.Washing, OrderState.Ready, OrderState.Completed })
            await shop.MoveAsync(lan, number, state);
        Assert.IsType<MoveOrderResult.Moved>(await shop.MoveAsync(lan, other, OrderState.Collected, new MoveDetails("E0231")));
    }

    [Fact]
    public async Task More_seals_than_bags_are_refused()
    {
        await using var shop = Open(Laundry);
        await shop.StockBagsAsync();
        var (mei, lan) = (await shop.MeetAsync(), await shop.BindAsync());
        var number = await AcceptedAsync(shop, mei, lan);

        Assert.Equal(new MoveOrderResult.TooManySeals(number, 2, 1), await shop.MoveAsync(lan, number, OrderState.Collected, new MoveDetails("E0231 E0232")));
    }

    [Fact]
    public async Task What_looks_like_a_printed_label_must_have_been_printed_and_serves_once()
    {
        await using var shop = Open(Laundry);
        await shop.StockBagsAsync();
        var (mei, boss) = (await shop.MeetAsync(), await shop.BindAsync("boss", StaffRole.Manager));
        var first = await AcceptedAsync(shop, mei, boss);
        Assert.Equal(new ReserveSealsResult.Reserved(1, 24), await shop.Get<ReserveSeals>().RunAsync(shop.Id, shop.NextKey(), boss.Actor, 24, default));
        Assert.Equal(new ReserveSealsResult.Reserved(25, 5), await shop.Get<ReserveSeals>().RunAsync(shop.Id, shop.NextKey(), boss.Actor, 5, default));
        var (good, notPrinted) = (SealNumber.OfLabel(3), SealNumber.OfLabel(30));
        var slip = good[..^1] + (char)('0' + ((good[^1] - '0' + 1) % 10));

        foreach (var wrong in (string[])[slip, notPrinted])
            Assert.Equal(new MoveOrderResult.SealMistyped(first, wrong), await shop.MoveAsync(boss, first, OrderState.Collected, new MoveDetails(wrong)));
        foreach (var state in new[] { OrderState.Collected, OrderState.Washing, OrderState.Ready, OrderState.Completed })
            Assert.IsType<MoveOrderResult.Moved>(await shop.MoveAsync(boss, first, state, new MoveDetails(good)));
        var second = await AcceptedAsync(shop, mei, boss);
        Assert.Equal(new MoveOrderResult.SealTaken(second, good, first), await shop.MoveAsync(boss, second, OrderState.Collected, new MoveDetails(good)));
        // Bought seals are other numbers and go on working.
        Assert.IsType<MoveOrderResult.Moved>(await shop.MoveAsync(boss, second, OrderState.Collected, new MoveDetails("E0231")));
    }

    [Fact]
    public async Task Labels_are_reserved_by_managers_only()
    {
        await using var shop = Open(Laundry);
        var lan = await shop.BindAsync();

        Assert.IsType<ReserveSealsResult.NotManager>(await shop.Get<ReserveSeals>().RunAsync(shop.Id, shop.NextKey(), lan.Actor, 5, default));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => shop.Get<ReserveSeals>().RunAsync(shop.Id, shop.NextKey(), lan.Actor, 0, default));
    }

    [Fact]
    public async Task A_picture_goes_into_the_next_entry_and_into_no_other()
    {
        await using var shop = Open(Laundry);
        var (_, lan, number) = await SealedAsync(shop);
        var (stain, folded) = (await shop.KeepPictureAsync("stain"), await shop.KeepPictureAsync("folded"));
        foreach (var picture in (string[])[stain, folded, "no-such-picture"])
            await shop.Get<AddPhoto>().RunAsync(shop.Id, shop.NextKey(), lan.Actor, number, picture, null, default);

        await shop.MoveAsync(lan, number, OrderState.Washing);
        await shop.MoveAsync(lan, number, OrderState.Ready);

        var custody = await shop.CustodyAsync(number);
        Assert.Equal([0, 2, 0], custody.Entries.Select(e => e.Photos.Count));
        Assert.Equal([stain, folded], custody.Entries[1].Photos.Select(p => p.MediaId));
        Assert.IsType<CustodyVerdict.Intact>(custody.Verdict);
    }

    [Fact]
    public async Task A_sealing_that_is_taken_back_stays_written_and_frees_the_seal()
    {
        await using var round = await Round.OpenAsync(mayUndo: true);
        await round.Shop.TakeAsync(round.Chen, 1);
        await round.Shop.MoveAsync(round.Chen, 1, OrderState.Collected, new MoveDetails("E0231"));

        Assert.IsType<UndoMoveResult.Undone>(await round.Shop.UndoAsync(round.Chen));

        var custody = await round.Shop.CustodyAsync(1);
        Assert.Equal("Sealed E0231, Undone E0231", await round.Shop.CustodyWordsAsync(1));
        Assert.Equal((0, null), (custody.Seals.Count, custody.SealedHead));
        Assert.IsType<CustodyVerdict.Intact>(custody.Verdict);
        Assert.Null(await round.Shop.Get<CustodyReader>().FindBagAsync(round.Shop.Id, "E0231", default));
        Assert.IsType<MoveOrderResult.Moved>(await round.Shop.MoveAsync(round.Chen, 1, OrderState.Collected, new MoveDetails("E0231")));
        Assert.Equal(["E0231"], (await round.Shop.CustodyAsync(1)).Seals);
    }

    [Fact]
    public async Task A_sealing_cannot_be_taken_back_once_the_bag_was_handed_over()
    {
        await using var round = await Round.OpenAsync(mayUndo: true);
        await round.Shop.TakeAsync(round.Chen, 1);
        await round.Shop.MoveAsync(round.Chen, 1, OrderState.Collected, new MoveDetails("E0231"));
        Assert.IsType<RecordCustodyResult.Recorded>(await round.Shop.RecordAsync(round.Chen, CustodyKind.HandedOver, "E0231"));

        Assert.IsType<UndoMoveResult.Overtaken>(await round.Shop.UndoAsync(round.Chen));

        Assert.Equal(("Sealed E0231, HandedOver E0231", OrderState.Collected), (await round.Shop.CustodyWordsAsync(1), (await round.Shop.OrderAsync(1)).State));
    }

    private static async Task<int> AcceptedAsync(TestShop shop, MetCustomer customer, BoundStaff staff)
    {
        var number = (await shop.PlaceAsync(customer, Line("bag"))).Number;
        await shop.MoveAsync(staff, number, OrderState.Accepted);
        return number;
    }

    private static async Task<(MetCustomer Customer, BoundStaff Staff, int Number)> SealedAsync(TestShop shop)
    {
        await shop.StockBagsAsync();
        var (mei, lan) = (await shop.MeetAsync(), await shop.BindAsync());
        return (mei, lan, await shop.SealAsync(mei, lan));
    }
}
