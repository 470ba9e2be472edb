using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Builder.Dialogs.Prompts;
using Microsoft.Recognizers.Text.Choice;
using Choice = Microsoft.Bot.Builder.Dialogs.Choices.Choice;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Asks for a yes or a no.</summary>
public class ConfirmPrompt : Prompt<bool>
{
    private readonly Dictionary<string, (Choice Yes, Choice No, ChoiceFactoryOptions Options)> _choiceDefaults;

    /// <param name="defaultLocale">Culture for answers that bring none; English when not given.</param>
    public ConfirmPrompt(string dialogId, PromptValidator<bool> validator = null, string defaultLocale = null)
        : this(dialogId, PromptCultures.ConfirmDefaults, validator, defaultLocale)
    {
    }

    /// <param name="choiceDefaults">By culture: yes, no, and how the two are written into a text.</param>
    /// <inheritdoc cref="ConfirmPrompt(string, PromptValidator{bool}, string)"/>
    public ConfirmPrompt(string dialogId, Dictionary<string, (Choice, Choice, ChoiceFactoryOptions)> choiceDefaults, PromptValidator<bool> validator = null, string defaultLocale = null)
        : base(dialogId, validator)
    {
        ArgumentNullException.ThrowIfNull(choiceDefaults);
        _choiceDefaults = choiceDefaults;
        DefaultLocale = defaultLocale;
    }

    public ListStyle Style { get; set; } = ListStyle.Auto;
    public string DefaultLocale { get; set; }

    /// <summary>In place of those of the culture.</summary>
    public ChoiceFactoryOptions ChoiceOptions { get; set; }

    /// <summary>Yes and no, in place of those of the culture.</summary>
    public Tuple<Choice, Choice> ConfirmChoices { get; set; }

    protected override Task OnPromptAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);
        var activity = turnContext.Activity;
        var (choices, choiceOptions) = ChoicesFor(activity.Locale ?? DefaultLocale);
        var question = isRetry ? options.RetryPrompt ?? options.Prompt : options.Prompt;
        var message = AppendChoices(question, activity.ChannelId, choices, options.Style ?? Style, choiceOptions,
            activity.Conversation?.ConversationType, cancellationToken);
        return turnContext.SendActivityAsync(message, cancellationToken);
    }

    protected override Task<PromptRecognizerResult<bool>> OnRecognizeAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var result = new PromptRecognizerResult<bool>();
        var activity = turnContext.Activity;
        if (string.IsNullOrEmpty(activity.Text))
            return Task.FromResult(result);

        var culture = PromptCultures.Of(options?.RecognizeLanguage ?? activity.Locale ?? DefaultLocale, _choiceDefaults);
        var answers = ChoiceRecognizer.RecognizeBoolean(activity.Text, culture);
        if (answers.Count > 0)
        {
            (result.Succeeded, result.Value) = (true, (bool)answers[0].Resolution["value"]);
            return Task.FromResult(result);
        }

        // Only where the two were shown with numbers can a number be an answer.
        var (choices, choiceOptions) = ChoicesFor(culture);
        if (choiceOptions?.IncludeNumbers ?? true)
        {
            var found = ChoiceRecognizers.RecognizeChoices(activity.Text, choices, new FindChoicesOptions { Locale = culture });
            if (found.Count > 0)
                (result.Succeeded, result.Value) = (true, found[0].Resolution.Index == 0);
        }

        return Task.FromResult(result);
    }

    private (Choice[] Choices, ChoiceFactoryOptions Options) ChoicesFor(string culture)
    {
        var (yes, no, options) = _choiceDefaults.GetValueOrDefault(PromptCultures.Of(culture, _choiceDefaults));
        return ([ConfirmChoices?.Item1 ?? yes, ConfirmChoices?.Item2 ?? no], ChoiceOptions ?? options);
    }
}
