namespace ShopBot.Dialogs.Intents;

/// <summary>Cuts a gist into the pieces that are compared: words, pairs of words that stand close, and runs of three and four letters inside Latin words.</summary>
/// <remarks>A Han character and a placeholder are words by themselves, so a pair of neighbours is a run of two characters. Longer runs told less when tried.
/// The insides let a typo cost little: "orderr" still shares most with "order".</remarks>
internal static class Grams
{
    private const int FarthestPair = 3, LongestTokens = 256, LeastInside = 3;
    private const uint Offset = 2166136261, Prime = 16777619, InsideMark = 0x5bd1e995, EdgeMark = 0x9e3779b9, GroupMark = 0x2545f491;

    /// <param name="gist">As <see cref="Gist.Of"/> gives it.</param>
    /// <returns>Hashes of the pieces, each once, in ascending order.</returns>
    public static uint[] Of((string Own, string Grouped) gist)
    {
        var found = new List<uint>(gist.Own.Length * 8);
        Add(gist.Own, found);
        if (gist.Grouped.Length > 0)
        {
            Add(gist.Grouped, found);
            AddGroupPairs(gist.Grouped, found);
        }
        found.Sort();
        return Distinct(found);
    }

    private static void Add(string gist, List<uint> found)
    {
        Span<uint> tokens = stackalloc uint[LongestTokens];
        var count = 0;
        tokens[count++] = EdgeMark;
        for (var at = 0; at < gist.Length && count < LongestTokens - 1;)
        {
            if (gist[at] == ' ')
            {
                at++;
                continue;
            }
            var end = EndOfToken(gist, at);
            tokens[count++] = Hash(Offset, gist.AsSpan(at, end - at));
            AddInside(gist.AsSpan(at, end - at), found);
            at = end;
        }
        tokens[count++] = EdgeMark;
        AddPairs(tokens[..count], found);
    }

    // How far apart two neighbours' neighbours stand is part of the piece of neighbours only: "不 … 要" is one piece whatever stands between.
    private static void AddPairs(ReadOnlySpan<uint> tokens, List<uint> found)
    {
        for (var first = 0; first < tokens.Length; first++)
        {
            // The edge of a message alone says nothing.
            if (tokens[first] != EdgeMark)
                found.Add(Mix(Offset, tokens[first]));
            for (var second = first + 1; second < tokens.Length && second <= first + FarthestPair; second++)
                found.Add(Mix(Mix(second == first + 1 ? Offset : ~Offset, tokens[first]), tokens[second]));
        }
    }

    // Two groups in one message tell more together than each alone, wherever they stand.
    private static void AddGroupPairs(string grouped, List<uint> found)
    {
        var groups = grouped.Where(c => c is >= Placeholder.FirstGroup and < (char)(Placeholder.FirstGroup + Placeholder.MostGroups)).Distinct().Order().ToArray();
        for (var first = 0; first < groups.Length; first++)
            for (var second = first + 1; second < groups.Length; second++)
                found.Add(Mix(Mix(GroupMark, groups[first]), groups[second]));
    }

    private static void AddInside(ReadOnlySpan<char> word, List<uint> found)
    {
        if (word.Length < LeastInside)
            return;
        for (var from = -1; from + 3 <= word.Length + 1; from++)
        {
            var hash = InsideMark;
            for (var at = from; at < from + 3; at++)
                hash = Mix(hash, at < 0 || at >= word.Length ? EdgeMark : word[at]);
            found.Add(hash);
            if (from + 4 <= word.Length + 1)
                found.Add(Mix(hash, from + 3 >= word.Length ? EdgeMark : word[from + 3]));
        }
    }

    private static int EndOfToken(string gist, int at)
    {
        var end = at + 1;
        while (char.IsAsciiLetter(gist[at]) && end < gist.Length && char.IsAsciiLetter(gist[end]))
            end++;
        return end;
    }

    private static uint Hash(uint hash, ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
            hash = Mix(hash, letter);
        return hash;
    }

    private static uint Mix(uint hash, uint next)
    {
        hash = (hash ^ next) * Prime;
        return hash ^ (hash >> 15);
    }

    private static uint[] Distinct(List<uint> sorted)
    {
        var count = 0;
        for (var i = 0; i < sorted.Count; i++)
            if (i == 0 || sorted[i] != sorted[i - 1])
                sorted[count++] = sorted[i];
        return [.. sorted[..count]];
    }
}
