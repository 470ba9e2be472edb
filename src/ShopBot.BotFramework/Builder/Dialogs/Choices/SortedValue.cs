namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>A value to look for.</summary>
public class SortedValue
{
    public string Value { get; set; }

    /// <summary>Goes unchanged into <see cref="FoundValue.Index"/>; several values (synonyms) may share one.</summary>
    public int Index { get; set; }
}
