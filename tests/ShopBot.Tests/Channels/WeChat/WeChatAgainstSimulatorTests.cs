using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Media;
using ShopBot.Messaging.Outbox;
using ShopBot.Simulator.WeChat;

namespace ShopBot.Tests.Channels.WeChat;

/// <summary>The channel and the strict platform in a box, which share no code, understand each other.</summary>
public sealed class WeChatAgainstSimulatorTests
{
    [Theory]
    [InlineData(WrappingMode.Secure)]
    [InlineData(WrappingMode.Compatible)]
    [InlineData(WrappingMode.Plain)]
    public async Task A_person_writes_taps_and_is_answered_in_every_mode(WrappingMode mode)
    {
        await using var box = await PlatformBox.OpenAsync(account =>
        {
            account.Mode = mode;
            account.PathSecret = mode == WrappingMode.Plain ? "unguessable-0123456789" : "";
        });
        box.Bot.Replies = [MessageFactory.SuggestedActions(["白色 😀", "黑色&]]>\"42"], "哪一双?")];

        var asked = await box.Phone.SayAsync("有鞋吗<a>");
        Assert.Equal("有鞋吗<a>", box.Bot.Last.Text);
        Assert.Equal("text", asked.Reply!.Kind);

        box.Bot.Replies = [MessageFactory.Text("好的")];
        var tapped = await box.Phone.ChooseAsync(asked.Reply, asked.Reply.Choices![1]);
        Assert.Equal("黑色&]]>\"42", box.Bot.Last.Text);
        Assert.Equal("好的", tapped.Reply!.Text);
        Assert.Equal(["message", "menu"], box.WeChat.Contacts.Windows.Select(window => window.Trigger));
    }

    [Fact]
    public async Task Every_kind_of_customer_service_message_is_taken_and_shown()
    {
        await using var box = await PlatformBox.OpenAsync();
        await box.Phone.SayAsync("hi");
        box.WeChat.Media.Files["bag"] = new MediaFile("bag", "laundry", "image/jpeg", await box.Control.SampleAsync("bag"));

        Assert.All(await box.SendAsync(MessageFactory.Text("您的订单已发货 😀\n\"#12\"")), outcome => Assert.IsType<SendOutcome.Delivered>(outcome));
        Assert.All(await box.SendAsync(MessageFactory.ContentUrl(MediaReference.For("bag"), "image/jpeg")), outcome => Assert.IsType<SendOutcome.Delivered>(outcome));
        Assert.All(await box.SendAsync(MessageFactory.SuggestedActions(["满意", "不满意"], "怎么样?")), outcome => Assert.IsType<SendOutcome.Delivered>(outcome));
        Assert.All(
            await box.SendAsync(MessageFactory.Attachment(new HeroCard(
                "订单 12", "已完成", images: [new CardImage(MediaReference.For("bag"))], tap: new CardAction(ActionTypes.OpenUrl, "看", value: "https://shop.example/o/1")).ToAttachment())),
            outcome => Assert.IsType<SendOutcome.Delivered>(outcome));

        var shown = await box.Phone.ReceivedAsync();
        Assert.Equal(["text", "image", "menu", "news"], shown.Select(message => message.Kind));
        Assert.Equal("您的订单已发货 😀\n\"#12\"", shown[0].Text);

        await box.Phone.ChooseAsync(shown[2], shown[2].Choices![0]);
        Assert.Equal("满意", box.Bot.Last.Text);
    }

    [Fact]
    public async Task An_uploaded_picture_is_then_an_answer_too()
    {
        await using var box = await PlatformBox.OpenAsync();
        await box.Phone.SayAsync("hi");
        box.WeChat.Media.Files["bag"] = new MediaFile("bag", "laundry", "image/jpeg", await box.Control.SampleAsync("bag"));
        var picture = MessageFactory.ContentUrl(MediaReference.For("bag"), "image/jpeg");
        await box.SendAsync(picture);

        box.Bot.Replies = [picture];
        Assert.Equal("image", (await box.Phone.SayAsync("again")).Reply!.Kind);
    }

    [Fact]
    public async Task A_picture_that_a_person_sent_is_fetched_byte_for_byte()
    {
        await using var box = await PlatformBox.OpenAsync();

        await box.Phone.SendPictureAsync("stain");
        await box.WeChat.IncomingMedia.KeepAsync(box.WeChat.Account, Assert.Single(box.Bot.Last.Attachments), CancellationToken.None);

        Assert.Equal(await box.Control.SampleAsync("stain"), Assert.Single(box.WeChat.Media.Kept));
    }

