using Microsoft.Bot.Builder;

namespace ShopBot.Messaging.Turns;

/// <summary>What <see cref="TurnStorage"/> stores under one key: the bot's own object with the version it was read at.</summary>
public sealed class TurnItem : IStoreItem, IExpiringItem
{
    /// <summary>Name under which stores keep the type.</summary>
    public const string StoredName = "turn";

    [System.Text.Json.Serialization.JsonIgnore]
    public string? ETag { get; set; }

    /// <summary>Null = deleted.</summary>
    public object? Content { get; set; }

    [System.Text.Json.Serialization.JsonIgnore]
    public DateTimeOffset? ExpiresAt { get; set; }
}

/// <summary>An item that our stores forget by themselves.</summary>
public interface IExpiringItem
{
    /// <summary>UTC; null = kept until deleted.</summary>
    DateTimeOffset? ExpiresAt { get; }
}

/// <summary>ETags beyond the Bot Framework's, understood by our SQLite and Redis stores.</summary>
public static class StoreETags
{
    /// <summary>The key must not exist yet.</summary>
    public const string Absent = "absent";

    /// <summary>Whatever is stored is overwritten.</summary>
    public const string Any = "*";
}

/// <summary>Somebody else wrote one of the keys since it was read; nothing was written.</summary>
public sealed class StorageConflictException(string key)
    : InvalidOperationException($"'{key}' was written by somebody else since it was read.")
{
    public string Key { get; } = key;
}
