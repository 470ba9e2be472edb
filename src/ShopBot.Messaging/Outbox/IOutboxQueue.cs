using ShopBot.Messaging.Contacts;

namespace ShopBot.Messaging.Outbox;

/// <summary>A message as it goes into a lane.</summary>
/// <param name="Payload">UTF-8 JSON.</param>
/// <param name="DedupeKey">A second message under the same key is not added; null = always added.</param>
/// <param name="NotBefore">UTC; null = at once.</param>
/// <param name="StepsAside">While it waits for that moment, those behind it in the lane may go before it. Otherwise they wait as well.</param>
public sealed record OutboxEntry(
    ContactPoint To, MessageClass Class, string Kind, ReadOnlyMemory<byte> Payload, string? DedupeKey, DateTimeOffset? NotBefore = null, bool StepsAside = false);

/// <summary>Enqueues messages that belong to no change of the shop, in a transaction of its own.</summary>
public interface IOutboxQueue
{
    /// <returns>When it is committed.</returns>
    Task EnqueueAsync(OutboxEntry entry, CancellationToken ct);
}
