namespace Microsoft.Bot.Schema;

/// <summary>A passage of the message that a suggestion is about.</summary>
public class TextHighlight
{
    public TextHighlight()
    {
    }

    public TextHighlight(string text = null, int? occurrence = null)
    {
        Text = text;
        Occurrence = occurrence;
    }

    public string Text { get; set; }

    /// <summary>Which of the passages with this text; the first is 1.</summary>
    public int? Occurrence { get; set; }
}
