using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ShopBot.Shops.Deadlines;
using ShopBot.Shops.Ordering;

namespace ShopBot.Shops.Pickups;

/// <summary>Joins the line for a window and leaves it, inside the transaction of the order it is for.</summary>
internal static class PickupWaits
{
    public static Task<PickupWait?> FindAsync(ShopDb db, Guid orderId, CancellationToken ct) => db.PickupWaits.SingleOrDefaultAsync(w => w.OrderId == orderId, ct);

    /// <param name="room">As <see cref="PickupPlan.RoomFor"/> counts it; 1 or more.</param>
    public static async Task JoinAsync(ShopChange change, Guid orderId, PickupWish wish, int room, CancellationToken ct)
    {
        change.Db.Add(new PickupWait
        {
            OrderId = orderId, Area = wish.Area, Day = wish.Day, Starts = string.Join(' ', wish.Starts.Select(Clock)), Room = room, AskedAt = change.Now,
        });
        // Room may have come free between the question and the answer, when nobody was in the line.
        await PickupLine.AskAsync(change, wish.Area, ct);
        await PickupWaitOver.PlanAsync(change, orderId, ct);
    }

    /// <summary>Ends a wait that is open; what was kept for it goes to the next.</summary>
    /// <returns>Null where nothing was open.</returns>
    public static async Task<PickupWait?> EndAsync(ShopChange change, Guid orderId, PickupWaitState to, CancellationToken ct)
    {
        if (await FindAsync(change.Db, orderId, ct) is not { } wait || !PickupWaitStates.IsOpen(wait.State))
            return null;
        if (wait is { OfferDay: { } day, OfferStart: { } start })
            await BookPickup.GiveBackAsync(change, wait.Area, day, start, wait.Room, ct);
        await CloseAsync(change, wait, to, ct);
        return wait;
    }

    /// <summary>Ends a wait whose room stays taken.</summary>
    public static async Task CloseAsync(ShopChange change, PickupWait wait, PickupWaitState to, CancellationToken ct)
    {
        (wait.State, wait.OfferDay, wait.OfferStart, wait.OfferEnd, wait.OfferUntil) = (to, null, null, null, null);
        await DeadlineBook.ClearAsync(change.Db, PickupOfferOver.Name, PickupOfferOver.SubjectOf(wait.OrderId), ct);
    }

    /// <summary>Whether somebody is in the line for a window.</summary>
    public static Task<bool> AreForAsync(ShopDb db, string area, DateOnly day, TimeOnly start, CancellationToken ct)
    {
        var clock = Clock(start);
        return db.PickupWaits.AnyAsync(
            w => w.Area == area && w.State == PickupWaitState.Waiting && (w.Day == null || w.Day == day) && (w.Starts == "" || w.Starts.Contains(clock)), ct);
    }

    /// <summary>Those in the line for a window, in the order in which they asked.</summary>
    public static async Task<IReadOnlyList<(PickupWait Wait, Order Order)>> LineAsync(ShopDb db, PickupWindow window, CancellationToken ct)
    {
        var clock = Clock(window.Start);
        var line = await db.PickupWaits
            .Where(w => w.Area == window.Area && w.State == PickupWaitState.Waiting && (w.Day == null || w.Day == window.Day) && (w.Starts == "" || w.Starts.Contains(clock)))
            .OrderBy(w => w.AskedAt).ThenBy(w => w.Id).Join(db.Orders, w => w.OrderId, o => o.Id, (wait, order) => new { wait, order }).ToListAsync(ct);
        return [.. line.Select(l => (l.wait, l.order))];
    }

    private static string Clock(TimeOnly start) => start.ToString("HH:mm", CultureInfo.InvariantCulture);
}
