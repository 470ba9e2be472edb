using System.Diagnostics;
using Microsoft.Bot.Schema;
using Activity = Microsoft.Bot.Schema.Activity;

namespace Microsoft.Bot.Builder;

/// <summary>Writes down what comes in and goes out, in order, once the turn is done.</summary>
/// <remarks>
/// A failing logger costs the transcript, never the turn: its exception goes to <see cref="Trace"/>. What is not a part of the
/// conversation is left out: the bot's own event that begins a turn nobody asked for, and answers to invokes.
/// </remarks>
public class TranscriptLoggerMiddleware : IMiddleware
{
    private readonly ITranscriptLogger _logger;

    public TranscriptLoggerMiddleware(ITranscriptLogger transcriptLogger)
    {
        ArgumentNullException.ThrowIfNull(transcriptLogger);
        _logger = transcriptLogger;
    }

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(next);
        var transcript = new List<Activity>();
        Note(transcript, turnContext.Activity, RoleTypes.User);
        NoteWhatGoesOut(turnContext, transcript);

        try
        {
            await next(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            foreach (var activity in transcript)
                await LogAsync(activity).ConfigureAwait(false);
        }
    }

    private static void NoteWhatGoesOut(ITurnContext turnContext, List<Activity> transcript)
    {
        turnContext.OnSendActivities(async (_, activities, next) =>
        {
            var responses = await next().ConfigureAwait(false);
            for (var i = 0; i < activities.Count; i++)
            {
                if (string.IsNullOrEmpty(activities[i].Id) && i < responses?.Length)
                    activities[i].Id = responses[i]?.Id;
                Note(transcript, activities[i], RoleTypes.Bot);
            }

            return responses;
        });

        turnContext.OnUpdateActivity(async (_, activity, next) =>
        {
            var response = await next().ConfigureAwait(false);
            var update = activity.Copy();
            update.Type = ActivityTypes.MessageUpdate;
            Note(transcript, update, RoleTypes.Bot);
            return response;
        });

        turnContext.OnDeleteActivity(async (_, reference, next) =>
        {
            await next().ConfigureAwait(false);
            var delete = new Activity(ActivityTypes.MessageDelete, id: reference.ActivityId).ApplyConversationReference(reference);
            Note(transcript, delete, RoleTypes.Bot);
        });
    }

    private static void Note(List<Activity> transcript, Activity? activity, string speaker)
    {
        if (activity is null or { Type: ActivityTypesEx.InvokeResponse } or { Type: ActivityTypes.Event, Name: ActivityEventNames.ContinueConversation })
            return;

        var copy = activity.Copy();
        copy.Timestamp ??= DateTimeOffset.UtcNow;
        if (string.IsNullOrEmpty(copy.Id))
            copy.Id = $"g_{Guid.NewGuid():n}";
        if (copy.From is { } from && string.IsNullOrEmpty(from.Role))
            copy.From = new ChannelAccount(from.Id, from.Name, speaker, from.AadObjectId) { Properties = from.Properties };
        transcript.Add(copy);
    }

    private async Task LogAsync(Activity activity)
    {
        try
        {
            await _logger.LogActivityAsync(activity).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            Trace.TraceError($"The transcript lacks activity {activity.Id}: {error}");
        }
    }
}
