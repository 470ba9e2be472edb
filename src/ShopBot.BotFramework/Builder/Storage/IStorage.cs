namespace Microsoft.Bot.Builder;

/// <summary>Keeps objects by key. Nothing read is shared with the store: changing it changes nothing until it is written.</summary>
public interface IStorage
{
    /// <returns>What is there, by key; keys that nothing is stored under are absent.</returns>
    Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default);

    /// <summary>Stores each value under its key.</summary>
    /// <remarks>
    /// An <see cref="IStoreItem"/> replaces a stored one only when its ETag is that of the stored one, or <c>*</c>; under a new
    /// key any ETag will do. Other objects replace whatever is there.
    /// </remarks>
    Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default);

    /// <summary>Keys that nothing is stored under are passed over.</summary>
    Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default);
}
