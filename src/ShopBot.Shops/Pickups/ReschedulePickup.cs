using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using ShopBot.Messaging.Outbox;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Rounds;
using ShopBot.Shops.Settings;
using ShopBot.Shops.Shifts;

namespace ShopBot.Shops.Pickups;

/// <summary>Where a customer wants their order moved.</summary>
/// <param name="Number">Of the order.</param>
/// <param name="To">As the shop's content has it.</param>
/// <param name="Until">UTC; later than that <paramref name="To"/> can no longer be booked.</param>
public sealed record MoveRequest(Guid CustomerId, int Number, PickupWindow To, DateTimeOffset Until, MoveLimits Limits);

[JsonDerivedType(typeof(Moved), "moved")]
[JsonDerivedType(typeof(AlreadyThere), "already-there")]
[JsonDerivedType(typeof(TooManyMoves), "too-many-moves")]
[JsonDerivedType(typeof(TooLate), "too-late")]
[JsonDerivedType(typeof(Full), "full")]
[JsonDerivedType(typeof(Over), "over")]
[JsonDerivedType(typeof(NotMovable), "not-movable")]
[JsonDerivedType(typeof(NotYours), "not-yours")]
public abstract record ReschedulePickupResult
{
    private ReschedulePickupResult() { }

    /// <param name="Left">How often the customer may still move it.</param>
    public sealed record Moved(int Number, int Left) : ReschedulePickupResult;

    /// <summary>It is booked in that very window.</summary>
    public sealed record AlreadyThere(int Number) : ReschedulePickupResult;

    public sealed record TooManyMoves(int Most) : ReschedulePickupResult;

    /// <summary>The booked window begins too soon to be left.</summary>
    public sealed record TooLate(TimeSpan Notice) : ReschedulePickupResult;

    /// <summary>The wished window has no room; the booked one stays.</summary>
    public sealed record Full : ReschedulePickupResult;

    /// <summary>The wished window can no longer be booked; the booked one stays.</summary>
    public sealed record Over : ReschedulePickupResult;

    /// <summary>It is fetched already, taken back, or not fetched at all.</summary>
    public sealed record NotMovable(OrderState State) : ReschedulePickupResult;

    /// <summary>No order of this number belongs to the customer.</summary>
    public sealed record NotYours : ReschedulePickupResult;
}

/// <summary>A customer moves their order to another window, which is taken before the booked one is let go; staff are told.</summary>
/// <remarks>An order for which no window was free gets its first one this way, which is no move.</remarks>
public sealed class ReschedulePickup(IShopTransactions transactions, ShopBook shops, IEnumerable<IOrderFollower> followers)
{
    public Task<ReschedulePickupResult> RunAsync(string shop, OperationKey key, Actor actor, MoveRequest request, CancellationToken ct) =>
        transactions.RunOnceAsync(shop, key, change => MoveAsync(shops[shop], change, actor, request, ct), ct);

    private async Task<ReschedulePickupResult> MoveAsync(ShopSettings shop, ShopChange change, Actor actor, MoveRequest request, CancellationToken ct)
    {
        var order = await change.Db.Orders.SingleOrDefaultAsync(o => o.Number == request.Number && o.CustomerId == request.CustomerId, ct);
        if (order is null)
            return new ReschedulePickupResult.NotYours();
        if (!OrderWindow.IsMovable(order))
            return new ReschedulePickupResult.NotMovable(order.State);
        if (OrderWindow.IsIn(order, request.To))
            return new ReschedulePickupResult.AlreadyThere(order.Number);
        if (Refusal(shop, change, order, request) is { } refusal)
            return refusal;
        // First the new place, then the old one: whoever is refused keeps what they had.
        var isMove = order.PickupDay is not null;
        if (await OrderWindow.MoveAsync(change, order, request.To, by: "", reason: null, overfills: false, ct) is not { } move)
            return new ReschedulePickupResult.Full();
        if (isMove)
            order.PickupMoves++;
        await FollowAsync(followers, shop.Id, change, actor, order, move, ct);
        return new ReschedulePickupResult.Moved(order.Number, Math.Max(0, request.Limits.Most - order.PickupMoves));
    }

    /// <summary>What goes with every window that a customer took for an order: it is watched anew, and staff are told.</summary>
    internal static async Task FollowAsync(
        IEnumerable<IOrderFollower> followers, string shop, ShopChange change, Actor actor, Order order, PickupMove move, CancellationToken ct)
    {
        foreach (var follower in followers)
            await follower.RebookedAsync(shop, change, order, ct);
        // Who has taken it has to know, on shift or not.
        var told = await OnShift.ForAsync(change.Db, Work.Rounds, actor, change.Now, ct);
        foreach (var staff in told.Union(await FetchBook.TakerAsync(change.Db, order.Id, actor, ct)).OrderBy(c => c.ToString(), StringComparer.Ordinal))
            change.Outbox.Add(new PickupMoved(shop, order.Id, move.Id), staff, MessageClass.StaffAlert, $"order:{order.Id:N}:window:{move.Id:N}:{staff}");
    }

    private static ReschedulePickupResult? Refusal(ShopSettings shop, ShopChange change, Order order, MoveRequest request)
    {
        if (order is { PickupDay: { } day, PickupStart: { } start })
        {
            if (order.PickupMoves >= request.Limits.Most)
                return new ReschedulePickupResult.TooManyMoves(request.Limits.Most);
            if (!request.Limits.IsInTime(day, start, TimeZoneInfo.ConvertTime(change.Now, shop.Zone).DateTime))
                return new ReschedulePickupResult.TooLate(request.Limits.Notice);
        }
        return change.Now > request.Until ? new ReschedulePickupResult.Over() : null;
    }
}
