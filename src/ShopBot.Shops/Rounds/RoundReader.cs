using Microsoft.EntityFrameworkCore;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Pickups;
using ShopBot.Shops.Returns;

namespace ShopBot.Shops.Rounds;

/// <summary>An order that is to be fetched, or brought back.</summary>
/// <param name="Window">Null where none is booked.</param>
/// <param name="Bags">Pieces that were ordered; 1 or more.</param>
/// <param name="By">Who has taken it; null = it is free.</param>
/// <param name="NobodyHome">How often nobody was there.</param>
/// <param name="Seal">Null while it is not sealed.</param>
public sealed record Stop(
    int Number, OrderState State, string Name, string Phone, string Address, string? Note, BookedPickup? Window, int Bags, Guid? TakenBy, string? By, int NobodyHome, string? Seal)
{
    /// <summary>What is brought back; null = it is fetched.</summary>
    public ReturnCard? Return { get; init; }
}

/// <summary>How much there is to fetch.</summary>
/// <param name="Mine">Taken by the one who asks.</param>
/// <param name="Free">Taken by nobody.</param>
public sealed record RoundCount(IReadOnlyList<int> Mine, int Free);

/// <summary>Looks up what is to be fetched; changes nothing.</summary>
public sealed class RoundReader(IShopTransactions transactions)
{
    /// <summary>Everything still to be fetched: by window, those without one last.</summary>
    /// <param name="staffId">Only theirs and what is free; null = all.</param>
    public Task<IReadOnlyList<Stop>> OpenAsync(string shop, Guid? staffId, CancellationToken ct) => StopsAsync(shop, orders => orders
        .Where(o => o.State == OrderState.Placed || o.State == OrderState.Accepted), stop => staffId is null || stop.TakenBy is null || stop.TakenBy == staffId, ct);

    /// <summary>What is or was to be fetched on a day, whatever became of it; nothing that was cancelled.</summary>
    public Task<IReadOnlyList<Stop>> OfDayAsync(string shop, DateOnly day, CancellationToken ct) =>
        StopsAsync(shop, orders => orders.Where(o => o.PickupDay == day && o.State != OrderState.Cancelled), _ => true, ct);

    public async Task<RoundCount> CountAsync(string shop, Guid staffId, CancellationToken ct)
    {
        var open = await OpenAsync(shop, staffId, ct);
        return new RoundCount([.. open.Where(s => s.TakenBy == staffId).Select(s => s.Number)], open.Count(s => s.TakenBy is null));
    }

    private Task<IReadOnlyList<Stop>> StopsAsync(string shop, Func<IQueryable<Order>, IQueryable<Order>> which, Func<Stop, bool> isWanted, CancellationToken ct) =>
        transactions.ReadAsync<IReadOnlyList<Stop>>(shop, async db =>
        {
            // A question for each table: asked inside the one for the orders they would be asked again for every order.
            var wanted = which(db.Orders.AsNoTracking().Where(o => o.Handover == Handover.Collection));
            var rows = await wanted.Select(o => new
            {
                o.Id, o.Number, o.State, o.Name, o.Phone, o.Address, o.Note, o.SealNumber, o.PickupArea, o.PickupDay, o.PickupStart, o.PickupEnd, o.PickupRoom, o.PickupMoves,
            }).ToListAsync(ct);
            var bags = await db.Set<OrderLine>().Where(l => wanted.Any(o => o.Id == l.OrderId)).GroupBy(l => l.OrderId)
                .Select(g => new { g.Key, Pieces = g.Sum(l => l.Quantity) }).ToDictionaryAsync(g => g.Key, g => g.Pieces, ct);
            var takers = await db.Fetches.Where(f => f.StaffId != null && wanted.Any(o => o.Id == f.OrderId))
                .Select(f => new { f.OrderId, f.StaffId, f.By }).ToDictionaryAsync(f => f.OrderId, ct);
            var missed = await db.FetchAttempts.Where(a => a.Failure == FetchFailure.NobodyHome && wanted.Any(o => o.Id == a.OrderId)).GroupBy(a => a.OrderId)
                .Select(g => new { g.Key, Times = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Times, ct);
            return [.. rows.Select(o => new Stop(
                    o.Number, o.State, o.Name, o.Phone, o.Address ?? "", o.Note,
                    o is { PickupArea: { } area, PickupDay: { } day, PickupStart: { } start, PickupEnd: { } end } ? new BookedPickup(area, day, start, end, o.PickupRoom, o.PickupMoves) : null,
                    bags.GetValueOrDefault(o.Id), takers.GetValueOrDefault(o.Id)?.StaffId, takers.GetValueOrDefault(o.Id)?.By, missed.GetValueOrDefault(o.Id), o.SealNumber))
                .Where(isWanted).OrderBy(s => s.Window is null).ThenBy(s => s.Window?.Day).ThenBy(s => s.Window?.Start).ThenBy(s => s.Number)];
        }, ct);
}
