namespace ShopBot.Dialogs.Intents;

/// <summary>Words that a placeholder replaces, found at a place in a text; the longest counts.</summary>
internal sealed class WordMask
{
    private readonly Dictionary<char, List<(string Word, char Mark)>> _words = [];

    /// <param name="words">Folded; the first mark of a word holds.</param>
    public WordMask(IEnumerable<(string Word, char Mark)> words)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (word, mark) in words)
        {
            if (word.Length == 0 || !seen.Add(word))
                continue;
            if (!_words.TryGetValue(word[0], out var list))
                _words[word[0]] = list = [];
            list.Add((word, mark));
        }
        foreach (var list in _words.Values)
            list.Sort((a, b) => b.Word.Length.CompareTo(a.Word.Length));
    }

    /// <returns>The length of the word there; 0 where none begins.</returns>
    public int At(ReadOnlySpan<char> text, int at, out char mark)
    {
        mark = default;
        if (!_words.TryGetValue(text[at], out var list) || (IsLatin(text[at]) && at > 0 && IsLatin(text[at - 1])))
            return 0;
        foreach (var (word, wordMark) in list)
        {
            if (!text[at..].StartsWith(word, StringComparison.Ordinal))
                continue;
            var end = at + word.Length;
            // "bag" stands in "bags" but not in "baggage".
            if (IsLatin(word[^1]) && end < text.Length && text[end] == 's')
                end++;
            if (IsLatin(word[^1]) && end < text.Length && IsLatin(text[end]))
                continue;
            mark = wordMark;
            return end - at;
        }
        return 0;
    }

    private static bool IsLatin(char letter) => letter is (>= 'a' and <= 'z') or '\'';
}
