using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>The bot's own part of a turn.</summary>
public delegate Task BotCallbackHandler(ITurnContext turnContext, CancellationToken cancellationToken);

/// <summary>The rest of the turn, seen from a middleware.</summary>
public delegate Task NextDelegate(CancellationToken cancellationToken);

/// <summary>Stands between the bot and the adapter when activities are sent.</summary>
/// <param name="activities">What is about to be sent; may be changed.</param>
/// <param name="next">Runs the handlers further in and then the adapter; not calling it keeps the activities from being sent.</param>
public delegate Task<ResourceResponse[]> SendActivitiesHandler(ITurnContext turnContext, List<Activity> activities, Func<Task<ResourceResponse[]>> next);

/// <summary>Stands between the bot and the adapter when an activity sent before is replaced.</summary>
public delegate Task<ResourceResponse> UpdateActivityHandler(ITurnContext turnContext, Activity activity, Func<Task<ResourceResponse>> next);

/// <summary>Stands between the bot and the adapter when an activity sent before is taken back.</summary>
public delegate Task DeleteActivityHandler(ITurnContext turnContext, ConversationReference reference, Func<Task> next);
