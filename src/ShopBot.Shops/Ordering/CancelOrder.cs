using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using ShopBot.Messaging.Outbox;
using ShopBot.Shops.Catalog;
using ShopBot.Shops.Pickups;
using ShopBot.Shops.Prepaid;
using ShopBot.Shops.Rounds;
using ShopBot.Shops.Shifts;

namespace ShopBot.Shops.Ordering;

[JsonDerivedType(typeof(Cancelled), "cancelled")]
[JsonDerivedType(typeof(TooLate), "too-late")]
[JsonDerivedType(typeof(AlreadyCancelled), "already-cancelled")]
[JsonDerivedType(typeof(NotYours), "not-yours")]
public abstract record CancelOrderResult
{
    private CancelOrderResult() { }

    public sealed record Cancelled(int Number) : CancelOrderResult;

    public sealed record TooLate(int Number, OrderState State) : CancelOrderResult;

    public sealed record AlreadyCancelled(int Number) : CancelOrderResult;

    /// <summary>No order of this number belongs to the customer.</summary>
    public sealed record NotYours : CancelOrderResult;
}

/// <summary>A customer takes an order back: the stock and the pickup window return, staff are told.</summary>
public sealed class CancelOrder(IShopTransactions transactions, CatalogueReader catalogue, IEnumerable<IOrderFollower> followers)
{
    public async Task<CancelOrderResult> RunAsync(string shop, OperationKey key, Actor actor, Guid customerId, int number, CancellationToken ct)
    {
        var result = await transactions.RunOnceAsync(shop, key, change => CancelAsync(shop, change, actor, customerId, number, ct), ct);
        catalogue.Forget(shop);
        return result;
    }

    private async Task<CancelOrderResult> CancelAsync(string shop, ShopChange change, Actor actor, Guid customerId, int number, CancellationToken ct)
    {
        var order = await change.Db.Orders.Include(o => o.Lines).SingleOrDefaultAsync(o => o.Number == number && o.CustomerId == customerId, ct);
        if (order is null)
            return new CancelOrderResult.NotYours();
        if (order.State == OrderState.Cancelled)
            return new CancelOrderResult.AlreadyCancelled(number);
        if (!OrderStates.MayCancel(order.State))
            return new CancelOrderResult.TooLate(number, order.State);

        var from = order.State;
        order.State = OrderState.Cancelled;
        order.Steps.Add(new OrderStep { State = OrderState.Cancelled, At = change.Now, By = "" });
        await OrderStock.GiveBackAsync(change.Db, order.Lines, ct);
        await BookPickup.ReleaseAsync(change, order, ct);
        await PrepaidPayment.CancelAsync(change, order, ct);
        foreach (var follower in followers)
            await follower.MovedAsync(shop, change, new OrderMove(order, from, OrderState.Cancelled, By: null, new MoveDetails()), ct);
        // Who is on the way to fetch it hears it in any case, also after the end of their shift.
        var told = await OnShift.ForAsync(change.Db, Work.Rounds, actor, change.Now, ct);
        foreach (var staff in told.Union(await FetchBook.TakerAsync(change.Db, order.Id, actor, ct)).OrderBy(c => c.ToString(), StringComparer.Ordinal))
            change.Outbox.Add(new OrderCancelled(shop, order.Id), staff, MessageClass.StaffAlert, $"order:{order.Id:N}:cancelled:{staff}");
        return new CancelOrderResult.Cancelled(number);
    }
}
