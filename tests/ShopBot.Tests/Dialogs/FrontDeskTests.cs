using Microsoft.Bot.Schema;
using ShopBot.Shops.Customers;
using ShopBot.Testing.Shops;
using ShopBot.Tests.Dialogs.Ordering;

namespace ShopBot.Tests.Dialogs;

public sealed class FrontDeskTests
{
    [Theory]
    [InlineData("你好", "今天有衣服要洗吗")]
    [InlineData("在吗？", "今天有衣服要洗吗")]
    [InlineData("谢谢！", "不客气")]
    [InlineData("再见", "欢迎常来")]
    [InlineData("帮助", "你可以这样说")]
    [InlineData("菜单", "要洗什么")]
    [InlineData("取消", "没有填到一半的单")]
    [InlineData("返回", "没有填到一半的单")]
    [InlineData("继续", "没有等着继续的单")]
    [InlineData("支付宝", "还不能付款")]
    [InlineData("我的订单", "还没有订单")]
    [InlineData("Ｈｅｌｐ", "你可以这样说")]
    public async Task What_is_said_in_passing_is_answered_with_the_menu(string said, string expected)
    {
        await using var chat = await ShopChat.OpenAsync();

        var reply = await chat.Person().SaysAsync(said);

        Assert.Contains(expected, reply.Text, StringComparison.Ordinal);
        Assert.Equal(["约一袋", "我的订单", "帮助", "人工"], reply.Choices);
    }

