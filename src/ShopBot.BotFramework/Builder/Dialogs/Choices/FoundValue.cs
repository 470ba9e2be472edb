namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>A value found in an utterance.</summary>
public class FoundValue
{
    public string Value { get; set; }

    /// <summary>Index of the <see cref="SortedValue"/> that was found.</summary>
    public int Index { get; set; }

    /// <summary>0 to 1: the share of its words that were said, less for words that came in between.</summary>
    public float Score { get; set; }
}
