using System.Globalization;
using ShopBot.Dialogs.Hearing;
using ShopBot.Shops.Custody;

namespace ShopBot.Dialogs.Custody;

/// <summary>What staff typed behind a step's word: which bag, how many pieces, where: <c>E0231 12件 3号台</c>, <c>12 E0231</c>.</summary>
/// <param name="Order">Null where only the seal was named.</param>
/// <param name="Seal">Null where only the order was named.</param>
/// <param name="Pieces">Null where none was named.</param>
/// <param name="Place">Null where none was named.</param>
internal sealed record CustodySaying(int? Order, string? Seal, int? Pieces, string? Place)
{
    private const int LongestPlace = 40;

    private static readonly char[] Blanks = [' ', ',', '，', '、', '\n'];
    private static readonly string[] Units = ["件", "个", "pieces", "piece", "pcs", "items", "item"];

    /// <summary>Whether a message that begins with a step's word goes on with a bag: "收到了吗" does not.</summary>
    public static bool NamesBag(string rest) => Read(rest, CustodyKind.Received) is not null;

    /// <param name="rest">As typed, without the step's word.</param>
    /// <returns>Null where it names no bag.</returns>
    public static CustodySaying? Read(string rest, CustodyKind step)
    {
        var words = rest.Split(Blanks, StringSplitOptions.RemoveEmptyEntries).ToList();
        var order = words.Count > 0 ? OrderIn(words[0]) : null;
        if (order is not null)
            words.RemoveAt(0);
        // Behind an order's number bare figures are pieces where pieces are counted, and a seal where it is read.
        var seal = words.Count > 0 && (IsMarked(words[0]) || (order is not null && step == CustodyKind.Received)) ? SealNumber.Read(words[0]) : null;
        if (seal is not null)
            words.RemoveAt(0);
        if (order is null && seal is null)
            return null;
        var pieces = words.Count > 0 ? PiecesIn(words[0]) : null;
        if (pieces is not null)
            words.RemoveAt(0);
        if (pieces is not null && words.Count > 0 && Units.Contains(words[0].ToLowerInvariant()))
            words.RemoveAt(0);
        var place = string.Join(' ', words);
        return new CustodySaying(order, seal, pieces, place.Length == 0 ? null : Heard.Quote(place, LongestPlace));
    }

    /// <summary>A number of pieces as somebody says it; null for anything else.</summary>
    public static int? PiecesIn(string typed)
    {
        var key = Heard.Key(typed);
        var unit = Units.FirstOrDefault(u => key.Length > u.Length && key.EndsWith(u, StringComparison.Ordinal));
        return Numbers.Whole(unit is null ? key : key[..^unit.Length].TrimEnd());
    }

    // An order's number never begins with a zero and is shorter than the numbers on bought seals.
    private static int? OrderIn(string word)
    {
        var digits = word.TrimStart('#').TrimEnd('号');
        return digits.Length is > 0 and <= 9 && digits[0] != '0' && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    // Letter and figure together, or figures that are no order's number.
    private static bool IsMarked(string word) => SealNumber.Read(word) is not null && word.Any(char.IsAsciiDigit) && (word.Any(char.IsAsciiLetter) || OrderIn(word) is null);
}
