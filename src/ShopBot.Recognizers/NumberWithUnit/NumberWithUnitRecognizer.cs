namespace Microsoft.Recognizers.Text.NumberWithUnit;

/// <summary>Finds amounts of money, in one pass over the text.</summary>
public static class NumberWithUnitRecognizer
{
    /// <summary>
    /// Money with its parts in one: "3 dollars 50 cents" has "value" 3.5. "unit" is the currency's name, "isoCurrency" its code
    /// where the words settle it ("Dollar" alone has none); "value" is null where a currency is only named.
    /// </summary>
    /// <param name="culture">"zh-cn" and other Chinese cultures read Chinese; everything else English.</param>
    public static List<ModelResult> RecognizeCurrency(
        string query, string culture, NumberWithUnitOptions options = NumberWithUnitOptions.None, bool fallbackToDefaultCulture = true)
    {
        var found = new List<ModelResult>();
        if (string.IsNullOrEmpty(query))
            return found;

        var folded = Folding.Fold(query);
        var scanner = new MoneyScanner(new Utterance(query, folded), Text.Culture.IsChinese(culture));
        while (scanner.TryNext(out var money))
            found.Add(money.ToResult(folded));
        return found;
    }
}
