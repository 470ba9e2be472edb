using Microsoft.Bot.Builder;

namespace ShopBot.Kernel.Tests.Builder;

/// <summary>Counts what is asked of the storage behind it.</summary>
internal sealed class CountingStorage(IStorage inner) : IStorage
{
    public CountingStorage() : this(new MemoryStorage())
    {
    }

    public int Reads { get; private set; }
    public int Writes { get; private set; }
    public List<string> Keys { get; } = [];

    public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        Reads++;
        Keys.AddRange(keys);
        return inner.ReadAsync(keys, cancellationToken);
    }

    public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
    {
        Writes++;
        return inner.WriteAsync(changes, cancellationToken);
    }

    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default) => inner.DeleteAsync(keys, cancellationToken);
}
