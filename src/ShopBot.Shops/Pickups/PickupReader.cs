using Microsoft.EntityFrameworkCore;

namespace ShopBot.Shops.Pickups;

/// <summary>Looks up what is free; changes nothing.</summary>
public sealed class PickupReader(IShopTransactions transactions)
{
    /// <summary>The free windows of an area, the soonest first, by what is booked now.</summary>
    /// <param name="now">Wall-clock time at the shop.</param>
    /// <param name="bags">That must still fit; 1 or more.</param>
    public async Task<IReadOnlyList<PickupWindow>> FreeAsync(string shop, PickupPlan plan, PickupArea area, DateTime now, int bags, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(now);
        var booked = await transactions.ReadAsync(shop, db => db.PickupSlots.AsNoTracking()
            .Where(s => s.Area == area.Code && s.Day >= today).ToDictionaryAsync(s => (s.Day, s.Start), s => s.Booked, ct), ct);
        return [.. plan.Free(area, now, bags, w => booked.GetValueOrDefault((w.Day, w.Start)))];
    }
}
