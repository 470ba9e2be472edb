using Microsoft.EntityFrameworkCore;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Outbox;
using ShopBot.Shops.Deadlines;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Pickups;
using ShopBot.Shops.Settings;
using ShopBot.Shops.Shifts;
using ShopBot.Shops.Staff;

namespace ShopBot.Shops.Rounds;

/// <summary>Keeps who fetches what, and what happens when nobody does, in step with the orders.</summary>
public sealed class FetchBook(ShopBook shops, IShiftRules rules) : IOrderFollower
{
    public async Task PlacedAsync(string shop, ShopChange change, Order order, CancellationToken ct)
    {
        if (order.Handover != Handover.Collection)
            return;
        await WatchTakingAsync(shop, change, order, ct);
        await WatchComingAsync(shop, change, order, ct);
    }

    public async Task MovedAsync(string shop, ShopChange change, OrderMove move, CancellationToken ct)
    {
        var order = move.Order;
        if (order.Handover != Handover.Collection || move.To is not (OrderState.Accepted or OrderState.Collected or OrderState.Cancelled))
            return;
        await StopWaitingAsync(change.Db, order, ct);
        if (move.To != OrderState.Accepted)
            await DeadlineBook.ClearAsync(change.Db, MissedFetch.KindOf, Subject(order), ct);
        if (move.To == OrderState.Cancelled)
            await CallOffAsync(shop, change, move, ct);
        else if (move.By is { } staff)
            await GiveToAsync(shop, change, order, staff, isCollected: move.To == OrderState.Collected, ct);
    }

    public async Task RebookedAsync(string shop, ShopChange change, Order order, CancellationToken ct)
    {
        await WatchComingAsync(shop, change, order, ct);
        // After nobody was home, or nobody came, it waits for a courier again.
        if (await FindAsync(change.Db, order.Id, ct) is { StaffId: null })
            await WatchTakingAsync(shop, change, order, ct);
    }

    public async Task TakenBackAsync(string shop, ShopChange change, OrderMove move, CancellationToken ct)
    {
        if (move.Order.Handover != Handover.Collection)
            return;
        if (move.To == OrderState.Accepted)
            await FreeAsync(shop, change, move.Order, ct);
        else if (move.To == OrderState.Collected)
            await WatchComingAsync(shop, change, move.Order, ct);
    }

    // Whom the customer's own cancelling concerns, the cancelling tells.
    private static async Task CallOffAsync(string shop, ShopChange change, OrderMove move, CancellationToken ct)
    {
        if (move.By is not { } canceller)
            return;
        foreach (var taker in await TakerAsync(change.Db, move.Order.Id, new Actor(ContactPoint.Parse(canceller.Contact)), ct))
            change.Outbox.Add(new FetchOff(shop, move.Order.Id, canceller.Name), taker, MessageClass.StaffAlert, $"fetch:{move.Order.Id:N}:off");
    }

    /// <summary>Somebody has it from now on; who had it before is told.</summary>
    internal static async Task GiveToAsync(string shop, ShopChange change, Order order, StaffMember staff, bool isCollected, CancellationToken ct)
    {
        var fetch = await FindAsync(change.Db, order.Id, ct);
        if (fetch is null)
            change.Db.Add(fetch = new Fetch { OrderId = order.Id });
        if (fetch.StaffId == staff.Id)
            return;
        if (fetch.StaffId is { } before && await change.Db.Staff.SingleOrDefaultAsync(s => s.Id == before && s.RevokedAt == null, ct) is { } colleague)
        {
            change.Outbox.Add(new FetchTakenOver(shop, order.Id, staff.Name, isCollected), ContactPoint.Parse(colleague.Contact), MessageClass.StaffAlert,
                $"fetch:{order.Id:N}:over:{RowId.New():N}");
        }
        (fetch.StaffId, fetch.By, fetch.TakenAt) = (staff.Id, staff.Name, change.Now);
    }

    /// <summary>Nobody has it any more; those on shift have as long to take it as if it were new.</summary>
    internal async Task FreeAsync(string shop, ShopChange change, Order order, CancellationToken ct)
    {
        if (await FindAsync(change.Db, order.Id, ct) is { } fetch)
            fetch.StaffId = null;
        await WatchTakingAsync(shop, change, order, ct);
    }

    /// <summary>It was not fetched. The order stays as it is; it has no window and no courier until it is booked anew.</summary>
    /// <param name="by">Name of who was there; empty = nobody came.</param>
    internal static async Task GiveUpAsync(ShopChange change, Order order, FetchFailure failure, string by, CancellationToken ct)
    {
        change.Db.Add(new FetchAttempt { OrderId = order.Id, Failure = failure, At = change.Now, By = by, Day = order.PickupDay, Start = order.PickupStart });
        await BookPickup.ReleaseAsync(change, order, ct);
        (order.PickupArea, order.PickupDay, order.PickupStart, order.PickupEnd) = (null, null, null, null);
        await DeadlineBook.ClearAsync(change.Db, MissedFetch.KindOf, Subject(order), ct);
        await StopWaitingAsync(change.Db, order, ct);
        if (await FindAsync(change.Db, order.Id, ct) is { } fetch)
            fetch.StaffId = null;
    }

    /// <summary>Looks after the window whether somebody came; without a window nobody does. Also where another one was booked.</summary>
    internal async Task WatchComingAsync(string shop, ShopChange change, Order order, CancellationToken ct)
    {
        if (rules.For(shop).NoShow is { } late && order is { PickupDay: { } day, PickupEnd: { } end })
            await DeadlineBook.SetAsync(change.Db, MissedFetch.KindOf, Subject(order), ShiftHours.Moment(shops[shop].Zone, day, end) + late, ct);
    }

    /// <summary>Somebody has it, or it is off: nobody is reminded of it.</summary>
    internal static async Task StopWaitingAsync(ShopDb db, Order order, CancellationToken ct)
    {
        await DeadlineBook.ClearAsync(db, UntakenFetch.KindOf, Subject(order), ct);
        await DeadlineBook.ClearAsync(db, IgnoredFetch.KindOf, Subject(order), ct);
    }

    internal static string Subject(Order order) => order.Id.ToString("N");

    /// <summary>Null where nobody has taken it yet.</summary>
    internal static async Task<Fetch?> FindAsync(ShopDb db, Guid orderId, CancellationToken ct) => await db.Fetches.FindAsync([db.Shop, orderId], ct);

    /// <summary>The contact point of who has taken it; empty where nobody has, or it is who asks.</summary>
    internal static async Task<IReadOnlyList<ContactPoint>> TakerAsync(ShopDb db, Guid orderId, Actor actor, CancellationToken ct) =>
        await FindAsync(db, orderId, ct) is { StaffId: { } id } && await db.Staff.SingleOrDefaultAsync(s => s.Id == id && s.RevokedAt == null, ct) is { } taker
            && taker.Contact != actor.Contact.ToString() ? [ContactPoint.Parse(taker.Contact)] : [];

    // What goes to those on shift is watched; with nobody on shift everybody was told, and there is nobody to remind.
    private async Task WatchTakingAsync(string shop, ShopChange change, Order order, CancellationToken ct)
    {
        if (rules.For(shop).Remind is { } remind && (await OnShift.IdsAsync(change.Db, change.Now, ct)).Count > 0)
            await DeadlineBook.SetAsync(change.Db, UntakenFetch.KindOf, Subject(order), ShiftHours.Later(shops[shop], change.Now, remind), ct);
    }
}
