namespace Microsoft.Bot.Builder;

/// <summary>States loaded and saved together.</summary>
public class BotStateSet
{
    public BotStateSet(params BotState[] botStates)
    {
        ArgumentNullException.ThrowIfNull(botStates);
        BotStates = [.. botStates];
    }

    public List<BotState> BotStates { get; set; }

    public BotStateSet Add(BotState botState)
    {
        ArgumentNullException.ThrowIfNull(botState);
        BotStates.Add(botState);
        return this;
    }

    /// <param name="force">Load again what was loaded in this turn.</param>
    public Task LoadAllAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default) =>
        Task.WhenAll(BotStates.ConvertAll(state => state.LoadAsync(turnContext, force, cancellationToken)));

    /// <param name="force">Save also what has not changed.</param>
    public Task SaveAllChangesAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default) =>
        Task.WhenAll(BotStates.ConvertAll(state => state.SaveChangesAsync(turnContext, force, cancellationToken)));
}
