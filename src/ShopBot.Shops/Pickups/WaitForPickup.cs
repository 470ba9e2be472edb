using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using ShopBot.Shops.Ordering;

namespace ShopBot.Shops.Pickups;

[JsonDerivedType(typeof(Joined), "joined")]
[JsonDerivedType(typeof(Left), "left")]
[JsonDerivedType(typeof(NotPossible), "not-possible")]
[JsonDerivedType(typeof(NotYours), "not-yours")]
public abstract record WaitForPickupResult
{
    private WaitForPickupResult() { }

    public sealed record Joined(int Number) : WaitForPickupResult;

    public sealed record Left(int Number) : WaitForPickupResult;

    /// <summary>It has a window, nobody comes for it any more, or it was in the line before and let its offer pass; or it is in no line to leave.</summary>
    public sealed record NotPossible(int Number) : WaitForPickupResult;

    /// <summary>No order of this number belongs to the customer.</summary>
    public sealed record NotYours : WaitForPickupResult;
}

/// <summary>A customer joins the line for a window with an order that has none, or leaves it.</summary>
public sealed class WaitForPickup(IShopTransactions transactions)
{
    public Task<WaitForPickupResult> JoinAsync(string shop, OperationKey key, Guid customerId, int number, PickupWish wish, CancellationToken ct) =>
        RunAsync(shop, key, customerId, number, async (change, order) =>
        {
            if (!OrderWindow.IsMovable(order) || order.PickupDay is not null || await PickupWaits.FindAsync(change.Db, order.Id, ct) is not null)
                return new WaitForPickupResult.NotPossible(number);
            await PickupWaits.JoinAsync(change, order.Id, wish, order.PickupRoom, ct);
            return new WaitForPickupResult.Joined(number);
        }, ct);

    /// <summary>Also gives back a window that is offered.</summary>
    public Task<WaitForPickupResult> LeaveAsync(string shop, OperationKey key, Guid customerId, int number, CancellationToken ct) =>
        RunAsync(shop, key, customerId, number, async (change, order) => await PickupWaits.EndAsync(change, order.Id, PickupWaitState.Left, ct) is not null
            ? new WaitForPickupResult.Left(number)
            : new WaitForPickupResult.NotPossible(number), ct);

    private Task<WaitForPickupResult> RunAsync(
        string shop, OperationKey key, Guid customerId, int number, Func<ShopChange, Order, Task<WaitForPickupResult>> run, CancellationToken ct) =>
        transactions.RunOnceAsync(shop, key, async change =>
            await change.Db.Orders.SingleOrDefaultAsync(o => o.Number == number && o.CustomerId == customerId, ct) is { } order
                ? await run(change, order)
                : new WaitForPickupResult.NotYours(), ct);
}
