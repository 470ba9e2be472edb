namespace ShopBot.Shops.Rounds;

/// <summary>Who fetches an order from its customer. There is no row until somebody took it.</summary>
public sealed class Fetch : IOfShop
{
    public string ShopId { get; private set; } = "";
    public required Guid OrderId { get; init; }

    /// <summary>Null = given back, it is free.</summary>
    public Guid? StaffId { get; set; }

    /// <summary>Their name; of the last one where it is free.</summary>
    public string By { get; set; } = "";

    public DateTimeOffset TakenAt { get; set; }
}

/// <summary>What went wrong when an order was to be fetched.</summary>
public enum FetchFailure
{
    /// <summary>The courier was there, the customer was not.</summary>
    NobodyHome,

    /// <summary>The window passed, and nobody came.</summary>
    NobodyCame,
}

/// <summary>A time an order was not fetched although it was to be. Kept, whatever becomes of the order.</summary>
public sealed class FetchAttempt : IOfShop
{
    public Guid Id { get; private init; } = RowId.New();
    public string ShopId { get; private set; } = "";
    public required Guid OrderId { get; init; }
    public required FetchFailure Failure { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Name of who was there; empty where nobody came.</summary>
    public required string By { get; init; }

    /// <summary>The window it was for; null where the order had none.</summary>
    public DateOnly? Day { get; init; }

    public TimeOnly? Start { get; init; }
}
