using ShopBot.Messaging.Contacts;

namespace ShopBot.Messaging.Outbox;

/// <summary>The shapes in which platforms take messages outside the answer to what a person did.</summary>
public enum RouteKind
{
    /// <summary>Customer-service messages, while the person's window is open.</summary>
    Service,

    /// <summary>Forms the platform approved, to whoever follows; no window needed.</summary>
    Template,

    /// <summary>Forms the platform approved, to whoever accepted one in advance; each acceptance pays for one.</summary>
    Subscription,
}

/// <summary>How a channel may reach one person now.</summary>
public abstract record Route
{
    private Route() { }

    /// <summary>As stored with each message.</summary>
    public abstract string Name { get; }

    /// <summary>Customer-service messages while a window is open that the person opened.</summary>
    /// <param name="Trigger">Which window is used up by the send.</param>
    /// <param name="ClosesAt">UTC; the platform refuses after it.</param>
    /// <param name="Left">Messages the platform still takes; 1 or more.</param>
    public sealed record ServiceWindow(string Trigger, DateTimeOffset ClosesAt, int Left) : Route
    {
        public override string Name => NameOf(RouteKind.Service);
    }

    /// <summary>A form without a window.</summary>
    public sealed record Template(NoticeTemplate Form) : Route
    {
        public override string Name => NameOf(RouteKind.Template);
    }

    /// <summary>A form the person accepted in advance.</summary>
    public sealed record Subscription(NoticeTemplate Form) : Route
    {
        public override string Name => NameOf(RouteKind.Subscription);
    }

    /// <summary>The words go into the platform's answer to the person's next message.</summary>
    public sealed record Answer : Route
    {
        public override string Name => "answer";
    }

    /// <summary>A way is known, but not yet: a pause or a used-up limit ends by itself.</summary>
    /// <param name="Until">UTC.</param>
    public sealed record Later(DateTimeOffset Until, string Why) : Route
    {
        public override string Name => "later";
    }

    /// <summary>Nothing is allowed now: wait until the person acts.</summary>
    public sealed record Closed(string Why) : Route
    {
        public override string Name => "closed";
    }

    public static string NameOf(RouteKind kind) => kind switch
    {
        RouteKind.Service => "service",
        RouteKind.Template => "template",
        RouteKind.Subscription => "subscription",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of route."),
    };

    /// <summary>The approved form of a templated route; null on others.</summary>
    public NoticeTemplate? FormOrNull => this switch
    {
        Template template => template.Form,
        Subscription subscription => subscription.Form,
        _ => null,
    };
}

/// <summary>One way an account's platform has, and how much of it.</summary>
/// <param name="Api">The platform call; pauses and limits are kept by it.</param>
/// <param name="Forbidden">Why an account of this kind may never take it; null = it may.</param>
public sealed record Way(RouteKind Kind, string Api, ApiLimit Limit, string? Forbidden = null);

/// <summary>How many calls a platform takes, as far as it is known.</summary>
/// <param name="PerDay">Calls in one Beijing day; 0 = not known.</param>
/// <param name="PerMinute">Evenly, with as many at once; 0 = not known.</param>
public readonly record struct ApiLimit(int PerDay, int PerMinute = 0)
{
    public bool IsKnown => PerDay > 0 || PerMinute > 0;
}
