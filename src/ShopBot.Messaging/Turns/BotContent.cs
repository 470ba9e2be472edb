using Microsoft.Bot.Schema;

namespace ShopBot.Messaging.Turns;

/// <summary>What a bot keeps and says, as bytes: the one place that knows who writes it, our Bot Framework or Microsoft's packages.</summary>
/// <remarks>What one of the two has written the other does not read.</remarks>
public static partial class BotContent
{
    /// <summary>Allows what turns themselves store. Again changes nothing.</summary>
    public static void RegisterTurns()
    {
        Register<TurnItem>(TurnItem.StoredName);
        Register<EventRecord>(EventRecord.StoredName);
        Register<HeldReplies>(HeldReplies.StoredName);
    }

    /// <summary>Allows a type of the program to be stored where the code only says <c>object</c>.</summary>
    /// <param name="name">Stored in place of the name of the class; stays for ever.</param>
    public static partial void Register<T>(string name);

    public static partial byte[] Write(object value);

    /// <exception cref="System.Text.Json.JsonException">Damaged, or of a type that is not allowed.</exception>
    public static partial object Read(ReadOnlyMemory<byte> content);

    /// <returns>A JSON array in the Bot Framework's own names.</returns>
    public static partial byte[] WriteActivities(IReadOnlyList<Activity> activities);

    /// <exception cref="System.Text.Json.JsonException">Not a list of activities.</exception>
    public static partial IReadOnlyList<Activity> ReadActivities(ReadOnlyMemory<byte> content);
}
