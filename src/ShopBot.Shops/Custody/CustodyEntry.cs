using ShopBot.Shops.Staff;

namespace ShopBot.Shops.Custody;

/// <summary>One entry of the record of who had an order's bags. Written once; the database refuses changes but the erasure of personal texts.</summary>
public sealed class CustodyEntry : IOfShop
{
    public Guid Id { get; private init; } = RowId.New();
    public string ShopId { get; private set; } = "";
    public required Guid OrderId { get; init; }

    /// <summary>1, 2, 3 … within the order.</summary>
    public required int Sequence { get; init; }

    public required CustodyKind Kind { get; init; }

    /// <summary>UTC, to the millisecond.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What the one who did it was in the shop then.</summary>
    public required StaffRole Role { get; init; }

    /// <summary>Of the bag; null = all bags of the order.</summary>
    public string? Seal { get; init; }

    /// <summary>Null where nobody counted.</summary>
    public int? Pieces { get; init; }

    public required PersonalText Who { get; init; }

    public required PersonalText Place { get; init; }

    public required PersonalText Note { get; init; }

    /// <summary>What was hashed, as <see cref="CustodyForm"/> wrote it: shows later what was altered and not only that something was.</summary>
    public required string Form { get; init; }

    /// <summary>SHA-256 of <see cref="Form"/>, 64 hex digits in lower case; the next entry names it.</summary>
    public required string Hash { get; init; }
}

/// <summary>A picture taken of the bags. The next entry after it takes it in.</summary>
public sealed class CustodyPhoto : IOfShop
{
    public Guid Id { get; private init; } = RowId.New();
    public string ShopId { get; private set; } = "";
    public required Guid OrderId { get; init; }

    /// <summary>Ours.</summary>
    public required string MediaId { get; init; }

    /// <summary>Of the picture's bytes, 64 hex digits in lower case.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Null until an entry took it in.</summary>
    public Guid? EntryId { get; set; }
}

/// <summary>How many seal labels the shop has had printed.</summary>
public sealed class SealCounter : IOfShop
{
    public string ShopId { get; private set; } = "";
    public int Last { get; set; }
}
