namespace Microsoft.Recognizers.Text.Number.English;

/// <summary>The next thing of an English text: a number in digits, a word, or neither (<see cref="End"/> = <see cref="Start"/>).</summary>
internal readonly record struct EnglishToken(int Start, int End, NumberWord Word, bool IsDigits, bool IsArticle, double Value, AmountKind Kind);

internal static class EnglishText
{
    /// <summary>Reads what comes next, over blanks and one hyphen.</summary>
    public static EnglishToken Read(in Utterance text, int position)
    {
        var start = text.SkipSpaces(position);
        if (text[start] == '-' && Utterance.IsWordLetter(text[text.SkipSpaces(start + 1)]))
            start = text.SkipSpaces(start + 1);

        if (DigitReader.CanStart(text, start))
        {
            return DigitReader.TryRead(text, start, commaDecimals: true, out var end, out var value, out var kind)
                ? new(start, end, default, true, false, value, kind)
                : new(start, start, default, false, false, 0, default);
        }

        var wordEnd = text.EndOfWord(start);
        var letters = text.Text[Math.Min(start, text.Length)..wordEnd];
        var word = EnglishWords.Find(letters);
        return new(start, wordEnd, word, false, letters is "a" or "an", word.Value, AmountKind.Integer);
    }

    public static int SkipAnd(in Utterance text, int position) => SkipWord(text, position, "and");

    /// <summary>Position behind the word if it comes next, else the position given.</summary>
    public static int SkipWord(in Utterance text, int position, string word)
    {
        var start = text.SkipSpaces(position);
        return text.StartsWith(start, word) && text.EndOfWord(start) == start + word.Length && start > position
            ? start + word.Length
            : position;
    }
}
