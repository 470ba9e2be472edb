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
    public Task LoadAllAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default)
    {
        List<Task>? underWay = null;
        foreach (var state in BotStates)
            Await(state.LoadAsync(turnContext, force, cancellationToken), ref underWay);
        return All(underWay);
    }

    /// <param name="force">Save also what has not changed.</param>
    public Task SaveAllChangesAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default)
    {
        List<Task>? underWay = null;
        foreach (var state in BotStates)
            Await(state.SaveChangesAsync(turnContext, force, cancellationToken), ref underWay);
        return All(underWay);
    }

    // States run side by side; those that are done at once, as most are, cost nothing.
    private static void Await(Task task, ref List<Task>? underWay)
    {
        if (!task.IsCompletedSuccessfully)
            (underWay ??= []).Add(task);
    }

    private static Task All(List<Task>? underWay) => underWay is null ? Task.CompletedTask : Task.WhenAll(underWay);
}
