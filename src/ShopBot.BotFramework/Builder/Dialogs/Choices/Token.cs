namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>A word of an utterance.</summary>
public class Token
{
    /// <summary>Index of the first character.</summary>
    public int Start { get; set; }

    /// <summary>Index of the last character, inclusive.</summary>
    public int End { get; set; }

    public string Text { get; set; } = "";

    /// <summary>What is compared: small letters, half width.</summary>
    public string Normalized { get; set; } = "";
}
