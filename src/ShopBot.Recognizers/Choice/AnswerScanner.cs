namespace Microsoft.Recognizers.Text.Choice;

/// <param name="End">Index after the last character.</param>
/// <param name="Score">0.4 and up; 1 when nothing else was said.</param>
internal readonly record struct Answer(int Start, int End, bool IsYes, double Score);

/// <summary>Cuts an utterance into words and emoji and finds the answer that takes up most of them.</summary>
internal static class AnswerScanner
{
    public static bool TryFindBest(in Utterance text, bool isChinese, out Answer best)
    {
        best = default;
        var (tokens, bestTokens, bestStart, bestEnd, bestIsYes) = (0, 0, 0, 0, false);
        var beforeIsNot = -1; // start of a "not" right before
        for (var position = 0; position < text.Length;)
        {
            var end = EndOfToken(text, position);
            if (end == position)
            {
                position++;
                if (!char.IsWhiteSpace(text[position - 1]))
                    beforeIsNot = -1;
                continue;
            }

            tokens++;
            var token = text.Text[position..end];
            var (start, length, size) = (position, 1, end);
            var answer = Read(token, isChinese);
            if (answer is not null && IsSkinTone(text.Text, end))
            {
                (length, size) = (2, end + 2); // 👌🏼 is two tokens
                tokens++;
            }
            else if (beforeIsNot >= 0 && token is "ok" or "okay")
            {
                (start, length, answer) = (beforeIsNot, 2, false);
            }

            if (answer is { } isYes && length > bestTokens)
                (bestTokens, bestStart, bestEnd, bestIsYes) = (length, start, size, isYes);
            beforeIsNot = token is "not" ? position : -1;
            position = size;
        }

        if (bestTokens == 0)
            return false;
        best = new(bestStart, bestEnd, bestIsYes, 0.4 + (0.6 * bestTokens / tokens));
        return true;
    }

    private static bool? Read(ReadOnlySpan<char> token, bool isChinese) =>
        char.IsLetter(token[0])
            ? AnswerWords.ReadEnglish(token) ?? (isChinese ? AnswerWords.ReadChinese(token) : null)
            : AnswerWords.ReadEmoji(token);

    /// <summary>A run of letters and digits, or one emoji; the position itself where neither begins.</summary>
    private static int EndOfToken(in Utterance text, int position)
    {
        var end = position;
        while (char.IsLetterOrDigit(text[end]) || text[end] == '_')
            end++;
        if (end > position)
            return end;
        if (char.IsHighSurrogate(text[position]) && char.IsLowSurrogate(text[position + 1]))
            return position + 2;
        return text[position] is >= '\u2600' and <= '\u27BF' ? position + 1 : position;
    }

    private static bool IsSkinTone(ReadOnlySpan<char> text, int position) =>
        position + 1 < text.Length && text[position] == '\uD83C' && text[position + 1] is >= '\uDFFB' and <= '\uDFFF';
}
