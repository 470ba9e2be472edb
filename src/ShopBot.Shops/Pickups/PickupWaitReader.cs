using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace ShopBot.Shops.Pickups;

/// <summary>How an order's wait stands.</summary>
/// <param name="Offer">The window kept for the customer; null where none is offered.</param>
/// <param name="OfferUntil">UTC; null where none is.</param>
public sealed record PickupWaiting(int Number, PickupWaitState State, PickupWish Wish, BookedPickup? Offer, DateTimeOffset? OfferUntil);

/// <summary>Looks up who waits; changes nothing.</summary>
public sealed class PickupWaitReader(IShopTransactions transactions)
{
    /// <summary>Null where the order never waited.</summary>
    public async Task<PickupWaiting?> FindAsync(string shop, Guid orderId, CancellationToken ct) =>
        (await ReadAsync(shop, w => w.OrderId == orderId, ct)).SingleOrDefault();

    /// <summary>The open waits of a customer, the oldest first.</summary>
    public Task<IReadOnlyList<PickupWaiting>> OpenOfAsync(string shop, Guid customerId, CancellationToken ct) => transactions.ReadAsync<IReadOnlyList<PickupWaiting>>(shop, async db =>
    {
        var waits = await db.PickupWaits.AsNoTracking().Where(w => w.State == PickupWaitState.Waiting || w.State == PickupWaitState.Offered)
            .Join(db.Orders.Where(o => o.CustomerId == customerId), w => w.OrderId, o => o.Id, (wait, order) => new { wait, order.Number }).OrderBy(w => w.Number).ToListAsync(ct);
        return [.. waits.Select(w => Of(w.wait, w.Number))];
    }, ct);

    private Task<IReadOnlyList<PickupWaiting>> ReadAsync(string shop, System.Linq.Expressions.Expression<Func<PickupWait, bool>> which, CancellationToken ct) =>
        transactions.ReadAsync<IReadOnlyList<PickupWaiting>>(shop, async db =>
        {
            var waits = await db.PickupWaits.AsNoTracking().Where(which).Join(db.Orders, w => w.OrderId, o => o.Id, (wait, order) => new { wait, order.Number }).ToListAsync(ct);
            return [.. waits.Select(w => Of(w.wait, w.Number))];
        }, ct);

    private static PickupWaiting Of(PickupWait wait, int number) => new(
        number, wait.State,
        new PickupWish(wait.Area, wait.Day, [.. wait.Starts.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(s => TimeOnly.ParseExact(s, "HH:mm", CultureInfo.InvariantCulture))]),
        wait is { OfferDay: { } day, OfferStart: { } start, OfferEnd: { } end } ? new BookedPickup(wait.Area, day, start, end, wait.Room) : null, wait.OfferUntil);
}
