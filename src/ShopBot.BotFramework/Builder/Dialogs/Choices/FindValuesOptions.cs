namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>How values are looked for.</summary>
public class FindValuesOptions
{
    /// <summary>Whether some of a value's words suffice.</summary>
    public bool AllowPartialMatches { get; set; }

    public string Locale { get; set; }

    /// <summary>Most words that may come between two words of a value; 2 when not set.</summary>
    public int? MaxTokenDistance { get; set; }

    /// <summary><see cref="Choices.Tokenizer.DefaultTokenizer"/> when not set.</summary>
    public TokenizerFunction Tokenizer { get; set; }
}
