using System.Globalization;

namespace ShopBot.Shops;

/// <summary>An amount as the shop writes it.</summary>
/// <param name="Minor">In the currency's smallest unit: fen, cents, whole yen.</param>
/// <param name="Currency">ISO 4217.</param>
public readonly record struct Money(long Minor, string Currency)
{
    /// <summary>Decimals of the currency: yen and won have none.</summary>
    public static int DecimalsOf(string currency) => currency is "JPY" or "KRW" or "VND" ? 0 : 2;

    /// <param name="amount">Beyond the currency's decimals it is rounded, halves away from zero.</param>
    /// <exception cref="OverflowException">More than a long of minor units.</exception>
    public static Money Of(decimal amount, string currency) =>
        new(decimal.ToInt64(decimal.Round(amount * Scale(currency), MidpointRounding.AwayFromZero)), currency);

    public decimal Amount => Minor / Scale(Currency);

    /// <summary>¥99, ¥99.50, $12: the sign before the figure in every language, decimals only where there are any.</summary>
    public override string ToString()
    {
        var decimals = DecimalsOf(Currency);
        var format = decimals == 0 || Minor % (long)Scale(Currency) == 0 ? "0" : "0.00";
        return (Minor < 0 ? "-" : "") + Sign + Math.Abs(Amount).ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>+¥30, -¥10: what something costs more or less; ¥0 without a sign.</summary>
    public string WithSign() => Minor > 0 ? "+" + ToString() : ToString();

    private string Sign => Currency switch
    {
        "CNY" or "JPY" => "¥",
        "USD" => "$",
        "EUR" => "€",
        "GBP" => "£",
        "KRW" => "₩",
        "VND" => "₫",
        _ => Currency + " ",
    };

    private static decimal Scale(string currency) => DecimalsOf(currency) == 0 ? 1m : 100m;
}
