using Microsoft.Recognizers.Text;
using Microsoft.Recognizers.Text.DateTime;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Asks for a date, a time, a range or a duration; the first one said counts, in all its readings.</summary>
public class DateTimePrompt : Prompt<IList<DateTimeResolution>>
{
    /// <param name="defaultLocale">Culture for answers that bring none; English when not given.</param>
    public DateTimePrompt(string dialogId, PromptValidator<IList<DateTimeResolution>> validator = null, string defaultLocale = null)
        : base(dialogId, validator)
    {
        DefaultLocale = defaultLocale;
    }

    public string DefaultLocale { get; set; }

    protected override Task OnPromptAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry, CancellationToken cancellationToken = default) =>
        SendQuestionAsync(turnContext, options, isRetry, cancellationToken);

    protected override Task<PromptRecognizerResult<IList<DateTimeResolution>>> OnRecognizeAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var result = new PromptRecognizerResult<IList<DateTimeResolution>>();
        var activity = turnContext.Activity;
        var culture = options?.RecognizeLanguage ?? activity.Locale ?? DefaultLocale ?? Culture.English;

        // "Tomorrow" is counted from where the customer is.
        var found = DateTimeRecognizer.RecognizeDateTime(activity.Text, culture, refTime: activity.LocalTimestamp?.DateTime);
        if (found.Count > 0)
        {
            var values = (List<Dictionary<string, string>>)found[0].Resolution["values"];
            (result.Succeeded, result.Value) = (true, values.ConvertAll(Read));
        }

        return Task.FromResult(result);
    }

    private static DateTimeResolution Read(Dictionary<string, string> value) => new()
    {
        Timex = value.GetValueOrDefault("timex"),
        Value = value.GetValueOrDefault("value"),
        Start = value.GetValueOrDefault("start"),
        End = value.GetValueOrDefault("end"),
    };
}
