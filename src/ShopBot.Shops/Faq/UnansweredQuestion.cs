namespace ShopBot.Shops.Faq;

/// <summary>Something customers asked that nobody has written an answer for.</summary>
public sealed class UnansweredQuestion : IOfShop
{
    public Guid Id { get; internal init; } = RowId.New();
    public string ShopId { get; private set; } = "";

    /// <summary>The question as it is compared: the same however it was typed.</summary>
    public required string Key { get; init; }

    /// <summary>As it was asked first, without anything that looks like a phone number.</summary>
    public required string Said { get; init; }

    /// <summary>1 or more.</summary>
    public int Times { get; set; } = 1;
    public DateTimeOffset FirstAt { get; init; }
    public DateTimeOffset LastAt { get; set; }
}
