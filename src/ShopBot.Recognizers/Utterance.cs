namespace Microsoft.Recognizers.Text;

/// <summary>What was typed, and the same folded; positions are the same in both.</summary>
internal readonly ref struct Utterance(ReadOnlySpan<char> typed, ReadOnlySpan<char> folded)
{
    public readonly ReadOnlySpan<char> Typed = typed;
    public readonly ReadOnlySpan<char> Text = folded;

    public int Length => Text.Length;

    /// <summary>The folded character at a position; NUL before the beginning and after the end.</summary>
    public char this[int position] => (uint)position < (uint)Text.Length ? Text[position] : '\0';

    public int SkipSpaces(int position)
    {
        while (position < Text.Length && char.IsWhiteSpace(Text[position]))
            position++;
        return position;
    }

    public bool StartsWith(int position, string words) =>
        position <= Text.Length && Text[position..].StartsWith(words, StringComparison.Ordinal);

    /// <summary>Index after the run of letters of an alphabet (not of Han characters) that starts here.</summary>
    public int EndOfWord(int position)
    {
        while (position < Text.Length && IsWordLetter(Text[position]))
            position++;
        return position;
    }

    public static bool IsDigit(char c) => c is >= '0' and <= '9';

    /// <summary>A letter of a script that writes words apart; Han characters are words by themselves.</summary>
    public static bool IsWordLetter(char c) => c is >= 'a' and <= 'z' || (c >= '\u0080' && char.IsLetter(c) && !IsHan(c));

    public static bool IsHan(char c) => c is >= '\u3400' and <= '\u9FFF' or '\u3007' or >= '\uF900' and <= '\uFAFF';
}
