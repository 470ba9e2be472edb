using Microsoft.EntityFrameworkCore;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Outbox;
using ShopBot.Shops.Customers;
using ShopBot.Shops.Deadlines;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Settings;
using ShopBot.Shops.Shifts;

namespace ShopBot.Shops.Rounds;

/// <summary>A window is over and the order is still not collected: the managers are told, and the customer hears that we are sorry.</summary>
internal sealed class MissedFetch(ShopBook shops, IShiftRules rules) : IDeadline
{
    public const string KindOf = "fetch-missed";

    public string Kind => KindOf;

    public async Task DueAsync(string shop, ShopChange change, string subject, CancellationToken ct)
    {
        var id = Guid.ParseExact(subject, "N");
        if (await change.Db.Orders.SingleOrDefaultAsync(o => o.Id == id, ct) is not { State: OrderState.Placed or OrderState.Accepted } order
            || order is not { PickupDay: { } day, PickupEnd: { } end })
            return;
        // Booked for later in the meantime.
        if (rules.For(shop).NoShow is { } late && ShiftHours.Moment(shops[shop].Zone, day, end) + late is var due && due > change.Now)
        {
            await DeadlineBook.SetAsync(change.Db, KindOf, subject, due, ct);
            return;
        }
        var by = await FetchBook.FindAsync(change.Db, id, ct) is { StaffId: not null } fetch ? fetch.By : null;
        await FetchBook.GiveUpAsync(change, order, FetchFailure.NobodyCame, by: "", ct);
        var occasion = $"fetch:{id:N}:missed:{RowId.New():N}";
        foreach (var manager in await OnShift.ManagersAsync(change.Db, null, ct))
            change.Outbox.Add(new CourierMissing(shop, id, by), manager, MessageClass.StaffAlert, $"{occasion}:{manager}");
        if (!await ForgetCustomer.HasLeftAsync(change.Db, order, ct))
            change.Outbox.Add(new PickupMissed(shop, id), ContactPoint.Parse(order.Contact), MessageClass.Status, occasion);
    }
}
