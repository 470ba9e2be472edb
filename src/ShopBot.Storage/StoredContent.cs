using System.Text.Json;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.Logging;
using ShopBot.Messaging.Turns;

namespace ShopBot.Storage;

/// <summary>What our state stores agree on: bytes of an object, and which version a write expects.</summary>
internal static class StoredContent
{
    static StoredContent() => BotContent.RegisterTurns();

    public static byte[] Write(object value) => BotContent.Write(value);

    /// <summary>What cannot be read (damaged, or written by something else) counts as empty, or its person could never talk to us again.</summary>
    public static object Read(string key, ReadOnlyMemory<byte> content, string etag, ILogger log)
    {
        object value;
        try
        {
            value = BotContent.Read(content);
        }
        catch (JsonException error)
        {
            log.LogError(error, "What is stored under {Key} cannot be read; it counts as empty.", key);
            value = new TurnItem();
        }

        if (value is IStoreItem item)
            item.ETag = etag;
        return value;
    }

    /// <summary>Null = written whatever is stored; empty = conflicts with anything stored.</summary>
    public static string? ExpectedETag(object value) => value is not IStoreItem item || item.ETag == StoreETags.Any ? null : item.ETag ?? "";

    public static DateTimeOffset? ExpiresAt(object value) => (value as IExpiringItem)?.ExpiresAt;
}
