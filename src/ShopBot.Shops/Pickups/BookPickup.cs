using Microsoft.EntityFrameworkCore;
using ShopBot.Shops.Ordering;

namespace ShopBot.Shops.Pickups;

/// <summary>Takes and returns room in windows, inside the transaction of the order it is for.</summary>
internal static class BookPickup
{
    /// <returns>False where that many bags no longer fit; then nothing is taken.</returns>
    public static async Task<bool> TakeAsync(ShopDb db, PickupWindow window, int bags, CancellationToken ct)
    {
        // One conditional statement, so that of two racing for the last place one changes no row.
        var room = window.Capacity - bags;
        if (await RowOf(db, window.Area, window.Day, window.Start).Where(s => s.Booked <= room)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Booked, s => s.Booked + bags), ct) == 1)
            return true;
        if (room < 0 || await RowOf(db, window.Area, window.Day, window.Start).AnyAsync(ct))
            return false;
        // The first of the window. Of two such the key lets one through; the other's transaction fails as a whole.
        db.Add(new PickupSlot { Area = window.Area, Day = window.Day, Start = window.Start, Booked = bags });
        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>An order that is taken back no longer needs its window; without one nothing happens.</summary>
    public static async Task ReleaseAsync(ShopDb db, Order order, CancellationToken ct)
    {
        if (order is not { PickupArea: { } area, PickupDay: { } day, PickupStart: { } start, PickupBags: var bags })
            return;
        await GiveBackAsync(db, area, day, start, bags, ct);
    }

    public static Task GiveBackAsync(ShopDb db, string area, DateOnly day, TimeOnly start, int bags, CancellationToken ct) =>
        RowOf(db, area, day, start).ExecuteUpdateAsync(set => set.SetProperty(s => s.Booked, s => s.Booked - bags), ct);

    private static IQueryable<PickupSlot> RowOf(ShopDb db, string area, DateOnly day, TimeOnly start) =>
        db.PickupSlots.Where(s => s.Area == area && s.Day == day && s.Start == start);
}
