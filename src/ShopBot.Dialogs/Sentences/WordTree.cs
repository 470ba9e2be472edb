namespace ShopBot.Dialogs.Sentences;

/// <summary>Words by their letters: finds the longest one that begins at a place, looking at each letter once.</summary>
/// <remarks>Latin words count whole, with a plural's end; Chinese ones stand anywhere.</remarks>
internal sealed class WordTree<T>
    where T : class, new()
{
    private readonly Node _root = new();

    public T GetOrAdd(string word)
    {
        var node = _root;
        foreach (var letter in word)
            node = node.Next.TryGetValue(letter, out var next) ? next : node.Next[letter] = new Node();
        return node.Value ??= new T();
    }

    /// <returns>Null where no word begins at that place.</returns>
    public T? Longest(string text, int at, out int end)
    {
        (T? best, end) = (null, at);
        if (at > 0 && Latin.IsLetter(text[at]) && Latin.IsLetter(text[at - 1]))
            return null;
        var node = _root;
        for (var i = at; i < text.Length && node.Next.TryGetValue(text[i], out var next); i++)
        {
            node = next;
            if (node.Value is { } value && EndOf(text, i + 1) is { } wordEnd)
                (best, end) = (value, wordEnd);
        }
        return best;
    }

    private static int? EndOf(string text, int end)
    {
        if (end == text.Length || !Latin.IsLetter(text[end]) || !Latin.IsLetter(text[end - 1]))
            return end;
        foreach (var plural in (ReadOnlySpan<string>)["s", "es"])
            if (text.AsSpan(end).StartsWith(plural) && (end + plural.Length == text.Length || !Latin.IsLetter(text[end + plural.Length])))
                return end + plural.Length;
        return null;
    }

    private sealed class Node
    {
        public Dictionary<char, Node> Next { get; } = [];

        public T? Value { get; set; }
    }
}
