namespace ShopBot.Messaging.Turns;

/// <summary>Counts how often a platform was asked to deliver an event once more, so that its last delivery brings an apology instead of one more error.</summary>
internal sealed class AskedAgain(TimeProvider time)
{
    /// <summary>WeChat delivers three times in all, 5 s apart.</summary>
    private const int Deliveries = 3;

    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(2);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly Queue<(string Id, DateTimeOffset At)> _noted = new();

    public void Note(string id)
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            while (_noted.TryPeek(out var oldest) && oldest.At + Remembered < now)
                Forget(_noted.Dequeue().Id);
            _counts[id] = _counts.GetValueOrDefault(id) + 1;
            _noted.Enqueue((id, now));
        }
    }

    /// <summary>Whether the platform will not ask again after this delivery.</summary>
    public bool IsLastDelivery(string id)
    {
        lock (_lock)
            return _counts.GetValueOrDefault(id) >= Deliveries - 1;
    }

    private void Forget(string id)
    {
        if (--_counts[id] == 0)
            _counts.Remove(id);
    }
}
