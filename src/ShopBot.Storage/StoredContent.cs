using Microsoft.Bot.Builder;
using ShopBot.Messaging.Turns;

namespace ShopBot.Storage;

/// <summary>What our state stores agree on: bytes of an object, and which version a write expects.</summary>
internal static class StoredContent
{
    static StoredContent()
    {
        StorageSerializer.Register<TurnItem>(TurnItem.StoredName);
        StorageSerializer.Register<EventRecord>(EventRecord.StoredName);
        StorageSerializer.Register<HeldReplies>(HeldReplies.StoredName);
    }

    public static byte[] Write(object value) => StorageSerializer.Serialize(value);

    public static object Read(ReadOnlyMemory<byte> content, string etag)
    {
        var value = StorageSerializer.Deserialize(content);
        if (value is IStoreItem item)
            item.ETag = etag;
        return value;
    }

    /// <summary>Null = written whatever is stored; empty = conflicts with anything stored.</summary>
    public static string? ExpectedETag(object value) => value is not IStoreItem item || item.ETag == StoreETags.Any ? null : item.ETag ?? "";

    public static DateTimeOffset? ExpiresAt(object value) => (value as IExpiringItem)?.ExpiresAt;
}
