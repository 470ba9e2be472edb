namespace Microsoft.Bot.Schema;

/// <summary>A private message about another one.</summary>
public interface ISuggestionActivity : IMessageActivity
{
    IList<TextHighlight> TextHighlights { get; set; }
}
