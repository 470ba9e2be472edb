using System.Text;
using System.Xml.Linq;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Media;

namespace ShopBot.Tests.Channels.WeChat;

/// <summary>What of the bot's replies goes into the one message that answers a push, and how it looks there.</summary>
public sealed class WeChatAnswerTests
{
    [Fact]
    public async Task The_first_reply_is_the_answer_and_the_rest_goes_through_the_outbox_in_order()
    {
        await using var wechat = await TestWeChat.OpenAsync();

        var answer = await wechat.AskAsync(Typing(), MessageFactory.Text("one"), MessageFactory.Text("two"), MessageFactory.Text("three"));

        Assert.Equal("one", ContentOf(answer));
        Assert.Equal(["two", "three"], wechat.Outbox.Activities.Select(a => a.Text));
    }

    [Fact]
    public async Task Choices_are_numbered_lines_that_can_be_tapped()
    {
        await using var wechat = await TestWeChat.OpenAsync();

        var answer = await wechat.AskAsync(MessageFactory.SuggestedActions(["白色 42", "黑色&42"], "哪一双?"));

        Assert.Equal(
            "哪一双?\n"
            + "<a href=\"weixin://bizmsgmenu?msgmenucontent=%E7%99%BD%E8%89%B2%2042&msgmenuid=1\">1. 白色 42</a>\n"
            + "<a href=\"weixin://bizmsgmenu?msgmenucontent=%E9%BB%91%E8%89%B2%2642&msgmenuid=2\">2. 黑色&42</a>",
            ContentOf(answer));
    }

