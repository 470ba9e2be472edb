namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>The choice somebody meant.</summary>
public class FoundChoice
{
    public string Value { get; set; }

    /// <summary>Position in the list that was offered, from 0.</summary>
    public int Index { get; set; }

    /// <summary>0 to 1; 1 when everything of it was said, in one piece, or when it was picked by number.</summary>
    public float Score { get; set; }

    /// <summary>The value, title or synonym that was recognised; null when picked by number.</summary>
    public string Synonym { get; set; }
}
