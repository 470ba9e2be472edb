#if !BOTFRAMEWORK_PACKAGES
using System.Text.Json;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace ShopBot.Messaging.Turns;

// By our own serializer, which names no .NET type.
public static partial class BotContent
{
    public static partial void Register<T>(string name) => StorageSerializer.Register<T>(name);

    public static partial byte[] Write(object value) => StorageSerializer.Serialize(value);

    public static partial object Read(ReadOnlyMemory<byte> content) => StorageSerializer.Deserialize(content);

    public static partial byte[] WriteActivities(IReadOnlyList<Activity> activities) =>
        JsonSerializer.SerializeToUtf8Bytes(activities, StorageSerializer.Options);

    public static partial IReadOnlyList<Activity> ReadActivities(ReadOnlyMemory<byte> content) =>
        JsonSerializer.Deserialize<List<Activity>>(content.Span, StorageSerializer.Options) ?? [];
}
#endif
