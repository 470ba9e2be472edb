namespace ShopBot.Messaging.Outbox;

/// <summary>Why a platform certainly did not take a message.</summary>
public enum Refusal
{
    /// <summary>The person's window has closed or its count is used up: another route, or wait until they write.</summary>
    WindowShut,

    /// <summary>The person does not take this kind of notice, or has none left to come: another route, or wait.</summary>
    NotWanted,

    /// <summary>The approved form, or what was filled into it, is refused: another route; the form pauses when it happens again and again.</summary>
    TemplateOff,

    /// <summary>The uploaded file ended: render again (which uploads again).</summary>
    MediaExpired,

    /// <summary>The content is wrong: no repeat will help.</summary>
    Content,

    /// <summary>A code nobody here knows: parked for a person, who tells us what it means.</summary>
    Unclassified,

    /// <summary>Token or secret was refused twice: the account pauses until a person mends it.</summary>
    Credentials,

    /// <summary>The account may not do this (kind, penalty): this call of the account pauses, or the whole account where the reason lies there (address list).</summary>
    NotPermitted,

    /// <summary>A quota is used up: this call of the account pauses.</summary>
    Quota,
}

/// <summary>What a platform said to one part of a message.</summary>
/// <remarks>Returned, not thrown: being turned down is daily life for an outbox.</remarks>
public abstract record SendOutcome
{
    private SendOutcome() { }

    /// <summary>Accepted now or earlier; not: seen by the person.</summary>
    /// <param name="PlatformId">The platform's id of the message; null where it gives none.</param>
    public sealed record Delivered(string? PlatformId) : SendOutcome;

    /// <param name="CountsAsAttempt">False where the platform certainly never saw it.</param>
    public sealed record TryAgain(TimeSpan After, string Code, bool CountsAsAttempt) : SendOutcome;

    /// <param name="PausedUntil">UTC; null = for this message only, or until a person mends it.</param>
    /// <param name="WholeAccount">The pause is the account's, not only this call's.</param>
    public sealed record Refused(Refusal Kind, string Code, string Why, DateTimeOffset? PausedUntil = null, bool WholeAccount = false) : SendOutcome;

    /// <param name="MayBeAccount">The code also says that the account is restricted: several people in a row mean that.</param>
    public sealed record RecipientGone(string Code, string Why, bool MayBeAccount = false) : SendOutcome;

    /// <summary>No answer that says whether it was accepted: policy decides, not the channel.</summary>
    public sealed record Unknown(string Why) : SendOutcome;
}
