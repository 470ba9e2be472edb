using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Outbox;
using ShopBot.Shops.Customers;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Staff;

namespace ShopBot.Shops.Inspections;

[JsonDerivedType(typeof(Taken), "taken")]
[JsonDerivedType(typeof(Same), "same")]
[JsonDerivedType(typeof(NotOffered), "not-offered")]
[JsonDerivedType(typeof(TooLate), "too-late")]
[JsonDerivedType(typeof(TakenBack), "taken-back")]
[JsonDerivedType(typeof(NoSuchFinding), "no-such-finding")]
[JsonDerivedType(typeof(NothingAsked), "nothing-asked")]
[JsonDerivedType(typeof(NotYours), "not-yours")]
[JsonDerivedType(typeof(NotStaff), "not-staff")]
public abstract record AnswerFindingResult
{
    private AnswerFindingResult() { }

    /// <param name="Before">How it stood until now: a later answer changes an earlier one.</param>
    /// <param name="Open">Letters of what the order still waits for.</param>
    public sealed record Taken(Guid FindingId, FindingAnswer Answer, FindingState Before, IReadOnlyList<string> Open, long TotalInMinor, string Currency) : AnswerFindingResult;

    /// <summary>That is what was said already.</summary>
    public sealed record Same(Guid FindingId, FindingAnswer Answer) : AnswerFindingResult;

    /// <summary>The shop does not do that with such a piece.</summary>
    public sealed record NotOffered(Guid FindingId) : AnswerFindingResult;

    /// <summary>It is being washed, or has left; nothing can be changed.</summary>
    public sealed record TooLate(Guid FindingId, OrderState State) : AnswerFindingResult;

    public sealed record TakenBack(Guid FindingId) : AnswerFindingResult;

    /// <param name="Letters">Of the questions there are; not empty.</param>
    public sealed record NoSuchFinding(int Number, IReadOnlyList<string> Letters) : AnswerFindingResult;

    /// <summary>Nothing was found in this order.</summary>
    public sealed record NothingAsked(int Number) : AnswerFindingResult;

    /// <summary>No order of this number belongs to the customer; to staff: there is none.</summary>
    public sealed record NotYours(int Number) : AnswerFindingResult;

    public sealed record NotStaff : AnswerFindingResult;
}

/// <summary>Takes what a customer, or staff for them after a call, says about something that was found; staff are told.</summary>
/// <remarks>Before the washing begins it may be said again, and otherwise. Of an answer and the end of the time only one transaction comes first, and the other sees it.</remarks>
public sealed class AnswerFinding(IShopTransactions transactions)
{
    /// <param name="letter">Null = the question that has none in its choices, the first one.</param>
    public Task<AnswerFindingResult> RunAsync(
        string shop, OperationKey key, Actor actor, Guid customerId, int number, string? letter, FindingAnswer answer, CancellationToken ct) =>
        transactions.RunOnceAsync(shop, key, async change =>
            await change.Db.Orders.Include(o => o.Charges).SingleOrDefaultAsync(o => o.Number == number && o.CustomerId == customerId, ct) is { } order
                ? await AnswerAsync(shop, key, change, actor, order, letter, answer, by: "", ct)
                : new AnswerFindingResult.NotYours(number), ct);

    /// <summary>Staff write down what they agreed with the customer, who is told as well.</summary>
    public Task<AnswerFindingResult> SettleAsync(
        string shop, OperationKey key, Actor actor, int number, string? letter, FindingAnswer answer, CancellationToken ct) =>
        transactions.RunOnceAsync(shop, key, async change =>
        {
            if (await WorkingStaff.FindAsync(change.Db, actor.Contact, ct) is not { Role: not StaffRole.Courier } staff)
                return new AnswerFindingResult.NotStaff();
            return await change.Db.Orders.Include(o => o.Charges).SingleOrDefaultAsync(o => o.Number == number, ct) is { } order
                ? await AnswerAsync(shop, key, change, actor, order, letter, answer, staff.Name, ct)
                : new AnswerFindingResult.NotYours(number);
        }, ct);

    private static async Task<AnswerFindingResult> AnswerAsync(
        string shop, OperationKey key, ShopChange change, Actor actor, Order order, string? letter, FindingAnswer answer, string by, CancellationToken ct)
    {
        var findings = await change.Db.Findings.Where(f => f.OrderId == order.Id).OrderBy(f => f.Letter).ToListAsync(ct);
        if (findings.Count == 0)
            return new AnswerFindingResult.NothingAsked(order.Number);
        if (findings.Find(f => f.Letter == (letter ?? "A")) is not { } finding)
            return new AnswerFindingResult.NoSuchFinding(order.Number, [.. findings.Select(f => f.Letter)]);
        if (finding.State == FindingState.Withdrawn)
            return new AnswerFindingResult.TakenBack(finding.Id);
        if (order.State != OrderState.Deciding)
            return new AnswerFindingResult.TooLate(finding.Id, order.State);
        if (!finding.Offers.Contains(answer))
            return new AnswerFindingResult.NotOffered(finding.Id);
        if (finding.Answer == answer && finding.State is not FindingState.Defaulted || answer == FindingAnswer.Person && finding.State == FindingState.WithPerson)
            return new AnswerFindingResult.Same(finding.Id, answer);

        var before = finding.State;
        await FindingDecision.TakeAsync(change, order, finding, answer, by, ct);
        foreach (var staff in await FindingDecision.ToTellAsync(change.Db, actor, ct))
            change.Outbox.Add(new FindingDecided(shop, finding.Id, answer, by), staff, MessageClass.StaffAlert, $"finding:{finding.Id:N}:{key.Digest}:{staff}");
        if (by.Length > 0 && order.Contact != actor.Contact.ToString() && !await ForgetCustomer.HasLeftAsync(change.Db, order, ct))
            change.Outbox.Add(new FindingSettled(shop, finding.Id, answer), ContactPoint.Parse(order.Contact), MessageClass.Status, $"finding:{finding.Id:N}:{key.Digest}:settled");
        return new AnswerFindingResult.Taken(
            finding.Id, answer, before, [.. findings.Where(f => FindingStates.IsOpen(f.State)).Select(f => f.Letter)], order.TotalInMinor, order.Currency);
    }
}
