using Microsoft.EntityFrameworkCore;
using ShopBot.Messaging.Outbox;
using ShopBot.Shops.Deadlines;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Settings;
using ShopBot.Shops.Shifts;

namespace ShopBot.Shops.Rounds;

/// <summary>An order was not taken in time: those on shift are reminded. Where they have gone home meanwhile, the managers are told at once.</summary>
internal sealed class UntakenFetch(ShopBook shops, IShiftRules rules) : IDeadline
{
    public const string KindOf = "fetch-untaken";

    public string Kind => KindOf;

    public async Task DueAsync(string shop, ShopChange change, string subject, CancellationToken ct)
    {
        if (await FindAsync(change.Db, subject, ct) is not { } order)
            return;
        if ((await OnShift.IdsAsync(change.Db, change.Now, ct)).Count == 0)
        {
            await IgnoredFetch.TellAsync(shop, change, order, ct);
            return;
        }
        foreach (var staff in await OnShift.ForAsync(change.Db, Work.Rounds, null, change.Now, ct))
            change.Outbox.Add(new FetchWaiting(shop, order.Id, order.PlacedAt), staff, MessageClass.StaffAlert, $"fetch:{order.Id:N}:waiting:{RowId.New():N}");
        if (rules.For(shop).Escalate is { } more)
            await DeadlineBook.SetAsync(change.Db, IgnoredFetch.KindOf, subject, ShiftHours.Later(shops[shop], change.Now, more), ct);
    }

    /// <returns>Null where somebody has taken it, or it is no longer to be fetched.</returns>
    public static async Task<Order?> FindAsync(ShopDb db, string subject, CancellationToken ct)
    {
        var id = Guid.ParseExact(subject, "N");
        return await db.Orders.SingleOrDefaultAsync(o => o.Id == id, ct) is { State: OrderState.Placed or OrderState.Accepted } order
            && await FetchBook.FindAsync(db, id, ct) is not { StaffId: not null } ? order : null;
    }
}

/// <summary>Nobody took it after the reminder either: the managers are told.</summary>
internal sealed class IgnoredFetch : IDeadline
{
    public const string KindOf = "fetch-ignored";

    public string Kind => KindOf;

    public async Task DueAsync(string shop, ShopChange change, string subject, CancellationToken ct)
    {
        if (await UntakenFetch.FindAsync(change.Db, subject, ct) is { } order)
            await TellAsync(shop, change, order, ct);
    }

    public static async Task TellAsync(string shop, ShopChange change, Order order, CancellationToken ct)
    {
        foreach (var manager in await OnShift.ManagersAsync(change.Db, null, ct))
            change.Outbox.Add(new FetchIgnored(shop, order.Id, order.PlacedAt), manager, MessageClass.StaffAlert, $"fetch:{order.Id:N}:ignored:{RowId.New():N}");
    }
}
