using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Media;
using ShopBot.Messaging.Outbox;

namespace ShopBot.Tests.Channels.WeChat;

public sealed class WeChatOutboundTests
{
    private const string Send = "message/custom/send", Upload = "media/upload";

    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0x0D, 0x0A, 0x2D, 0x2D, 0x00, 0xFF, 0xD9];

    [Fact]
    public async Task A_text_is_sent_as_raw_utf8_with_the_token()
    {
        await using var platform = await FakePlatform.OpenAsync();
        await using var wechat = await OpenAsync(platform);

        var outcome = await SendOneAsync(wechat, MessageFactory.Text("您的订单\"7\"\\已发货\n😀👨‍👩‍👧"));

        Assert.IsType<SendOutcome.Delivered>(outcome);
        var call = Assert.Single(platform.To(Send));
        Assert.Equal("application/json; charset=utf-8", call.ContentType);
        Assert.Equal("access_token=token-1", call.Query);
        Assert.Equal(
            $$$"""{"touser":"{{{TestWeChat.Person}}}","msgtype":"text","text":{"content":"您的订单\"7\"\\已发货\n😀👨‍👩‍👧"}}""",
            call.Text);
    }

    [Fact]
    public async Task The_token_is_asked_for_with_the_accounts_credentials()
    {
        await using var platform = await FakePlatform.OpenAsync();
        await using var wechat = await OpenAsync(platform);

        await SendOneAsync(wechat, MessageFactory.Text("x"));

        Assert.Equal(
            """{"grant_type":"client_credential","appid":"wx0a1b2c3d4e5f6071","secret":"5ec2e7a1b2c3d4e5f60718293a4b5c6d","force_refresh":false}""",
            Assert.Single(platform.To("stable_token")).Text);
    }

    [Fact]
    public async Task A_few_short_choices_are_a_menu()
    {
        await using var wechat = await TestWeChat.OpenAsync();

        var body = Assert.Single(await RenderAsync(wechat, MessageFactory.SuggestedActions(["满意", "不满意"], "怎么样?")));

        Assert.Equal("msgmenu", body.GetProperty("msgtype").GetString());
        Assert.Equal(
            """{"head_content":"怎么样?\n","list":[{"id":"1","content":"满意"},{"id":"2","content":"不满意"}],"tail_content":""}""",
            body.GetProperty("msgmenu").GetRawText());
    }

    [Fact]
    public async Task A_choice_that_says_something_else_than_its_title_is_a_link_that_says_it()
    {
        await using var wechat = await TestWeChat.OpenAsync();
        CardAction[] actions = [new(ActionTypes.ImBack, "白色", value: "variant-1"), new(ActionTypes.ImBack, "黑色", value: "variant-2")];

        var body = Assert.Single(await RenderAsync(wechat, MessageFactory.SuggestedActions(actions, "颜色?")));

        Assert.Contains("msgmenucontent=variant-1&msgmenuid=1\">1. 白色</a>", body.GetProperty("text").GetProperty("content").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_text_is_several_messages_cut_at_sentences_with_the_choices_last()
    {
        await using var wechat = await TestWeChat.OpenAsync();
        var text = string.Concat(Enumerable.Range(1, 300).Select(n => $"这是第{n}句话。"));

        var contents = (await RenderAsync(wechat, MessageFactory.SuggestedActions(["好", "不用"], text)))
            .Select(body => body.GetProperty("text").GetProperty("content").GetString()!).ToList();

        Assert.True(contents.Count >= 3);
        Assert.All(contents, content => Assert.InRange(Encoding.UTF8.GetByteCount(content), 1, 2048));
        Assert.All(contents.SkipLast(1), content => Assert.EndsWith("。", content, StringComparison.Ordinal));
        Assert.Equal(text, string.Concat(contents)[..text.Length]);
        Assert.EndsWith("2. 不用</a>", contents[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_without_any_place_to_cut_is_cut_between_whole_characters()
    {
        await using var wechat = await TestWeChat.OpenAsync();
        var text = string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 200));

        var contents = (await RenderAsync(wechat, MessageFactory.Text(text)))
            .Select(body => body.GetProperty("text").GetProperty("content").GetString()!).ToList();

        Assert.Equal(text, string.Concat(contents));
        Assert.All(contents, content => Assert.EndsWith("👦", content, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_picture_is_uploaded_once_in_the_form_the_platform_reads_and_then_sent_by_its_id()
    {
        await using var platform = await FakePlatform.OpenAsync();
        await using var wechat = await OpenAsync(platform);
        platform.On(Upload, """{"type":"image","media_id":"platform-1","created_at":1760000400}""");
        wechat.Media.Files["pic1"] = new MediaFile("pic1", "laundry", "image/jpeg", Jpeg);

        var bodies = await RenderAsync(wechat, MessageFactory.ContentUrl(MediaReference.For("pic1"), "image/jpeg", text: "取件照片"));
        await RenderAsync(wechat, MessageFactory.ContentUrl(MediaReference.For("pic1"), "image/jpeg"));

        Assert.Equal(["text", "image"], bodies.Select(body => body.GetProperty("msgtype").GetString()));
        Assert.Equal("platform-1", bodies[1].GetProperty("image").GetProperty("media_id").GetString());
        var upload = Assert.Single(platform.To(Upload));
        Assert.Equal("type=image&access_token=token-1", upload.Query);
        const string type = "multipart/form-data; boundary=";
        Assert.StartsWith(type, upload.ContentType, StringComparison.Ordinal);
        var boundary = upload.ContentType![type.Length..];
        Assert.DoesNotContain('"', boundary);
        byte[] expected =
        [
            .. Encoding.ASCII.GetBytes($"--{boundary}\r\nContent-Disposition: form-data; name=\"media\"; filename=\"picture.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n"),
            .. Jpeg,
            .. Encoding.ASCII.GetBytes($"\r\n--{boundary}--\r\n"),
        ];
        Assert.Equal(expected, upload.Body);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1760000400).AddDays(3), wechat.Tokens.UploadEnds("shop", "pic1"));
    }

    [Fact]
    public async Task An_upload_is_made_again_before_the_platform_forgets_it()
    {
        await using var platform = await FakePlatform.OpenAsync();
        await using var wechat = await OpenAsync(platform);
        platform.On(Upload, """{"type":"image","media_id":"fresh","created_at":1760000400}""");
        wechat.Media.Files["pic1"] = new MediaFile("pic1", "laundry", "image/png", Jpeg);
        wechat.Tokens.KeepUpload("shop", "pic1", "nearly over", wechat.Clock.Now.AddHours(11));

        var body = Assert.Single(await RenderAsync(wechat, MessageFactory.ContentUrl(MediaReference.For("pic1"), "image/png")));

        Assert.Equal("fresh", body.GetProperty("image").GetProperty("media_id").GetString());
        Assert.Contains("filename=\"picture.png\"", Assert.Single(platform.To(Upload)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_the_platform_forgot_is_uploaded_again_at_the_next_rendering()
    {
        await using var platform = await FakePlatform.OpenAsync();
        await using var wechat = await OpenAsync(platform);
        platform.On(Send, """{"errcode":40007,"errmsg":"invalid media_id rid: 1"}""");
        wechat.Tokens.KeepUpload("shop", "pic1", "forgotten", wechat.Clock.Now.AddDays(2));

        var outcome = await SendOneAsync(wechat, MessageFactory.ContentUrl(MediaReference.For("pic1"), "image/png"));

        Assert.Equal(Refusal.MediaExpired, Assert.IsType<SendOutcome.Refused>(outcome).Kind);
        Assert.Null(await wechat.Tokens.FindUploadAsync("shop", "pic1", wechat.Clock.Now, CancellationToken.None));
    }

    [Theory]
    [InlineData("""{"errcode":-1,"errmsg":"system error"}""", 200)]
    [InlineData("""{"type":"image"}""", 200)]
    [InlineData("", 200)]
    [InlineData("<html>", 502)]
    public async Task An_upload_that_nobody_can_make_sense_of_is_simply_tried_again(string answer, int status)
    {
        await using var platform = await FakePlatform.OpenAsync();
        await using var wechat = await OpenAsync(platform);
        platform.On(Upload, answer, status);
        wechat.Media.Files["pic1"] = new MediaFile("pic1", "laundry", "image/png", Jpeg);

        var failed = Assert.IsType<Rendering.Failed>(await RenderRawAsync(wechat, MessageFactory.ContentUrl(MediaReference.For("pic1"), "image/png")));

        Assert.False(Assert.IsType<SendOutcome.TryAgain>(failed.Outcome).CountsAsAttempt);
    }

    [Fact]
    public async Task A_picture_that_is_gone_fails_the_rendering_for_good_and_one_the_platform_refuses_goes_as_a_link()
    {
        await using var platform = await FakePlatform.OpenAsync();
        await using var wechat = await OpenAsync(platform);
        platform.On(Upload, """{"errcode":40006,"errmsg":"invalid meida size"}""");
        var message = MessageFactory.ContentUrl(MediaReference.For("pic1"), "image/png");

        var refused = Assert.IsType<SendOutcome.Refused>(Assert.IsType<Rendering.Failed>(await RenderRawAsync(wechat, message)).Outcome);
        Assert.Equal((Refusal.Content, "media"), (refused.Kind, refused.Code));
        wechat.Media.Files["pic1"] = new MediaFile("pic1", "laundry", "image/png", Jpeg);
        Assert.Equal("https://shop.example/m/pic1", Assert.Single(await RenderAsync(wechat, message)).GetProperty("text").GetProperty("content").GetString());
    }

    [Fact]
    public async Task Cards_are_articles_one_message_each()
    {
        await using var wechat = await TestWeChat.OpenAsync();
        var cards = Enumerable.Range(1, 2).Select(n => new HeroCard(
            $"新品 {n}", images: [new CardImage("https://shop.example/1.jpg")], buttons: [new CardAction(ActionTypes.OpenUrl, "看", value: "https://shop.example/p")]).ToAttachment());

        var bodies = await RenderAsync(wechat, MessageFactory.Carousel(cards));

        Assert.Equal(2, bodies.Count);
        Assert.Equal(
            """{"articles":[{"title":"新品 1","description":"新品 1","url":"https://shop.example/p","picurl":"https://shop.example/1.jpg"}]}""",
            bodies[0].GetProperty("news").GetRawText());
    }

    [Fact]
    public async Task Stored_activities_render_like_fresh_ones()
    {
        await using var wechat = await TestWeChat.OpenAsync();
        var fresh = (Activity)MessageFactory.Carousel([new HeroCard(
            "新品", images: [new CardImage("https://shop.example/1.jpg")],
            buttons: [new CardAction(ActionTypes.OpenUrl, "看", value: "https://shop.example/p"), new CardAction(ActionTypes.ImBack, "买", value: "我要买")]).ToAttachment()]);

        var stored = ActivityPayload.Read(ActivityPayload.Write([fresh]));

        Assert.Equal(
            (await RenderAsync(wechat, fresh)).Select(body => body.GetRawText()),
            (await RenderAsync(wechat, [.. stored])).Select(body => body.GetRawText()));
    }

    [Fact]
    public async Task Nothing_is_rendered_for_a_closed_route_or_for_silence()
    {
        await using var wechat = await TestWeChat.OpenAsync();

        var closed = await wechat.Outbound.RenderAsync(wechat.Account, wechat.Contact, new Route.Closed("x"), [MessageFactory.Text("x")], CancellationToken.None);

        Assert.Equal(Refusal.WindowShut, Assert.IsType<SendOutcome.Refused>(Assert.IsType<Rendering.Failed>(closed).Outcome).Kind);
        Assert.Empty(await RenderAsync(wechat, new Activity { Type = ActivityTypes.Typing }, MessageFactory.Text("  ")));
    }

    [Theory]
    [InlineData("""{"errcode":0,"errmsg":"ok"}""")]
    [InlineData("""{"errcode":"0","errmsg":"ok"}""")]
    [InlineData("""{"errmsg":"ok"}""")]
    public async Task An_accepted_message_is_delivered_however_the_platform_writes_it(string answer)
    {
        Assert.IsType<SendOutcome.Delivered>(await OutcomeOfAsync(answer));
    }

    [Theory]
    [InlineData("""{"errcode":-1,"errmsg":"system error"}""", 200)]
    [InlineData("""{"errcode":"-1"}""", 200)]
    [InlineData("""{"errcode":null}""", 200)]
    [InlineData("""{"errcode":0""", 200)]
    [InlineData("""[1]""", 200)]
    [InlineData("null", 200)]
    [InlineData("", 200)]
    [InlineData("<html><body>502 Bad Gateway</body></html>", 200)]
    [InlineData("<html><body>502 Bad Gateway</body></html>", 502)]
    [InlineData("""{"errcode":0,"errmsg":"ok"}""", 500)]
    [InlineData("", 302)]
    public async Task An_answer_that_does_not_say_whether_it_was_accepted_is_unknown(string answer, int status)
    {
        Assert.IsType<SendOutcome.Unknown>(await OutcomeOfAsync(answer, status));
    }

    [Fact]
    public async Task An_endless_or_deep_answer_is_unknown_and_costs_little()
    {
        await using var platform = await FakePlatform.OpenAsync();
        await using var wechat = await OpenAsync(platform);
        platform.On(Send, async (http, _) =>
        {
            for (var mebibyte = 0; mebibyte < 64 && !http.RequestAborted.IsCancellationRequested; mebibyte++)
                await http.Response.Body.WriteAsync(new byte[1024 * 1024], http.RequestAborted);
        });
        Assert.IsType<SendOutcome.Unknown>(await SendOneAsync(wechat, MessageFactory.Text("x")));

        platform.On(Send, string.Concat(Enumerable.Repeat("{\"a\":", 5000)));
        Assert.IsType<SendOutcome.Unknown>(await SendOneAsync(wechat, MessageFactory.Text("x")));
    }

    [Fact]
    public async Task A_platform_that_takes_the_message_and_hangs_leaves_it_unknown_within_the_limit()
    {
        await using var platform = await FakePlatform.OpenAsync();
        await using var wechat = await OpenAsync(platform, TimeSpan.FromMilliseconds(400));
        await SendOneAsync(wechat, MessageFactory.Text("brings the token"));
        platform.On(Send, (http, _) => Task.Delay(TimeSpan.FromSeconds(30), http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));

        Assert.IsType<SendOutcome.Unknown>(await SendOneAsync(wechat, MessageFactory.Text("x")));
        Assert.Equal(2, platform.To(Send).Count);
    }

    [Fact]
    public async Task A_connection_cut_after_the_request_leaves_it_unknown_and_is_not_repeated()
    {
        await using var platform = await FakePlatform.OpenAsync();
        await using var wechat = await OpenAsync(platform);
        platform.On(Send, (http, _) =>
        {
            http.Abort();
            return Task.CompletedTask;
        });
        Assert.IsType<SendOutcome.Unknown>(await SendOneAsync(wechat, MessageFactory.Text("x")));

        platform.On(Send, async (http, _) =>
        {
            http.Response.ContentLength = 100;
            await http.Response.WriteAsync("""{"errcode":0,""");
            await http.Response.Body.FlushAsync();
            http.Abort();
        });
        Assert.IsType<SendOutcome.Unknown>(await SendOneAsync(wechat, MessageFactory.Text("x")));
        Assert.Equal(2, platform.To(Send).Count);
    }

    [Fact]
    public async Task A_platform_nobody_can_reach_certainly_got_nothing()
    {
        await using var nobody = await TestWeChat.OpenAsync(account => account.ApiBase = "http://127.0.0.1:1");
        nobody.Tokens.Put("shop", new AccountToken("t", nobody.Clock.Now.AddHours(1)));
        Assert.False(Assert.IsType<SendOutcome.TryAgain>(await SendOneAsync(nobody, MessageFactory.Text("x"))).CountsAsAttempt);

        await using var noName = await TestWeChat.OpenAsync(account => account.ApiBase = "http://nowhere.invalid");
        noName.Tokens.Put("shop", new AccountToken("t", noName.Clock.Now.AddHours(1)));
        Assert.False(Assert.IsType<SendOutcome.TryAgain>(await SendOneAsync(noName, MessageFactory.Text("x"))).CountsAsAttempt);

        await using var platform = await FakePlatform.OpenAsync();
        await using var noTls = await TestWeChat.OpenAsync(account => account.ApiBase = platform.Address.Replace("http:", "https:", StringComparison.Ordinal));
        noTls.Tokens.Put("shop", new AccountToken("t", noTls.Clock.Now.AddHours(1)));
        Assert.False(Assert.IsType<SendOutcome.TryAgain>(await SendOneAsync(noTls, MessageFactory.Text("x"))).CountsAsAttempt);
    }

    [Theory]
    [InlineData("45015", Refusal.WindowShut)]
    [InlineData("45047", Refusal.WindowShut)]
    [InlineData("40007", Refusal.MediaExpired)]
    [InlineData("40037", Refusal.TemplateOff)]
    [InlineData("45002", Refusal.Content)]
    [InlineData("47003", Refusal.TemplateOff)]
    [InlineData("40033", Refusal.Content)]
    [InlineData("45008", Refusal.Content)]
    [InlineData("99999", Refusal.Unclassified, "unclassified 99999")]
    [InlineData("3147483730", Refusal.Unclassified, "unclassified")]
    [InlineData("48001", Refusal.NotPermitted, null, true)]
    [InlineData("48004", Refusal.NotPermitted, null, true)]
    [InlineData("40164", Refusal.NotPermitted, null, true)]
    [InlineData("61004", Refusal.NotPermitted, null, true)]
    [InlineData("45087", Refusal.NotPermitted, null, true)]
    [InlineData("40013", Refusal.Credentials, null, true)]
    public async Task A_refusal_says_what_would_help(string code, Refusal kind, string? why = null, bool pauses = false)
    {
        var refused = Assert.IsType<SendOutcome.Refused>(await OutcomeOfAsync($$"""{"errcode":{{code}},"errmsg":"what the platform says rid: 1"}"""));

        Assert.Equal((kind, code), (refused.Kind, refused.Code));
        Assert.StartsWith(why ?? "what the platform says", refused.Why, StringComparison.Ordinal);
        Assert.Equal(pauses ? DateTimeOffset.FromUnixTimeSeconds(1760000400).AddMinutes(10) : null, refused.PausedUntil);
    }

    [Theory]
    [InlineData("40003")]
    [InlineData("43004")]
    [InlineData("43019")]
    [InlineData("48002")]
    [InlineData("50002")]
    [InlineData("70000")]
    public async Task A_person_who_cannot_be_reached_is_gone(string code)
    {
        Assert.Equal(code, Assert.IsType<SendOutcome.RecipientGone>(await OutcomeOfAsync($$"""{"errcode":{{code}},"errmsg":"no"}""")).Code);
    }

    [Fact]
    public async Task A_days_quota_pauses_until_beijing_midnight_and_a_minutes_for_under_a_minute()
    {
        // 2025-10-09 09:00 UTC is 17:00 in Beijing.
        var day = Assert.IsType<SendOutcome.Refused>(await OutcomeOfAsync("""{"errcode":45009,"errmsg":"x"}"""));
        Assert.Equal((Refusal.Quota, DateTimeOffset.Parse("2025-10-09T16:00:00Z", null)), (day.Kind, day.PausedUntil!.Value));

        var minute = Assert.IsType<SendOutcome.Refused>(await OutcomeOfAsync("""{"errcode":45011,"errmsg":"x"}"""));
        Assert.Equal(Refusal.Quota, minute.Kind);
        Assert.InRange(minute.PausedUntil!.Value - DateTimeOffset.FromUnixTimeSeconds(1760000400), TimeSpan.FromSeconds(45), TimeSpan.FromSeconds(60));
    }

    private static Task<TestWeChat> OpenAsync(FakePlatform platform, TimeSpan? callLimit = null) =>
        TestWeChat.OpenAsync(account => account.ApiBase = platform.Address, callLimit: callLimit);

    private static async Task<SendOutcome> OutcomeOfAsync(string answer, int status = 200)
    {
        await using var platform = await FakePlatform.OpenAsync();
        await using var wechat = await OpenAsync(platform);
        platform.On(Send, answer, status);
        var outcome = await SendOneAsync(wechat, MessageFactory.Text("x"));
        Assert.Single(platform.To(Send));
        return outcome;
    }

    private static async Task<SendOutcome> SendOneAsync(TestWeChat wechat, IActivity message)
    {
        var ready = Assert.IsType<Rendering.Ready>(await RenderRawAsync(wechat, message));
        return await wechat.Outbound.SendAsync(wechat.Account, wechat.Contact, Assert.Single(ready.Parts), CancellationToken.None);
    }

    private static Task<Rendering> RenderRawAsync(TestWeChat wechat, params IActivity[] messages) => wechat.Outbound.RenderAsync(
        wechat.Account, wechat.Contact, new Route.ServiceWindow("message", wechat.Clock.Now.AddHours(1), 5), [.. messages.Cast<Activity>()], CancellationToken.None);

    private static async Task<IReadOnlyList<JsonElement>> RenderAsync(TestWeChat wechat, params IActivity[] messages)
    {
        var ready = Assert.IsType<Rendering.Ready>(await RenderRawAsync(wechat, messages));
        Assert.Equal(Enumerable.Range(0, ready.Parts.Count), ready.Parts.Select(part => part.Position));
        Assert.All(ready.Parts, part => Assert.Equal((Send, null), (part.Api, part.Key)));
        return [.. ready.Parts.Select(part => JsonDocument.Parse(part.Payload).RootElement)];
    }
}
