using ShopBot.Shops.Ordering;

namespace ShopBot.Shops.Undoing;

/// <summary>A move of an order as staff made it, so that they can take it back a moment later. Kept: it also says what was taken back, and when.</summary>
public sealed class RecentMove : IOfShop
{
    public Guid Id { get; private init; } = RowId.New();
    public string ShopId { get; private set; } = "";
    public required Guid OrderId { get; init; }
    public required int Number { get; init; }
    public required Guid StaffId { get; init; }
    public required OrderState From { get; init; }

    /// <summary>The same as <see cref="From"/> where an accepted order was only taken to be fetched.</summary>
    public required OrderState To { get; init; }

    /// <summary>The entry of the order's history; null where it made none.</summary>
    public required Guid? StepId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>UTC; from then on it stays.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>Its customer was told at once, so they have to hear that it was taken back.</summary>
    public required bool IsTold { get; init; }

    public DateTimeOffset? UndoneAt { get; set; }
}
