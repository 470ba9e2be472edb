using ShopBot.Shops.Ordering;
using ShopBot.Shops.Undoing;
using ShopBot.Testing.Shops;
using ShopBot.Tests.Shops.Rounds;

namespace ShopBot.Tests.Shops.Undoing;

public sealed class UndoTests
{
    [Fact]
    public async Task A_move_is_taken_back_within_a_minute_with_everything_that_went_with_it()
    {
        await using var round = await Round.OpenAsync(mayUndo: true);

        await round.Shop.TakeAsync(round.Chen, 1);
        round.Shop.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(new UndoMoveResult.Undone(1, OrderState.Accepted, OrderState.Placed, IsTold: false), await round.Shop.UndoAsync(round.Chen));

        var order = await round.Shop.OrderAsync(1);
        Assert.Equal((OrderState.Placed, 1), (order.State, order.History.Count));
        Assert.Null((await round.StopAsync()).By);
        Assert.Empty(round.Shop.Owed<MoveTakenBack>());
        Assert.Equal(new UndoMoveResult.NothingDone(), await round.Shop.UndoAsync(round.Chen));
    }

    [Fact]
    public async Task After_a_minute_it_stays()
    {
        await using var round = await Round.OpenAsync(mayUndo: true);
        await round.Shop.TakeAsync(round.Chen, 1);

        round.Shop.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(new UndoMoveResult.TooLate(1, OrderState.Accepted, TimeSpan.FromMinutes(1)), await round.Shop.UndoAsync(round.Chen));
        Assert.Equal(OrderState.Accepted, (await round.Shop.OrderAsync(1)).State);
    }

    [Fact]
    public async Task The_customers_news_waits_until_the_move_stays()
    {
        await using var round = await Round.OpenAsync(mayUndo: true);

        await round.Shop.TakeAsync(round.Chen, 1);
        await round.Shop.SealAsync(round.Chen, 1);

        var now = TestShop.Start.ToUnixTimeMilliseconds();
        Assert.Equal(
            [(OrderState.Accepted, now + 60_000), (OrderState.Collected, now)],
            round.Shop.Database.Read(db => db.Query("SELECT payload, not_before FROM message WHERE kind = 'order-moved.v1' ORDER BY id", row =>
                (System.Text.Json.JsonSerializer.Deserialize<OrderMoved>(row.GetFieldValue<byte[]>(0), System.Text.Json.JsonSerializerOptions.Web)!.State,
                    row.GetInt64(1)))));
    }

    [Fact]
    public async Task A_seal_that_the_customer_heard_of_is_put_right_with_them_and_can_be_set_again()
    {
        await using var round = await Round.OpenAsync(mayUndo: true);
        await round.Shop.TakeAsync(round.Chen, 1);
        await round.Shop.SealAsync(round.Chen, 1, "E0231");

        Assert.Equal(new UndoMoveResult.Undone(1, OrderState.Collected, OrderState.Accepted, IsTold: true), await round.Shop.UndoAsync(round.Chen));
        Assert.Equal([(round.Mei.Contact, OrderState.Collected)], round.Shop.Owed<MoveTakenBack>().Select(m => (m.To, m.Fact.Undone)));
        Assert.Null((await round.Shop.OrderAsync(1)).SealNumber);
        await round.Shop.SealAsync(round.Chen, 1, "E0232");

        // The first news says nothing any more: its entry in the history is gone.
        var steps = (await round.Shop.OrderAsync(1)).History.Select(h => (Guid?)h.StepId).ToList();
        Assert.Equal([true, false, true], round.Shop.Owed<OrderMoved>().Select(m => steps.Contains(m.Fact.StepId)));
    }

    [Fact]
    public async Task Nobody_takes_back_what_a_colleague_went_on_from()
    {
        await using var round = await Round.OpenAsync(mayUndo: true);
        await round.Shop.TakeAsync(round.Chen, 1);
        await round.Shop.SealAsync(round.Wang, 1);

        Assert.Equal(new UndoMoveResult.Overtaken(1, OrderState.Accepted, OrderState.Collected), await round.Shop.UndoAsync(round.Chen));
        Assert.Equal(OrderState.Collected, (await round.Shop.OrderAsync(1)).State);
    }

    [Fact]
    public async Task Somebody_elses_move_and_a_strangers_wish_change_nothing()
    {
        await using var round = await Round.OpenAsync(mayUndo: true);
        await round.Shop.TakeAsync(round.Chen, 1);

        Assert.Equal(new UndoMoveResult.NothingDone(), await round.Shop.UndoAsync(round.Wang));
        Assert.Equal(new UndoMoveResult.NotStaff(), await round.Shop.UndoAsync(new BoundStaff(Guid.Empty, round.Mei.Contact, "mei")));
        Assert.Equal(OrderState.Accepted, (await round.Shop.OrderAsync(1)).State);
    }

    [Fact]
    public async Task Cancelling_is_not_taken_back()
    {
        await using var round = await Round.OpenAsync(mayUndo: true);

        await round.Shop.MoveAsync(round.Wang, 1, OrderState.Cancelled);

        Assert.Equal(new UndoMoveResult.NothingDone(), await round.Shop.UndoAsync(round.Wang));
        Assert.Equal(0, await round.Shop.BookedAsync(Round.Noon));
    }

    [Fact]
    public async Task Twenty_at_once_take_one_move_back_once()
    {
        await using var round = await Round.OpenAsync(mayUndo: true);
        await round.Shop.TakeAsync(round.Chen, 1);

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => round.Shop.UndoAsync(round.Chen))));

        Assert.Single(results.OfType<UndoMoveResult.Undone>());
        Assert.Equal(19, results.OfType<UndoMoveResult.NothingDone>().Count());
    }

    [Fact]
    public async Task What_was_only_taken_is_free_again()
    {
        await using var round = await Round.OpenAsync(mayUndo: true);
        await round.Shop.TakeAsync(round.Wang, 1);
        await round.Shop.GiveBackAsync(round.Wang, 1);
        await round.Shop.TakeAsync(round.Chen, 1);

        Assert.Equal(new UndoMoveResult.Undone(1, OrderState.Accepted, OrderState.Accepted, IsTold: false), await round.Shop.UndoAsync(round.Chen));
        Assert.Equal((OrderState.Accepted, null), ((await round.Shop.OrderAsync(1)).State, (await round.StopAsync()).By));
    }
}
