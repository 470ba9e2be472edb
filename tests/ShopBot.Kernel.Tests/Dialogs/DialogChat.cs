using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace ShopBot.Kernel.Tests.Dialogs;

/// <summary>A person talking to a stack of dialogs; between turns the state is only in the storage.</summary>
internal sealed class DialogChat
{
    private readonly TakingAdapter _adapter = new();
    private readonly MemoryStorage _storage = new();
    private readonly ConversationState _state;
    private readonly DialogSet _dialogs;
    private readonly string _root;
    private Activity[] _last = [];

    /// <param name="dialogs">The first one is begun when the stack is empty.</param>
    public DialogChat(params Dialog[] dialogs)
    {
        _state = new ConversationState(_storage);
        _dialogs = new DialogSet(_state.CreateProperty<DialogState>("dialogs"));
        foreach (var dialog in dialogs)
            _dialogs.Add(dialog);
        _root = dialogs[0].Id;
    }

    public string Locale { get; init; } = "en-us";
    public string Channel { get; init; } = "test";

    /// <summary>What the last turn came to.</summary>
    public DialogTurnResult Result { get; private set; } = new(DialogTurnStatus.Empty);

    /// <summary>What the bot answered, as texts.</summary>
    public Task<string[]> SayAsync(string? text) => SayAsync(new Activity(ActivityTypes.Message) { Text = text });

    /// <summary>Continues the stack; begins the root when it is empty.</summary>
    public Task<string[]> SayAsync(Activity activity) => TurnAsync(activity, async (dc, ct) =>
    {
        Result = await dc.ContinueDialogAsync(ct);
        if (Result.Status == DialogTurnStatus.Empty)
            Result = await dc.BeginDialogAsync(_root, null, ct);
    });

    /// <summary>A turn of a bot that is one dialog.</summary>
    public Task<string[]> RunAsync(Dialog bot, string text) => TurnAsync(
        new Activity(ActivityTypes.Message) { Text = text }, (dc, ct) => bot.RunAsync(dc.Context, _state.CreateProperty<DialogState>("bot"), ct));

    /// <summary>One turn in which something else is done to the stack.</summary>
    public Task<string[]> DoAsync(Func<DialogContext, Task<DialogTurnResult>> action) =>
        TurnAsync(new Activity(ActivityTypes.Message) { Text = "…" }, async (dc, _) => Result = await action(dc));

    public async Task<Activity[]> AnswersAsync(Activity activity)
    {
        await SayAsync(activity);
        return _last;
    }

#if !BOTFRAMEWORK_PACKAGES
    /// <summary>Bytes of the conversation state as a store writes it.</summary>
    public async Task<byte[]> StoredAsync()
    {
        var stored = await _storage.ReadAsync([$"{Channel}/conversations/talk"]);
        return StorageSerializer.Serialize(Assert.Single(stored).Value);
    }
#endif

    private async Task<string[]> TurnAsync(Activity activity, Func<DialogContext, CancellationToken, Task> turn)
    {
        activity.Id = Guid.NewGuid().ToString();
        activity.ChannelId = Channel;
        activity.Locale = Locale;
        activity.From = new ChannelAccount("user");
        activity.Recipient = new ChannelAccount("bot");
        activity.Conversation = new ConversationAccount(id: "talk");
        using var context = new TurnContext(_adapter, activity);
        List<Activity> sent = [];
        context.OnSendActivities((_, activities, next) =>
        {
            sent.AddRange(activities);
            return next();
        });

        await turn(await _dialogs.CreateContextAsync(context), CancellationToken.None);
        await _state.SaveChangesAsync(context);
        _last = [.. sent];
        return [.. sent.Select(a => a.Text)];
    }

    /// <summary>Takes whatever is sent.</summary>
    private sealed class TakingAdapter : BotAdapter
    {
        public override Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken) =>
            Task.FromResult(Array.ConvertAll(activities, _ => new ResourceResponse("1")));

        public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
