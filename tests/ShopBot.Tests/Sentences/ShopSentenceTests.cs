using ShopBot.Dialogs.Sentences;
using ShopBot.Shops.Catalog;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Settings;

namespace ShopBot.Tests.Sentences;

public sealed class ShopSentenceTests
{
    private static readonly Catalogue Laundry = SentenceSetTests.Shelf("laundry");
    private static readonly Catalogue Eunchae = SentenceSetTests.Shelf("eunchae");

    /// <summary>Monday at ten, in a shop open from nine to nine.</summary>
    private static readonly SentenceSetting Monday = new(new DateTime(2026, 11, 23, 10, 0, 0), Hours("09:00-21:00"), "zh-CN");

    [Theory]
    [InlineData("三点来", "15:00", null)]
    [InlineData("9点来", "09:00", "21:00")]
    [InlineData("今天9点来", "21:00", null)]
    [InlineData("早上9点来", "09:00", null)]
    [InlineData("9点之前来", "-21:00", null)]
    [InlineData("9点以后来", "09:00-", null)]
    public void Opening_hours_and_the_time_of_day_settle_an_hour_where_they_can(string said, string window, string? or)
    {
        var read = ShopSentence.Read(said, Laundry, Monday);

        Assert.Equal((window, or), (read.Window?.ToString(), read.OrWindow?.ToString()));
    }

    [Theory]
    [InlineData("2月30日来取", TroubleKind.ImpossibleDay, "2月30日")]
    [InlineData("明天25:61", TroubleKind.ImpossibleTime, "25:61")]
    [InlineData("上周三来取", TroubleKind.Past, "上周三")]
    [InlineData("今天早上八点", TroubleKind.Past, "今天早上八点")]
    public void What_cannot_be_is_named_and_not_taken(string said, TroubleKind kind, string words)
    {
        var read = ShopSentence.Read(said, Laundry, Monday);

        Assert.Equal((kind, words), (Assert.Single(read.Troubles).Kind, read.Troubles[0].Said));
        Assert.True(read.Day is null && read.Window is null && read.SaysWhen);
    }

    [Fact]
    public void A_unit_of_several_products_asks_which()
    {
        var trouble = Assert.Single(ShopSentence.Read("两盒", Eunchae, Monday).Troubles);

        Assert.Equal((TroubleKind.SeveralProducts, 2), (trouble.Kind, trouble.Quantity));
        Assert.Equal(["cushion", "sheet-mask"], trouble.Products.Select(p => p.Code));
    }

    [Fact]
    public void Each_word_counts_once()
    {
        var read = ShopSentence.Read("21号气垫一盒，21号下午送到静安区南京西路21号", Eunchae, Monday);

        Assert.Equal(("shade-21", 1), (read.Items[0].Variant?.Code, read.Items[0].Quantity));
        Assert.Equal((new DateOnly(2026, 12, 21), WantedWindow.In(DayPart.Afternoon), "静安区南京西路21号"), (read.Day, read.Window, read.Place));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \u200B\u202E ")]
    [InlineData("\uD800两袋\uDFFF")]
    [InlineData("｜｜||两|袋||")]
    [InlineData("99999999999999999999袋 99999999999点 99999999月99999999号")]
    [InlineData("送到送到送到地址地址在在在")]
    [InlineData("2 2 2 2 x x x * * * 二二二二二二二")]
    [InlineData("to to at at from from , , , . . .")]
    [InlineData("㍿①⅔🧺🏳️‍🌈e\u0301\u0301\u0301")]
    [InlineData("-- ' \"; DROP TABLE shop_order; {item} {0} %s \\ ${jndi}")]
    public void Any_text_can_be_read(string said)
    {
        foreach (var shelf in (Catalogue[])[Laundry, Eunchae, new Catalogue([])])
            Assert.NotNull(ShopSentence.Read(said, shelf, Monday));
    }

    [Fact]
    public void Any_mixture_of_words_can_be_read_and_twice_the_same()
    {
        string[] words = ["两", "袋", "2", "bags", "明天", "tomorrow", "三点", "3pm", "送到", "路", "100号", "，", " ", "不要", "改成", "x", "口红", "21号", "🙏", "at", "|", "半", "-", "后", "13800138000"];
        var random = new Random(7);
        for (var i = 0; i < 400; i++)
        {
            var said = string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => words[random.Next(words.Length)]));
            var once = ShopSentence.Read(said, Eunchae, Monday);
            Assert.Equivalent(once, ShopSentence.Read(said, Eunchae, Monday));
        }
    }

    [Fact]
    public void A_text_beyond_the_longest_is_not_read()
    {
        Assert.True(ShopSentence.Read(new string('袋', ShopSentence.LongestText + 1), Laundry, Monday).IsEmpty);
        Assert.Equal(2, ShopSentence.Read("两袋" + new string('哈', ShopSentence.LongestText - 2), Laundry, Monday).Items.Single().Quantity);
    }

    [Theory]
    [InlineData("口红", "kh")]
    [InlineData("运动鞋", "ydx")]
    [InlineData("补水面膜", "bsmm")]
    [InlineData("羽绒被", "yrb")]
    [InlineData("乳", null)]
    [InlineData("spf", null)]
    public void Initials_are_those_of_the_pinyin(string name, string? initials) => Assert.Equal(initials, Initials.Of(name));

    private static OpeningHours Hours(string written) => OpeningHours.TryParse(written, out var hours) ? hours : throw new FormatException(written);
}
