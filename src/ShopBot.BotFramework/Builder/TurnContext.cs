using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>One turn of one conversation. Usable until it is disposed, which the adapter does when the turn is over.</summary>
public class TurnContext : ITurnContext, IDisposable
{
    private const string LocaleKey = "turn.locale";
    private readonly bool _sharesTurnState;
    private List<SendActivitiesHandler>? _onSend;
    private List<UpdateActivityHandler>? _onUpdate;
    private List<DeleteActivityHandler>? _onDelete;
    private bool _disposed;

    public TurnContext(BotAdapter adapter, Activity activity)
    {
        ArgumentNullException.ThrowIfNull(adapter);
        ArgumentNullException.ThrowIfNull(activity);
        Adapter = adapter;
        Activity = activity;
        TurnState = [];
    }

    /// <summary>Another activity within a turn that is already under way: same adapter, turn state and handlers.</summary>
    public TurnContext(ITurnContext turnContext, Activity activity)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(activity);
        Adapter = turnContext.Adapter;
        TurnState = turnContext.TurnState;
        Activity = activity;
        _sharesTurnState = true;
        if (turnContext is TurnContext other)
        {
            _onSend = other._onSend;
            _onUpdate = other._onUpdate;
            _onDelete = other._onDelete;
        }
    }

    public BotAdapter Adapter { get; }
    public TurnContextStateCollection TurnState { get; }
    public Activity Activity { get; }
    public bool Responded { get; private set; }

    /// <summary>Language of this turn, BCP 47: what was set, else that of the activity.</summary>
    public string Locale
    {
        get => TurnState.Get<string>(LocaleKey) ?? Activity.Locale;
        set
        {
            if (value is null)
                TurnState.Remove(LocaleKey);
            else
                TurnState.Set(LocaleKey, value);
        }
    }

    public ITurnContext OnSendActivities(SendActivitiesHandler handler)
    {
        ThrowWhenOver();
        ArgumentNullException.ThrowIfNull(handler);
        (_onSend ??= []).Add(handler);
        return this;
    }

    public ITurnContext OnUpdateActivity(UpdateActivityHandler handler)
    {
        ThrowWhenOver();
        ArgumentNullException.ThrowIfNull(handler);
        (_onUpdate ??= []).Add(handler);
        return this;
    }

    public ITurnContext OnDeleteActivity(DeleteActivityHandler handler)
    {
        ThrowWhenOver();
        ArgumentNullException.ThrowIfNull(handler);
        (_onDelete ??= []).Add(handler);
        return this;
    }

    /// <exception cref="ArgumentNullException">No text.</exception>
    public Task<ResourceResponse> SendActivityAsync(
        string textReplyToSend, string speak = null, string inputHint = InputHints.AcceptingInput, CancellationToken cancellationToken = default)
    {
        ThrowWhenOver();
        Required.Text(textReplyToSend);
        var activity = new Activity(ActivityTypes.Message) { Text = textReplyToSend };
        if (!string.IsNullOrEmpty(speak))
            activity.Speak = speak;
        if (!string.IsNullOrEmpty(inputHint))
            activity.InputHint = inputHint;
        return FirstAsync(SendOwnAsync([activity], cancellationToken));
    }

    public Task<ResourceResponse> SendActivityAsync(IActivity activity, CancellationToken cancellationToken = default)
    {
        ThrowWhenOver();
        ArgumentNullException.ThrowIfNull(activity);
        return FirstAsync(SendOwnAsync([Copy(activity)], cancellationToken));
    }

    /// <exception cref="ArgumentException">No activity at all.</exception>
    public Task<ResourceResponse[]> SendActivitiesAsync(IActivity[] activities, CancellationToken cancellationToken = default)
    {
        ThrowWhenOver();
        ArgumentNullException.ThrowIfNull(activities);
        if (activities.Length == 0)
            throw new ArgumentException("One activity or more.", nameof(activities));

        var copies = new Activity[activities.Length];
        for (var i = 0; i < copies.Length; i++)
            copies[i] = Copy(activities[i]);
        return SendOwnAsync(copies, cancellationToken);
    }

    public async Task<ResourceResponse> UpdateActivityAsync(IActivity activity, CancellationToken cancellationToken = default)
    {
        ThrowWhenOver();
        ArgumentNullException.ThrowIfNull(activity);
        var copy = Copy(activity).ApplyConversationReference(Activity.GetConversationReference());
        return await RunUpdateAsync(copy, 0, cancellationToken).ConfigureAwait(false);
    }

    public Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default)
    {
        ThrowWhenOver();
        Required.Text(activityId);
        var reference = Activity.GetConversationReference();
        reference.ActivityId = activityId;
        return RunDeleteAsync(reference, 0, cancellationToken);
    }

    public Task DeleteActivityAsync(ConversationReference conversationReference, CancellationToken cancellationToken = default)
    {
        ThrowWhenOver();
        ArgumentNullException.ThrowIfNull(conversationReference);
        return RunDeleteAsync(conversationReference, 0, cancellationToken);
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (_disposed)
            return;
        if (disposing && !_sharesTurnState)
            TurnState.Dispose();
        _disposed = true;
    }

    private static Activity Copy(IActivity activity) => activity switch
    {
        Activity concrete => concrete.Copy(),
        null => throw new ArgumentException("An activity is null."),
        _ => throw new ArgumentException($"{activity.GetType()} is not an {typeof(Activity)}."),
    };

    private static async Task<ResourceResponse> FirstAsync(Task<ResourceResponse[]> sending)
    {
        var responses = await sending.ConfigureAwait(false);
        return responses is { Length: > 0 } ? responses[0] : new ResourceResponse();
    }

    /// <param name="activities">Nobody else's, so they may be stamped.</param>
    private Task<ResourceResponse[]> SendOwnAsync(Activity[] activities, CancellationToken cancellationToken)
    {
        var reference = Activity.GetConversationReference();
        foreach (var activity in activities)
            activity.ApplyConversationReference(reference);
        return _onSend is null ? DeliverAsync(activities, cancellationToken) : RunSendAsync([.. activities], 0, cancellationToken);
    }

    private Task<ResourceResponse[]> RunSendAsync(List<Activity> activities, int handler, CancellationToken cancellationToken) =>
        handler < _onSend!.Count
            ? _onSend[handler](this, activities, () => RunSendAsync(activities, handler + 1, cancellationToken))
            : DeliverAsync([.. activities], cancellationToken);

    private async Task<ResourceResponse[]> DeliverAsync(Activity[] activities, CancellationToken cancellationToken)
    {
        var responses = await Adapter.SendActivitiesAsync(this, activities, cancellationToken).ConfigureAwait(false);
        foreach (var activity in activities)
            Responded |= activity.Type != ActivityTypes.Trace;
        return responses;
    }

    private Task<ResourceResponse> RunUpdateAsync(Activity activity, int handler, CancellationToken cancellationToken) =>
        handler < (_onUpdate?.Count ?? 0)
            ? _onUpdate![handler](this, activity, () => RunUpdateAsync(activity, handler + 1, cancellationToken))
            : Adapter.UpdateActivityAsync(this, activity, cancellationToken);

    private Task RunDeleteAsync(ConversationReference reference, int handler, CancellationToken cancellationToken) =>
        handler < (_onDelete?.Count ?? 0)
            ? _onDelete![handler](this, reference, () => RunDeleteAsync(reference, handler + 1, cancellationToken))
            : Adapter.DeleteActivityAsync(this, reference, cancellationToken);

    private void ThrowWhenOver() => ObjectDisposedException.ThrowIf(_disposed, this);
}
