using Microsoft.EntityFrameworkCore;
using ShopBot.Shops.Ordering;

namespace ShopBot.Shops.Custody;

/// <summary>Looks at the seals that are put on an order's bags before they count.</summary>
internal static class Sealing
{
    /// <returns>The seals as they are kept, or why they cannot be used.</returns>
    public static async Task<(IReadOnlyList<string> Seals, MoveOrderResult? Refused)> CheckAsync(ShopDb db, Order order, string? typed, CancellationToken ct)
    {
        if (SealNumber.ReadAll(typed) is not { } seals)
            return ([], new MoveOrderResult.SealNeeded(order.Number));
        // Shoes or shirts may share a bag; what was not ordered has no bag of its own.
        var bags = order.Lines.Sum(l => l.Quantity);
        if (seals.Count > bags)
            return ([], new MoveOrderResult.TooManySeals(order.Number, seals.Count, bags));
        var printed = (await db.SealCounters.SingleOrDefaultAsync(ct))?.Last ?? 0;
        foreach (var seal in seals)
        {
            // A shop that never had labels printed has bought its seals, whatever they look like.
            var label = printed == 0 ? null : SealNumber.LabelOf(seal);
            if (label == 0 || label > printed)
                return ([], new MoveOrderResult.SealMistyped(order.Number, seal));
            if (await UserOfAsync(db, order, seal, onceOnly: label is not null, ct) is { } other)
                return ([], new MoveOrderResult.SealTaken(order.Number, seal, other));
        }

        return (seals, null);
    }

    /// <summary>Number of the order whose bag carries a seal; null where it is free.</summary>
    /// <param name="onceOnly">A printed label is torn when its bag is opened, so it is not free again when the order is over.</param>
    private static async Task<int?> UserOfAsync(ShopDb db, Order order, string seal, bool onceOnly, CancellationToken ct)
    {
        var users = await db.Orders.Where(o => o.Id != order.Id && db.CustodyEntries.Any(e => e.OrderId == o.Id && e.Seal == seal && e.Kind == CustodyKind.Sealed))
            .Select(o => new { o.Id, o.Number, o.State }).ToListAsync(ct);
        foreach (var user in users.Where(o => onceOnly || OrderStates.IsOpen(o.State)))
        {
            if (CustodySteps.SealsOf(CustodySteps.Standing(await CustodyChain.EntriesAsync(db, user.Id, ct))).Contains(seal))
                return user.Number;
        }

        return null;
    }
}
