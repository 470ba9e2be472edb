using System.Globalization;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Asks for one thing, until the answer does.</summary>
public abstract class Prompt<T> : Dialog
{
    internal const string AttemptCountKey = "AttemptCount";
    private const string PersistedOptions = "options", PersistedState = "state";
    private readonly PromptValidator<T>? _validator;

    /// <exception cref="ArgumentNullException">No id.</exception>
    protected Prompt(string dialogId, PromptValidator<T> validator = null) : base(dialogId)
    {
        if (string.IsNullOrWhiteSpace(dialogId))
            throw new ArgumentNullException(nameof(dialogId));
        _validator = validator;
    }

    /// <exception cref="ArgumentOutOfRangeException">The options are not <see cref="PromptOptions"/>.</exception>
    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        if (options is CancellationToken)
            throw new ArgumentException("A cancellation token was given in the place of options; name the argument.", nameof(options));
        if (options is not PromptOptions prompt)
            throw new ArgumentOutOfRangeException(nameof(options), "A prompt is begun with PromptOptions.");

        ExpectInput(prompt.Prompt);
        ExpectInput(prompt.RetryPrompt);
        var attempts = new Dictionary<string, object> { [AttemptCountKey] = 0 };
        var state = dc.ActiveDialog.State;
        state[PersistedOptions] = prompt;
        state[PersistedState] = attempts;
        await OnPromptAsync(dc.Context, attempts, prompt, isRetry: false, cancellationToken).ConfigureAwait(false);
        return EndOfTurn;
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        if (dc.Context.Activity.Type != ActivityTypes.Message)
            return EndOfTurn;

        var (state, options) = Restore(dc.ActiveDialog);
        var recognized = await OnRecognizeAsync(dc.Context, state, options, cancellationToken).ConfigureAwait(false);
        state[AttemptCountKey] = Convert.ToInt32(state[AttemptCountKey], CultureInfo.InvariantCulture) + 1;

        var isValid = _validator is null
            ? recognized.Succeeded
            : await _validator(new PromptValidatorContext<T>(dc.Context, recognized, state, options), cancellationToken).ConfigureAwait(false);
        if (isValid)
            return await dc.EndDialogAsync(recognized.Value, cancellationToken).ConfigureAwait(false);

        if (!dc.Context.Responded)
            await OnPromptAsync(dc.Context, state, options, isRetry: true, cancellationToken).ConfigureAwait(false);
        return EndOfTurn;
    }

    /// <summary>Asks again: prompts begin no dialogs, so what ended on top of this one was an interruption.</summary>
    public override async Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object result = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        await RepromptDialogAsync(dc.Context, dc.ActiveDialog, cancellationToken).ConfigureAwait(false);
        return EndOfTurn;
    }

    public override Task RepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(instance);
        var (state, options) = Restore(instance);
        return OnPromptAsync(turnContext, state, options, isRetry: false, cancellationToken);
    }

    /// <summary>Sends the question.</summary>
    /// <param name="isRetry">True when the last answer would not do.</param>
    protected abstract Task OnPromptAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry, CancellationToken cancellationToken = default);

    /// <summary>Reads the answer.</summary>
    protected abstract Task<PromptRecognizerResult<T>> OnRecognizeAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="AppendChoices(IMessageActivity, string, IList{Choice}, ListStyle, ChoiceFactoryOptions, string, CancellationToken)"/>
    protected virtual IMessageActivity AppendChoices(IMessageActivity prompt, string channelId, IList<Choice> choices, ListStyle style,
        ChoiceFactoryOptions options = null, CancellationToken cancellationToken = default) =>
        AppendChoices(prompt, channelId, choices, style, options, conversationType: null, cancellationToken);

    /// <summary>The question with its choices, in a copy.</summary>
    protected virtual IMessageActivity AppendChoices(IMessageActivity prompt, string channelId, IList<Choice> choices, ListStyle style,
        ChoiceFactoryOptions options, string conversationType, CancellationToken cancellationToken = default)
    {
        var text = prompt?.Text ?? "";
        var message = style switch
        {
            ListStyle.None => MessageFactory.Text(text, inputHint: InputHints.ExpectingInput),
            ListStyle.Inline => ChoiceFactory.Inline(choices, text, null, options),
            ListStyle.List => ChoiceFactory.List(choices, text, null, options),
            ListStyle.SuggestedAction => ChoiceFactory.SuggestedAction(choices, text),
            ListStyle.HeroCard => ChoiceFactory.HeroCard(choices, text),
            _ => ChoiceFactory.ForChannel(channelId, choices, text, null, options, conversationType),
        };
        if (prompt is null)
            return message;

        var question = ((Activity)prompt).Copy();
        question.Text = message.Text;
        if (message.SuggestedActions is { Actions.Count: > 0 })
            question.SuggestedActions = message.SuggestedActions;
        if (message.Attachments is { Count: > 0 })
            question.Attachments = question.Attachments is { Count: > 0 } own ? [.. own, .. message.Attachments] : message.Attachments;
        return question;
    }

    /// <summary>The question as it stands, for prompts without choices.</summary>
    private protected static Task SendQuestionAsync(
        ITurnContext turnContext, PromptOptions options, bool isRetry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);
        var question = isRetry ? options.RetryPrompt ?? options.Prompt : options.Prompt;
        return question is null ? Task.CompletedTask : turnContext.SendActivityAsync(question, cancellationToken);
    }

    private static (IDictionary<string, object> State, PromptOptions Options) Restore(DialogInstance instance) =>
        ((IDictionary<string, object>)instance.State[PersistedState], (PromptOptions)instance.State[PersistedOptions]);

    private static void ExpectInput(Activity? question)
    {
        if (question is not null && string.IsNullOrEmpty(question.InputHint))
            question.InputHint = InputHints.ExpectingInput;
    }
}
