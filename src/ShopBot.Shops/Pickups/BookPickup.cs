using Microsoft.EntityFrameworkCore;
using ShopBot.Shops.Ordering;

namespace ShopBot.Shops.Pickups;

/// <summary>Takes and returns room in windows, inside the transaction of the order it is for. Everybody who comes in a window is one stop.</summary>
internal static class BookPickup
{
    /// <param name="room">As <see cref="PickupPlan.RoomFor"/> counts it; 1 or more.</param>
    /// <returns>False where that much no longer fits, no stop is left, the window was closed, or the room that has just come free belongs to those in the line; then nothing
    /// is taken.</returns>
    public static async Task<bool> TakeAsync(ShopDb db, PickupWindow window, int room, CancellationToken ct) =>
        !await PickupLine.IsToBeAskedAsync(db, window.Area, window.Day, window.Start, ct) && await TakeForLineAsync(db, window, room, ct);

    /// <summary>The same for somebody whose turn it is.</summary>
    public static async Task<bool> TakeForLineAsync(ShopDb db, PickupWindow window, int room, CancellationToken ct)
    {
        // One conditional statement, so that of two racing for the last place one changes no row.
        var most = window.Capacity - room;
        if (await RowOf(db, window).Where(s => s.Booked <= most && s.Stops < window.Stops && s.ClosedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Booked, s => s.Booked + room).SetProperty(s => s.Stops, s => s.Stops + 1), ct) == 1)
            return true;
        if (most < 0 || window.Stops < 1 || await RowOf(db, window).AnyAsync(ct))
            return false;
        await BeginAsync(db, window, room, ct);
        return true;
    }

    /// <summary>Takes room that the window does not have: staff know better than its figures.</summary>
    public static async Task TakeAnywayAsync(ShopDb db, PickupWindow window, int room, CancellationToken ct)
    {
        if (await RowOf(db, window).ExecuteUpdateAsync(set => set.SetProperty(s => s.Booked, s => s.Booked + room).SetProperty(s => s.Stops, s => s.Stops + 1), ct) == 0)
            await BeginAsync(db, window, room, ct);
    }

    /// <summary>An order that is taken back no longer needs its window, nor waits for one; without either nothing happens.</summary>
    public static async Task ReleaseAsync(ShopChange change, Order order, CancellationToken ct)
    {
        await PickupWaits.EndAsync(change, order.Id, PickupWaitState.Left, ct);
        if (order is not { PickupArea: { } area, PickupDay: { } day, PickupStart: { } start, PickupRoom: var room })
            return;
        await GiveBackAsync(change, area, day, start, room, ct);
    }

    /// <summary>What one stop took is free again; who waits for it is asked first.</summary>
    public static async Task GiveBackAsync(ShopChange change, string area, DateOnly day, TimeOnly start, int room, CancellationToken ct)
    {
        await PutBackAsync(change.Db, area, day, start, room, ct);
        await PickupLine.AskAsync(change, area, day, start, ct);
    }

    /// <summary>What one stop took is free for whoever takes it in the same transaction.</summary>
    public static Task PutBackAsync(ShopDb db, string area, DateOnly day, TimeOnly start, int room, CancellationToken ct) => RowOf(db, area, day, start)
        .ExecuteUpdateAsync(set => set.SetProperty(s => s.Booked, s => s.Booked - room).SetProperty(s => s.Stops, s => s.Stops - 1), ct);

    internal static IQueryable<PickupSlot> RowOf(ShopDb db, PickupWindow window) => RowOf(db, window.Area, window.Day, window.Start);

    // The first of the window. Of two such the key lets one through; the other's transaction fails as a whole.
    private static Task<int> BeginAsync(ShopDb db, PickupWindow window, int room, CancellationToken ct)
    {
        db.Add(new PickupSlot { Area = window.Area, Day = window.Day, Start = window.Start, Booked = room, Stops = 1 });
        return db.SaveChangesAsync(ct);
    }

    private static IQueryable<PickupSlot> RowOf(ShopDb db, string area, DateOnly day, TimeOnly start) =>
        db.PickupSlots.Where(s => s.Area == area && s.Day == day && s.Start == start);
}
