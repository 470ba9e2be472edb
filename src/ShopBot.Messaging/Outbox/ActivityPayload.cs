using System.Text.Json;
using Microsoft.Bot.Schema;
using ShopBot.Messaging.Turns;

namespace ShopBot.Messaging.Outbox;

/// <summary>Activities as an outbox payload: a JSON array in the Bot Framework's own names.</summary>
public static class ActivityPayload
{
    public static byte[] Write(IReadOnlyList<Activity> activities) => BotContent.WriteActivities(activities);

    /// <exception cref="JsonException">Not a list of activities.</exception>
    public static IReadOnlyList<Activity> Read(ReadOnlyMemory<byte> payload) => BotContent.ReadActivities(payload);
}
