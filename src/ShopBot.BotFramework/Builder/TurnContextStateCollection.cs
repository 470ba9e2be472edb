namespace Microsoft.Bot.Builder;

/// <summary>What the parts of a turn leave for each other, by name or by type.</summary>
public class TurnContextStateCollection : Dictionary<string, object>, IDisposable
{
    // Two states, a storage and what a middleware adds fit without the table growing.
    private const int UsualCount = 7;

    public TurnContextStateCollection() : base(UsualCount)
    {
    }

    /// <returns>The type's default when there is nothing under that key, or something of another type.</returns>
    public T Get<T>(string key)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(key);
        return TryGetValue(key, out var value) ? value as T : null;
    }

    /// <summary>What was left under the type's own name.</summary>
    public T Get<T>()
        where T : class => Get<T>(typeof(T).FullName!);

    /// <exception cref="ArgumentException">Something is there already.</exception>
    public void Add<T>(string key, T value)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        base.Add(key, value);
    }

    /// <exception cref="ArgumentException">Something is there already.</exception>
    public void Add<T>(T value)
        where T : class => Add(typeof(T).FullName!, value);

    public void Set<T>(string key, T value)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        this[key] = value;
    }

    public void Set<T>(T value)
        where T : class => Set(typeof(T).FullName!, value);

    /// <summary>Lets go of everything; what stands in the collection belongs to others and is not disposed.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            Clear();
    }
}
