namespace Microsoft.Bot.Schema;

/// <summary>A button.</summary>
public class CardAction
{
    public CardAction()
    {
    }

    public CardAction(
        string type = null, string title = null, string image = null, string text = null, string displayText = null,
        object value = null, object channelData = null)
    {
        Type = type;
        Title = title;
        Image = image;
        Text = text;
        DisplayText = displayText;
        Value = value;
        ChannelData = channelData;
    }

    /// <summary>One of <see cref="ActionTypes"/>.</summary>
    public string Type { get; set; }

    /// <summary>What stands on the button.</summary>
    public string Title { get; set; }

    /// <summary>Address of a picture shown on the button.</summary>
    public string Image { get; set; }
    public string ImageAltText { get; set; }
    public string Text { get; set; }
    public string DisplayText { get; set; }

    /// <summary>What the bot gets, or the address to open; what it is depends on <see cref="Type"/>.</summary>
    public object Value { get; set; }
    public object ChannelData { get; set; }

    public static implicit operator CardAction(string input) => FromString(input);

    /// <summary>A button that shows and says the same.</summary>
    public static CardAction FromString(string input) => new(title: input, value: input);
}
