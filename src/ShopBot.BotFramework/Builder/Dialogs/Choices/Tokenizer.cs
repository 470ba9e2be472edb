namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Cuts a text into words.</summary>
public delegate List<Token> TokenizerFunction(string text, string locale = null);

public class Tokenizer
{
    /// <summary>Words end at blanks, punctuation and symbols; a Han character, a kana or an emoji is a word by itself.</summary>
    public static TokenizerFunction DefaultTokenizer { get; } = Tokenize;

    private static List<Token> Tokenize(string text, string? locale)
    {
        var tokens = new List<Token>();
        if (string.IsNullOrEmpty(text))
            return tokens;

        var wordStart = -1;
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            var standsAlone = isPair || IsWordByItself(text[i]);
            if (!standsAlone && !IsBreak(text[i]))
            {
                if (wordStart < 0)
                    wordStart = i;
                continue;
            }

            Close(i);
            if (!standsAlone)
                continue;
            tokens.Add(Cut(text, i, isPair ? i + 1 : i));
            if (isPair)
                i++;
        }

        Close(text.Length);
        return tokens;

        void Close(int end)
        {
            if (wordStart >= 0)
                tokens.Add(Cut(text, wordStart, end - 1));
            wordStart = -1;
        }
    }

    private static Token Cut(string text, int start, int end)
    {
        var word = text.Substring(start, end - start + 1);
        return new Token { Start = start, End = end, Text = word, Normalized = Normalize(word) };
    }

    private static string Normalize(string word)
    {
        foreach (var c in word)
        {
            if (Fold(c) != c)
                return string.Create(word.Length, word, static (folded, source) =>
                {
                    for (var i = 0; i < folded.Length; i++)
                        folded[i] = Fold(source[i]);
                });
        }

        return word;
    }

    private static char Fold(char c) => char.ToLowerInvariant(IsFullWidth(c) ? (char)(c - 0xFEE0) : c);

    private static bool IsFullWidth(char c) => c is >= '\uFF01' and <= '\uFF5E';

    private static bool IsWordByItself(char c) =>
        c is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or '\u3007' or >= '\uF900' and <= '\uFAFF';

    private static bool IsBreak(char c) =>
        IsFullWidth(c) ? IsBreak((char)(c - 0xFEE0)) :
        c is <= '\u002F' or >= '\u003A' and <= '\u0040' or >= '\u005B' and <= '\u0060' or >= '\u007B' and <= '\u00BF'
            or >= '\u02B9' and <= '\u036F' or >= '\u2000' and <= '\u2BFF' or >= '\u2E00' and <= '\u2E7F'
            or >= '\u3000' and <= '\u303F' or >= '\uFF00' and <= '\uFFEF' && !char.IsLetterOrDigit(c);
}
