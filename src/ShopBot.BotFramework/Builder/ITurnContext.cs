using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Everything one turn has at hand: the activity that began it, ways to answer, and what its parts leave for each other.</summary>
public interface ITurnContext
{
    BotAdapter Adapter { get; }

    /// <summary>Things kept for the length of the turn.</summary>
    TurnContextStateCollection TurnState { get; }

    /// <summary>The activity that began the turn.</summary>
    Activity Activity { get; }

    /// <summary>True once anything but traces was sent.</summary>
    bool Responded { get; }

    Task<ResourceResponse> SendActivityAsync(
        string textReplyToSend, string speak = null, string inputHint = "acceptingInput", CancellationToken cancellationToken = default);

    Task<ResourceResponse> SendActivityAsync(IActivity activity, CancellationToken cancellationToken = default);

    /// <summary>Sends a copy of each, addressed as replies to the activity that began the turn.</summary>
    /// <returns>One response for each, in order.</returns>
    Task<ResourceResponse[]> SendActivitiesAsync(IActivity[] activities, CancellationToken cancellationToken = default);

    /// <summary>Replaces an activity sent before; <see cref="IActivity.Id"/> says which.</summary>
    Task<ResourceResponse> UpdateActivityAsync(IActivity activity, CancellationToken cancellationToken = default);

    Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default);
    Task DeleteActivityAsync(ConversationReference conversationReference, CancellationToken cancellationToken = default);

    /// <summary>Adds a handler further in than those added before.</summary>
    ITurnContext OnSendActivities(SendActivitiesHandler handler);

    /// <summary>Adds a handler further in than those added before.</summary>
    ITurnContext OnUpdateActivity(UpdateActivityHandler handler);

    /// <summary>Adds a handler further in than those added before.</summary>
    ITurnContext OnDeleteActivity(DeleteActivityHandler handler);
}
