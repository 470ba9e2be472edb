using ShopBot.Shops.Ordering;

namespace ShopBot.Shops.Pickups;

/// <summary>The window an order is fetched in, inside the transaction that changes it.</summary>
internal static class OrderWindow
{
    /// <summary>Whether somebody is still to come for it.</summary>
    public static bool IsMovable(Order order) => order is { Handover: Handover.Collection, State: OrderState.Placed or OrderState.Accepted };

    public static bool IsIn(Order order, PickupWindow window) =>
        order.PickupArea == window.Area && order.PickupDay == window.Day && order.PickupStart == window.Start;

    /// <summary>Takes the new window, lets the old one go, and writes down that it was so.</summary>
    /// <param name="by">Name of the staff member; empty = the customer.</param>
    /// <param name="overfills">Whether it goes in where there is no room.</param>
    /// <returns>Null where the new one has no room: then nothing is changed.</returns>
    public static async Task<PickupMove?> MoveAsync(ShopChange change, Order order, PickupWindow to, string by, string? reason, bool overfills, CancellationToken ct)
    {
        await PickupHolds.ReleaseOverdueAsync(change, to, ct);
        if (!await BookPickup.TakeAsync(change.Db, to, order.PickupRoom, ct))
        {
            if (!overfills)
                return null;
            await BookPickup.TakeAnywayAsync(change.Db, to, order.PickupRoom, ct);
        }
        await PickupWaits.EndAsync(change, order.Id, PickupWaitState.Booked, ct);
        await BookPickup.ReleaseAsync(change, order, ct);
        return await PutAsync(change, order, to, by, reason, ct);
    }

    /// <summary>Puts the order into a window whose room is taken for it, and writes down that it was so.</summary>
    public static async Task<PickupMove> PutAsync(ShopChange change, Order order, PickupWindow to, string by, string? reason, CancellationToken ct)
    {
        var move = new PickupMove
        {
            OrderId = order.Id,
            FromDay = order.PickupDay,
            FromStart = order.PickupStart,
            FromEnd = order.PickupEnd,
            ToDay = to.Day,
            ToStart = to.Start,
            ToEnd = to.End,
            At = change.Now,
            By = by,
            Reason = reason,
        };
        change.Db.Add(move);
        await PickupReminder.PlanAsync(change, order.Id, ct);
        (order.PickupArea, order.PickupDay, order.PickupStart, order.PickupEnd) = (to.Area, to.Day, to.Start, to.End);
        return move;
    }
}