    [Fact]
    public async Task Windows_open_and_shut_as_the_channel_notes_them()
    {
        await using var box = await PlatformBox.OpenAsync();
        Assert.Equal(Refusal.WindowShut, Assert.IsType<SendOutcome.Refused>((await box.SendAsync(MessageFactory.Text("x")))[0]).Kind);

        await box.Phone.SayAsync("hi");
        var noted = Assert.Single(box.WeChat.Contacts.Windows);
        for (var message = 0; message < noted.Remaining; message++)
            Assert.IsType<SendOutcome.Delivered>((await box.SendAsync(MessageFactory.Text($"{message}")))[0]);
        Assert.Equal("45047", Assert.IsType<SendOutcome.Refused>((await box.SendAsync(MessageFactory.Text("6th")))[0]).Code);

        await box.Phone.UnfollowAsync();
        Assert.Equal([box.Contact], box.WeChat.Contacts.Gone);
        Assert.Equal("45015", Assert.IsType<SendOutcome.Refused>((await box.SendAsync(MessageFactory.Text("x")))[0]).Code);
    }

    [Fact]
    public async Task Follow_scan_unknown_kinds_and_places_are_understood()
    {
        await using var box = await PlatformBox.OpenAsync(follows: false);
        box.Bot.Replies = [MessageFactory.Text("欢迎")];

        Assert.Equal("欢迎", (await box.Phone.ScanAsync("order_88")).Reply!.Text);
        Assert.Equal("order_88", box.Bot.Last.Value);
        await box.Phone.ScanAsync("order_89");
        Assert.Equal(("scan", "order_89"), (box.Bot.Last.Name, box.Bot.Last.Value));
        await box.Phone.SendPlaceAsync(31.2, 121.4, "上海");
        Assert.Equal("上海", box.Bot.Last.Text);
        box.Bot.Replies = [];
        Assert.True((await box.Phone.SendUnknownAsync("hologram")).Delivered);
        Assert.Equal(["follow", "scan", "message", "message"], box.WeChat.Contacts.Windows.Select(window => window.Trigger));
    }

    [Fact]
    public async Task A_stolen_token_costs_no_message()
    {
        await using var box = await PlatformBox.OpenAsync();
        await box.Phone.SayAsync("hi");
        await box.SendAsync(MessageFactory.Text("1"));
        await box.StealTokenAsync();

        Assert.IsType<SendOutcome.Delivered>((await box.SendAsync(MessageFactory.Text("2")))[0]);
        Assert.Equal(["1", "2"], (await box.Phone.ReceivedAsync()).Select(message => message.Text));
    }

    [Theory]
    [InlineData("errcode", -1, typeof(SendOutcome.Unknown))]
    [InlineData("errcode", 45009, typeof(SendOutcome.Refused))]
    [InlineData("html", 0, typeof(SendOutcome.Unknown))]
    [InlineData("empty", 0, typeof(SendOutcome.Unknown))]
    [InlineData("drop", 0, typeof(SendOutcome.Unknown))]
    [InlineData("accept-and-cut", 0, typeof(SendOutcome.Unknown))]
    public async Task A_fault_of_the_platform_is_an_outcome(string fault, int errcode, Type outcome)
    {
        await using var box = await PlatformBox.OpenAsync();
        await box.Phone.SayAsync("hi");
        await box.Control.AddFaultAsync(new { on = "/cgi-bin/message/custom/send", @do = fault, errcode });

        Assert.IsType(outcome, (await box.SendAsync(MessageFactory.Text("x")))[0]);
        Assert.Equal(fault == "accept-and-cut" ? 1 : 0, (await box.Phone.ReceivedAsync()).Count);
    }

    [Fact]
    public async Task An_account_that_may_not_push_is_told_so()
    {
        await using var box = await PlatformBox.OpenAsync(account => account.Kind = ShopBot.Messaging.Contacts.AccountKind.Subscription);
        box.Bot.Replies = [MessageFactory.Text("一"), MessageFactory.Text("二")];

        Assert.Equal("一\n\n二", (await box.Phone.SayAsync("hi")).Reply!.Text);
        Assert.Equal(Refusal.NotPermitted, Assert.IsType<SendOutcome.Refused>((await box.SendAsync(MessageFactory.Text("x")))[0]).Kind);
    }

