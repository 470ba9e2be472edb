using System.Collections.Concurrent;

namespace ShopBot.Messaging.Turns;

/// <summary>Counts failures of the same event, so that the last delivery brings an apology instead of one more error.</summary>
internal sealed class FailedTurns(TimeProvider time)
{
    /// <summary>WeChat asks three times in all.</summary>
    private const int Deliveries = 3;

    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<string, (int Count, DateTimeOffset At)> _failures = new(StringComparer.Ordinal);

    /// <summary>Notes one more failure.</summary>
    public bool IsLast(string id)
    {
        var now = time.GetUtcNow();
        foreach (var (old, failure) in _failures)
        {
            if (failure.At + Remembered < now)
                _failures.TryRemove(old, out _);
        }

        return _failures.AddOrUpdate(id, _ => (1, now), (_, failure) => (failure.Count + 1, now)).Count >= Deliveries;
    }
}
