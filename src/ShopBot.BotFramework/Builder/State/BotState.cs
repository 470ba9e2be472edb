using System.Text.Json.Nodes;

namespace Microsoft.Bot.Builder;

/// <summary>Properties kept together under one key of a storage, loaded once per turn.</summary>
/// <remarks>
/// The storage gets them as a dictionary from string to object. A property is written as the type its accessor names;
/// one that no accessor asked for goes back as it came.
/// </remarks>
public abstract partial class BotState : IPropertyManager
{
    private readonly IStorage _storage;
    private readonly string _contextServiceKey;

    /// <param name="contextServiceKey">Under which the loaded state stands in the turn state.</param>
    protected BotState(IStorage storage, string contextServiceKey)
    {
        ArgumentNullException.ThrowIfNull(storage);
        ArgumentNullException.ThrowIfNull(contextServiceKey);
        _storage = storage;
        _contextServiceKey = contextServiceKey;
    }

    /// <exception cref="ArgumentNullException">No name.</exception>
    public IStatePropertyAccessor<T> CreateProperty<T>(string name)
    {
        Required.Text(name);
        return new PropertyAccessor<T>(this, name);
    }

    /// <summary>What was loaded in this turn; null before.</summary>
    public CachedBotState GetCachedState(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return turnContext.TurnState.Get<CachedBotState>(_contextServiceKey);
    }

    /// <summary>The state as JSON, to be looked at; null when it was not loaded in this turn.</summary>
    public JsonNode Get(ITurnContext turnContext)
    {
        if (GetCachedState(turnContext) is not { } cached)
            return null;

        using var json = PooledJson.Rent();
        cached.Properties.WriteTo(json.Writer);
        return JsonNode.Parse(json.Written);
    }

    /// <param name="force">Load again although it was loaded in this turn; changes not saved are lost.</param>
    /// <exception cref="InvalidOperationException">Something else than a state is stored under its key.</exception>
    public virtual Task LoadAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default) =>
        GetCachedState(turnContext) is null || force ? LoadStoredAsync(turnContext, cancellationToken) : Task.CompletedTask;

    /// <summary>Writes the state if its content is not what was loaded.</summary>
    /// <param name="force">Write it anyhow.</param>
    public virtual Task SaveChangesAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default) =>
        GetCachedState(turnContext) is { } cached && cached.TakeChanges(force) is { } changed
            ? WriteAsync(GetStorageKey(turnContext), cached, changed, cancellationToken)
            : Task.CompletedTask;

    /// <summary>Empties the state for this turn; storing that is left to <see cref="SaveChangesAsync"/>.</summary>
    public virtual Task ClearStateAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        turnContext.TurnState.Set(_contextServiceKey, CachedBotState.Cleared());
        return Task.CompletedTask;
    }

    /// <summary>Removes the state from the turn and from the storage.</summary>
    public virtual Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        turnContext.TurnState.Remove(_contextServiceKey);
        return _storage.DeleteAsync([GetStorageKey(turnContext)], cancellationToken);
    }

    /// <exception cref="InvalidOperationException">The activity lacks what the key is made of.</exception>
    protected abstract string GetStorageKey(ITurnContext turnContext);

    /// <returns>The type's default when there is no such property. The state must have been loaded.</returns>
    protected Task<T> GetPropertyValueAsync<T>(ITurnContext turnContext, string propertyName, CancellationToken cancellationToken = default)
    {
        Loaded(turnContext).TryGet<T>(propertyName, out var value);
        return Task.FromResult(value);
    }

    protected Task DeletePropertyValueAsync(ITurnContext turnContext, string propertyName, CancellationToken cancellationToken = default)
    {
        Loaded(turnContext).Remove(propertyName);
        return Task.CompletedTask;
    }

    protected Task SetPropertyValueAsync(
        ITurnContext turnContext, string propertyName, object value, CancellationToken cancellationToken = default)
    {
        Loaded(turnContext)[propertyName] = value;
        return Task.CompletedTask;
    }

    /// <summary>A part of a key that must be there.</summary>
    private protected static string Needed(string? value, string name) =>
        value ?? throw new InvalidOperationException($"The activity has no {name}, so its state has no key.");

    private StoredProperties Loaded(ITurnContext turnContext) =>
        (GetCachedState(turnContext) ?? throw new InvalidOperationException("The state was not loaded in this turn.")).Properties;

    private async Task LoadStoredAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var key = GetStorageKey(turnContext);
        var stored = await _storage.ReadAsync([key], cancellationToken).ConfigureAwait(false);
        stored.TryGetValue(key, out var value);
        turnContext.TurnState.Set(_contextServiceKey, CachedBotState.Of(value, key));
    }

    private async Task WriteAsync(string key, CachedBotState cached, byte[] changed, CancellationToken cancellationToken)
    {
        // What the storage gets is a snapshot: the turn may go on changing its own.
        var changes = new Dictionary<string, object>(1) { [key] = new StoredProperties(changed) };
        await _storage.WriteAsync(changes, cancellationToken).ConfigureAwait(false);
        cached.Saved(changed);
    }
}
