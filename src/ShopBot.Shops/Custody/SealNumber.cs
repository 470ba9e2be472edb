using System.Globalization;
using System.Text.RegularExpressions;

namespace ShopBot.Shops.Custody;

/// <summary>Numbers of seals, typed, read out over the phone or scanned.</summary>
/// <remarks>
/// Labels the shop prints are a letter, four digits that count up and a check digit: <c>A00013</c>. Ten letters are used, unlike each other and unlike digits;
/// each stands for a digit, and the check digit is Damm's over all of them, so every single wrong character and every two swapped neighbours are noticed.
/// Seals that were bought carry numbers of their own: 3 to 20 letters, digits and dashes.
/// </remarks>
public static partial class SealNumber
{
    public const int MostAtOnce = 20;

    private const int Shortest = 3, Longest = 20;
    private const string Letters = "ACEHKLMRWX";

    // H. Michael Damm's quasigroup of order 10.
    private static readonly string[] Damm =
    [
        "0317598642", "7092154863", "4206871359", "1750983426", "6123045978", "3674209581", "5869720134", "8945362017", "9438617205", "2581436790",
    ];

    /// <summary>All seal numbers in a typed text, as they are kept; null where something in it is none, or there is nothing.</summary>
    public static IReadOnlyList<string>? ReadAll(string? typed)
    {
        var words = (typed ?? "").Split([' ', ',', '，', '、', ';', '；', '\n', '+'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var seals = words.Take(MostAtOnce + 1).Select(Read).ToList();
        return seals.Count == 0 || seals.Count > MostAtOnce || seals.Contains(null) ? null : [.. seals.OfType<string>().Distinct()];
    }

    /// <summary>In capitals, with the 0 and 1 that were typed as letters into a label's digits; null for what is no seal number.</summary>
    public static string? Read(string typed)
    {
        var seal = typed.Trim().ToUpperInvariant();
        if (seal.Length is < Shortest or > Longest || !seal.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            return null;
        return Label().IsMatch(seal) ? seal.Replace('O', '0').Replace('I', '1') : seal;
    }

    /// <summary>What stands on the n-th label of a shop.</summary>
    /// <param name="label">1 or more.</param>
    public static string OfLabel(int label)
    {
        var digits = label.ToString("D5", CultureInfo.InvariantCulture);
        var letters = digits[..^4].Select(digit => Letters[digit - '0']);
        return string.Concat(letters) + digits[^4..] + CheckDigit(digits);
    }

    /// <summary>The number of the label; null for a seal that looks unlike any of them.</summary>
    /// <returns>0 where it looks like one and the check digit says that something in it is wrong.</returns>
    public static int? LabelOf(string seal)
    {
        if (!Label().IsMatch(seal))
            return null;
        var digits = string.Concat(seal[..^1].Select(c => char.IsAsciiDigit(c) ? c : (char)('0' + Letters.IndexOf(c, StringComparison.Ordinal))));
        return CheckDigit(digits) == seal[^1] && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var label) && OfLabel(label) == seal ? label : 0;
    }

    private static char CheckDigit(string digits) => digits.Aggregate('0', (interim, digit) => Damm[interim - '0'][digit - '0']);

    [GeneratedRegex("^[ACEHKLMRWX]{1,4}[0-9OI]{5}$")]
    private static partial Regex Label();
}
