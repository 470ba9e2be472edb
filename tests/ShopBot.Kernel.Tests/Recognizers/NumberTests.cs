using Microsoft.Recognizers.Text;
using Microsoft.Recognizers.Text.Number;

namespace ShopBot.Kernel.Tests.Recognizers;

public sealed class NumberTests
{
    [Theory]
    [InlineData("两袋", "两=2")]
    [InlineData("俩包子", "俩=2")]
    [InlineData("我要三件衬衫和两条裤子", "三=3 两=2")]
    [InlineData("廿三", "廿三=23")]
    [InlineData("卅", "卅=30")]
    [InlineData("百二", "百二=120")]
    [InlineData("三千五", "三千五=3500")]
    [InlineData("三千零五", "三千零五=3005")]
    [InlineData("一万两千", "一万两千=12000")]
    [InlineData("壹仟贰佰叁拾肆", "壹仟贰佰叁拾肆=1234")]
    [InlineData("兩萬五千", "兩萬五千=25000")]
    [InlineData("１２３４", "1234=1234")]
    [InlineData("二〇二六年", "二〇二六=2026")]
    [InlineData("三点五公斤", "三点五=3.5")]
    [InlineData("负五度", "负五=-5")]
    [InlineData("三分之二", "三分之二=0.666666666666667")]
    [InlineData("一打鸡蛋", "一打=12")]
    [InlineData("两打半", "两打半=30")]
    [InlineData("半打啤酒", "半打=6")]
    [InlineData("一个半", "一个半=1.5")]
    [InlineData("两斤半苹果", "两斤半=2.5")]
    [InlineData("要半袋", "半=0.5")]
    [InlineData("洗一半", "一半=0.5")]
    [InlineData("三点半取两袋", "三=3 两=2")]
    [InlineData("两杯半糖", "两=2")]
    [InlineData("三份半价", "三=3")]
    [InlineData("十五万", "十五万=150000")]
    [InlineData("给我来10个，再加5个", "10=10 5=5")]
    [InlineData("百分之一", "一=1")]
    [InlineData("2^10", "2^10=1024")]
    [InlineData("三点五十分见", "三=3 五十=50")]
    public void Chinese_numerals_are_read(string text, string expected) => Assert.Equal(expected, Numbers(text, Culture.Chinese));

    [Theory]
    [InlineData("我们一起去")]
    [InlineData("等一下")]
    [InlineData("一样的")]
    [InlineData("请扫二维码")]
    [InlineData("一直下雨")]
    [InlineData("我住四川")]
    [InlineData("三明治")]
    [InlineData("三四个吧")]
    [InlineData("一两件")]
    [InlineData("十三四个")]
    [InlineData("三千五六百")]
    [InlineData("半夜")]
    [InlineData("下半年")]
    [InlineData("多半不行")]
    [InlineData("百分之百")]
    [InlineData("第三个")]
    [InlineData("万一下雨")]
    [InlineData("")]
    public void Chinese_words_that_only_look_like_numbers_are_none(string text) => Assert.Equal("", Numbers(text, Culture.Chinese));

    [Theory]
    [InlineData("two bags please", "two=2")]
    [InlineData("Twenty-Five", "twenty-five=25")]
    [InlineData("a hundred and five", "a hundred and five=105")]
    [InlineData("one two three", "one=1 two=2 three=3")]
    [InlineData("half a dozen eggs", "half a dozen=6")]
    [InlineData("two and a half", "two and a half=2.5")]
    [InlineData("between 3 and 5", "3=3 5=5")]
    [InlineData("3-5", "3=3 5=5")]
    [InlineData("1,234.50 yuan", "1,234.50=1234.5")]
    [InlineData("it is -7 today", "-7=-7")]
    [InlineData("-3/4", "-3/4=-0.75")]
    [InlineData("2 and 3/4", "2 and 3/4=2.75")]
    [InlineData("one point five million", "one point five million=1500000")]
    [InlineData("room A4", "")]
    [InlineData("the 3rd of may", "")]
    [InlineData("that one please", "")]
    [InlineData("twenty first", "")]
    [InlineData("5 first class stamps", "5=5")]
    public void English_numbers_are_read(string text, string expected) => Assert.Equal(expected, Numbers(text, Culture.English));

    [Theory]
    [InlineData("zh-TW", "三千五", 3500)]
    [InlineData("zh-hans", "两", 2)]
    [InlineData("en-GB", "three", 3)]
    [InlineData("de-de", "three", 3)]
    [InlineData(null, "three", 3)]
    public void A_culture_reads_as_its_language_or_else_as_English(string? culture, string text, int expected) =>
        Assert.Equal(expected.ToString(System.Globalization.CultureInfo.InvariantCulture), Assert.Single(NumberRecognizer.RecognizeNumber(text, culture!)).Resolution["value"]);

    [Theory]
    [InlineData("zh-cn", "第三", "第三=3")]
    [InlineData("zh-cn", "我要第二个", "第二=2")]
    [InlineData("zh-cn", "第12名", "第12=12")]
    [InlineData("zh-cn", "倒数第二个", "倒数第二=end-1")]
    [InlineData("zh-cn", "最后一个", "最后一=end+0")]
    [InlineData("en-us", "the 2nd one", "2nd=2")]
    [InlineData("en-us", "First and third", "first=1 third=3")]
    [InlineData("en-us", "twenty-second", "twenty-second=22")]
    [InlineData("en-us", "the last but one", "the last but one=end-1")]
    [InlineData("en-us", "two", "")]
    public void Places_in_a_row_are_read(string culture, string text, string expected) =>
        Assert.Equal(expected, Show(NumberRecognizer.RecognizeOrdinal(text, culture)));

    [Fact]
    public void Positions_are_those_of_what_was_typed()
    {
        var found = Assert.Single(NumberRecognizer.RecognizeNumber("😀　我要１２件", Culture.Chinese));

        Assert.Equal((5, 6, "12"), (found.Start, found.End, found.Text));
    }

    private static string Numbers(string text, string culture) => Show(NumberRecognizer.RecognizeNumber(text, culture));

    private static string Show(List<ModelResult> found) => string.Join(' ', found.Select(f => $"{f.Text}={f.Resolution["value"]}"));
}
