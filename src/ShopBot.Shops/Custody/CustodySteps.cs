using ShopBot.Shops.Ordering;
using ShopBot.Shops.Staff;

namespace ShopBot.Shops.Custody;

/// <summary>What is written when an order moves, what staff write besides, in which order, and who may.</summary>
public static class CustodySteps
{
    private static readonly (CustodyKind From, CustodyKind To)[] Own =
    [
        (CustodyKind.Sealed, CustodyKind.HandedOver),
        (CustodyKind.Sealed, CustodyKind.Received),
        (CustodyKind.HandedOver, CustodyKind.Received),
        (CustodyKind.Received, CustodyKind.Opened),
        (CustodyKind.Opened, CustodyKind.Inspected),
        (CustodyKind.Washed, CustodyKind.Packed),
        (CustodyKind.ReturnedUnwashed, CustodyKind.Packed),
    ];

    /// <summary>Steps staff write by themselves; all others come with a move of the order.</summary>
    public static IReadOnlyList<(CustodyKind From, CustodyKind To)> All => Own;

    /// <summary>Steps staff may write next of a bag, the usual one first.</summary>
    public static IReadOnlyList<CustodyKind> Next(CustodyKind last) => [.. Own.Where(s => s.From == last).Select(s => s.To)];

    public static bool IsOwn(CustodyKind kind) => Own.Any(s => s.To == kind);

    /// <summary>Whose work a step is; a manager may do everything.</summary>
    public static IReadOnlyList<StaffRole> RolesFor(CustodyKind kind) => kind == CustodyKind.HandedOver
        ? [StaffRole.Courier, StaffRole.Clerk, StaffRole.Manager]
        : [StaffRole.Laundry, StaffRole.Clerk, StaffRole.Manager];

    /// <summary>Steps that are nothing without a number of pieces.</summary>
    public static bool CountsPieces(CustodyKind kind) => kind is CustodyKind.Opened or CustodyKind.Packed;

    /// <summary>What a laundry order's move writes of all its bags; null where no bag changes hands or state.</summary>
    public static CustodyKind? OfMove(OrderState from, OrderState to) => (from, to) switch
    {
        (_, OrderState.Collected) => CustodyKind.Sealed,
        (_, OrderState.Washing) => CustodyKind.Washing,
        (OrderState.Washing, OrderState.Ready) => CustodyKind.Washed,
        (OrderState.Delivering, OrderState.Ready) => CustodyKind.BroughtBack,
        (_, OrderState.Ready) => CustodyKind.ReturnedUnwashed,
        (_, OrderState.Delivering) => CustodyKind.OutForDelivery,
        (_, OrderState.Completed) => CustodyKind.Delivered,
        _ => null,
    };

    /// <summary>The entries that count: what was undone and the undoing itself are left out.</summary>
    /// <param name="entries">All of one order, by their sequence.</param>
    public static IReadOnlyList<CustodyRecord> Standing(IEnumerable<CustodyRecord> entries)
    {
        var standing = new List<CustodyRecord>();
        foreach (var entry in entries)
        {
            if (entry.Kind != CustodyKind.Undone)
                standing.Add(entry);
            else if (standing.FindLastIndex(e => e.Seal == entry.Seal) is >= 0 and var undone)
                standing.RemoveAt(undone);
        }

        return standing;
    }

    /// <summary>Seals of the bags an order has now.</summary>
    public static IReadOnlyList<string> SealsOf(IEnumerable<CustodyRecord> standing) =>
        [.. standing.Where(e => e is { Kind: CustodyKind.Sealed, Seal: not null }).Select(e => e.Seal!).Distinct()];

    /// <summary>What happened last to a bag; null where nothing did.</summary>
    public static CustodyRecord? LastOf(IReadOnlyList<CustodyRecord> standing, string seal) => standing.LastOrDefault(e => e.Seal is null || e.Seal == seal);

    /// <summary>Pieces a bag had when it was counted last; null where nobody has counted it.</summary>
    public static int? PiecesOf(IReadOnlyList<CustodyRecord> standing, string seal) => standing.LastOrDefault(e => e.Seal == seal && e.Pieces is not null)?.Pieces;
}
