using Microsoft.Bot.Schema;
using ShopBot.Messaging.Contacts;

namespace ShopBot.Messaging.Turns;

/// <summary>Something a platform pushed, verified and understood.</summary>
/// <param name="Key">The platform's own key of the event, the same on every delivery; also the activity's id. No slashes.</param>
/// <param name="At">UTC, by the platform's clock.</param>
/// <param name="Activity">From and Conversation are the contact point, Recipient is the account, Conversation.TenantId the shop.</param>
/// <param name="Raw">What was pushed, decrypted: enough to make this record again after a restart.</param>
public sealed record IncomingEvent(Account Account, ContactPoint From, string Key, DateTimeOffset At, Activity Activity, ReadOnlyMemory<byte> Raw);

/// <summary>An answer as the platform takes it, and how many of the replies are in it.</summary>
/// <param name="Body">Stored with the event, so that every repeat gets the same bytes.</param>
/// <param name="Taken">Replies that went in, from the first on; the rest goes through the outbox.</param>
/// <param name="IsCut">Not everything that went in can be read there.</param>
public sealed record PlatformAnswer(ReadOnlyMemory<byte> Body, string ContentType, int Taken, bool IsCut = false);

/// <summary>What the turn engine must know of a channel.</summary>
public interface ITurnChannel
{
    /// <summary>WeChat, Weibo or Line, as in the settings.</summary>
    string Name { get; }

    /// <summary>Whether this account may write to people outside the platform's own answer.</summary>
    bool MayPush(Account account);

    /// <summary>Shows the person that an answer is being written, where the platform can. Returns at once and never fails.</summary>
    void ShowTyping(IncomingEvent incoming);

    /// <summary>Makes the event again from stored raw bytes.</summary>
    /// <exception cref="FormatException">The bytes are none of this channel's events.</exception>
    IncomingEvent Read(Account account, ReadOnlyMemory<byte> raw);

    /// <summary>Puts what fits into the platform's one answer. With no replies: the platform's "received, nothing to say".</summary>
    ValueTask<PlatformAnswer> AnswerAsync(IncomingEvent incoming, IReadOnlyList<Activity> replies, CancellationToken ct);
}
