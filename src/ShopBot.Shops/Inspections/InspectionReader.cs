using Microsoft.EntityFrameworkCore;
using ShopBot.Shops.Ordering;

namespace ShopBot.Shops.Inspections;

/// <summary>A question about something found, with what it needs of its order.</summary>
/// <param name="Finding">As it stands; read only.</param>
/// <param name="CustomerName">Empty where the customer is forgotten.</param>
/// <param name="Open">Letters of what the order still waits for.</param>
public sealed record FindingCard(
    Finding Finding, Guid OrderId, int Number, string Token, OrderState OrderState, Guid CustomerId, string CustomerName, string Phone, Money Total, bool IsPaid, IReadOnlyList<string> Open)
{
    /// <summary>What it is called in choices: <c>12</c>, from the second one of the order <c>12B</c>.</summary>
    public string Label => LabelOf(Number, Finding.Letter);

    /// <summary>Whether an answer can still be given or changed.</summary>
    public bool MayAnswer => Finding.State != FindingState.Withdrawn && OrderState == OrderState.Deciding;

    public Money? Price => Finding.TreatmentInMinor is { } minor ? new Money(minor, Total.Currency) : null;

    public static string LabelOf(int number, string letter) => letter == "A" ? $"{number}" : $"{number}{letter}";
}

/// <summary>Looks up what was found and what customers said to it; changes nothing.</summary>
public sealed class InspectionReader(IShopTransactions transactions)
{
    public async Task<FindingCard?> FindAsync(string shop, Guid findingId, CancellationToken ct) =>
        await CardsAsync(shop, findings => findings.Where(f => f.Id == findingId), ct) is [var card] ? card : null;

    /// <summary>Everything found in an order and not taken back, in the order it was asked.</summary>
    public Task<IReadOnlyList<FindingCard>> OfOrderAsync(string shop, Guid orderId, CancellationToken ct) =>
        CardsAsync(shop, findings => findings.Where(f => f.OrderId == orderId && f.State != FindingState.Withdrawn), ct);

    /// <summary>How many questions an order had so far, also those taken back.</summary>
    public Task<int> CountAsync(string shop, Guid orderId, CancellationToken ct) =>
        transactions.ReadAsync(shop, db => db.Findings.CountAsync(f => f.OrderId == orderId, ct), ct);

    /// <summary>What a customer still has to decide, the latest question first.</summary>
    public async Task<IReadOnlyList<FindingCard>> OpenOfCustomerAsync(string shop, Guid customerId, CancellationToken ct)
    {
        var cards = await CardsAsync(shop, findings => findings.Where(f => f.State == FindingState.Asked || f.State == FindingState.WithPerson), ct, customerId);
        return [.. cards.Where(c => c.MayAnswer).OrderByDescending(c => c.Finding.AskedAt).ThenByDescending(c => c.Finding.Letter)];
    }

    private Task<IReadOnlyList<FindingCard>> CardsAsync(
        string shop, Func<IQueryable<Finding>, IQueryable<Finding>> which, CancellationToken ct, Guid? customerId = null) =>
        transactions.ReadAsync<IReadOnlyList<FindingCard>>(shop, async db =>
        {
            var orders = db.Orders.AsNoTracking().Where(o => customerId == null || o.CustomerId == customerId);
            var rows = await which(db.Findings.AsNoTracking()).Join(orders, f => f.OrderId, o => o.Id, (finding, order) => new { finding, order })
                .OrderBy(r => r.finding.Letter).ToListAsync(ct);
            var ids = rows.Select(r => r.order.Id).Distinct().ToList();
            var open = await db.Findings.AsNoTracking().Where(f => ids.Contains(f.OrderId) && (f.State == FindingState.Asked || f.State == FindingState.WithPerson))
                .Select(f => new { f.OrderId, f.Letter }).ToListAsync(ct);
            return
            [
                .. rows.Select(r => new FindingCard(
                    r.finding, r.order.Id, r.order.Number, r.order.Token, r.order.State, r.order.CustomerId, r.order.Name, r.order.Phone,
                    new Money(r.order.TotalInMinor, r.order.Currency), r.order.PaidAt is not null,
                    [.. open.Where(o => o.OrderId == r.order.Id).Select(o => o.Letter).Order(StringComparer.Ordinal)])),
            ];
        }, ct);
}