    [Fact]
    public async Task Many_choices_fall_back_to_bare_numbered_lines()
    {
        await using var wechat = await TestWeChat.OpenAsync();

        var answer = await wechat.AskAsync(MessageFactory.SuggestedActions(Enumerable.Range(1, 30).Select(n => $"第{n}款帆布鞋"), "哪一款?"));

        Assert.StartsWith("哪一款?\n1. 第1款帆布鞋\n2. ", ContentOf(answer), StringComparison.Ordinal);
        Assert.EndsWith("\n30. 第30款帆布鞋", ContentOf(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_to_open_is_a_link_and_anything_but_a_web_page_is_dropped()
    {
        await using var wechat = await TestWeChat.OpenAsync();
        var reply = MessageFactory.SuggestedActions(
            [
                new CardAction(ActionTypes.OpenUrl, "订单", value: "https://shop.example/o/1?a=\"x\"&b=<a>"),
                new CardAction(ActionTypes.OpenUrl, "bad", value: "javascript:alert(1)"),
                new CardAction(ActionTypes.Call, "call", value: "tel:1"),
            ], "看这里");

        Assert.Equal("看这里\n<a href=\"https://shop.example/o/1?a=%22x%22&b=%3Ca%3E\">订单</a>", ContentOf(await wechat.AskAsync(reply)));
    }

    [Theory]
    [InlineData("3 < 5 & \"6\"", "3 < 5 & \"6\"")]
    [InlineData("<a href=\"https://evil.example\">win</a>", "＜a href=\"https://evil.example\">win＜/a>")]
    [InlineData("<A HREF='x'>", "＜A HREF='x'>")]
    [InlineData("end ]]> of ]]]]> sections", "end ]]> of ]]]]> sections")]
    [InlineData("no\u0000 control\u000b \u001b[1m\uFFFEs", "no control [1ms")]
    [InlineData("lines\r\nof\rany\nkind\t.", "lines\nof\nany\nkind\t.")]
    public async Task Text_reads_literally_and_can_form_no_link(string says, string reads)
    {
        await using var wechat = await TestWeChat.OpenAsync();

        Assert.Equal(reads, ContentOf(await wechat.AskAsync(MessageFactory.Text(says))));
    }

    [Fact]
    public async Task Half_a_character_is_left_out()
    {
        await using var wechat = await TestWeChat.OpenAsync();

        Assert.Equal("half  pair  whole 😀", ContentOf(await wechat.AskAsync(MessageFactory.Text("half \ud83d pair \ude00 whole 😀"))));
    }

    [Fact]
    public async Task Titles_of_choices_can_form_no_link_either()
    {
        await using var wechat = await TestWeChat.OpenAsync();

        var content = ContentOf(await wechat.AskAsync(MessageFactory.SuggestedActions(["x</a><a href=\"https://evil.example\">"], "?")));

        Assert.DoesNotContain("<a href=\"https://evil", content, StringComparison.Ordinal);
        Assert.Equal(1, content.Split("</a>").Length - 1);
    }

    [Theory]
    [InlineData(2047, true)]
    [InlineData(2048, false)]
    public async Task A_text_too_long_for_the_answer_is_left_to_the_outbox_whole(int bytes, bool isAnswer)
    {
        await using var wechat = await TestWeChat.OpenAsync();
        var text = new string('字', bytes / 3) + new string('x', bytes % 3);

        var answer = await wechat.AskAsync(MessageFactory.Text(text), MessageFactory.Text("after"));

        Assert.Equal(isAnswer ? text : null, answer is null ? null : ContentOf(answer));
        Assert.Equal(isAnswer ? ["after"] : [text, "after"], wechat.Outbox.Activities.Select(a => a.Text));
    }

    [Fact]
    public async Task A_picture_is_the_answer_once_the_platform_has_it()
    {
        await using var wechat = await TestWeChat.OpenAsync();
        var picture = MessageFactory.ContentUrl(MediaReference.For("pic1"), "image/jpeg");

        Assert.Null(await wechat.AskAsync(picture));
        Assert.Equal("media:pic1", wechat.Outbox.Activities.Single().Attachments.Single().ContentUrl);

        wechat.Tokens.KeepUpload("shop", "pic1", "platform-7", wechat.Clock.Now.AddHours(1));
        var answer = await wechat.AnswerToAsync(TestWeChat.TextXml("?", id: 2), picture);
        Assert.Equal("image", answer!.Element("MsgType")!.Value);
        Assert.Equal("platform-7", answer.Element("Image")!.Element("MediaId")!.Value);
    }

    [Fact]
    public async Task A_reply_of_several_messages_is_not_torn_apart()
    {
        await using var wechat = await TestWeChat.OpenAsync();

        Assert.Null(await wechat.AskAsync(MessageFactory.ContentUrl(MediaReference.For("pic1"), "image/jpeg", text: "您的订单")));

        Assert.Equal("您的订单", wechat.Outbox.Activities.Single().Text);
    }

    [Fact]
    public async Task A_card_with_a_page_and_a_picture_is_an_article()
    {
        await using var wechat = await TestWeChat.OpenAsync();

        var answer = await wechat.AskAsync(Cards(1));

        Assert.Equal("news", answer!.Element("MsgType")!.Value);
        Assert.Equal("1", answer.Element("ArticleCount")!.Value);
        var item = Assert.Single(answer.Element("Articles")!.Elements("item"));
        Assert.Equal(
            ["新品 1", "8折", "https://shop.example/m/pic1", "https://shop.example/p/1"],
            item.Elements().Select(e => e.Value));
    }

    [Theory]
    [InlineData("text", 2, false)]
    [InlineData("click", 8, true)]
    [InlineData("click", 9, false)]
    public async Task A_message_is_answered_with_one_article_and_an_event_with_up_to_eight(string sample, int cards, bool isAnswer)
    {
        await using var wechat = await TestWeChat.OpenAsync();

        var answer = await wechat.AnswerToAsync(TestWeChat.Sample(sample), Cards(cards));

        if (isAnswer)
            Assert.Equal(cards, answer!.Element("Articles")!.Elements("item").Count());
        else
            Assert.Null(answer);
    }

    [Fact]
    public async Task A_card_without_a_picture_or_with_things_to_say_is_text()
    {
        await using var wechat = await TestWeChat.OpenAsync();
        var card = new HeroCard("帆布鞋", "¥199", "百搭", buttons: [new CardAction(ActionTypes.ImBack, "下单", value: "下单"), new CardAction(ActionTypes.OpenUrl, "看图", value: "https://shop.example/p/1")]);

        var content = ContentOf(await wechat.AskAsync(MessageFactory.Attachment(card.ToAttachment())));

        Assert.StartsWith("帆布鞋\n¥199\n百搭\n<a href=\"weixin://bizmsgmenu?", content, StringComparison.Ordinal);
        Assert.EndsWith("\n<a href=\"https://shop.example/p/1\">看图</a>", content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_may_not_push_says_everything_of_a_turn_in_one_text()
    {
        await using var wechat = await TestWeChat.OpenAsync(account => account.Kind = AccountKind.Subscription);

        var answer = await wechat.AskAsync(
            MessageFactory.Text("已收到"), Typing(), MessageFactory.ContentUrl(MediaReference.For("pic1"), "image/jpeg"),
            Cards(1), MessageFactory.SuggestedActions(["好", "不用"], "继续?"));

        Assert.Equal(
            "已收到\n\nhttps://shop.example/m/pic1\n\n新品 1\nhttps://shop.example/p/1\n\n继续?\n"
            + "<a href=\"weixin://bizmsgmenu?msgmenucontent=%E5%A5%BD&msgmenuid=1\">1. 好</a>\n"
            + "<a href=\"weixin://bizmsgmenu?msgmenucontent=%E4%B8%8D%E7%94%A8&msgmenuid=2\">2. 不用</a>",
            ContentOf(answer));
        Assert.Empty(wechat.Outbox.Entries);
    }

    [Fact]
    public async Task Such_an_account_cuts_what_is_too_long_but_keeps_the_choices()
    {
        await using var wechat = await TestWeChat.OpenAsync(account => account.Kind = AccountKind.Service);

        var content = ContentOf(await wechat.AskAsync(
            MessageFactory.Text(string.Concat(Enumerable.Repeat("这是一句话。", 200))), MessageFactory.SuggestedActions(["好", "不用"], "继续?")));

        Assert.InRange(Encoding.UTF8.GetByteCount(content), 1900, 2047);
        Assert.Contains("。…\n<a href", content, StringComparison.Ordinal);
        Assert.EndsWith("2. 不用</a>", content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Such_an_account_still_answers_with_an_article_when_that_is_all()
    {
        await using var wechat = await TestWeChat.OpenAsync(account => account.Kind = AccountKind.Subscription);

        Assert.Equal("news", (await wechat.AskAsync(Cards(1)))!.Element("MsgType")!.Value);
    }

    private static string ContentOf(XElement? answer)
    {
        Assert.NotNull(answer);
        Assert.Equal("text", answer.Element("MsgType")!.Value);
        return answer.Element("Content")!.Value;
    }

    private static Activity Typing() => new() { Type = ActivityTypes.Typing };

    private static IMessageActivity Cards(int count) => MessageFactory.Carousel(Enumerable.Range(1, count).Select(n => new HeroCard(
        $"新品 {n}", "8折", images: [new CardImage(MediaReference.For($"pic{n}"))],
        tap: new CardAction(ActionTypes.OpenUrl, "看", value: $"https://shop.example/p/{n}")).ToAttachment()));
}