    [Theory]
    [InlineData("HELLO", "Any laundry today")]
    [InlineData("OK", "没有要确认的")]
    public async Task A_new_customer_is_spoken_to_in_the_language_they_write(string said, string expected)
    {
        await using var chat = await ShopChat.OpenAsync();

        Assert.Contains(expected, (await chat.Person().SaysAsync(said)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_follower_is_welcomed_and_who_left_comes_back_as_somebody_new()
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = chat.Person();

        Assert.Contains("欢迎来到白云洗衣", (await mei.FollowsAsync()).Text, StringComparison.Ordinal);
        Assert.Empty((await mei.LeavesAsync()).Messages);
        Assert.Null(await chat.Get<CustomerReader>().FindAsync(chat.Shop.Id, mei.Contact, CancellationToken.None));
        Assert.Contains("欢迎来到白云洗衣", (await mei.FollowsAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_language_is_switched_by_a_word_and_kept()
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = chat.Person();

        Assert.Contains("English it is", (await mei.SaysAsync("English")).Text, StringComparison.Ordinal);
        Assert.Contains("Any laundry today", (await mei.SaysAsync("你好")).Text, StringComparison.Ordinal);
        var card = await chat.Get<CustomerReader>().FindAsync(chat.Shop.Id, mei.Contact, CancellationToken.None);
        Assert.Equal("en-US", card!.Language);
        Assert.Contains("我们说中文", (await mei.SaysAsync("中文")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_the_middle_of_an_order_the_language_changes_and_the_question_comes_again()
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = chat.Person();
        await mei.SaysAsync("要两袋");

        var reply = await mei.SaysAsync("English");

        Assert.Contains("How would you like to get it", reply.Text, StringComparison.Ordinal);
        Assert.Equal(["Collect from me", "Bring it to the shop myself"], reply.Choices);
    }

    [Theory]
    [InlineData("我的订单", "还没有下好的订单")]
    [InlineData("帮助", "正在下单")]
    [InlineData("谢谢", "不客气")]
    [InlineData("你好", "我在呢")]
    public async Task A_question_in_the_middle_is_answered_and_the_order_goes_on(string said, string expected)
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = chat.Person();
        await mei.SaysAsync("要两袋");

        var reply = await mei.SaysAsync(said);

        Assert.Single(reply.Messages);
        Assert.Contains(expected, reply.Text, StringComparison.Ordinal);
        Assert.Contains("怎么给你方便", reply.Text, StringComparison.Ordinal);
        Assert.Contains("到哪里取", (await mei.SaysAsync("1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_over_begins_a_new_order()
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = await OrderingTests.AtSummaryAsync(chat);

        Assert.Contains("洗什么", (await mei.SaysAsync("重新开始")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_understood_is_never_answered_twice_in_the_same_words()
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = chat.Person();

        var answers = new List<string>();
        for (var i = 0; i < 4; i++)
            answers.Add((await mei.SaysAsync("天气怎么样")).Text);

        Assert.All(answers.Zip(answers.Skip(1)), pair => Assert.NotEqual(pair.First, pair.Second));
        Assert.Contains("天气怎么样", answers[0], StringComparison.Ordinal);
        Assert.Contains("人工", answers[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_choice_is_never_answered_twice_in_the_same_words()
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = chat.Person();
        await mei.SaysAsync("下单");

        var answers = new List<string>();
        for (var i = 0; i < 4; i++)
            answers.Add((await mei.SaysAsync("天气怎么样")).Text);

        Assert.All(answers.Zip(answers.Skip(1)), pair => Assert.NotEqual(pair.First, pair.Second));
        Assert.All(answers, a => Assert.Contains("洗什么", a, StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_some_hours_the_order_goes_on_with_a_line_saying_where_it_stands()
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = chat.Person();
        await mei.SaysAsync("要两袋", "1");
        chat.Shop.Clock.Advance(TimeSpan.FromHours(5));

        var reply = await mei.SaysAsync("你好");

        Assert.Contains("一袋洗 × 2 袋", reply.Text, StringComparison.Ordinal);
        Assert.Contains("到哪里取", reply.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1", "到哪里取")]
    [InlineData("继续", "到哪里取")]
    [InlineData("重新开始", "洗什么")]
    [InlineData("2", "洗什么")]
    [InlineData("取消", "这单不下了")]
    public async Task After_a_day_the_customer_decides_whether_to_go_on(string said, string expected)
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = chat.Person();
        await mei.SaysAsync("要两袋", "1");
        chat.Shop.Clock.Advance(TimeSpan.FromHours(25));

        var asked = await mei.SaysAsync("上海市黄浦区南京东路100号");
        Assert.Equal(["接着下", "重新开始"], asked.Choices);

        Assert.Contains(expected, (await mei.SaysAsync(said)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tap_on_the_accounts_menu_counts_as_its_word()
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = chat.Person();

        Assert.Contains("洗什么", (await mei.EventAsync("menu", "order")).Text, StringComparison.Ordinal);
        Assert.Contains("还没有下好的订单", (await mei.EventAsync("menu", "orders")).Text, StringComparison.Ordinal);
        Assert.Empty((await mei.EventAsync("location", "31.2,121.4")).Messages);
    }

    [Fact]
    public async Task Who_wants_a_person_is_asked_for_a_number_and_staff_are_told()
    {
        await using var chat = await ShopChat.OpenAsync();
        await chat.StaffAsync();
        var mei = chat.Person();

        Assert.Contains("手机号", (await mei.SaysAsync("人工")).Text, StringComparison.Ordinal);
        Assert.Contains("不像电话号码", (await mei.SaysAsync("不知道")).Text, StringComparison.Ordinal);
        Assert.Contains("138****5678", (await mei.SaysAsync("13812345678")).Text, StringComparison.Ordinal);

        Assert.Equal("13812345678", Assert.Single(chat.Shop.Owed<PersonAsked>()).Fact.Said);
    }

    [Fact]
    public async Task Where_nobody_works_yet_that_is_said_honestly()
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = chat.Person();

        Assert.Contains("还没有店员", (await mei.SaysAsync("人工", "13812345678")).Text, StringComparison.Ordinal);
    }

    private static readonly string?[] Hostile =
    [
        null, "", "   ", "\ud83d\udc57\ud83d\udc57", "\ud800", "\udfff二", "\u202e\u0000\u0007", new string('洗', 10_000), new string('9', 300), "{product}", "{{0}}",
        "'; DROP TABLE \"order\";--", "<xml>&amp;</xml>", "1\n2\n3", "٣", "²", "第", "-", "？？？", "１",
    ];

    public static TheoryData<string> Places => ["", "下单", "口红", "口红|1", "口红|1|2", "口红|1|2|2", "口红|1|2|1", "口红|1|2|1|艾", "口红|1|2|1|艾|13812345678|1"];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Nothing_a_phone_can_send_stops_an_order(string said)
    {
        await using var chat = await ShopChat.OpenAsync(TestShop.Eunchae);
        var mei = chat.Person();
        foreach (var hostile in Hostile)
        {
            await mei.SaysAsync(said.Split('|', StringSplitOptions.RemoveEmptyEntries));

            Assert.NotEmpty((await mei.SaysAsync(hostile)).Text);
            Assert.NotEmpty((await mei.SendsPictureAsync()).Text);
            Assert.NotEmpty((await mei.SendsLocationAsync("")).Text);
            Assert.NotEmpty((await mei.SendsAsync(new Activity(ActivityTypes.Message) { Attachments = [new Attachment("audio/amr", "x")] })).Text);
            Assert.NotEmpty((await mei.SaysAsync("取消")).Text);
        }
    }
}
