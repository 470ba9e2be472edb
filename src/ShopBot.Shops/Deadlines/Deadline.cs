namespace ShopBot.Shops.Deadlines;

/// <summary>A moment at which something happens by itself, kept until it has happened.</summary>
public sealed class Deadline : IOfShop
{
    public const int LongestKind = 40, LongestSubject = 100;

    public string ShopId { get; private set; } = "";

    /// <summary>Of the <see cref="IDeadline"/> that knows what happens then.</summary>
    public required string Kind { get; init; }

    /// <summary>What it is about, such as an order's id.</summary>
    public required string Subject { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset DueAt { get; set; }
}

/// <summary>Says what happens when a moment has come.</summary>
public interface IDeadline
{
    /// <summary>Stored; never changes. 1 to 40 characters, nobody else's.</summary>
    string Kind { get; }

    /// <summary>Called once for a deadline, at its moment or later (the program may have been down); it is removed with what this changes, or neither.</summary>
    /// <param name="change">May set the next deadline, also of the same kind and subject.</param>
    Task DueAsync(string shop, ShopChange change, string subject, CancellationToken ct);
}
