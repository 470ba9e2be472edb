using System.Globalization;
using Microsoft.Recognizers.Text.Number.English;

namespace Microsoft.Recognizers.Text.DateTime.English;

/// <summary>Cuts an English text into words, digits and signs and looks each word up.</summary>
internal static class EnglishTokens
{
    private const int MostDigits = 9;

    public static TokenList Read(string typed, string text)
    {
        var tokens = new TokenList(typed, text);
        var position = 0;
        while (position < text.Length)
        {
            var c = text[position];
            var start = position++;
            if (char.IsWhiteSpace(c))
                continue;
            if (Utterance.IsDigit(c))
            {
                while (position < text.Length && Utterance.IsDigit(text[position]))
                    position++;
                var digits = position - start;
                var number = digits <= MostDigits ? int.Parse(text.AsSpan(start, digits), CultureInfo.InvariantCulture) : -1;
                tokens.Add(new Token { Start = start, End = position, Role = Role.Digits, Number = number, Digits = digits });
            }
            else if (Utterance.IsWordLetter(c))
            {
                position = EndOfWord(text, position);
                tokens.Add(Find(text, start, position));
                if (IsGenitive(text, position))
                    position += 2;
            }
            else
            {
                tokens.Add(new Token { Start = start, End = position, Role = c is '½' or '¼' or '¾' ? Role.Cardinal : Role.Symbol, Symbol = c });
            }
        }

        return tokens;
    }

    private static int EndOfWord(string text, int position)
    {
        while (position < text.Length && (Utterance.IsWordLetter(text[position]) || IsOClock(text, position)))
            position++;
        return position;
    }

    private static bool IsOClock(string text, int position) =>
        text[position] is '\'' or '\u2019' && text[position - 1] == 'o' && string.CompareOrdinal(text, position + 1, "clock", 0, 5) == 0;

    private static bool IsGenitive(string text, int position) =>
        position + 1 < text.Length && text[position] is '\'' or '\u2019' && text[position + 1] == 's' &&
        (position + 2 == text.Length || !Utterance.IsWordLetter(text[position + 2]));

    private static Token Find(string text, int start, int end)
    {
        var word = text.AsSpan(start, end - start);
        var token = DateWords.Find(word);
        (token.Start, token.End) = (start, end);
        var number = EnglishWords.Find(word);
        if (number.Role is WordRole.Unit or WordRole.Teen or WordRole.Tens && !number.IsPlural)
        {
            token.Role |= number.IsOrdinal ? Role.Ordinal : Role.Cardinal;
            token.Number = (int)number.Value;
        }
        else if (number.Role is WordRole.Hundred or WordRole.Scale or WordRole.Dozen)
        {
            token.Role |= Role.Link;
        }

        return token;
    }
}
