using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;

namespace ShopBot.Benchmarks.Waterfall;

/// <summary>The measured program: asks for a name, keeps it in the user's state, greets, ends.</summary>
/// <remarks>Only what Microsoft's SDK has too, so that the same program can be compiled against either.</remarks>
internal sealed class NameBot : IBot
{
    private readonly DialogSet _dialogs;
    private readonly IStatePropertyAccessor<Profile> _profiles;

    public NameBot(ConversationState conversation, UserState user)
    {
        _profiles = user.CreateProperty<Profile>("profile");
        _dialogs = new DialogSet(conversation.CreateProperty<DialogState>("dialogs"));
        _dialogs.Add(new WaterfallDialog("greet", [AskAsync, GreetAsync]));
        _dialogs.Add(new TextPrompt("name"));
    }

    public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        var dialogs = await _dialogs.CreateContextAsync(turnContext, cancellationToken).ConfigureAwait(false);
        var result = await dialogs.ContinueDialogAsync(cancellationToken).ConfigureAwait(false);
        if (result.Status == DialogTurnStatus.Empty)
            await dialogs.BeginDialogAsync("greet", null, cancellationToken).ConfigureAwait(false);
    }

    private static Task<DialogTurnResult> AskAsync(WaterfallStepContext step, CancellationToken ct) =>
        step.PromptAsync("name", new PromptOptions { Prompt = MessageFactory.Text("What is your name?") }, ct);

    private async Task<DialogTurnResult> GreetAsync(WaterfallStepContext step, CancellationToken ct)
    {
        var profile = await _profiles.GetAsync(step.Context, () => new Profile(), ct).ConfigureAwait(false);
        profile.Name = (string)step.Result;
        await step.Context.SendActivityAsync(MessageFactory.Text($"Hello {profile.Name}!"), ct).ConfigureAwait(false);
        return await step.EndDialogAsync(null, ct).ConfigureAwait(false);
    }

    private sealed class Profile
    {
        public string Name { get; set; } = "";
    }
}
