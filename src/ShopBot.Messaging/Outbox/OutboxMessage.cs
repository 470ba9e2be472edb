using ShopBot.Messaging.Contacts;

namespace ShopBot.Messaging.Outbox;

/// <summary>A stored message of a lane, as the dispatcher gets it.</summary>
/// <param name="Kind">The fact's kind, or <see cref="ActivitiesKind"/>.</param>
/// <param name="Payload">UTF-8 JSON: the fact, or the list of activities.</param>
/// <param name="CreatedAt">UTC.</param>
public sealed record OutboxMessage(
    long Id,
    ContactPoint To,
    string Kind,
    MessageClass Class,
    ReadOnlyMemory<byte> Payload,
    DateTimeOffset CreatedAt)
{
    /// <summary>Kind of messages whose words were already chosen: overflow of a turn, replies typed by staff.</summary>
    public const string ActivitiesKind = "activities.v1";
}

/// <summary>One platform call of a message; frozen when rendered, so that a repeat sends the same bytes.</summary>
/// <param name="Position">0, 1, 2 … within its message.</param>
/// <param name="Api">The platform call, such as <c>message/custom/send</c>; limits and pauses are kept per account and API.</param>
/// <param name="Payload">The call's body, UTF-8.</param>
/// <param name="Key">The platform's idempotency key for it; null where it knows none.</param>
public sealed record OutboxPart(int Position, string Api, ReadOnlyMemory<byte> Payload, string? Key)
{
    /// <summary>The approved form it is sent as; null on routes without forms.</summary>
    public string? TemplateId { get; init; }

    /// <summary>UTC; set by the store when it was tried before.</summary>
    public DateTimeOffset? FirstSentAt { get; init; }
}
