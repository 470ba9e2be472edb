using ShopBot.Messaging.Contacts;

namespace ShopBot.Messaging.Menus;

/// <summary>A channel's way to tell the platform which of the <see cref="Audiences"/> people are in.</summary>
/// <remarks>Never throws for a platform's answer. The same again changes nothing.</remarks>
public interface IAudienceTags
{
    /// <summary>WeChat, Weibo or Line, as in the settings.</summary>
    string Channel { get; }

    /// <summary>People in one call.</summary>
    int MostAtOnce { get; }

    /// <param name="from">The audience they leave; null = none.</param>
    /// <param name="to">The audience they join; null = none.</param>
    /// <param name="people">The platform's ids; 1 to <see cref="MostAtOnce"/>.</param>
    Task<AudienceAnswer> MoveAsync(Account account, string? from, string? to, IReadOnlyList<string> people, CancellationToken ct);
}

/// <summary>What came of moving people from one audience to another.</summary>
public abstract record AudienceAnswer
{
    private AudienceAnswer() { }

    public sealed record Done : AudienceAnswer;

    /// <summary>An account of this kind has no audiences.</summary>
    public sealed record NotAllowed : AudienceAnswer;

    /// <summary>One of them cannot be moved: left, or carries too many tags of others.</summary>
    public sealed record PersonRefused(string Why) : AudienceAnswer;

    /// <summary>The platform refused, or was not reached, or is busy: later it may do.</summary>
    public sealed record NotNow(string Why) : AudienceAnswer;
}
