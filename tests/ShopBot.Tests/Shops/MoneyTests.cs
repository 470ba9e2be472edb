using System.Globalization;
using ShopBot.Shops;

namespace ShopBot.Tests.Shops;

public sealed class MoneyTests
{
    [Theory]
    [InlineData(0, "CNY", "¥0")]
    [InlineData(9900, "CNY", "¥99")]
    [InlineData(9950, "CNY", "¥99.50")]
    [InlineData(5, "CNY", "¥0.05")]
    [InlineData(-9950, "CNY", "-¥99.50")]
    [InlineData(1200, "USD", "$12")]
    [InlineData(1201, "EUR", "€12.01")]
    [InlineData(1200, "JPY", "¥1200")]
    [InlineData(12000, "KRW", "₩12000")]
    [InlineData(12000, "VND", "₫12000")]
    [InlineData(12050, "GBP", "£120.50")]
    [InlineData(12050, "CHF", "CHF 120.50")]
    [InlineData(long.MaxValue, "CNY", "¥92233720368547758.07")]
    [InlineData(long.MinValue, "CNY", "-¥92233720368547758.08")]
    [InlineData(long.MinValue, "JPY", "-¥9223372036854775808")]
    public void An_amount_is_written_with_its_sign_before_it_and_decimals_only_where_there_are_any(long minor, string currency, string written) =>
        Assert.Equal(written, new Money(minor, currency).ToString());

    [Fact]
    public void It_reads_the_same_whatever_the_machines_language()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal("¥1234567.50", new Money(123456750, "CNY").ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("99", "CNY", 9900)]
    [InlineData("99.5", "CNY", 9950)]
    [InlineData("0.005", "CNY", 1)]
    [InlineData("-0.005", "CNY", -1)]
    [InlineData("0.0049", "CNY", 0)]
    [InlineData("1200", "JPY", 1200)]
    [InlineData("1200.5", "JPY", 1201)]
    public void A_decimal_becomes_minor_units_halves_away_from_zero(string amount, string currency, long minor)
    {
        var money = Money.Of(decimal.Parse(amount, CultureInfo.InvariantCulture), currency);

        Assert.Equal(new Money(minor, currency), money);
    }

    [Theory]
    [InlineData("79228162514264337593543950335", "CNY")]
    [InlineData("92233720368547758.08", "CNY")]
    [InlineData("9223372036854775808", "JPY")]
    public void An_amount_beyond_all_money_is_an_error(string amount, string currency) =>
        Assert.Throws<OverflowException>(() => Money.Of(decimal.Parse(amount, CultureInfo.InvariantCulture), currency));

    [Fact]
    public void Two_amounts_are_the_same_only_in_the_same_currency()
    {
        Assert.Equal(new Money(100, "CNY"), Money.Of(1, "CNY"));
        Assert.NotEqual(new Money(100, "CNY"), new Money(100, "USD"));
        Assert.Equal(99.5m, new Money(9950, "CNY").Amount);
    }
}
