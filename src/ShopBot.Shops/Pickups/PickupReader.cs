using Microsoft.EntityFrameworkCore;

namespace ShopBot.Shops.Pickups;

/// <summary>Looks up what is free; changes nothing.</summary>
public sealed class PickupReader(IShopTransactions transactions, TimeProvider clock)
{
    /// <summary>The free windows of an area, the soonest first, by what is booked and held now.</summary>
    /// <param name="now">Wall-clock time at the shop.</param>
    /// <param name="bags">That must still fit; 1 or more.</param>
    /// <param name="customerId">What this customer holds is free for them.</param>
    public async Task<IReadOnlyList<PickupWindow>> FreeAsync(
        string shop, PickupPlan plan, PickupArea area, DateTime now, int bags, Guid customerId, CancellationToken ct)
    {
        var (today, moment) = (DateOnly.FromDateTime(now), clock.GetUtcNow());
        var taken = await transactions.ReadAsync(shop, async db =>
        {
            var booked = await db.PickupSlots.AsNoTracking().Where(s => s.Area == area.Code && s.Day >= today).ToDictionaryAsync(s => (s.Day, s.Start), s => s.Booked, ct);
            // What ran out is given back when somebody asks for the room, or by the clock's next round.
            var loose = await db.PickupHolds.AsNoTracking()
                .Where(h => h.Area == area.Code && h.Day >= today && (h.Until <= moment || h.CustomerId == customerId)).ToListAsync(ct);
            foreach (var hold in loose)
                booked[(hold.Day, hold.Start)] -= hold.Bags;
            return booked;
        }, ct);
        return [.. plan.Free(area, now, bags, w => taken.GetValueOrDefault((w.Day, w.Start)))];
    }
}
