using Microsoft.EntityFrameworkCore;

namespace ShopBot.Shops.Prepaid;

/// <summary>What an entry is written with besides its amount.</summary>
/// <param name="Occasion">Names what it is for; the same occasion is never written twice.</param>
internal sealed record PrepaidOccasion(PrepaidKind Kind, string Occasion, int? OrderNumber = null, string By = "", string Reason = "");

/// <summary>Reads and adds to the ledger of prepaid cards, inside the transaction of what the money is for.</summary>
internal static class PrepaidLedger
{
    public static async Task<long> BalanceAsync(ShopDb db, Guid customerId, CancellationToken ct) => (await LastAsync(db, customerId, ct))?.BalanceInMinor ?? 0;

    /// <summary>What was paid for an order from its customer's card and not given back; 0 or more.</summary>
    public static async Task<long> SpentOnAsync(ShopDb db, Guid customerId, int orderNumber, CancellationToken ct) =>
        -await db.PrepaidEntries.Where(e => e.CustomerId == customerId && e.OrderNumber == orderNumber && (e.Kind == PrepaidKind.Spent || e.Kind == PrepaidKind.GivenBack))
            .SumAsync(e => e.AmountInMinor, ct);

    /// <returns>False where the balance does not cover it; then nothing is written.</returns>
    /// <remarks>Of two writers that saw the same balance one breaks the numbering and fails as a whole; the table itself refuses a balance below 0.</remarks>
    public static async Task<bool> AddAsync(ShopChange change, Guid customerId, long amountInMinor, PrepaidOccasion why, CancellationToken ct)
    {
        var last = await LastAsync(change.Db, customerId, ct);
        var balance = checked((last?.BalanceInMinor ?? 0) + amountInMinor);
        if (balance < 0)
            return false;
        change.Db.Add(new PrepaidEntry
        {
            CustomerId = customerId,
            Sequence = (last?.Sequence ?? 0) + 1,
            Kind = why.Kind,
            AmountInMinor = amountInMinor,
            BalanceInMinor = balance,
            OrderNumber = why.OrderNumber,
            At = change.Now,
            By = why.By,
            Reason = why.Reason,
            Occasion = why.Occasion,
        });
        // The next line of the same transaction has to find this one.
        await change.Db.SaveChangesAsync(ct);
        return true;
    }

    private static Task<PrepaidEntry?> LastAsync(ShopDb db, Guid customerId, CancellationToken ct) =>
        db.PrepaidEntries.AsNoTracking().Where(e => e.CustomerId == customerId).OrderByDescending(e => e.Sequence).FirstOrDefaultAsync(ct);
}
