using Microsoft.Bot.Builder;

namespace ShopBot.Messaging.Turns;

/// <summary>The bot's storage during a turn: one read before, everything buffered, one all-or-nothing write at the end.</summary>
/// <remarks>
/// A singleton that the bot's states are built on; the turn it works for is the one opened in the calling flow of control.
/// Reads of keys nobody announced go through to the store and join the write.
/// </remarks>
public sealed class TurnStorage(IStorage store) : IStorage
{
    private static readonly AsyncLocal<TurnItems?> Current = new();

    /// <summary>Reads what a turn will need. The bot's states see it after <see cref="Enter"/>.</summary>
    public async Task<TurnItems> ReadTurnAsync(string[] keys, CancellationToken ct)
    {
        var items = new TurnItems();
        Remember(items, keys, await store.ReadAsync(keys, ct).ConfigureAwait(false));
        return items;
    }

    /// <summary>Makes <paramref name="items"/> the current turn's; call it in the method that then runs the bot.</summary>
    public static void Enter(TurnItems items) => Current.Value = items;

    public static void Leave() => Current.Value = null;

    /// <summary>Writes all that the turn changed, or nothing.</summary>
    /// <exception cref="StorageConflictException">Another turn of the same person was faster: run again on fresh state.</exception>
    public Task CommitAsync(TurnItems items, DateTimeOffset expiresAt, CancellationToken ct)
    {
        var changes = new Dictionary<string, object>(items.ByKey.Count, StringComparer.Ordinal);
        foreach (var (key, item) in items.ByKey)
        {
            if (!item.Changed)
                continue;
            changes.Add(key, new TurnItem { ETag = item.ETag, Content = item.Content, ExpiresAt = item.ExpiresAt ?? expiresAt });
        }

        return changes.Count == 0 ? Task.CompletedTask : store.WriteAsync(changes, ct);
    }

    public async Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        var items = Items;
        var unknown = keys.Where(key => !items.ByKey.ContainsKey(key)).ToArray();
        if (unknown.Length > 0)
            Remember(items, unknown, await store.ReadAsync(unknown, cancellationToken).ConfigureAwait(false));

        var found = new Dictionary<string, object>(keys.Length, StringComparer.Ordinal);
        foreach (var key in keys)
        {
            if (items.ByKey[key].Content is { } content)
                found[key] = content;
        }

        return found;
    }

    public async Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
    {
        var items = Items;
        var unread = changes.Keys.Where(key => !items.ByKey.ContainsKey(key)).ToArray();
        if (unread.Length > 0)
            Remember(items, unread, await store.ReadAsync(unread, cancellationToken).ConfigureAwait(false));
        foreach (var (key, value) in changes)
            items.Put(key, value);
    }

    public async Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        await ReadAsync(keys, cancellationToken).ConfigureAwait(false);
        foreach (var key in keys)
            Items.Put(key, null);
    }

    private static TurnItems Items => Current.Value
        ?? throw new InvalidOperationException("The bot's state was used outside a turn; only TurnRunner opens one.");

    private static void Remember(TurnItems items, string[] keys, IDictionary<string, object> stored)
    {
        foreach (var key in keys)
        {
            items.ByKey[key] = !stored.TryGetValue(key, out var value) ? new TurnItems.Item(StoreETags.Absent, null)
                : value is TurnItem item ? new TurnItems.Item(item.ETag!, item.Content)
                : throw new InvalidOperationException($"Under '{key}' there is something that no turn has written.");
        }
    }
}

/// <summary>The keys of one turn: as read, and as changed.</summary>
public sealed class TurnItems
{
    internal Dictionary<string, Item> ByKey { get; } = new(4, StringComparer.Ordinal);

    /// <summary>What is under a key that was read with the turn; null = nothing.</summary>
    public object? Find(string key) => ByKey[key].Content;

    /// <param name="expiresAt">UTC; null = as the commit says.</param>
    public void Put(string key, object? content, DateTimeOffset? expiresAt = null)
    {
        var item = ByKey[key];
        item.Content = content;
        item.ExpiresAt = expiresAt;
        item.Changed = true;
    }

    internal sealed class Item(string etag, object? content)
    {
        public string ETag { get; } = etag;
        public object? Content { get; set; } = content;
        public DateTimeOffset? ExpiresAt { get; set; }
        public bool Changed { get; set; }
    }
}
