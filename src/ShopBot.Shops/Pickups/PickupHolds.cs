using Microsoft.EntityFrameworkCore;
using ShopBot.Shops.Deadlines;

namespace ShopBot.Shops.Pickups;

/// <summary>Room kept for customers who are deciding, inside a transaction of the shop.</summary>
internal static class PickupHolds
{
    /// <summary>What a customer held goes back; without a hold nothing happens.</summary>
    /// <returns>The window that has room again; null where nothing was held.</returns>
    public static async Task<PickupHold?> ReleaseAsync(ShopDb db, Guid customerId, CancellationToken ct) =>
        await db.PickupHolds.SingleOrDefaultAsync(h => h.CustomerId == customerId, ct) is { } hold ? await EndAsync(db, hold, ct) : null;

    /// <summary>What ran out goes back before somebody is told that a window is full: nobody waits for the clock's next round.</summary>
    public static async Task ReleaseOverdueAsync(ShopDb db, PickupWindow window, DateTimeOffset now, CancellationToken ct)
    {
        var overdue = await db.PickupHolds.Where(h => h.Area == window.Area && h.Day == window.Day && h.Start == window.Start && h.Until <= now).ToListAsync(ct);
        foreach (var hold in overdue)
            await EndAsync(db, hold, ct);
    }

    private static async Task<PickupHold> EndAsync(ShopDb db, PickupHold hold, CancellationToken ct)
    {
        db.Remove(hold);
        await DeadlineBook.ClearAsync(db, PickupHoldOver.Name, PickupHoldOver.SubjectOf(hold.CustomerId), ct);
        // At once: the same transaction may keep another window for the same customer.
        await db.SaveChangesAsync(ct);
        await BookPickup.GiveBackAsync(db, hold.Area, hold.Day, hold.Start, hold.Bags, ct);
        return hold;
    }
}
