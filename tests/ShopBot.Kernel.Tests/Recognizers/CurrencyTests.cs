using Microsoft.Recognizers.Text;
using Microsoft.Recognizers.Text.NumberWithUnit;

namespace ShopBot.Kernel.Tests.Recognizers;

public sealed class CurrencyTests
{
    [Theory]
    [InlineData("一共三十块", "三十块=30 CNY")]
    [InlineData("三块五", "三块五=3.5 CNY")]
    [InlineData("三块五毛", "三块五毛=3.5 CNY")]
    [InlineData("三块二毛五", "三块二毛五=3.25 CNY")]
    [InlineData("五元三毛二分", "五元三毛二分=5.32 CNY")]
    [InlineData("十块零五分", "十块零五分=10.05 CNY")]
    [InlineData("三块半", "三块半=3.5 CNY")]
    [InlineData("两百块钱吧", "两百块钱=200 CNY")]
    [InlineData("二分之一美元", "二分之一美元=0.5 USD")]
    [InlineData("五毛钱", "五毛钱=5 Jiao")]
    [InlineData("¥38.80", "¥38.80=38.8 CNY")]
    [InlineData("￥１００", "￥100=100 CNY")]
    [InlineData("¥100元", "¥100元=100 CNY")]
    [InlineData("人民币100元", "人民币100元=100 CNY")]
    [InlineData("港币100元", "港币100元=100 HKD")]
    [InlineData("一美元", "一美元=1 USD")]
    [InlineData("新臺幣五百元", "新臺幣五百元=500 TWD")]
    [InlineData("10块一袋，20块三袋", "10块=10 CNY, 20块=20 CNY")]
    [InlineData("50rmb两件", "50rmb=50 CNY")]
    public void Chinese_amounts_are_read(string text, string expected) => Assert.Equal(expected, Found(text, Culture.Chinese));

    [Theory]
    [InlineData("两块肥皂")]
    [InlineData("三块毛巾")]
    [InlineData("五角大楼")]
    [InlineData("三分之二")]
    [InlineData("八点三十分")]
    [InlineData("一毛不拔")]
    [InlineData("十元件")]
    [InlineData("元旦见")]
    [InlineData("一件衬衫，两条裤子")]
    [InlineData("五分好评")]
    [InlineData("")]
    public void Chinese_words_that_only_look_like_money_are_none(string text) => Assert.Equal("", Found(text, Culture.Chinese));

    [Theory]
    [InlineData("5 dollars", "5 dollars=5 Dollar")]
    [InlineData("US$5.50", "us$5.50=5.5 USD")]
    [InlineData("u . s . $ 20 million", "u . s . $ 20 million=20000000 USD")]
    [InlineData("HK$ 100 or NT$400", "hk$ 100=100 HKD, nt$400=400 TWD")]
    [InlineData("a $ 4 billion deal", "$ 4 billion=4000000000 Dollar")]
    [InlineData("a 5-dollar bill", "5-dollar=5 Dollar")]
    [InlineData("5€ and 10 CHF", "5€=5 EUR, 10 chf=10 CHF")]
    [InlineData("two pounds and 20 pence", "two pounds and 20 pence=2.2 Pound")]
    [InlineData("5 dollars and a half", "5 dollars and a half=5.5 Dollar")]
    [InlineData("100 swedish kronor", "100 swedish kronor=100 SEK")]
    [InlineData("three Hong Kong dollars", "three hong kong dollars=3 HKD")]
    [InlineData("$20m or £5.5 bn", "$20m=20000000 Dollar, £5.5 bn=5500000000 Pound")]
    [InlineData("20m usd", "20m usd=20000000 USD")]
    [InlineData("20 m wide, $5", "$5=5 Dollar")]
    [InlineData("$5 mugs", "$5=5 Dollar")]
    [InlineData("50¢", "50¢=50 Cent")]
    [InlineData("Rs. 500", "rs. 500=500 Rupee")]
    [InlineData("10 TRY", "10 try=10 TRY")]
    [InlineData("USD 5 EUR 6", "usd 5=5 USD, eur 6=6 EUR")]
    [InlineData("¥38 each", "¥38=38 CNY")]
    [InlineData("15 dollars 50 bags", "15 dollars=15 Dollar")]
    [InlineData("between $70 and 80", "$70=70 Dollar")]
    [InlineData("how much in euros?", "euros= EUR")]
    [InlineData("All 70 of us try 7 per cent", "")]
    [InlineData("I had 2 real problems and a pound cake", "")]
    public void English_amounts_are_read(string text, string expected) => Assert.Equal(expected, Found(text, Culture.English));

    [Fact]
    public void An_amount_tells_its_place_unit_and_code()
    {
        var found = Assert.Single(NumberWithUnitRecognizer.RecognizeCurrency("Costs 115USD.", Culture.English));

        Assert.Equal(("115usd", 6, 11, "currency"), (found.Text, found.Start, found.End, found.TypeName));
        Assert.Equal(["isoCurrency", "unit", "value"], found.Resolution.Keys);
        Assert.Equal(("USD", "United States dollar", "115"), (found.Resolution["isoCurrency"], found.Resolution["unit"], found.Resolution["value"]));
    }

    private static string Found(string text, string culture) => string.Join(", ", NumberWithUnitRecognizer.RecognizeCurrency(text, culture)
        .Select(f => $"{f.Text}={f.Resolution["value"]} {f.Resolution.GetValueOrDefault("isoCurrency") ?? f.Resolution["unit"]}"));
}
