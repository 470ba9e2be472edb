using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Outbox;
using ShopBot.Shops.Customers;
using ShopBot.Shops.Deadlines;
using ShopBot.Shops.Settings;

namespace ShopBot.Shops.Pickups;

/// <summary>To the customer: somebody comes for their order soon.</summary>
public sealed record PickupReminded(string Shop, Guid OrderId, DateOnly Day, TimeOnly Start) : IShopFact
{
    public static string Kind => "pickup-reminded.v1";
}

/// <summary>Reminds customers of the window in which their order is fetched.</summary>
internal sealed class PickupReminder(IPickupPlans plans, ShopBook shops) : WindowReminder(shops)
{
    private const string Name = "pickup-reminder";

    private readonly ShopBook _shops = shops;

    public override string Kind => Name;

    /// <summary>An order has a window, or another one.</summary>
    public static Task PlanAsync(ShopChange change, Guid orderId, CancellationToken ct) => DeadlineBook.SetAsync(change.Db, Name, SubjectOf(orderId), change.Now, ct);

    protected override ReminderRule RuleOf(string shop) => plans.Of(shop)?.Reminders ?? ReminderRule.None;

    protected override async Task<ExpectedVisit?> FindAsync(ShopChange change, Guid orderId, CancellationToken ct)
    {
        if (await change.Db.Orders.SingleOrDefaultAsync(o => o.Id == orderId, ct) is not { PickupDay: { } day, PickupStart: { } start } order || !OrderWindow.IsMovable(order))
            return null;
        if (TimeZoneInfo.ConvertTime(change.Now, _shops[change.Db.Shop].Zone).DateTime >= day.ToDateTime(start))
            return null;
        var moved = await change.Db.Set<PickupMove>().Where(m => m.OrderId == orderId).MaxAsync(m => (DateTimeOffset?)m.At, ct);
        return new ExpectedVisit(day, start, moved ?? order.PlacedAt);
    }

    protected override async Task TellAsync(string shop, ShopChange change, Guid orderId, ExpectedVisit visit, CancellationToken ct)
    {
        var order = await change.Db.Orders.SingleAsync(o => o.Id == orderId, ct);
        if (!await ForgetCustomer.HasLeftAsync(change.Db, order, ct))
            change.Outbox.Add(new PickupReminded(shop, orderId, visit.Day, visit.Start), ContactPoint.Parse(order.Contact), MessageClass.Status,
                string.Create(CultureInfo.InvariantCulture, $"order:{orderId:N}:pickup-reminder:{visit.Day:yyyy-MM-dd}T{visit.Start:HH:mm}:{order.Contact}"));
    }
}
