using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Outbox;
using ShopBot.Shops.Customers;
using ShopBot.Shops.Deadlines;
using ShopBot.Shops.Ordering;

namespace ShopBot.Shops.Inspections;

/// <summary>The two moments of a question: the reminder, and the end of the time.</summary>
internal static class FindingClock
{
    public const string Reminder = "finding-reminder", End = "finding-end";

    public static async Task SetAsync(ShopDb db, Finding finding, TimeSpan remindBefore, DateTimeOffset now, CancellationToken ct)
    {
        if (finding.AnswerBy - remindBefore > now)
            await DeadlineBook.SetAsync(db, Reminder, SubjectOf(finding), finding.AnswerBy - remindBefore, ct);
        await DeadlineBook.SetAsync(db, End, SubjectOf(finding), finding.AnswerBy, ct);
    }

    public static async Task ClearAsync(ShopDb db, Finding finding, CancellationToken ct)
    {
        await DeadlineBook.ClearAsync(db, Reminder, SubjectOf(finding), ct);
        await DeadlineBook.ClearAsync(db, End, SubjectOf(finding), ct);
    }

    /// <summary>The question behind a deadline and its order; null where nobody waits for an answer any more.</summary>
    public static async Task<(Finding Finding, Order Order)?> WaitingAsync(ShopDb db, string subject, CancellationToken ct)
    {
        var id = Guid.ParseExact(subject, "N");
        if (await db.Findings.SingleOrDefaultAsync(f => f.Id == id, ct) is not { State: FindingState.Asked } finding)
            return null;
        var order = await db.Orders.Include(o => o.Charges).SingleAsync(o => o.Id == finding.OrderId, ct);
        return order.State == OrderState.Deciding ? (finding, order) : null;
    }

    private static string SubjectOf(Finding finding) => finding.Id.ToString("N", CultureInfo.InvariantCulture);
}

/// <summary>Reminds a customer that an answer is missing.</summary>
public sealed class FindingReminder : IDeadline
{
    public string Kind => FindingClock.Reminder;

    public async Task DueAsync(string shop, ShopChange change, string subject, CancellationToken ct)
    {
        if (await FindingClock.WaitingAsync(change.Db, subject, ct) is var (finding, order) && !await ForgetCustomer.HasLeftAsync(change.Db, order, ct))
            change.Outbox.Add(new FindingUnanswered(shop, finding.Id), ContactPoint.Parse(order.Contact), MessageClass.Status, $"finding:{finding.Id:N}:unanswered");
    }
}

/// <summary>Nobody answered in time: what was announced is decided, and everybody hears of it.</summary>
public sealed class FindingEnd : IDeadline
{
    public string Kind => FindingClock.End;

    public async Task DueAsync(string shop, ShopChange change, string subject, CancellationToken ct)
    {
        if (await FindingClock.WaitingAsync(change.Db, subject, ct) is not var (finding, order))
            return;
        await FindingDecision.TakeDefaultAsync(change, order, finding, ct);
        foreach (var staff in await FindingDecision.ToTellAsync(change.Db, actor: null, ct))
            change.Outbox.Add(new FindingDecided(shop, finding.Id, finding.Otherwise, By: ""), staff, MessageClass.StaffAlert, $"finding:{finding.Id:N}:end:{staff}");
        if (!await ForgetCustomer.HasLeftAsync(change.Db, order, ct))
            change.Outbox.Add(new FindingDefaulted(shop, finding.Id), ContactPoint.Parse(order.Contact), MessageClass.Status, $"finding:{finding.Id:N}:defaulted");
    }
}
