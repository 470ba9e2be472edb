using Microsoft.EntityFrameworkCore;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Pickups;

namespace ShopBot.Shops.Returns;

/// <summary>How an order comes back, as it stands.</summary>
/// <param name="Order">Where the order itself is.</param>
/// <param name="Window">Null where none is booked.</param>
/// <param name="Left">Pieces still to come back; null where nobody counted.</param>
/// <param name="Pieces">All of them; null where nobody counted.</param>
/// <param name="WasOut">Whether somebody took it out, now or before.</param>
public sealed record ReturnCard(
    Guid OrderId, int Number, OrderState Order, ReturnState State, string? Address, int Room, BookedPickup? Window, int Misses, HandedTo? Leave, string? LeaveWith, int? Left, int? Pieces,
    bool WasOut, IReadOnlyList<HandoverCard> Handovers)
{
    /// <summary>Of the address on the map; null = not known.</summary>
    public GeoPoint? Point { get; init; }

    /// <summary>The window in which it was fetched; null = none.</summary>
    public BookedPickup? FetchedIn { get; init; }
}

/// <inheritdoc cref="ReturnHandover"/>
public sealed record HandoverCard(Guid Id, HandedTo To, string? Where, string? Code, int? Pieces, bool IsPart, DateTimeOffset At, string By);

/// <summary>Looks returns up; changes nothing.</summary>
public sealed class ReturnReader(IShopTransactions transactions)
{
    /// <returns>Null where the order does not come back by us, or is not clean yet.</returns>
    public async Task<ReturnCard?> FindAsync(string shop, Guid orderId, CancellationToken ct) =>
        (await CardsAsync(shop, orders => orders.Where(o => o.Id == orderId), ct)) is [var card, ..] ? card : null;

    /// <summary>A customer's returns that are not done, the oldest first.</summary>
    public Task<IReadOnlyList<ReturnCard>> OpenAsync(string shop, Guid customerId, CancellationToken ct) =>
        CardsAsync(shop, orders => orders.Where(o => o.CustomerId == customerId && (o.State == OrderState.Ready || o.State == OrderState.Delivering)), ct);

    /// <summary>What is to be brought on a day, by window.</summary>
    public async Task<IReadOnlyList<ReturnCard>> OnAsync(string shop, DateOnly day, CancellationToken ct) => await transactions.ReadAsync<IReadOnlyList<ReturnCard>>(shop, async db =>
    {
        var booked = await db.Returns.AsNoTracking().Where(r => r.Day == day && (r.State == ReturnState.Booked || r.State == ReturnState.Out))
            .OrderBy(r => r.Start).Include(r => r.Handovers).Join(db.Orders.AsNoTracking(), r => r.OrderId, o => o.Id, (r, o) => new { Return = r, Order = o }).ToListAsync(ct);
        return [.. booked.Select(b => CardOf(b.Order, b.Return))];
    }, ct);

    private Task<IReadOnlyList<ReturnCard>> CardsAsync(string shop, Func<IQueryable<Order>, IQueryable<Order>> which, CancellationToken ct) =>
        transactions.ReadAsync<IReadOnlyList<ReturnCard>>(shop, async db =>
        {
            var found = await which(db.Orders.AsNoTracking()).OrderBy(o => o.Number)
                .Join(db.Returns.AsNoTracking().Include(r => r.Handovers), o => o.Id, r => r.OrderId, (o, r) => new { Order = o, Return = r }).ToListAsync(ct);
            return [.. found.Select(f => CardOf(f.Order, f.Return))];
        }, ct);

    private static ReturnCard CardOf(Order o, OrderReturn r) => new(
        o.Id, o.Number, o.State, r.State, o.Address, r.Room,
        r is { Area: { } area, Day: { } day, Start: { } start, End: { } end } ? new BookedPickup(area, day, start, end, r.Room, r.Moves) : null,
        r.Misses, r.Leave, r.LeaveWith, ReturnPieces.Left(r), r.Pieces, r.Courier is not null,
        [.. r.Handovers.OrderBy(h => h.At).ThenBy(h => h.Id).Select(h => new HandoverCard(h.Id, h.To, h.Where, h.Code, h.Pieces, h.IsPart, h.At, h.By))])
    {
        Point = GeoPoint.Of(o.Latitude, o.Longitude),
        FetchedIn = o is { PickupArea: { } from, PickupDay: { } on, PickupStart: { } begin, PickupEnd: { } until } ? new BookedPickup(from, on, begin, until, o.PickupRoom, o.PickupMoves) : null,
    };
}
