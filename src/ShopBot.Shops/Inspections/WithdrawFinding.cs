using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Outbox;
using ShopBot.Shops.Customers;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Staff;

namespace ShopBot.Shops.Inspections;

[JsonDerivedType(typeof(Withdrawn), "withdrawn")]
[JsonDerivedType(typeof(Already), "already")]
[JsonDerivedType(typeof(TooLate), "too-late")]
[JsonDerivedType(typeof(NoSuchFinding), "no-such-finding")]
[JsonDerivedType(typeof(NoSuchOrder), "no-such-order")]
[JsonDerivedType(typeof(NotStaff), "not-staff")]
public abstract record WithdrawFindingResult
{
    private WithdrawFindingResult() { }

    /// <param name="Open">Letters of what the order still waits for.</param>
    public sealed record Withdrawn(int Number, string Letter, IReadOnlyList<string> Open) : WithdrawFindingResult;

    public sealed record Already(int Number, string Letter) : WithdrawFindingResult;

    /// <summary>The washing has begun; what was decided is being done.</summary>
    public sealed record TooLate(int Number, OrderState State) : WithdrawFindingResult;

    /// <param name="Letters">Of the questions there are; empty = nothing was asked.</param>
    public sealed record NoSuchFinding(int Number, IReadOnlyList<string> Letters) : WithdrawFindingResult;

    public sealed record NoSuchOrder(int Number) : WithdrawFindingResult;

    public sealed record NotStaff : WithdrawFindingResult;
}

/// <summary>Staff take a question back: the stain came out by itself, or was another order's. Its charge goes with it, and the customer is told.</summary>
public sealed class WithdrawFinding(IShopTransactions transactions)
{
    /// <param name="letter">Null = the only one that is not taken back yet.</param>
    public Task<WithdrawFindingResult> RunAsync(string shop, OperationKey key, Actor actor, int number, string? letter, CancellationToken ct) =>
        transactions.RunOnceAsync<WithdrawFindingResult>(shop, key, async change =>
        {
            if (await WorkingStaff.FindAsync(change.Db, actor.Contact, ct) is not { Role: not StaffRole.Courier } staff)
                return new WithdrawFindingResult.NotStaff();
            if (await change.Db.Orders.Include(o => o.Charges).SingleOrDefaultAsync(o => o.Number == number, ct) is not { } order)
                return new WithdrawFindingResult.NoSuchOrder(number);
            var findings = await change.Db.Findings.Where(f => f.OrderId == order.Id).OrderBy(f => f.Letter).ToListAsync(ct);
            var meant = letter is null ? Only(findings) : findings.Find(f => f.Letter == letter);
            if (meant is not { } finding)
                return new WithdrawFindingResult.NoSuchFinding(number, [.. findings.Select(f => f.Letter)]);
            if (finding.State == FindingState.Withdrawn)
                return new WithdrawFindingResult.Already(number, finding.Letter);
            if (order.State != OrderState.Deciding)
                return new WithdrawFindingResult.TooLate(number, order.State);

            await FindingDecision.WithdrawAsync(change, order, finding, staff.Name, ct);
            if (order.Contact != actor.Contact.ToString() && !await ForgetCustomer.HasLeftAsync(change.Db, order, ct))
                change.Outbox.Add(new FindingWithdrawn(shop, finding.Id), ContactPoint.Parse(order.Contact), MessageClass.Status, $"finding:{finding.Id:N}:withdrawn");
            return new WithdrawFindingResult.Withdrawn(number, finding.Letter, [.. findings.Where(f => FindingStates.IsOpen(f.State)).Select(f => f.Letter)]);
        }, ct);

    private static Finding? Only(List<Finding> findings) => findings is [var one] ? one
        : findings.Where(f => f.State != FindingState.Withdrawn).Take(2).ToList() is [var left] ? left
        : null;
}
