using System.Globalization;
using System.Text.RegularExpressions;
using ShopBot.Dialogs.Hearing;
using ShopBot.Shops.Pieces;

namespace ShopBot.Dialogs.Pieces;

/// <summary>What a message says is in the bag: "里面有5件衬衫3条裤子", "5 shirts and 3 trousers inside". Read before the rest, which then knows nothing of it.</summary>
/// <param name="Counts">Kinds with how many; 0 takes one off the list.</param>
/// <param name="Forbidden">Named, and not to go into a bag.</param>
/// <param name="Without">The message without them.</param>
internal sealed partial record SaidPieces(IReadOnlyList<(PieceKind Kind, int Count)> Counts, IReadOnlyList<NotInBag> Forbidden, string Without)
{
    private const int LongestText = 500;

    public bool IsEmpty => Counts.Count + Forbidden.Count == 0;

    /// <remarks>A question lists nothing.</remarks>
    public static SaidPieces Read(string said, PieceList? list)
    {
        var (counts, forbidden, rest) = (new List<(PieceKind, int)>(), new List<NotInBag>(), said);
        if (list is null || said.Length is 0 or > LongestText || Asking().IsMatch(said))
            return new SaidPieces(counts, forbidden, said);
        var inside = Inside().Match(said) is { Success: true } marked ? marked.Value : null;
        foreach (var (word, kind) in list.Kinds.SelectMany(k => Words(k.Name.Chinese, k.Name.English, k.Aliases).Select(w => (Word: w, Kind: k))).OrderByDescending(w => w.Word.Length))
            while (Counted(word).Match(rest) is { Success: true } found && Count(found.Groups["count"].Value) is { } count)
            {
                counts.Add((kind, count));
                rest = Cut(rest, found.Index, found.Length);
            }
        foreach (var thing in list.NotInBag)
            foreach (var word in Words(thing.Name.Chinese, thing.Name.English, thing.Aliases).OrderByDescending(w => w.Length))
                while (Named(word).Match(rest) is { Success: true } found && (!thing.IsOrdered || IsInside(rest, inside, found.Index)))
                {
                    forbidden.Add(thing);
                    rest = Cut(rest, found.Index, found.Length);
                }
        if (counts.Count + forbidden.Count > 0 && inside is not null)
            rest = rest.Replace(inside, "，", StringComparison.Ordinal);
        return new SaidPieces(counts, [.. forbidden.Distinct()], counts.Count + forbidden.Count > 0 ? rest : said);
    }

    // 里面 stands before what is inside, "inside" behind it; what stands on the other side is ordered besides.
    private static bool IsInside(string text, string? inside, int at) =>
        inside is not null && text.IndexOf(inside, StringComparison.Ordinal) is >= 0 and var marker && (char.IsAscii(inside[^1]) ? at < marker : at > marker);

    private static IEnumerable<string> Words(string chinese, string english, IReadOnlyList<string> aliases) => aliases.Append(chinese).Append(english).Where(w => w.Length > 0);

    private static string Cut(string text, int from, int length) => text[..from] + "，" + text[(from + length)..];

    // Nobody packs thousands of shirts; what is no count is left to the rest.
    private static int? Count(string said) => said.ToLower(CultureInfo.InvariantCulture) switch
    {
        "a" or "an" => 1,
        "no" or "没有" => 0,
        var number => Numbers.Whole(number) is { } count and <= PieceList.MostOfAKind ? count : null,
    };

    private static Regex Counted(string word) => Patterns.Of($@"(?<![0-9.\-])(?<count>[0-9]{{1,3}}|[零一二两三四五六七八九十]{{1,3}}|没有|(?<![a-z])(?:a|an|no|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))\s*(?:件|条|双|套|个|顶|张|只|根|身|(?:pieces?|pairs?) of)?\s*{Word(word)}");

    private static Regex Named(string word) => Patterns.Of($@"(?:(?<![0-9.\-])(?:[0-9]{{1,3}}|[一二两三四五六七八九十]{{1,3}}|(?<![a-z])(?:an?|the|one|two|three|my))\s*(?:件|条|双|套|个|床|块|只|部|(?:pieces?|pairs?) of)?\s*)?{Word(word)}");

    // "shirt" and "shirts", but not "shirtless".
    private static string Word(string word) => char.IsAsciiLetter(word[^1]) ? $"(?<![a-z]){Regex.Escape(word)}(?:e?s)?(?![a-z])" : Regex.Escape(word);

    [GeneratedRegex("[?？]|吗|多少|几块|几件|能不能|可不可以|怎么|how many|how much|can i|may i", RegexOptions.IgnoreCase)]
    private static partial Regex Asking();

    [GeneratedRegex(@"(袋子?)?(里面|里头|里边|袋里|装的是|装了|装着|一共有|清单)(有|是|放了|装了)?|(there (are|is)|it has|with|contains?|containing|holds?)?\s*(?<![a-z])(inside|in the bags?|in it|in them)(?![a-z])|(?<![a-z])(list)(?![a-z])", RegexOptions.IgnoreCase)]
    private static partial Regex Inside();

    private static class Patterns
    {
        private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, Regex> Known = new(StringComparer.Ordinal);

        // A shop's words are few and stay the same.
        public static Regex Of(string pattern) => Known.GetOrAdd(pattern, p => new Regex(p, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(200)));
    }
}
