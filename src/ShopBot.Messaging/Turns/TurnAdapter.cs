using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace ShopBot.Messaging.Turns;

/// <summary>The Bot Framework adapter of a turn: what the bot sends is collected, not sent.</summary>
/// <remarks>Only <see cref="TurnRunner"/> knows, once the turn is committed, what goes into the platform's answer and what into the outbox.</remarks>
public sealed class TurnAdapter : BotAdapter
{
    private const string RepliesKey = "ShopBot.Replies";

    /// <summary>Runs the bot on one activity.</summary>
    /// <returns>What it sent, in order; no traces, no typing.</returns>
    public async Task<IReadOnlyList<Activity>> RunAsync(Activity incoming, IBot bot, CancellationToken ct)
    {
        using var context = new TurnContext(this, incoming);
        var replies = new List<Activity>();
        context.TurnState.Add(RepliesKey, replies);
        await RunPipelineAsync(context, bot.OnTurnAsync, ct).ConfigureAwait(false);
        return replies;
    }

    public override Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        var replies = turnContext.TurnState.Get<List<Activity>>(RepliesKey);
        var responses = new ResourceResponse[activities.Length];
        for (var i = 0; i < activities.Length; i++)
        {
            // Traces are for the emulator; a typing sign makes no sense in an answer that arrives whole.
            if (activities[i].Type == ActivityTypes.Message)
                replies.Add(activities[i]);
            responses[i] = new ResourceResponse(activities[i].Id ?? "");
        }

        return Task.FromResult(responses);
    }

    /// <exception cref="NotSupportedException">Always: no official account platform can change a message that was sent.</exception>
    public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Official accounts cannot change a message that was sent.");

    /// <exception cref="NotSupportedException">Always: no official account platform can take back a message that was sent.</exception>
    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Official accounts cannot take back a message that was sent.");
}
