using System.Text.Json.Serialization;

namespace ShopBot.Shops.Prepaid;

/// <summary>Why a balance changed. Stored by name: a name never changes.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PrepaidKind>))]
public enum PrepaidKind
{
    TopUp,

    /// <summary>Paid for an order, or for what it cost more later.</summary>
    Spent,

    /// <summary>An order was cancelled, or cost less in the end.</summary>
    GivenBack,

    /// <summary>By staff, with a reason.</summary>
    Correction,

    /// <summary>To or from the same person under another customer: they had left and came back.</summary>
    Moved,
}

/// <summary>One line of a customer's prepaid card. Lines are only ever added: the table refuses everything else.</summary>
/// <remarks>Names nobody but staff, so that it stays when its customer is forgotten.</remarks>
public sealed class PrepaidEntry : IOfShop
{
    public Guid Id { get; private init; } = RowId.New();
    public string ShopId { get; private set; } = "";
    public required Guid CustomerId { get; init; }

    /// <summary>1, 2, 3 … of the customer's card, without gaps.</summary>
    public required int Sequence { get; init; }

    public required PrepaidKind Kind { get; init; }

    /// <summary>Never 0; below 0 it was spent or taken off.</summary>
    public required long AmountInMinor { get; init; }

    /// <summary>After this line; 0 or more.</summary>
    public required long BalanceInMinor { get; init; }

    /// <summary>Null where no order is behind it.</summary>
    public int? OrderNumber { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Name of the staff member; empty = the customer's own order.</summary>
    public required string By { get; init; }

    /// <summary>As staff wrote it; empty = none.</summary>
    public required string Reason { get; init; }

    /// <summary>What the line was written for; no two lines of a shop have the same.</summary>
    public required string Occasion { get; init; }
}

/// <summary>Somebody who left with money on their card: kept so that they can have it back, and for nothing else.</summary>
public sealed class PrepaidClaim : IOfShop
{
    public string ShopId { get; private set; } = "";

    /// <summary>Whose card it was.</summary>
    public required Guid CustomerId { get; init; }

    /// <summary>By which they are known again.</summary>
    public required string Phone { get; init; }

    public required DateTimeOffset LeftAt { get; init; }
}
