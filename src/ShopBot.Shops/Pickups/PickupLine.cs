using System.Globalization;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Outbox;
using ShopBot.Shops.Customers;
using ShopBot.Shops.Deadlines;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Settings;

namespace ShopBot.Shops.Pickups;

/// <summary>To the customer: a window they waited for has room, which is kept for them for a while.</summary>
/// <param name="IsUrgent">It can no longer be booked in the morning.</param>
public sealed record PickupOffered(string Shop, Guid OrderId, DateOnly Day, TimeOnly Start, bool IsUrgent) : IShopFact
{
    public static string Kind => "pickup-offered.v1";

    AtNight IOutboxPayload.AtNight => IsUrgent ? AtNight.Comes : AtNight.Waits;
}

/// <summary>Room in a window came free: it is offered along the line, to the first whose bags fit.</summary>
/// <remarks>
/// First come, first served among those whose bags fit. Somebody smaller is served while the room does not fit the first, who stays first: a window is near,
/// and room kept for somebody who may never fit helps nobody. Nobody is offered a second window.
/// The room belongs to the line from the transaction in which it came free: until the line was asked nobody else can take it.
/// </remarks>
internal sealed class PickupLine(IPickupPlans plans, ShopBook shops) : IDeadline
{
    private const string Name = "pickup-room";
    private const char Of = '/';

    public string Kind => Name;

    /// <summary>A window has room, again or more than before.</summary>
    public static async Task AskAsync(ShopChange change, string area, DateOnly day, TimeOnly start, CancellationToken ct)
    {
        if (await PickupWaits.AreForAsync(change.Db, area, day, start, ct))
            await DeadlineBook.SetAsync(change.Db, Name, SubjectOf(area, day, start), change.Now, ct);
    }

    /// <summary>Any window of an area may have room.</summary>
    public static Task AskAsync(ShopChange change, string area, CancellationToken ct) => DeadlineBook.SetAsync(change.Db, Name, area, change.Now, ct);

    /// <summary>Whether the line is still to be asked about a window.</summary>
    public static async Task<bool> IsToBeAskedAsync(ShopDb db, string area, DateOnly day, TimeOnly start, CancellationToken ct) =>
        await DeadlineBook.FindAsync(db, Name, SubjectOf(area, day, start), ct) is not null;

    public async Task DueAsync(string shop, ShopChange change, string subject, CancellationToken ct)
    {
        var parts = subject.Split(Of);
        if (plans.Of(shop) is not { Patience.Offer: { Ticks: > 0 } } plan || plan.Areas.FirstOrDefault(a => a.Code == parts[0]) is not { } area)
            return;
        var now = TimeZoneInfo.ConvertTime(change.Now, shops[shop].Zone).DateTime;
        var windows = parts is [_, var day, var start] ? Named(plan, area, day, start) : plan.Free(area, now, room: 1, _ => default).ToList();
        foreach (var window in windows.Where(w => plan.IsOpen(w, now)))
            await OfferAsync(shops[shop], change, plan, window, ct);
    }

    private static async Task OfferAsync(ShopSettings shop, ShopChange change, PickupPlan plan, PickupWindow window, CancellationToken ct)
    {
        await PickupHolds.ReleaseOverdueAsync(change, window, ct);
        foreach (var (wait, order) in await PickupWaits.LineAsync(change.Db, window, ct))
        {
            if (!OrderWindow.IsMovable(order) || order.PickupDay is not null || await ForgetCustomer.HasLeftAsync(change.Db, order, ct))
                await PickupWaits.CloseAsync(change, wait, order.PickupDay is null ? PickupWaitState.Left : PickupWaitState.Booked, ct);
            else if (await BookPickup.TakeForLineAsync(change.Db, window, wait.Room, ct))
                await OfferAsync(shop, change, plan, window, wait, order, ct);
        }
    }

    private static async Task OfferAsync(
        ShopSettings shop, ShopChange change, PickupPlan plan, PickupWindow window, PickupWait wait, Order order, CancellationToken ct)
    {
        var closes = plan.ClosesAt(window, shop.Zone);
        var morning = shop.QuietHours?.EndsAfter(change.Now, shop.Zone);
        // At night they are asked in the morning, and have their time from then on; unless it would be too late by then.
        var (asked, isUrgent) = morning < closes ? (morning.Value, false) : (change.Now, morning is not null);
        var until = asked + plan.Patience.Offer;
        (wait.State, wait.OfferDay, wait.OfferStart, wait.OfferEnd) = (PickupWaitState.Offered, window.Day, window.Start, window.End);
        wait.OfferUntil = until < closes ? until : closes;
        await DeadlineBook.SetAsync(change.Db, PickupOfferOver.Name, PickupOfferOver.SubjectOf(wait.OrderId), wait.OfferUntil.Value, ct);
        change.Outbox.Add(new PickupOffered(shop.Id, order.Id, window.Day, window.Start, isUrgent), ContactPoint.Parse(order.Contact), MessageClass.Status,
            $"order:{order.Id:N}:pickup-offered:{order.Contact}");
    }

    private static List<PickupWindow> Named(PickupPlan plan, PickupArea area, string day, string start) =>
        plan.Find(area, DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), TimeOnly.ParseExact(start, "HH:mm", CultureInfo.InvariantCulture)) is { } window ? [window] : [];

    private static string SubjectOf(string area, DateOnly day, TimeOnly start) => string.Create(CultureInfo.InvariantCulture, $"{area}{Of}{day:yyyy-MM-dd}{Of}{start:HH:mm}");
}
