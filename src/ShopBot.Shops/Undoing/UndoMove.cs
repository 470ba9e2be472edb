using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Outbox;
using ShopBot.Shops.Customers;
using ShopBot.Shops.Custody;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Shifts;
using ShopBot.Shops.Staff;

namespace ShopBot.Shops.Undoing;

[JsonDerivedType(typeof(Undone), "undone")]
[JsonDerivedType(typeof(TooLate), "too-late")]
[JsonDerivedType(typeof(Overtaken), "overtaken")]
[JsonDerivedType(typeof(NothingDone), "nothing-done")]
[JsonDerivedType(typeof(NotStaff), "not-staff")]
public abstract record UndoMoveResult
{
    private UndoMoveResult() { }

    /// <param name="IsTold">The customer had heard of the move, so they hear of this as well.</param>
    public sealed record Undone(int Number, OrderState To, OrderState Now, bool IsTold) : UndoMoveResult;

    /// <param name="Within">How long it could have been taken back.</param>
    public sealed record TooLate(int Number, OrderState To, TimeSpan Within) : UndoMoveResult;

    /// <summary>Somebody has moved the order on since, or has it now.</summary>
    public sealed record Overtaken(int Number, OrderState To, OrderState Now) : UndoMoveResult;

    public sealed record NothingDone : UndoMoveResult;

    public sealed record NotStaff : UndoMoveResult;
}

/// <summary>Takes somebody's last move back, with all that went with it, as long as nobody went on from there.</summary>
public sealed class UndoMove(IShopTransactions transactions, IShiftRules rules, IEnumerable<IOrderFollower> followers)
{
    public Task<UndoMoveResult> RunAsync(string shop, OperationKey key, Actor actor, CancellationToken ct) =>
        transactions.RunOnceAsync<UndoMoveResult>(shop, key, async change =>
        {
            if (await WorkingStaff.FindAsync(change.Db, actor.Contact, ct) is not { } staff)
                return new UndoMoveResult.NotStaff();
            var move = await change.Db.RecentMoves.Where(m => m.StaffId == staff.Id && m.UndoneAt == null)
                .OrderByDescending(m => m.At).ThenByDescending(m => m.Id).FirstOrDefaultAsync(ct);
            if (move is null)
                return new UndoMoveResult.NothingDone();
            if (change.Now >= move.Until)
                return new UndoMoveResult.TooLate(move.Number, move.To, rules.For(shop).Undo);
            var order = await change.Db.Orders.Include(o => o.Lines).SingleAsync(o => o.Id == move.OrderId, ct);
            if (order.State != move.To || await IsOvertakenAsync(change.Db, move, ct) || await CustodyChain.HasGoneOnAsync(change.Db, order, ct))
                return new UndoMoveResult.Overtaken(move.Number, move.To, order.State);

            await TakeBackAsync(shop, change, move, order, staff, ct);
            var isTold = move.IsTold && order.Contact != actor.Contact.ToString() && !await ForgetCustomer.HasLeftAsync(change.Db, order, ct);
            if (isTold)
                change.Outbox.Add(new MoveTakenBack(shop, order.Id, move.To), ContactPoint.Parse(order.Contact), MessageClass.Status, $"undo:{move.Id:N}");
            return new UndoMoveResult.Undone(move.Number, move.To, move.From, isTold);
        }, ct);

    // A colleague took the order over: its state is the same, but it is no longer this one's to give back.
    private static async Task<bool> IsOvertakenAsync(ShopDb db, RecentMove move, CancellationToken ct)
    {
        var colleagues = await db.RecentMoves.Where(m => m.OrderId == move.OrderId && m.UndoneAt == null && m.StaffId != move.StaffId && m.At >= move.At)
            .Select(m => m.Id).ToListAsync(ct);
        // Within a moment their ids say which came later.
        return colleagues.Exists(id => id.CompareTo(move.Id) > 0);
    }

    private async Task TakeBackAsync(string shop, ShopChange change, RecentMove move, Order order, StaffMember staff, CancellationToken ct)
    {
        move.UndoneAt = change.Now;
        order.State = move.From;
        if (move.To == OrderState.Collected)
            order.SealNumber = null;
        if (move.To == OrderState.Shipped)
            (order.Carrier, order.TrackingNumber) = (null, null);
        if (move.StepId is { } step)
            await change.Db.Set<OrderStep>().Where(s => s.Id == step).ExecuteDeleteAsync(ct);
        await CustodyChain.UndoMoveAsync(change, order, before: move.From, from: move.To, staff, ct);
        foreach (var follower in followers)
            await follower.TakenBackAsync(shop, change, new OrderMove(order, move.From, move.To, staff, new MoveDetails()), ct);
    }
}
