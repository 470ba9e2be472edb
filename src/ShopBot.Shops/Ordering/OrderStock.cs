using Microsoft.EntityFrameworkCore;

namespace ShopBot.Shops.Ordering;

/// <summary>Stock that orders took and return. Where there is no limit nothing changes.</summary>
internal static class OrderStock
{
    /// <summary>Takes what the lines say, all of it or nothing.</summary>
    /// <returns>The first line that cannot be served whole, and what the lines before it leave of its variant; null when all was taken.</returns>
    public static async Task<(int Line, int Left)?> TakeAsync(ShopDb db, IReadOnlyList<OrderLine> lines, CancellationToken ct)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            // One conditional statement, so that of two racing for the last piece one changes no row.
            var taken = await db.Variants.Where(v => v.Id == line.VariantId && (v.Stock == null || v.Stock >= line.Quantity))
                .ExecuteUpdateAsync(set => set.SetProperty(v => v.Stock, v => v.Stock - line.Quantity), ct);
            if (taken == 1)
                continue;
            var left = await db.Variants.Where(v => v.Id == line.VariantId).Select(v => v.Stock).SingleAsync(ct);
            await GiveBackAsync(db, lines.Take(i), ct);
            return (i, left ?? 0);
        }

        return null;
    }

    public static async Task GiveBackAsync(ShopDb db, IEnumerable<OrderLine> lines, CancellationToken ct)
    {
        foreach (var line in lines)
        {
            await db.Variants.Where(v => v.Id == line.VariantId)
                .ExecuteUpdateAsync(set => set.SetProperty(v => v.Stock, v => v.Stock + line.Quantity), ct);
        }
    }
}
