using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Builder.Dialogs.Prompts;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Asks to pick one of several things, by words, number or place.</summary>
public class ChoicePrompt : Prompt<FoundChoice>
{
    private readonly Dictionary<string, ChoiceFactoryOptions> _choiceDefaults;

    /// <param name="defaultLocale">Culture for answers that bring none; English when not given.</param>
    public ChoicePrompt(string dialogId, PromptValidator<FoundChoice> validator = null, string defaultLocale = null)
        : this(dialogId, PromptCultures.ChoiceDefaults, validator, defaultLocale)
    {
    }

    /// <param name="choiceDefaults">By culture, how choices are written into a text.</param>
    /// <inheritdoc cref="ChoicePrompt(string, PromptValidator{FoundChoice}, string)"/>
    public ChoicePrompt(string dialogId, Dictionary<string, ChoiceFactoryOptions> choiceDefaults, PromptValidator<FoundChoice> validator = null, string defaultLocale = null)
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

    /// <summary>How answers are matched with choices.</summary>
    public FindChoicesOptions RecognizerOptions { get; set; }

    protected override Task OnPromptAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);
        var activity = turnContext.Activity;
        var culture = PromptCultures.Of(activity.Locale ?? DefaultLocale, _choiceDefaults);
        var question = isRetry ? options.RetryPrompt ?? options.Prompt : options.Prompt;
        var message = AppendChoices(question, activity.ChannelId, options.Choices ?? [], options.Style ?? Style,
            ChoiceOptions ?? _choiceDefaults.GetValueOrDefault(culture), activity.Conversation?.ConversationType, cancellationToken);
        return turnContext.SendActivityAsync(message, cancellationToken);
    }

    protected override Task<PromptRecognizerResult<FoundChoice>> OnRecognizeAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);
        var result = new PromptRecognizerResult<FoundChoice>();
        var activity = turnContext.Activity;
        if (string.IsNullOrEmpty(activity.Text))
            return Task.FromResult(result);

        var culture = PromptCultures.Of(options.RecognizeLanguage ?? activity.Locale ?? RecognizerOptions?.Locale ?? DefaultLocale, _choiceDefaults);
        var found = ChoiceRecognizers.RecognizeChoices(activity.Text, options.Choices ?? [], InCulture(RecognizerOptions, culture));
        if (found.Count > 0)
            (result.Succeeded, result.Value) = (true, found[0].Resolution);
        return Task.FromResult(result);
    }

    /// <summary>A copy: the options are shared by all turns, the culture is this one's.</summary>
    private static FindChoicesOptions InCulture(FindChoicesOptions? options, string culture) => new()
    {
        Locale = culture,
        AllowPartialMatches = options?.AllowPartialMatches ?? false,
        MaxTokenDistance = options?.MaxTokenDistance,
        Tokenizer = options?.Tokenizer,
        NoValue = options?.NoValue ?? false,
        NoAction = options?.NoAction ?? false,
        RecognizeNumbers = options?.RecognizeNumbers ?? true,
        RecognizeOrdinals = options?.RecognizeOrdinals ?? true,
    };
}
