using ShopBot.Messaging.Contacts;

namespace ShopBot.Messaging.Turns;

/// <param name="Key">Of the event; a second one of the same contact and key is the same event.</param>
/// <param name="Tries">Turns begun for it after the first, this one included.</param>
public sealed record PendingEvent(ContactPoint From, string Key, ReadOnlyMemory<byte> Raw, DateTimeOffset ReceivedAt, int Tries);

/// <summary>Events the platform was told are received though their turn is not done: kept until it is, also over a kill.</summary>
public interface IPendingEvents
{
    /// <returns>When the event is safely stored.</returns>
    Task KeepAsync(ContactPoint from, string key, ReadOnlyMemory<byte> raw, CancellationToken ct);

    Task DoneAsync(ContactPoint from, string key, CancellationToken ct);

    /// <summary>Events due to be tried, oldest first, each with its tries raised by one; not given again before <paramref name="retryAfter"/>.</summary>
    Task<IReadOnlyList<PendingEvent>> TakeDueAsync(int atMost, TimeSpan retryAfter, CancellationToken ct);

    /// <summary>Sets an event aside that cannot be worked off; it stays stored with the reason and is not given again.</summary>
    Task GiveUpAsync(ContactPoint from, string key, string why, CancellationToken ct);
}
