namespace Microsoft.Bot.Schema;

/// <summary>Answers offered to tap, gone once the person says anything.</summary>
public class SuggestedActions
{
    public SuggestedActions()
    {
    }

    public SuggestedActions(IList<string> to = null, IList<CardAction> actions = null)
    {
        To = to;
        Actions = actions;
    }

    /// <exception cref="ArgumentNullException">Either is null.</exception>
    public SuggestedActions(IEnumerable<string> to, IEnumerable<CardAction> actions)
    {
        To = [.. to ?? throw new ArgumentNullException(nameof(to))];
        Actions = [.. actions ?? throw new ArgumentNullException(nameof(actions))];
    }

    /// <summary>Ids of those who see them; null or empty: everybody.</summary>
    public IList<string> To { get; set; }
    public IList<CardAction> Actions { get; set; }
}
