using System.Globalization;
using Microsoft.Recognizers.Text;
using Microsoft.Recognizers.Text.Number;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Finds the choice somebody means: by its words, else by "the second" or "the last", else by "2".</summary>
public class ChoiceRecognizers
{
    /// <exception cref="ArgumentNullException">No choices.</exception>
    public static List<ModelResult<FoundChoice>> RecognizeChoices(string utterance, IList<string> choices, FindChoicesOptions options = null) =>
        RecognizeChoices(utterance, ChoiceFactory.ToChoices(choices ?? throw new ArgumentNullException(nameof(choices))), options);

    /// <summary>The choices found, in the order they were said. Only one way of recognising is used, so that
    /// "the first division book" does not also pick the first.</summary>
    /// <exception cref="ArgumentNullException">No choices.</exception>
    public static List<ModelResult<FoundChoice>> RecognizeChoices(string utterance, IList<Choice> choices, FindChoicesOptions options = null)
    {
        utterance ??= "";
        var matches = Find.FindChoices(utterance, choices, options);
        if (matches.Count > 0)
            return matches;

        var culture = options?.Locale ?? Culture.English;
        List<ModelResult> places = options is { RecognizeOrdinals: false } ? [] : NumberRecognizer.RecognizeOrdinal(utterance, culture);
        if (places.Count == 0 && options is not { RecognizeNumbers: false })
            places = NumberRecognizer.RecognizeNumber(utterance, culture);

        foreach (var place in places)
        {
            if (Number(place, choices.Count) is not { } number || number < 1 || number > choices.Count)
                continue;
            matches.Add(new ModelResult<FoundChoice>
            {
                Start = place.Start,
                End = place.End,
                TypeName = "choice",
                Text = place.Text,
                Resolution = new FoundChoice { Value = choices[number - 1].Value, Index = number - 1, Score = 1 },
            });
        }

        return matches;
    }

    /// <summary>Which one is meant, 1 for the first; "the last but one" counts from the end.</summary>
    private static int? Number(ModelResult place, int count)
    {
        var fromEnd = place.Resolution.TryGetValue("relativeTo", out var origin) && origin is "end";
        var written = (string)place.Resolution[fromEnd ? "offset" : "value"];
        if (!int.TryParse(written, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return null;
        return fromEnd ? count + Math.Min(number, 0) : number;
    }
}
