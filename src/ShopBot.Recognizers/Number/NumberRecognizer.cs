using Microsoft.Recognizers.Text.Number.Chinese;
using Microsoft.Recognizers.Text.Number.English;

namespace Microsoft.Recognizers.Text.Number;

/// <summary>Finds numbers and ordinals in what people type, in one pass over the text.</summary>
public static class NumberRecognizer
{
    /// <summary>Numbers as digits or words. "subtype" is integer, decimal, fraction or power; "value" an invariant number.</summary>
    /// <param name="culture">"zh-cn" and other Chinese cultures read Chinese; everything else English.</param>
    public static List<ModelResult> RecognizeNumber(
        string query, string culture, NumberOptions options = NumberOptions.None, bool fallbackToDefaultCulture = true)
    {
        var found = new List<ModelResult>();
        if (string.IsNullOrEmpty(query))
            return found;

        var folded = Folding.Fold(query);
        if (Culture.IsChinese(culture))
        {
            var scanner = new ChineseNumbers(new Utterance(query, folded));
            while (scanner.TryNext(out var amount))
                found.Add(amount.ToResult(folded));
        }
        else
        {
            var scanner = new EnglishNumbers(new Utterance(query, folded));
            while (scanner.TryNext(out var amount))
                found.Add(amount.ToResult(folded));
        }

        return found;
    }

    /// <summary>Places in a row: "offset" counts from "relativeTo" (start, end, current); "value" is both in one.</summary>
    /// <inheritdoc cref="RecognizeNumber" path="/param"/>
    public static List<ModelResult> RecognizeOrdinal(
        string query, string culture, NumberOptions options = NumberOptions.None, bool fallbackToDefaultCulture = true)
    {
        var found = new List<ModelResult>();
        if (string.IsNullOrEmpty(query))
            return found;

        var folded = Folding.Fold(query);
        if (Culture.IsChinese(culture))
        {
            var scanner = new ChineseOrdinals(new Utterance(query, folded));
            while (scanner.TryNext(out var place))
                found.Add(place.ToResult(folded));
        }
        else
        {
            var scanner = new EnglishOrdinals(new Utterance(query, folded));
            while (scanner.TryNext(out var place))
                found.Add(place.ToResult(folded));
        }

        return found;
    }
}
