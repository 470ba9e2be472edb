using Microsoft.EntityFrameworkCore;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Pickups;
using ShopBot.Shops.Rounds;
using ShopBot.Shops.Staff;

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

    /// <summary>What is or was to be brought on a day, by window.</summary>
    public Task<IReadOnlyList<Stop>> OnAsync(string shop, DateOnly day, CancellationToken ct) =>
        StopsAsync(shop, returns => returns.Where(r => r.Day == day && (r.State == ReturnState.Booked || r.State == ReturnState.Out || r.State == ReturnState.Done)), ct);

    /// <summary>Everything still to be brought: by window, what is out without one last.</summary>
    /// <param name="staffId">Only what they have out and what nobody has; null = all.</param>
    public async Task<IReadOnlyList<Stop>> ToBringAsync(string shop, Guid? staffId, CancellationToken ct)
    {
        var stops = await StopsAsync(shop, returns => returns.Where(r => r.State == ReturnState.Booked || r.State == ReturnState.Out), ct);
        return [.. stops.Where(s => staffId is null || s.TakenBy is null || s.TakenBy == staffId)];
    }

    private Task<IReadOnlyList<Stop>> StopsAsync(string shop, Func<IQueryable<OrderReturn>, IQueryable<OrderReturn>> which, CancellationToken ct) =>
        transactions.ReadAsync<IReadOnlyList<Stop>>(shop, async db =>
        {
            // A question for each table, as for what is fetched.
            var wanted = which(db.Returns.AsNoTracking());
            var returns = await wanted.Include(r => r.Handovers).AsSplitQuery().ToListAsync(ct);
            if (returns.Count == 0)
                return [];
            var orders = await db.Orders.AsNoTracking().Where(o => wanted.Any(r => r.OrderId == o.Id)).ToDictionaryAsync(o => o.Id, ct);
            var bags = await db.Set<OrderLine>().Where(l => wanted.Any(r => r.OrderId == l.OrderId)).GroupBy(l => l.OrderId)
                .Select(g => new { g.Key, Pieces = g.Sum(l => l.Quantity) }).ToDictionaryAsync(g => g.Key, g => g.Pieces, ct);
            var couriers = (await db.Staff.AsNoTracking().Where(s => s.RevokedAt == null).ToListAsync(ct)).ToLookup(s => s.Contact);
            return [.. returns.Select(r => StopOf(orders[r.OrderId], r, bags.GetValueOrDefault(r.OrderId), couriers))
                .OrderBy(s => s.Window is null).ThenBy(s => s.Window?.Day).ThenBy(s => s.Window?.Start).ThenBy(s => s.Number)];
        }, ct);

    private static Stop StopOf(Order o, OrderReturn r, int bags, ILookup<string, StaffMember> couriers)
    {
        var card = CardOf(o, r);
        // Before it is out again, whoever had it out last has nothing to do with it.
        var courier = r.State == ReturnState.Booked ? null : couriers[r.Courier ?? ""].FirstOrDefault();
        return new Stop(o.Number, o.State, o.Name, o.Phone, o.Address ?? "", o.Note, card.Window, bags, courier?.Id, courier?.Name, r.Misses, o.SealNumber) { Return = card };
    }

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
