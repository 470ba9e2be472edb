namespace ShopBot.Messaging.Outbox;

/// <summary>How a channel may reach one person now.</summary>
public abstract record Route
{
    private Route() { }

    /// <summary>As stored with each part.</summary>
    public abstract string Name { get; }

    /// <summary>Customer-service messages while a window is open that the person opened.</summary>
    /// <param name="Trigger">Which window is used up by the send.</param>
    /// <param name="ClosesAt">UTC; the platform refuses after it.</param>
    /// <param name="Left">Messages the platform still takes; 1 or more.</param>
    public sealed record ServiceWindow(string Trigger, DateTimeOffset ClosesAt, int Left) : Route
    {
        public override string Name => "service";
    }

    /// <summary>Nothing is allowed now: wait until the person acts.</summary>
    public sealed record Closed(string Why) : Route
    {
        public override string Name => "closed";
    }
}
