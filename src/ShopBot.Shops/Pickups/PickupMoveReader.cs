using Microsoft.EntityFrameworkCore;

namespace ShopBot.Shops.Pickups;

/// <summary>Looks up how orders were moved; changes nothing.</summary>
public sealed class PickupMoveReader(IShopTransactions transactions)
{
    /// <returns>Null where there is no such move in the shop.</returns>
    public Task<PickupMove?> FindAsync(string shop, Guid moveId, CancellationToken ct) =>
        transactions.ReadAsync(shop, db => db.PickupMoves.AsNoTracking().SingleOrDefaultAsync(m => m.Id == moveId, ct), ct);

    /// <summary>Every move of an order, the first one first.</summary>
    public Task<List<PickupMove>> OfOrderAsync(string shop, Guid orderId, CancellationToken ct) =>
        transactions.ReadAsync(shop, db => db.PickupMoves.AsNoTracking().Where(m => m.OrderId == orderId).OrderBy(m => m.At).ThenBy(m => m.Id).ToListAsync(ct), ct);
}
