namespace Microsoft.Bot.Schema;

/// <summary>Says which passage of a message names whom.</summary>
public class Mention : Entity
{
    public Mention() : base("mention")
    {
    }

    public Mention(ChannelAccount mentioned = null, string text = null, string type = null) : base(type ?? "mention")
    {
        Mentioned = mentioned;
        Text = text;
    }

    public ChannelAccount Mentioned { get; set; }

    /// <summary>The passage as it stands in the message.</summary>
    public string Text { get; set; }
}
