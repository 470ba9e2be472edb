using Microsoft.EntityFrameworkCore;
using ShopBot.Messaging.Contacts;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Staff;

namespace ShopBot.Shops.Inspections;

/// <summary>What an answer does to the question, the order's price and the clock, inside the transaction of whoever gave it.</summary>
internal static class FindingDecision
{
    /// <param name="order">With its charges.</param>
    /// <param name="by">Name of the staff member; empty = the customer.</param>
    public static async Task TakeAsync(ShopChange change, Order order, Finding finding, FindingAnswer answer, string by, CancellationToken ct)
    {
        Move(finding, answer == FindingAnswer.Person ? FindingState.WithPerson : FindingState.Answered);
        await DecideAsync(change, order, finding, answer, by, ct);
    }

    /// <summary>The time ran out.</summary>
    public static async Task TakeDefaultAsync(ShopChange change, Order order, Finding finding, CancellationToken ct)
    {
        Move(finding, FindingState.Defaulted);
        await DecideAsync(change, order, finding, finding.Otherwise, by: "", ct);
    }

    public static async Task WithdrawAsync(ShopChange change, Order order, Finding finding, string by, CancellationToken ct)
    {
        Move(finding, FindingState.Withdrawn);
        await TakeChargeBackAsync(change, order, finding, by, ct);
        finding.Answer = null;
        await FindingClock.ClearAsync(change.Db, finding, ct);
    }

    /// <summary>Everybody who works with the bags, but the one who speaks.</summary>
    public static async Task<IReadOnlyList<ContactPoint>> ToTellAsync(ShopDb db, Actor? actor, CancellationToken ct)
    {
        var speaker = actor?.Contact.ToString();
        // In a fixed order, so that writers never wait for each other's lanes crosswise.
        var contacts = await db.Staff.Where(s => s.RevokedAt == null && s.Role != StaffRole.Courier && s.Contact != speaker)
            .Select(s => s.Contact).Distinct().OrderBy(c => c).ToListAsync(ct);
        return [.. contacts.Select(ContactPoint.Parse)];
    }

    private static async Task DecideAsync(ShopChange change, Order order, Finding finding, FindingAnswer answer, string by, CancellationToken ct)
    {
        await TakeChargeBackAsync(change, order, finding, by, ct);
        (finding.Answer, finding.AnsweredAt) = (answer == FindingAnswer.Person ? null : answer, change.Now);
        var charge = answer switch
        {
            FindingAnswer.Treat when finding.TreatmentInMinor is > 0 and { } price =>
                await AddCharge.ToAsync(change, order, ChargeKind.Treatment, finding.Treatment, price, by, ct),
            FindingAnswer.Return when finding.UnwashedInMinor > 0 =>
                await AddCharge.ToAsync(change, order, ChargeKind.Refund, finding.Name, -finding.UnwashedInMinor, by, ct),
            _ => null,
        };
        finding.ChargeId = charge?.Id;
        await FindingClock.ClearAsync(change.Db, finding, ct);
    }

    private static async Task TakeChargeBackAsync(ShopChange change, Order order, Finding finding, string by, CancellationToken ct)
    {
        if (order.Charges.Find(c => c.Id == finding.ChargeId) is { } charge)
            await AddCharge.ToAsync(change, order, charge.Kind, charge.Label, -charge.AmountInMinor, by, ct, undoes: charge.Id);
        finding.ChargeId = null;
    }

    private static void Move(Finding finding, FindingState to)
    {
        if (!FindingStates.MayMove(finding.State, to))
            throw new InvalidOperationException($"A question that is {finding.State} does not become {to}.");
        finding.State = to;
    }
}
