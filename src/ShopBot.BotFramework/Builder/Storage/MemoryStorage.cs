using System.Globalization;

namespace Microsoft.Bot.Builder;

/// <summary>Keeps everything in memory, for tests and for trying things out. Safe to use from several threads.</summary>
/// <remarks>What is kept is what another store would write (<see cref="StorageSerializer"/>), so every read gives a copy.</remarks>
public class MemoryStorage : IStorage
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Stored> _stored = new(StringComparer.Ordinal);
    private long _writes;

    public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var found = new Dictionary<string, object>(keys.Length);
        foreach (var key in keys)
        {
            Stored stored;
            lock (_lock)
            {
                if (!_stored.TryGetValue(key, out stored))
                    continue;
            }

            var value = StorageSerializer.Deserialize(stored.Json);
            if (value is IStoreItem item)
                item.ETag = stored.ETag;
            found[key] = value;
        }

        return Task.FromResult<IDictionary<string, object>>(found);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">An ETag is not that of what is stored; then nothing was written.</exception>
    public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var pending = new (string Key, byte[]? Json, string? Expected, bool IsGuarded)[changes.Count];
        var count = 0;
        foreach (var (key, value) in changes)
        {
            var item = value as IStoreItem;
            pending[count++] = (key, value is null ? null : StorageSerializer.Serialize(value), item?.ETag, item is not null);
        }

        lock (_lock)
        {
            foreach (var change in pending)
                if (change.IsGuarded && change.Expected != "*" && _stored.TryGetValue(change.Key, out var stored) && stored.ETag != change.Expected)
                    throw new ArgumentException($"{change.Key} was changed by somebody else: its ETag is not '{change.Expected}'.", nameof(changes));

            foreach (var change in pending)
            {
                if (change.Json is null)
                    _stored.Remove(change.Key);
                else
                    _stored[change.Key] = new Stored(change.Json, ++_writes);
            }
        }

        return Task.CompletedTask;
    }

    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        lock (_lock)
        {
            foreach (var key in keys)
                _stored.Remove(key);
        }

        return Task.CompletedTask;
    }

    private readonly record struct Stored(byte[] Json, long Write)
    {
        public string ETag => Write.ToString(CultureInfo.InvariantCulture);
    }
}
