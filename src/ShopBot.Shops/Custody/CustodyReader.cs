using Microsoft.EntityFrameworkCore;
using ShopBot.Shops.Ordering;

namespace ShopBot.Shops.Custody;

/// <summary>The record of an order's bags, checked.</summary>
/// <param name="Entries">By their sequence; those that were undone too.</param>
/// <param name="Seals">Of the bags it has now.</param>
/// <param name="SealedHead">Hash of the chain when the bags were sealed, as it went to the customer; null where none is.</param>
public sealed record OrderCustody(Guid OrderId, IReadOnlyList<CustodyRecord> Entries, CustodyVerdict Verdict, IReadOnlyList<string> Seals, string? SealedHead);

/// <summary>A bag and what may be done with it now.</summary>
/// <param name="Next">Steps staff may write of it.</param>
/// <param name="Pieces">As counted last; null where nobody has.</param>
public sealed record BagCard(int Number, string Seal, CustodyKind Last, IReadOnlyList<CustodyKind> Next, int? Pieces);

/// <summary>Looks custody up; changes nothing.</summary>
public sealed class CustodyReader(IShopTransactions transactions)
{
    public Task<OrderCustody> OfOrderAsync(string shop, Guid orderId, CancellationToken ct) => transactions.ReadAsync(shop, async db =>
    {
        var entries = await CustodyChain.EntriesAsync(db, orderId, ct);
        var standing = CustodySteps.Standing(entries);
        return new OrderCustody(
            orderId, entries, CustodyCheck.Verify(orderId, entries), CustodySteps.SealsOf(standing), standing.LastOrDefault(e => e.Kind == CustodyKind.Sealed)?.Hash);
    }, ct);

    /// <summary>The bag of an open order that carries a seal; null where none does.</summary>
    public Task<BagCard?> FindBagAsync(string shop, string seal, CancellationToken ct) => transactions.ReadAsync(shop, async db =>
    {
        if (SealNumber.Read(seal) is not { } read || await OpenOrderOfAsync(db, read, ct) is not { } order)
            return null;
        var standing = CustodySteps.Standing(await CustodyChain.EntriesAsync(db, order.Id, ct));
        var last = CustodySteps.LastOf(standing, read)!.Kind;
        return new BagCard(order.Number, read, last, CustodySteps.Next(last), CustodySteps.PiecesOf(standing, read));
    }, ct);

    internal static async Task<Order?> OpenOrderOfAsync(ShopDb db, string seal, CancellationToken ct)
    {
        var orders = await db.Orders.Where(o => o.State != OrderState.Completed && o.State != OrderState.Cancelled
            && db.CustodyEntries.Any(e => e.OrderId == o.Id && e.Seal == seal && e.Kind == CustodyKind.Sealed)).ToListAsync(ct);
        foreach (var order in orders)
        {
            // It may have been put there by mistake and taken off again.
            if (CustodySteps.SealsOf(CustodySteps.Standing(await CustodyChain.EntriesAsync(db, order.Id, ct))).Contains(seal))
                return order;
        }

        return null;
    }
}
