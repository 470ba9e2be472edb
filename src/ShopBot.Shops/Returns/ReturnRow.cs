using Microsoft.EntityFrameworkCore;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Outbox;
using ShopBot.Shops.Customers;
using ShopBot.Shops.Deadlines;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Pickups;
using ShopBot.Shops.Staff;

namespace ShopBot.Shops.Returns;

/// <summary>A return inside a transaction: its row, its window, its deadlines, and who is told.</summary>
internal static class ReturnRow
{
    public static Task<OrderReturn?> FindAsync(ShopDb db, Guid orderId, CancellationToken ct) =>
        db.Returns.Include(r => r.Handovers).AsSplitQuery().SingleOrDefaultAsync(r => r.OrderId == orderId, ct);

    public static OrderReturn Begin(ShopDb db, Order order)
    {
        var begun = new OrderReturn { OrderId = order.Id, Room = order.PickupRoom > 0 ? order.PickupRoom : Math.Max(1, order.Lines.Sum(l => l.Quantity)) * PickupPlan.Bag };
        db.Add(begun);
        return begun;
    }

    /// <summary>The customer has the word: they are reminded once, then staff are told.</summary>
    public static async Task AskAsync(ShopChange change, OrderReturn order, TimeSpan? remindAfter, CancellationToken ct)
    {
        ReturnStates.Move(order, ReturnState.Asked);
        Forget(order);
        order.Reminders = 0;
        await ClearAsync(change.Db, order, ct);
        if (remindAfter is { } after)
            await DeadlineBook.SetAsync(change.Db, ReturnSilence.Name, Subject(order.OrderId), change.Now + after, ct);
    }

    /// <summary>A move was taken back: it is as it was before somebody set out or handed it over.</summary>
    public static async Task ResumeAsync(ShopChange change, OrderReturn order, TimeSpan? remindAfter, CancellationToken ct)
    {
        order.State = order.Day is null ? ReturnState.Asked : ReturnState.Booked;
        if (order.State == ReturnState.Asked && remindAfter is { } after)
            await DeadlineBook.SetAsync(change.Db, ReturnSilence.Name, Subject(order.OrderId), change.Now + after, ct);
    }

    /// <summary>The booked room returns; without a window nothing happens.</summary>
    public static async Task FreeAsync(ShopChange change, OrderReturn order, CancellationToken ct)
    {
        if (order is { Area: { } area, Day: { } day, Start: { } start })
            await BookPickup.GiveBackAsync(change, area, day, start, order.Room, ct);
        Forget(order);
    }

    /// <summary>The window is used up or given back.</summary>
    public static void Forget(OrderReturn order) => (order.Area, order.Day, order.Start, order.End) = (null, null, null, null);

    public static async Task ClearAsync(ShopDb db, OrderReturn order, CancellationToken ct)
    {
        foreach (var kind in (string[])[ReturnSilence.Name, ReturnReminder.Name, ReturnOverdue.Name])
            await DeadlineBook.ClearAsync(db, kind, Subject(order.OrderId), ct);
    }

    public static string Subject(Guid orderId) => orderId.ToString("N");

    /// <summary>Nobody is told who has left.</summary>
    public static async Task TellCustomerAsync<TFact>(ShopChange change, Order order, TFact fact, string occasion, CancellationToken ct)
        where TFact : IShopFact
    {
        if (!await ForgetCustomer.HasLeftAsync(change.Db, order, ct))
            change.Outbox.Add(fact, ContactPoint.Parse(order.Contact), MessageClass.Status, $"return:{order.Id:N}:{occasion}:{order.Contact}");
    }

    /// <summary>Tells managers, or all staff where there is none but the one who acts.</summary>
    /// <param name="speaker">Contact point of the one who acts; null = it happens by itself.</param>
    public static async Task TellManagersAsync(ShopChange change, ReturnNeedsStaff fact, string occasion, string? speaker, CancellationToken ct)
    {
        var managers = await change.Db.Staff.Where(s => s.RevokedAt == null && s.Role == StaffRole.Manager && s.Contact != speaker)
            .Select(s => s.Contact).Distinct().OrderBy(c => c).ToListAsync(ct);
        if (managers.Count == 0)
            managers = await change.Db.Staff.Where(s => s.RevokedAt == null && s.Contact != speaker).Select(s => s.Contact).Distinct().OrderBy(c => c).ToListAsync(ct);
        Tell(change, fact, occasion, managers);
    }

    /// <summary>Tells whoever took it out last, or all staff where they no longer work here.</summary>
    public static async Task TellCourierAsync(ShopChange change, OrderReturn order, ReturnNeedsStaff fact, string occasion, CancellationToken ct)
    {
        if (order.Courier is { } courier && await WorkingStaff.FindAsync(change.Db, ContactPoint.Parse(courier), ct) is not null)
            Tell(change, fact, occasion, [courier]);
        else
            Tell(change, fact, occasion, await change.Db.Staff.Where(s => s.RevokedAt == null).Select(s => s.Contact).Distinct().OrderBy(c => c).ToListAsync(ct));
    }

    private static void Tell(ShopChange change, ReturnNeedsStaff fact, string occasion, IEnumerable<string> contacts)
    {
        foreach (var contact in contacts)
            change.Outbox.Add(fact, ContactPoint.Parse(contact), MessageClass.StaffAlert, $"return:{fact.OrderId:N}:{occasion}:{contact}");
    }
}
