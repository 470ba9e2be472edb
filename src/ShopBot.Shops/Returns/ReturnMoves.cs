using ShopBot.Shops.Ordering;
using ShopBot.Shops.Settings;

namespace ShopBot.Shops.Returns;

/// <summary>Says which moves of laundry on its way back cannot be.</summary>
internal static class ReturnMoves
{
    /// <returns>Null where it can be moved so.</returns>
    public static async Task<MoveOrderResult?> RefusalAsync(ShopDb db, Order order, OrderState to, MoveDetails details, ReturnRules? rules, CancellationToken ct)
    {
        if (order.Kind != Offer.Laundry || (details.NotHome && order.State == OrderState.Delivering))
            return null;
        var isPart = details.Handed is { IsPart: true };
        // "Clean" said of what is on its way is a slip: only who says that nobody was home, or hands over a part, brings it back.
        if ((order.State, to) == (OrderState.Delivering, OrderState.Ready) && !isPart)
            return new MoveOrderResult.NotAllowed(order.Number, order.State, [.. OrderStates.Next(order.Kind, order.State, order.Handover).Where(s => s != OrderState.Ready)]);
        if (to != OrderState.Completed && !isPart)
            return null;
        if (await ReturnRow.FindAsync(db, order.Id, ct) is not { } known)
            return null;
        await ReturnPieces.RecountAsync(db, known, ct);
        return Miscounted(order.Number, known, details.Handed ?? new(), rules);
    }

    private static MoveOrderResult? Miscounted(int number, OrderReturn known, HandedOver handed, ReturnRules? rules)
    {
        if (handed.Pieces is { } said && (said < 1 || said > (rules?.MostPieces ?? int.MaxValue)))
            return new MoveOrderResult.PiecesUnusable(number, rules?.MostPieces ?? int.MaxValue);
        var left = handed.Of is { } all && known.Pieces is null ? all : ReturnPieces.Left(known);
        if (handed.IsPart)
            return handed.Pieces is not { } some ? new MoveOrderResult.PiecesNeeded(number, left)
                : left <= some ? new MoveOrderResult.NotAPart(number, left.Value)
                : null;
        if (left is not { } expected || handed.IsSure)
            return null;
        return handed.Pieces is not { } pieces ? new MoveOrderResult.PiecesNeeded(number, expected)
            : pieces == expected ? null
            : new MoveOrderResult.PiecesDiffer(number, expected, pieces);
    }
}
