using System.Globalization;
using Microsoft.Recognizers.Text;
using Microsoft.Recognizers.Text.Number;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Asks for a number, in digits or words; the first one said counts.</summary>
/// <typeparam name="T">int, long, float, double or decimal; for whole ones, a number with decimals will not do.</typeparam>
public class NumberPrompt<T> : Prompt<T>
    where T : struct
{
    /// <param name="defaultLocale">Culture for answers that bring none; English when not given.</param>
    /// <exception cref="NotSupportedException">Another type.</exception>
    public NumberPrompt(string dialogId, PromptValidator<T> validator = null, string defaultLocale = null) : base(dialogId, validator)
    {
        if (Type.GetTypeCode(typeof(T)) is not (TypeCode.Int32 or TypeCode.Int64 or TypeCode.Single or TypeCode.Double or TypeCode.Decimal))
            throw new NotSupportedException($"NumberPrompt reads int, long, float, double and decimal, not {typeof(T)}.");
        DefaultLocale = defaultLocale;
    }

    public string DefaultLocale { get; set; }

    protected override Task OnPromptAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry, CancellationToken cancellationToken = default) =>
        SendQuestionAsync(turnContext, options, isRetry, cancellationToken);

    protected override Task<PromptRecognizerResult<T>> OnRecognizeAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var result = new PromptRecognizerResult<T>();
        var activity = turnContext.Activity;
        var culture = options?.RecognizeLanguage ?? activity.Locale ?? DefaultLocale ?? Culture.English;
        var numbers = NumberRecognizer.RecognizeNumber(activity.Text, culture);
        if (numbers.Count > 0 && Parse((string)numbers[0].Resolution["value"]) is T number)
            (result.Succeeded, result.Value) = (true, number);
        return Task.FromResult(result);
    }

    /// <returns>A T; null when the number does not fit into one.</returns>
    private static object? Parse(string value)
    {
        const NumberStyles Style = NumberStyles.Float;
        var culture = CultureInfo.InvariantCulture;
        return Type.GetTypeCode(typeof(T)) switch
        {
            TypeCode.Int32 => int.TryParse(value, Style, culture, out var number) ? number : null,
            TypeCode.Int64 => long.TryParse(value, Style, culture, out var number) ? number : null,
            TypeCode.Single => float.TryParse(value, Style, culture, out var number) ? number : null,
            TypeCode.Double => double.TryParse(value, Style, culture, out var number) ? number : null,
            _ => decimal.TryParse(value, Style, culture, out var number) ? number : null,
        };
    }
}
