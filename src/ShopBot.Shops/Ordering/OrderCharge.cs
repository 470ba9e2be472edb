using System.Text.Json.Serialization;

namespace ShopBot.Shops.Ordering;

/// <summary>Why an order costs something else than its lines.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChargeKind>))]
public enum ChargeKind
{
    /// <summary>Ordered besides, or charged for by staff.</summary>
    AddOn,
    Discount,

    /// <summary>Work the customer agreed to after something was found.</summary>
    Treatment,

    /// <summary>For what was not done after all.</summary>
    Refund,
}

/// <summary>One amount besides the lines of an order. It stays as it is: what was wrong is taken back by the opposite one.</summary>
public sealed class OrderCharge : IOfShop
{
    public Guid Id { get; private init; } = RowId.New();
    public string ShopId { get; private set; } = "";
    public Guid OrderId { get; private set; }
    public required ChargeKind Kind { get; init; }

    /// <summary>What it is for, as the customer reads it.</summary>
    public required Localised Label { get; init; }

    /// <summary>Below 0 it makes the order cheaper; 0 for what costs nothing.</summary>
    public required long AmountInMinor { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Name of the staff member; empty = the customer, or a rule of the shop.</summary>
    public required string By { get; init; }

    /// <summary>The charge of the same order that this one takes back; null = none.</summary>
    public Guid? Undoes { get; init; }
}