    [Fact]
    public async Task Fifty_messages_after_a_token_was_stolen_fetch_one_new_token()
    {
        await using var box = await PlatformBox.OpenAsync(templates: [new SimulatedTemplate("tmplProgress", "进度", "进度：{{thing1.DATA}}")]);
        var form = new NoticeTemplate { Id = "tmplProgress", Data = { ["thing1"] = "洗好了" } };
        Assert.IsType<SendOutcome.Delivered>(await box.SendFormAsync(form));
        await box.StealTokenAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => box.SendFormAsync(form)));

        Assert.All(outcomes, outcome => Assert.IsType<SendOutcome.Delivered>(outcome));
        var calls = await box.Control.TranscriptAsync(box.WeChat.Account.Name, "kind=call");
        Assert.Equal(2, calls.Count(call => call.Api == "/cgi-bin/stable_token"));
        Assert.InRange(calls.Count(call => call.Errcode == 40001), 1, 50);
        Assert.Equal(51, calls.Count(call => call is { Api: "/cgi-bin/message/template/send", Errcode: 0 }));
    }

    [Fact]
    public async Task A_form_shows_what_it_was_filled_with_and_opens_the_page()
    {
        await using var box = await PlatformBox.OpenAsync(templates: [new SimulatedTemplate(
            "tmplProgress", "订单进度", "编号：{{character_string1.DATA}}\n进度：{{thing2.DATA}}\n时间：{{time3.DATA}}\n说明：{{thing4.DATA}}")]);
        var form = new NoticeTemplate
        {
            Id = "tmplProgress",
            Data = { ["character_string1"] = "{number}", ["thing2"] = "{what} <b>{note}", ["time3"] = "{time}", ["thing4"] = "{nothing}" },
        };

        Assert.IsType<SendOutcome.Delivered>(await box.SendFormAsync(form));

        var shown = Assert.Single(await box.Phone.ReceivedAsync());
        Assert.Equal("https://shop.example/o/1", shown.Url);
        Assert.Equal(["12", "洗好了 <b>领口有一处旧的污渍，已经…", "2026-03-02 12:00", "-"], shown.Rows!.Select(row => row.Value));
    }

    [Fact]
    public async Task A_value_that_does_not_fit_its_field_is_refused_before_the_platform_is_asked()
    {
        await using var box = await PlatformBox.OpenAsync();
        var form = new NoticeTemplate { Id = "tmplProgress", Data = { ["phrase1"] = "太长的一句话不行" } };

        var refused = Assert.IsType<SendOutcome.Refused>(Assert.IsType<Rendering.Failed>(await box.RenderFormAsync(form)).Outcome);

        Assert.Equal(Refusal.TemplateOff, refused.Kind);
        Assert.Contains("phrase1", refused.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recordings_films_and_music_are_taken_and_shown_and_what_is_too_large_goes_as_a_link()
    {
        await using var box = await PlatformBox.OpenAsync();
        await box.Phone.SayAsync("hi");
        byte[] amr = [.. "#!AMR\n"u8, .. Enumerable.Repeat((byte)0x3C, 32)];
        byte[] mp4 = [0, 0, 0, 24, .. "ftypmp42"u8, .. new byte[64]];
        box.WeChat.Media.Files["voice"] = new MediaFile("voice", "laundry", "audio/amr", amr);
        box.WeChat.Media.Files["film"] = new MediaFile("film", "laundry", "video/mp4", mp4);
        box.WeChat.Media.Files["thumb"] = new MediaFile("thumb", "laundry", "image/jpeg", await box.Control.SampleAsync("thumb"));
        box.WeChat.Media.Files["long"] = new MediaFile("long", "laundry", "audio/amr", new byte[3 * 1024 * 1024]);

        await box.SendAsync(MessageFactory.ContentUrl(MediaReference.For("voice"), "audio/amr"));
        await box.SendAsync(new Activity { Type = "message", Attachments = [new Attachment("video/mp4", MediaReference.For("film"), name: "洗涤说明", thumbnailUrl: MediaReference.For("thumb"))] });
        await box.SendAsync(MessageFactory.Attachment(new Attachment(AudioCard.ContentType, content: new AudioCard(
            "雨声", text: "十分钟", image: new ThumbnailUrl(MediaReference.For("thumb")), media: [new MediaUrl("https://shop.example/rain.mp3")]))));
        await box.SendAsync(MessageFactory.ContentUrl(MediaReference.For("long"), "audio/amr"));

        var shown = await box.Phone.ReceivedAsync();
        Assert.Equal(["voice", "video", "music", "text"], shown.Select(message => message.Kind));
        Assert.Equal("https://shop.example/m/long", shown[3].Text);
    }

    [Fact]
    public async Task A_mini_program_opens_its_page_and_an_article_the_platform_does_not_know_is_refused()
    {
        await using var box = await PlatformBox.OpenAsync();
        await box.Phone.SayAsync("hi");
        box.WeChat.Media.Files["thumb"] = new MediaFile("thumb", "laundry", "image/jpeg", await box.Control.SampleAsync("thumb"));
        var program = new Attachment("application/vnd.wechat", "weixin-program:wx00000000000000aa/pages/o?id=7", name: "订单 7", thumbnailUrl: MediaReference.For("thumb"));

        Assert.All(await box.SendAsync(MessageFactory.Attachment(program)), outcome => Assert.IsType<SendOutcome.Delivered>(outcome));
        var article = await box.SendAsync(MessageFactory.Attachment(new Attachment("application/vnd.wechat", "weixin-article:A1", name: "秋季新品")));

        Assert.Equal(("miniprogram", "订单 7"), (await box.Phone.ReceivedAsync()).Select(message => (message.Kind, message.Title)).Single());
        Assert.Equal((Refusal.Content, "53600"), Assert.IsType<SendOutcome.Refused>(article[0]) is var refused ? (refused.Kind, refused.Code) : default);
    }

    [Fact]
    public async Task Who_is_being_answered_sees_it_and_a_refused_sign_harms_nothing()
    {
        await using var box = await PlatformBox.OpenAsync();
        box.Bot.Replies = [new Activity { Type = ActivityTypes.Typing }, MessageFactory.Text("好的")];
        await box.Control.AddFaultAsync(new { on = "/cgi-bin/message/custom/typing", @do = "errcode", errcode = 45081 });

        Assert.Equal("好的", (await box.Phone.SayAsync("hi")).Reply!.Text);

        await box.Control.FaultsAreUsedUpAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_person_who_accepts_a_notice_gets_one_and_what_came_of_it_is_heard()
    {
        await using var box = await PlatformBox.OpenAsync(templates: [new SimulatedTemplate("tmplNotice", "进度", "进度：{{thing1.DATA}}", IsNotice: true)]);
        var form = new NoticeTemplate { Id = "tmplNotice", Data = { ["thing1"] = "{what}" } };
        await box.Phone.AcceptNoticeAsync("tmplNotice");

        Assert.IsType<SendOutcome.Delivered>(await box.SendFormAsync(form, subscription: true));
        Assert.Equal(Refusal.NotWanted, Assert.IsType<SendOutcome.Refused>(await box.SendFormAsync(form, subscription: true)).Kind);

        Assert.Equal(("tmplNotice", true), box.WeChat.Contacts.Consents.Select(c => (c.TemplateId, c.Accepts)).Single());
        var report = await box.WeChat.Reports.FirstAsync();
        Assert.Equal((DeliveryResult.Delivered, "tmplNotice", box.Contact), (report.Result, report.TemplateId, report.To));
    }

    [Theory]
    [InlineData("errcode", true)]
    [InlineData("fail-job", false)]
    public async Task The_platform_reports_what_became_of_a_form(string fault, bool arrived)
    {
        await using var box = await PlatformBox.OpenAsync(templates: [new SimulatedTemplate("tmplProgress", "进度", "进度：{{thing1.DATA}}")]);
        if (!arrived)
            await box.Control.AddFaultAsync(new { on = "/cgi-bin/message/template/send", @do = fault });

        var sent = Assert.IsType<SendOutcome.Delivered>(await box.SendFormAsync(new NoticeTemplate { Id = "tmplProgress", Data = { ["thing1"] = "{what}" } }));

        var report = await box.WeChat.Reports.FirstAsync();
        Assert.Equal((arrived ? DeliveryResult.Delivered : DeliveryResult.Failed, sent.PlatformId, box.Contact), (report.Result, report.PlatformId, report.To));
    }
}
