using System.Globalization;
using System.Text.RegularExpressions;
using ShopBot.Shops;

namespace ShopBot.Dialogs.Hearing;

/// <summary>Amounts of money in what a person typed: plain figures, with or without a sign of the currency.</summary>
/// <remarks>Money is never guessed: whatever is not plainly an amount (1e9, -5, 1,000, 99.999, digits of other scripts) is none.</remarks>
internal static partial class Amounts
{
    /// <summary>An amount and what stands behind it.</summary>
    /// <param name="typed">As <see cref="Heard.Clean"/> gives it.</param>
    /// <returns>Null where it does not begin with an amount above 0.</returns>
    public static (Money Amount, string Behind)? Beginning(string typed, string currency)
    {
        if (Amount().Match(Narrow(typed)) is not { Success: true } found)
            return null;
        var figures = found.Groups["figures"].ValueSpan;
        var point = figures.IndexOf('.');
        if (figures.Length > 12 || (point >= 0 && figures.Length - point - 1 > Money.DecimalsOf(currency)))
            return null;
        var amount = Money.Of(decimal.Parse(figures, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture), currency);
        return amount.Minor > 0 ? (amount, typed[found.Length..].Trim()) : null;
    }

    // As long as what was typed, so that places are the same in both.
    private static string Narrow(string typed) => string.Create(typed.Length, typed, (narrow, wide) =>
    {
        for (var i = 0; i < wide.Length; i++)
            narrow[i] = wide[i] is >= '\uFF01' and <= '\uFF5E' ? (char)(wide[i] - 0xFEE0) : wide[i] is '\u3000' or '\u00A0' ? ' ' : wide[i] == '\uFFE5' ? '¥' : wide[i];
    });

    [GeneratedRegex(@"^\s*[¥$€]?\s*(?<figures>[0-9]+(\.[0-9]+)?)\s*((元|块钱|块|圆)|(yuan|rmb|cny|bucks)(?![a-z0-9]))?(?=\s|$|[:,;](?![0-9])|\p{IsCJKUnifiedIdeographs})[\s:,;]*", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Amount();
}
