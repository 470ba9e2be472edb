namespace ShopBot.Shops.Shifts;

/// <summary>A stretch in which somebody works; who is in one is told of what there is to do.</summary>
public sealed class Shift : IOfShop
{
    public Guid Id { get; private init; } = RowId.New();
    public string ShopId { get; private set; } = "";
    public required Guid StaffId { get; init; }
    public required DateTimeOffset BeganAt { get; init; }

    /// <summary>When it ends by itself.</summary>
    public required DateTimeOffset EndsAt { get; set; }

    /// <summary>Null while it goes on.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>UTC; up to here the person has been told of new orders in one message, because few messages were left. Null = not so far.</summary>
    public DateTimeOffset? DigestedAt { get; set; }
}
