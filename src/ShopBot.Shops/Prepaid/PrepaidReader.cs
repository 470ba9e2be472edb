using Microsoft.EntityFrameworkCore;
using ShopBot.Shops.Settings;

namespace ShopBot.Shops.Prepaid;

/// <summary>A line of a card.</summary>
/// <param name="Amount">Below 0 it was spent or taken off.</param>
/// <param name="OrderNumber">Null where no order is behind it.</param>
public sealed record PrepaidLine(Guid Id, Guid CustomerId, PrepaidKind Kind, Money Amount, Money Balance, int? OrderNumber, DateTimeOffset At, string By, string Reason);

/// <param name="Lines">The latest first; empty where there never was any money on it.</param>
public sealed record PrepaidCard(Money Balance, IReadOnlyList<PrepaidLine> Lines);

/// <summary>Somebody whose card staff may mean by a phone number.</summary>
/// <param name="LastOrder">Number of their latest order; null where they never ordered.</param>
public sealed record PrepaidOwner(Guid CustomerId, string Name, string Phone, int? LastOrder, Money Balance);

/// <summary>Looks prepaid cards up; changes nothing.</summary>
public sealed class PrepaidReader(IShopTransactions transactions, ShopBook shops)
{
    private const int MostOwners = 5;

    public Task<Money> BalanceAsync(string shop, Guid customerId, CancellationToken ct) =>
        transactions.ReadAsync(shop, async db => Of(shop, await PrepaidLedger.BalanceAsync(db, customerId, ct)), ct);

    public Task<PrepaidCard> CardAsync(string shop, Guid customerId, int atMost, CancellationToken ct) => transactions.ReadAsync(shop, async db =>
    {
        var entries = await db.PrepaidEntries.AsNoTracking().Where(e => e.CustomerId == customerId).OrderByDescending(e => e.Sequence).Take(atMost).ToListAsync(ct);
        return new PrepaidCard(Of(shop, entries.Count > 0 ? entries[0].BalanceInMinor : 0), [.. entries.Select(e => Line(shop, e))]);
    }, ct);

    public Task<PrepaidLine?> LineAsync(string shop, Guid entryId, CancellationToken ct) => transactions.ReadAsync(shop, async db =>
        await db.PrepaidEntries.AsNoTracking().FirstOrDefaultAsync(e => e.Id == entryId, ct) is { } entry ? Line(shop, entry) : null, ct);

    /// <summary>The customers who gave this number, whoever ordered last first.</summary>
    /// <param name="phone">As <see cref="Customers.PhoneNumbers.Read"/> writes it.</param>
    public Task<IReadOnlyList<PrepaidOwner>> OwnersAsync(string shop, string phone, CancellationToken ct) => transactions.ReadAsync<IReadOnlyList<PrepaidOwner>>(shop, async db =>
    {
        var found = await db.Customers.AsNoTracking().Where(c => c.Phone == phone)
            .Select(c => new { c.Id, c.Name, LastOrder = db.Orders.Where(o => o.CustomerId == c.Id).Max(o => (int?)o.Number) })
            .OrderByDescending(c => c.LastOrder).Take(MostOwners).ToListAsync(ct);
        var owners = new List<PrepaidOwner>();
        foreach (var customer in found)
            owners.Add(new PrepaidOwner(customer.Id, customer.Name ?? "", phone, customer.LastOrder, Of(shop, await PrepaidLedger.BalanceAsync(db, customer.Id, ct))));
        return owners;
    }, ct);

    /// <summary>What people who left by this number still have on their cards; 0 where nobody did.</summary>
    public Task<Money> ClaimableAsync(string shop, string phone, CancellationToken ct) => transactions.ReadAsync(shop, async db =>
    {
        var total = 0L;
        foreach (var customerId in await db.PrepaidClaims.Where(c => c.Phone == phone).Select(c => c.CustomerId).ToListAsync(ct))
            total += await PrepaidLedger.BalanceAsync(db, customerId, ct);
        return Of(shop, total);
    }, ct);

    private PrepaidLine Line(string shop, PrepaidEntry e) =>
        new(e.Id, e.CustomerId, e.Kind, Of(shop, e.AmountInMinor), Of(shop, e.BalanceInMinor), e.OrderNumber, e.At, e.By, e.Reason);

    private Money Of(string shop, long minor) => new(minor, shops[shop].Currency);
}
