namespace Microsoft.Bot.Schema;

public class MessageReaction
{
    public MessageReaction()
    {
    }

    public MessageReaction(string type = null) => Type = type;

    /// <summary><c>like</c>, <c>plusOne</c> or what the channel calls it.</summary>
    public string Type { get; set; }
}
