using System.Text.Json;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace ShopBot.Messaging.Outbox;

/// <summary>Activities as an outbox payload: a JSON array in the Bot Framework's own names.</summary>
public static class ActivityPayload
{
    public static byte[] Write(IReadOnlyList<Activity> activities) => JsonSerializer.SerializeToUtf8Bytes(activities, StorageSerializer.Options);

    /// <exception cref="JsonException">Not a list of activities.</exception>
    public static IReadOnlyList<Activity> Read(ReadOnlyMemory<byte> payload) =>
        JsonSerializer.Deserialize<List<Activity>>(payload.Span, StorageSerializer.Options) ?? [];
}
