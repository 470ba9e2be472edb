using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Staff;

namespace ShopBot.Shops.Pickups;

/// <summary>An order that stays booked in a window which was closed.</summary>
public sealed record OrderInWindow(int Number, string Name, string Area, DateOnly Day, TimeOnly Start, TimeOnly End);

[JsonDerivedType(typeof(Done), "done")]
[JsonDerivedType(typeof(NotStaff), "not-staff")]
public abstract record CloseWindowsResult
{
    private CloseWindowsResult() { }

    /// <param name="Changed">How many were not so before.</param>
    /// <param name="Booked">Orders still to be fetched in them, by time and number.</param>
    public sealed record Done(int Changed, IReadOnlyList<OrderInWindow> Booked) : CloseWindowsResult;

    /// <summary>The one who asks is no (longer) staff of this shop.</summary>
    public sealed record NotStaff : CloseWindowsResult;
}

/// <summary>Staff close single windows, and open them again: nobody is offered a closed one and nobody can book it. What is booked stays booked.</summary>
public sealed class CloseWindows(IShopTransactions transactions)
{
    public Task<CloseWindowsResult> RunAsync(string shop, OperationKey key, Actor actor, IReadOnlyList<PickupWindow> windows, CancellationToken ct) =>
        RunAsync(shop, key, actor, windows, CloseAsync, ct);

    public Task<CloseWindowsResult> ReopenAsync(string shop, OperationKey key, Actor actor, IReadOnlyList<PickupWindow> windows, CancellationToken ct) =>
        RunAsync(shop, key, actor, windows, OpenAsync, ct);

    private Task<CloseWindowsResult> RunAsync(
        string shop, OperationKey key, Actor actor, IReadOnlyList<PickupWindow> windows, Func<ShopChange, PickupWindow, string, CancellationToken, Task<int>> turn, CancellationToken ct) =>
        transactions.RunOnceAsync<CloseWindowsResult>(shop, key, async change =>
        {
            if (await WorkingStaff.FindAsync(change.Db, actor.Contact, ct) is not { } staff)
                return new CloseWindowsResult.NotStaff();
            var (changed, booked) = (0, new List<OrderInWindow>());
            foreach (var window in windows)
            {
                changed += await turn(change, window, staff.Name, ct);
                booked.AddRange(await BookedAsync(change.Db, window, ct));
            }
            return new CloseWindowsResult.Done(changed, booked);
        }, ct);

    private static async Task<int> CloseAsync(ShopChange change, PickupWindow window, string by, CancellationToken ct)
    {
        var row = BookPickup.RowOf(change.Db, window);
        DateTimeOffset? now = change.Now;
        if (await row.AnyAsync(ct))
            return await row.Where(s => s.ClosedAt == null).ExecuteUpdateAsync(set => set.SetProperty(s => s.ClosedAt, now).SetProperty(s => s.ClosedBy, by), ct);
        change.Db.Add(new PickupSlot { Area = window.Area, Day = window.Day, Start = window.Start, ClosedAt = now, ClosedBy = by });
        await change.Db.SaveChangesAsync(ct);
        return 1;
    }

    private static async Task<int> OpenAsync(ShopChange change, PickupWindow window, string by, CancellationToken ct)
    {
        var opened = await BookPickup.RowOf(change.Db, window).Where(s => s.ClosedAt != null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.ClosedAt, (DateTimeOffset?)null).SetProperty(s => s.ClosedBy, (string?)null), ct);
        if (opened > 0)
            await PickupLine.AskAsync(change, window.Area, window.Day, window.Start, ct);
        return opened;
    }

    private static Task<List<OrderInWindow>> BookedAsync(ShopDb db, PickupWindow window, CancellationToken ct) => db.Orders
        .Where(o => o.PickupArea == window.Area && o.PickupDay == window.Day && o.PickupStart == window.Start && (o.State == OrderState.Placed || o.State == OrderState.Accepted))
        .OrderBy(o => o.Number).Select(o => new OrderInWindow(o.Number, o.Name, window.Area, window.Day, window.Start, window.End)).ToListAsync(ct);
}
