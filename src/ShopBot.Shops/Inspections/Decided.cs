using Microsoft.EntityFrameworkCore;
using ShopBot.Shops.Ordering;

namespace ShopBot.Shops.Inspections;

/// <summary>Whether an order may leave <see cref="OrderState.Deciding"/>, inside the transaction of the move.</summary>
internal static class Decided
{
    /// <returns>Null where it may.</returns>
    public static async Task<MoveOrderResult?> RefusalAsync(ShopDb db, Order order, OrderState to, CancellationToken ct)
    {
        var findings = await db.Findings.AsNoTracking().Where(f => f.OrderId == order.Id).OrderBy(f => f.Letter).ToListAsync(ct);
        var open = findings.Where(f => FindingStates.IsOpen(f.State)).Select(f => f.Letter).ToList();
        if (open.Count > 0)
            return new MoveOrderResult.AnswerNeeded(order.Number, open);
        return to == OrderState.Ready && !findings.Any(f => f is { Answer: FindingAnswer.Return, State: not FindingState.Withdrawn })
            ? new MoveOrderResult.MustBeWashed(order.Number)
            : null;
    }
}
