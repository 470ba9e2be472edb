using System.Globalization;
using Microsoft.Recognizers.Text.Number.Chinese;

namespace Microsoft.Recognizers.Text.DateTime.Chinese;

/// <summary>Cuts a Chinese text into the words of the table, numbers and signs; other characters stand by themselves.</summary>
internal static class ChineseTokens
{
    private const int MostDigits = 9, LongestTitle = 64;

    public static TokenList Read(string typed, string text)
    {
        var tokens = new TokenList(typed, text);
        var position = 0;
        while (position < text.Length)
        {
            var c = text[position];
            if (char.IsWhiteSpace(c))
            {
                position++;
                continue;
            }

            var token = ReadOne(tokens, text, position);
            tokens.Add(token);
            position = token.End;
        }

        return tokens;
    }

    private static Token ReadOne(TokenList tokens, string text, int start)
    {
        var c = text[start];
        if (Utterance.IsDigit(c))
        {
            var end = start;
            while (end < text.Length && Utterance.IsDigit(text[end]))
                end++;
            var digits = end - start;
            var number = digits <= MostDigits ? int.Parse(text.AsSpan(start, digits), CultureInfo.InvariantCulture) : -1;
            return new Token { Start = start, End = end, Role = Role.Digits, Number = number, Digits = digits };
        }

        if (ChineseWords.Find(text, start) is { } word && !(word.Has(Role.Weekday) && tokens.Has(tokens.Count - 1, Role.Digits | Role.Cardinal)))
            return word with { Start = start, End = start + word.Name!.Length };
        if (IsNumeral(c))
            return ReadNumeral(text, start);
        if (c is >= 'a' and <= 'z')
        {
            var end = start;
            while (end < text.Length && text[end] is >= 'a' and <= 'z')
                end++;
            var half = text.AsSpan(start, end - start) switch { "am" => 0, "pm" => 12, _ => -1 };
            return new Token { Start = start, End = end, Role = half >= 0 ? Role.Half : Role.None, Number = Math.Max(half, 0) };
        }

        // A title is a name, whatever stands in it.
        if (c == '《' && text.AsSpan(start, Math.Min(LongestTitle, text.Length - start)).IndexOf('》') is > 0 and var close)
            return new Token { Start = start, End = start + close + 1, Role = Role.Symbol };
        return new Token { Start = start, End = start + 1, Role = Role.Symbol, Symbol = c };
    }

    private static bool IsNumeral(char c) =>
        (ChineseNumerals.Digit(c) >= 0 && c is not ('幺' or '俩' or '倆' or '仨')) || ChineseNumerals.SmallUnit(c) is 10 or 100 or 1000 || ChineseNumerals.Tens(c) > 0;

    /// <summary>"二零一六" digit by digit, "二十三" by its units.</summary>
    private static Token ReadNumeral(string text, int start)
    {
        var (end, total, digit, digits, hasUnit) = (start, 0L, 0, 0L, false);
        while (end < text.Length && end - start < MostDigits && IsNumeral(text[end]))
        {
            var c = text[end++];
            if (ChineseNumerals.Digit(c) is >= 0 and var value)
            {
                (digit, digits) = (value, (digits * 10) + value);
            }
            else if (ChineseNumerals.Tens(c) is > 0 and var tens)
            {
                (total, digit, hasUnit) = (total + (tens * 10), 0, true);
            }
            else
            {
                var unit = ChineseNumerals.SmallUnit(c);
                total += unit * (digit == 0 ? 1 : digit);
                (digit, hasUnit) = (0, true);
            }
        }

        return new Token
        {
            Start = start, End = end, Role = Role.Cardinal, Number = (int)(hasUnit ? total + digit : digits), Digits = hasUnit ? 0 : end - start,
        };
    }
}
