using Microsoft.EntityFrameworkCore;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Outbox;
using ShopBot.Shops.Customers;
using ShopBot.Shops.Deadlines;
using ShopBot.Shops.Settings;

namespace ShopBot.Shops.Pickups;

/// <summary>To the customer: no room came free in the window they waited for, and now it is too late for it.</summary>
public sealed record PickupWaitedInVain(string Shop, Guid OrderId) : IShopFact
{
    public static string Kind => "pickup-waited-in-vain.v1";
}

/// <summary>What somebody waits for can no longer be booked: they are told, so that they choose something else.</summary>
/// <remarks>Set for "now" by who joins; when that is over is found out here, as with <see cref="WindowReminder"/>. Who waits for any day waits on.</remarks>
internal sealed class PickupWaitOver(IPickupPlans plans, ShopBook shops) : IDeadline
{
    private const string Name = "pickup-wait";

    public string Kind => Name;

    public static Task PlanAsync(ShopChange change, Guid orderId, CancellationToken ct) => DeadlineBook.SetAsync(change.Db, Name, orderId.ToString("N"), change.Now, ct);

    public async Task DueAsync(string shop, ShopChange change, string subject, CancellationToken ct)
    {
        var orderId = Guid.ParseExact(subject, "N");
        if (await PickupWaits.FindAsync(change.Db, orderId, ct) is not { State: PickupWaitState.Waiting } wait || EndOf(shop, wait) is not { } end)
            return;
        if (end >= change.Now)
        {
            await DeadlineBook.SetAsync(change.Db, Name, subject, end.AddSeconds(1), ct);
            return;
        }
        await PickupWaits.CloseAsync(change, wait, PickupWaitState.InVain, ct);
        var order = await change.Db.Orders.SingleAsync(o => o.Id == orderId, ct);
        if (OrderWindow.IsMovable(order) && !await ForgetCustomer.HasLeftAsync(change.Db, order, ct))
            change.Outbox.Add(new PickupWaitedInVain(shop, orderId), ContactPoint.Parse(order.Contact), MessageClass.Status, $"order:{orderId:N}:pickup-waited-in-vain:{order.Contact}");
    }

    /// <summary>The last moment at which one of the wished windows can be booked; null = there is none.</summary>
    private DateTimeOffset? EndOf(string shop, PickupWait wait)
    {
        if (wait.Day is not { } day || plans.Of(shop) is not { } plan || plan.Areas.FirstOrDefault(a => a.Code == wait.Area) is not { } area)
            return null;
        return plan.On(area, day).Where(w => wait.IsFor(w.Start)).Select(w => (DateTimeOffset?)plan.ClosesAt(w, shops[shop].Zone)).Max();
    }
}
