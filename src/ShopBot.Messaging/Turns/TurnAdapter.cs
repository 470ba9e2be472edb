using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace ShopBot.Messaging.Turns;

/// <summary>The Bot Framework adapter of a turn: what the bot sends is collected, not sent.</summary>
/// <remarks>Only <see cref="TurnRunner"/> knows, once the turn is committed, what goes into the platform's answer and what into the outbox.</remarks>
public sealed class TurnAdapter : BotAdapter
{
    private const string RepliesKey = "ShopBot.Replies", TypingKey = "ShopBot.Typing";

    /// <summary>Runs the bot on one activity.</summary>
    /// <param name="onTyping">Called when the bot shows that it is writing.</param>
    /// <returns>What it sent, in order, but a hand-over first; no traces, no typing.</returns>
    public async Task<IReadOnlyList<Activity>> RunAsync(Activity incoming, IBot bot, Action? onTyping, CancellationToken ct)
    {
        using var context = new TurnContext(this, incoming);
        var replies = new List<Activity>();
        context.TurnState.Add(RepliesKey, replies);
        if (onTyping is not null)
            context.TurnState.Add(TypingKey, onTyping);
        await RunPipelineAsync(context, bot.OnTurnAsync, ct).ConfigureAwait(false);
        return replies;
    }

    public override Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        var replies = turnContext.TurnState.Get<List<Activity>>(RepliesKey);
        var responses = new ResourceResponse[activities.Length];
        for (var i = 0; i < activities.Length; i++)
        {
            // Traces are for the emulator; the typing sign is for now, not for the answer.
            if (activities[i].Type == ActivityTypes.Message)
                replies.Add(activities[i]);
            else if (activities[i].Type == ActivityTypes.Handoff)
                replies.Insert(0, activities[i]); // Only the platform's one answer can hand over; words can follow it.
            else if (activities[i].Type == ActivityTypes.Typing)
                turnContext.TurnState.Get<Action>(TypingKey)?.Invoke();
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
