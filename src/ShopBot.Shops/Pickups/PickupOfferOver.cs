using Microsoft.EntityFrameworkCore;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Outbox;
using ShopBot.Shops.Customers;
using ShopBot.Shops.Deadlines;

namespace ShopBot.Shops.Pickups;

/// <summary>To the customer: the window they were offered went to the next.</summary>
public sealed record PickupOfferPassed(string Shop, Guid OrderId, DateOnly Day, TimeOnly Start, TimeOnly End) : IShopFact
{
    public static string Kind => "pickup-offer-passed.v1";
}

/// <summary>An offer was not answered in time: its room goes to the next, and who let it pass stays out.</summary>
internal sealed class PickupOfferOver : IDeadline
{
    public const string Name = "pickup-offer";

    public string Kind => Name;

    public static string SubjectOf(Guid orderId) => orderId.ToString("N");

    public async Task DueAsync(string shop, ShopChange change, string subject, CancellationToken ct)
    {
        var orderId = Guid.ParseExact(subject, "N");
        if (await PickupWaits.FindAsync(change.Db, orderId, ct) is not { State: PickupWaitState.Offered, OfferDay: { } day, OfferStart: { } start, OfferEnd: { } end })
            return;
        await PickupWaits.EndAsync(change, orderId, PickupWaitState.Passed, ct);
        var order = await change.Db.Orders.SingleAsync(o => o.Id == orderId, ct);
        if (OrderWindow.IsMovable(order) && !await ForgetCustomer.HasLeftAsync(change.Db, order, ct))
            change.Outbox.Add(new PickupOfferPassed(shop, orderId, day, start, end), ContactPoint.Parse(order.Contact), MessageClass.Status,
                $"order:{orderId:N}:pickup-offer-passed:{order.Contact}");
    }
}
