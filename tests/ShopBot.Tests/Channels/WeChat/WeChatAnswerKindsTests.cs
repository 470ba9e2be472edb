using System.Xml.Linq;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Media;

namespace ShopBot.Tests.Channels.WeChat;

/// <summary>Answers that are more than words: recordings, films, music, and the hand-over to the platform's own console.</summary>
public sealed class WeChatAnswerKindsTests
{
    [Fact]
    public async Task A_recording_the_platform_has_is_a_voice_answer()
    {
        await using var wechat = await WithAsync("voice");

        var answer = await wechat.AskAsync(MessageFactory.ContentUrl(MediaReference.For("voice"), "audio/amr"));

        Assert.Equal(("voice", "platform-voice"), (Of(answer, "MsgType"), Of(answer, "Voice", "MediaId")));
    }

    [Fact]
    public async Task A_film_the_platform_has_is_a_video_answer_and_needs_no_thumbnail()
    {
        await using var wechat = await WithAsync("film");

        var answer = await wechat.AskAsync(MessageFactory.Attachment(new Attachment(VideoCard.ContentType, content: new VideoCard(
            "洗涤说明", text: "30 秒", media: [new MediaUrl(MediaReference.For("film"))]))));

        Assert.Equal("video", Of(answer, "MsgType"));
        Assert.Equal(("platform-film", "洗涤说明", "30 秒"), (Of(answer, "Video", "MediaId"), Of(answer, "Video", "Title"), Of(answer, "Video", "Description")));
    }

    [Fact]
    public async Task Music_names_both_addresses_and_its_thumbnail()
    {
        await using var wechat = await WithAsync("thumb#thumb");

        var answer = await wechat.AskAsync(MessageFactory.Attachment(new Attachment(AudioCard.ContentType, content: new AudioCard(
            "雨声", text: "十分钟", image: new ThumbnailUrl(MediaReference.For("thumb")),
            media: [new MediaUrl("https://shop.example/a.mp3"), new MediaUrl("https://shop.example/b.mp3")]))));

        Assert.Equal("music", Of(answer, "MsgType"));
        Assert.Equal(
            ("雨声", "十分钟", "https://shop.example/a.mp3", "https://shop.example/b.mp3", "platform-thumb#thumb"),
            (Of(answer, "Music", "Title"), Of(answer, "Music", "Description"), Of(answer, "Music", "MusicUrl"), Of(answer, "Music", "HQMusicUrl"), Of(answer, "Music", "ThumbMediaId")));
    }

    [Fact]
    public async Task What_the_platform_does_not_have_yet_comes_through_the_outbox()
    {
        await using var wechat = await TestWeChat.OpenAsync();

        Assert.Null(await wechat.AskAsync(MessageFactory.ContentUrl(MediaReference.For("voice"), "audio/amr")));
        Assert.Single(wechat.Outbox.Activities);
    }

    [Theory]
    [InlineData("alice@shop")]
    [InlineData(null)]
    public async Task A_hand_over_is_the_answer_and_words_follow_it(string? agent)
    {
        await using var wechat = await TestWeChat.OpenAsync();

        var answer = await wechat.AskAsync(MessageFactory.Text("店里的人马上来"), new Activity { Type = ActivityTypes.Handoff, Value = agent });

        Assert.Equal(("transfer_customer_service", agent), (Of(answer, "MsgType"), Of(answer, "TransInfo", "KfAccount")));
        Assert.Equal(["店里的人马上来"], wechat.Outbox.Activities.Select(a => a.Text));
    }

    [Fact]
    public async Task An_event_is_not_handed_over()
    {
        await using var wechat = await TestWeChat.OpenAsync();

        Assert.Null(await wechat.AnswerToAsync(TestWeChat.Sample("click"), new Activity { Type = ActivityTypes.Handoff }));
    }

    [Fact]
    public async Task An_account_that_may_only_answer_hands_over_too()
    {
        await using var wechat = await TestWeChat.OpenAsync(account => account.Kind = AccountKind.Subscription);

        var answer = await wechat.AskAsync(MessageFactory.Text("店里的人马上来"), new Activity { Type = ActivityTypes.Handoff });

        Assert.Equal("transfer_customer_service", Of(answer, "MsgType"));
        Assert.Empty(wechat.Contacts.Windows);
    }

    private static async Task<TestWeChat> WithAsync(string uploaded)
    {
        var wechat = await TestWeChat.OpenAsync();
        wechat.Tokens.KeepUpload(wechat.Account.Name, uploaded, $"platform-{uploaded}", wechat.Clock.Now.AddDays(1));
        return wechat;
    }

    private static string? Of(XElement? answer, params string[] path) => path.Aggregate(answer, (element, name) => element?.Element(name))?.Value;
}
