using Microsoft.Recognizers.Text.Number;

namespace Microsoft.Recognizers.Text.NumberWithUnit;

/// <summary>The short ways to write millions that only amounts of money have: "$20m", "£5 bn", "20m usd". Elsewhere m is metres.</summary>
internal static class ShortScale
{
    private const int MostDigits = 24;

    /// <summary>A number in digits with its scale right behind a sign.</summary>
    public static bool TryRead(in Utterance text, int position, out Amount amount)
    {
        amount = default;
        var start = SkipBlank(text, position);
        var end = start;
        while ((Utterance.IsDigit(text[end]) || text[end] is '.' or ',') && end - start < MostDigits)
            end++;
        var word = SkipBlank(text, end);
        var behind = text.EndOfWord(word);
        if (!Utterance.IsDigit(text[end - 1]) || end == start || Times(text.Text[Math.Min(word, text.Length)..behind]) is not (> 1 and var times))
            return false;

        var digits = new Utterance(text.Typed[start..end], text.Text[start..end]);
        if (!DigitReader.CanStart(digits, 0) || !DigitReader.TryRead(digits, 0, commaDecimals: true, out var length, out var value, out _) || length < end - start)
            return false;
        amount = new(start, behind, value * times, AmountKind.Integer);
        return true;
    }

    /// <summary>The scale a piece of text ends with, where digits stand before it; 1 when there is none.</summary>
    /// <param name="scaleStart">Index after the number, blanks included; <paramref name="end"/> when there is no scale.</param>
    public static double TimesAtEnd(in Utterance text, int start, int end, out int scaleStart)
    {
        scaleStart = end;
        var last = end > start && text[end - 1] == ' ' ? end - 1 : end;
        var first = last;
        while (first > start && last - first < 5 && Utterance.IsWordLetter(text[first - 1]))
            first--;
        var digit = first > start && text[first - 1] == ' ' ? first - 2 : first - 1;
        if (digit < start || !Utterance.IsDigit(text[digit]) || Times(text.Text[first..last]) is not (> 1 and var times))
            return 1;
        scaleStart = first;
        return times;
    }

    private static int SkipBlank(in Utterance text, int position) => text[position] == ' ' ? position + 1 : position;

    private static double Times(ReadOnlySpan<char> letters) => letters switch
    {
        "m" or "mn" or "mm" or "mio" or "mil" => 1e6,
        "b" or "bn" => 1e9,
        "tn" => 1e12,
        _ => 1,
    };
}
