using ShopBot.Testing.Chats;

namespace ShopBot.EndToEnd.Tests.Chats;

public sealed class ExpectationTests
{
    [Theory]
    [InlineData("99 元一袋", "标准袋，99 元一袋。要几袋？")]
    [InlineData("99 元 … 要几袋", "标准袋，99 元一袋。\n要几袋？")]
    [InlineData("合计 ¥198", "合计　¥198\n没问题就确认吧。")]
    [InlineData("…", "随便什么")]
    public void Words_stand_somewhere_in_what_came_in_this_order(string written, string came) => Assert.Empty(Missing(written, Said(came)));

    [Theory]
    [InlineData("要几袋 … 99 元", "标准袋，99 元一袋。要几袋？", "99 元")]
    [InlineData("88 元", "标准袋，99 元一袋。", "88 元")]
    public void The_first_words_that_are_not_there_are_named(string written, string came, string missing) =>
        Assert.Equal([missing], Missing(written, Said(came)));

    [Fact]
    public void A_name_in_curly_brackets_remembers_what_stands_there()
    {
        var remembered = new Dictionary<string, string>();

        Assert.Null(new Words("新店员的码：{code} … 发“员工 {code}”").FirstMissingIn("给新店员的码：K7-42\n让对方发“员工 K7-42”。", remembered));
        Assert.Equal("员工 K7-42 {other}", Words.Fill("员工 {code} {other}", remembered));
    }

    [Fact]
    public void Choices_are_compared_whole_in_order_and_others_may_stand_between()
    {
        var came = new Heard("怎么给你方便？", ["到店自取", "送货上门", "上门来取 ¥10"], [], null);

        Assert.Empty(Missing("方便 [到店自取] [上门来取 …]", came));
        Assert.Equal(["[到店自取]"], Missing("[送货上门] [到店自取]", came));
        Assert.Equal(["[上门]"], Missing("[上门]", came));
    }

    [Fact]
    public void Pictures_are_any_or_known_by_name()
    {
        var came = new Heard("", [], ["stain"], null);

        Assert.Empty(Missing("<picture>", came));
        Assert.Empty(Missing("<picture stain>", came));
        Assert.Equal(["<picture bag>"], Missing("<picture bag>", came));
        Assert.Equal(["<picture>"], Missing("<picture stain> <picture>", came));
    }

    [Fact]
    public void One_answer_may_come_as_several_messages()
    {
        var written = "下好了 <picture> [我的订单] <order page>";

        Assert.Equal(["[我的订单]", "<picture>"], Missing(written, new Heard("下好了", [], [], new Uri("http://shop/o/1"))));
        Assert.Empty(Missing(written, new Heard("下好了", [], [], new Uri("http://shop/o/1")), new Heard("", [], ["bag"], null),
            new Heard("还要什么？", ["我的订单"], [], null)));
    }

    [Fact]
    public void Whatever_is_expected_needs_a_message() => Assert.Equal(["a message"], Missing("…"));

    private static Heard Said(string text) => new(text, [], [], null);

    private static IReadOnlyList<string> Missing(string written, params Heard[] heard)
    {
        var chat = ChatReader.Read("a.chat", $"# x\naccount laundry\npeople customer 李小姐\nto customer {written}");
        return Assert.IsType<ChatLine.Hears>(Assert.Single(chat.Lines)).What.MissingIn(heard);
    }
}
