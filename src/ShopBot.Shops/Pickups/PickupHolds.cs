using Microsoft.EntityFrameworkCore;
using ShopBot.Shops.Deadlines;

namespace ShopBot.Shops.Pickups;

/// <summary>Room kept for customers who are deciding, inside a transaction of the shop.</summary>
internal static class PickupHolds
{
    /// <summary>Takes room for a customer who holds no more then: what they hold in that window is theirs before anybody else's, any other goes back.</summary>
    /// <returns>False where that much does not fit.</returns>
    public static async Task<bool> TakeAsync(ShopChange change, Guid customerId, PickupWindow window, int room, CancellationToken ct)
    {
        var hold = await FindAsync(change.Db, customerId, ct);
        if (hold is not null && (hold.Area, hold.Day, hold.Start) == (window.Area, window.Day, window.Start))
        {
            await RemoveAsync(change.Db, hold, ct);
            await BookPickup.PutBackAsync(change.Db, hold.Area, hold.Day, hold.Start, hold.Bags, ct);
            // What they held they keep; more than that is had like anybody else's.
            var isTaken = await (room <= hold.Bags ? BookPickup.TakeForLineAsync(change.Db, window, room, ct) : BookPickup.TakeAsync(change.Db, window, room, ct));
            if (!isTaken || room < hold.Bags)
                await PickupLine.AskAsync(change, hold.Area, hold.Day, hold.Start, ct);
            return isTaken;
        }
        await ReleaseAsync(change, customerId, ct);
        await ReleaseOverdueAsync(change, window, ct);
        return await BookPickup.TakeAsync(change.Db, window, room, ct);
    }

    /// <summary>What a customer held goes back; without a hold nothing happens.</summary>
    /// <returns>Whether something was held.</returns>
    public static async Task<bool> ReleaseAsync(ShopChange change, Guid customerId, CancellationToken ct)
    {
        if (await FindAsync(change.Db, customerId, ct) is not { } hold)
            return false;
        await EndAsync(change, hold, ct);
        return true;
    }

    /// <summary>What ran out goes back before somebody is told that a window is full: nobody waits for the clock's next round.</summary>
    public static async Task ReleaseOverdueAsync(ShopChange change, PickupWindow window, CancellationToken ct)
    {
        var now = change.Now;
        var overdue = await change.Db.PickupHolds.Where(h => h.Area == window.Area && h.Day == window.Day && h.Start == window.Start && h.Until <= now).ToListAsync(ct);
        foreach (var hold in overdue)
            await EndAsync(change, hold, ct);
    }

    private static Task<PickupHold?> FindAsync(ShopDb db, Guid customerId, CancellationToken ct) => db.PickupHolds.SingleOrDefaultAsync(h => h.CustomerId == customerId, ct);

    private static async Task EndAsync(ShopChange change, PickupHold hold, CancellationToken ct)
    {
        await RemoveAsync(change.Db, hold, ct);
        await BookPickup.GiveBackAsync(change, hold.Area, hold.Day, hold.Start, hold.Bags, ct);
    }

    private static async Task RemoveAsync(ShopDb db, PickupHold hold, CancellationToken ct)
    {
        db.Remove(hold);
        await DeadlineBook.ClearAsync(db, PickupHoldOver.Name, PickupHoldOver.SubjectOf(hold.CustomerId), ct);
        // At once: the same transaction may keep another window for the same customer.
        await db.SaveChangesAsync(ct);
    }
}
