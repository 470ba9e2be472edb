namespace ShopBot.Messaging.Turns;

/// <summary>The storage keys of one turn. Their third segment is the contact point, which is how Redis keeps them in one hash slot.</summary>
internal sealed record TurnKeys(string Record, string? Held, string[] All)
{
    public static TurnKeys For(IncomingEvent incoming, bool holdsReplies)
    {
        var channel = incoming.Activity.ChannelId;
        var contact = incoming.From.ToString();
        var record = $"{channel}/events/{contact}/{incoming.Key}";
        var held = holdsReplies ? $"{channel}/held/{contact}" : null;
        // As the Bot Framework's ConversationState and UserState name theirs.
        var conversation = $"{channel}/conversations/{contact}";
        var user = $"{channel}/users/{contact}";
        return new TurnKeys(record, held, held is null ? [record, conversation, user] : [record, conversation, user, held]);
    }
}

/// <summary>Replies of a turn whose last delivery had gone, for an account that may only answer.</summary>
public sealed class HeldReplies
{
    /// <summary>Name under which stores keep the type.</summary>
    public const string StoredName = "held";

    public string EventKey { get; set; } = "";

    /// <summary>Activities as an outbox payload.</summary>
    public byte[] Replies { get; set; } = [];
}
