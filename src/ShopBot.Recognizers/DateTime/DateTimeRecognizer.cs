using Microsoft.Recognizers.Text.DateTime.Chinese;
using Microsoft.Recognizers.Text.DateTime.English;

namespace Microsoft.Recognizers.Text.DateTime;

/// <summary>Finds dates, times, periods, durations and repetitions in what people type, in one pass over the text.</summary>
public static class DateTimeRecognizer
{
    /// <summary>
    /// "values" of a result is a list of string dictionaries with "timex", "type" and "value" or "start"/"end" (end exclusive),
    /// the past reading before the future one; "value" is "not resolved" where no calendar date belongs to the words.
    /// </summary>
    /// <param name="culture">"zh-cn" and other Chinese cultures read Chinese; everything else English.</param>
    /// <param name="refTime">The wall clock that "today" and "in an hour" count from; now where it is not given.</param>
    public static List<ModelResult> RecognizeDateTime(
        string query, string culture, DateTimeOptions options = DateTimeOptions.None, System.DateTime? refTime = null, bool fallbackToDefaultCulture = true)
    {
        var found = new List<ModelResult>();
        if (string.IsNullOrEmpty(query))
            return found;

        var folded = Folding.Fold(query);
        var calendar = new ReferenceCalendar(refTime ?? TimeProvider.System.GetLocalNow().DateTime);
        var isChinese = Culture.IsChinese(culture);
        using var tokens = isChinese ? ChineseTokens.Read(query, folded) : EnglishTokens.Read(query, folded);
        IDateGrammar grammar = isChinese ? new ChineseGrammar(tokens, calendar) : new EnglishGrammar(tokens, calendar);

        for (var i = 0; i < tokens.Count;)
        {
            if (tokens[i].CanBegin && grammar.Read(i) is { } when && when.To > i)
            {
                if (when.ToResult(folded, tokens) is { } result)
                    found.Add(result);
                i = when.To;
            }
            else
            {
                i++;
            }
        }

        return found;
    }
}
