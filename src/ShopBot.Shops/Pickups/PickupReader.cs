using Microsoft.EntityFrameworkCore;

namespace ShopBot.Shops.Pickups;

/// <summary>Looks up what is free; changes nothing.</summary>
public sealed class PickupReader(IShopTransactions transactions, TimeProvider clock)
{
    /// <summary>The free windows of an area, the soonest first, by what is booked and held now.</summary>
    /// <param name="now">Wall-clock time at the shop.</param>
    /// <param name="room">That must still fit, as <see cref="PickupPlan.RoomFor"/> counts it.</param>
    /// <param name="customerId">What this customer holds is free for them.</param>
    public async Task<IReadOnlyList<PickupWindow>> FreeAsync(
        string shop, PickupPlan plan, PickupArea area, DateTime now, int room, Guid customerId, CancellationToken ct)
    {
        var (today, moment) = (DateOnly.FromDateTime(now), clock.GetUtcNow());
        var taken = await transactions.ReadAsync(shop, async db =>
        {
            var booked = await db.PickupSlots.AsNoTracking().Where(s => s.Area == area.Code && s.Day >= today).ToDictionaryAsync(s => (s.Day, s.Start), s => new PickupTaken(s.Booked, s.Stops, s.ClosedAt is not null), ct);
            // What ran out is given back when somebody asks for the room, or by the clock's next round.
            var loose = await db.PickupHolds.AsNoTracking()
                .Where(h => h.Area == area.Code && h.Day >= today && (h.Until <= moment || h.CustomerId == customerId)).ToListAsync(ct);
            foreach (var hold in loose)
            {
                var all = booked[(hold.Day, hold.Start)];
                booked[(hold.Day, hold.Start)] = all with { Room = all.Room - hold.Bags, Stops = all.Stops - 1 };
            }
            return booked;
        }, ct);
        return [.. plan.Free(area, now, room, w => taken.GetValueOrDefault((w.Day, w.Start)))];
    }

    /// <summary>The windows that staff closed and that have not ended, by time and area.</summary>
    /// <param name="now">Wall-clock time at the shop.</param>
    public async Task<IReadOnlyList<PickupWindow>> ClosedAsync(string shop, PickupPlan plan, DateTime now, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(now);
        var rows = await transactions.ReadAsync(shop, db => db.PickupSlots.AsNoTracking().Where(s => s.Day >= today && s.ClosedAt != null).ToListAsync(ct), ct);
        return [.. rows.Select(s => plan.Areas.FirstOrDefault(a => a.Code == s.Area) is { } area ? plan.Find(area, s.Day, s.Start) : null)
            .OfType<PickupWindow>().Where(w => w.Day.ToDateTime(w.End) > now).OrderBy(w => w.Day).ThenBy(w => w.Start).ThenBy(w => w.Area, StringComparer.Ordinal)];
    }
}
