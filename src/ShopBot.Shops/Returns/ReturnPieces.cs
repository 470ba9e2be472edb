using ShopBot.Shops.Custody;

namespace ShopBot.Shops.Returns;

/// <summary>Counts what came back and what is still to come.</summary>
internal static class ReturnPieces
{
    /// <returns>Null where nobody counted; 0 or more.</returns>
    public static int? Left(OrderReturn order) =>
        order.Pieces is { } all ? Math.Max(0, all - order.Handovers.Sum(h => h.Pieces ?? 0)) : null;

    /// <summary>Takes over what the laundry counted last, of all bags together. Where one of them was not counted nothing changes.</summary>
    public static async Task RecountAsync(ShopDb db, OrderReturn order, CancellationToken ct)
    {
        var standing = CustodySteps.Standing(await CustodyChain.EntriesAsync(db, order.OrderId, ct));
        var counts = CustodySteps.SealsOf(standing).Select(seal => CustodySteps.PiecesOf(standing, seal)).ToList();
        if (counts.Count > 0 && counts.All(c => c is not null))
            order.Pieces = counts.Sum();
    }
}
