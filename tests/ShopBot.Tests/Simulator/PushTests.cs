using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;
using ShopBot.Simulator.WeChat;
using ShopBot.Simulator.WeChat.Pushing;

namespace ShopBot.Tests.Simulator;

public sealed class PushTests
{
    [Fact]
    public async Task A_plain_push_is_signed_and_carries_ids_above_32_bits()
    {
        await using var world = await SimulatedWorld.OpenAsync();
        await world.ActAsync("say", new { text = "a <b> & ]]> 😀" });

        var push = Assert.Single(world.Received);
        var crypt = new MessageCrypt(world.Account.Token, world.Account.EncodingAESKey, world.Account.AppId);
        Assert.Equal(crypt.Sign(push.Query["timestamp"], push.Query["nonce"]), push.Query["signature"]);
        Assert.False(push.Query.ContainsKey("encrypt_type"));
        Assert.Equal("a <b> & ]]> 😀", push["Content"]);
        Assert.Equal<IEnumerable<string?>>([world.Account.OriginalId, await world.OpenIdAsync()], [push["ToUserName"], push["FromUserName"]]);
        Assert.Equal(world.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), push["CreateTime"]);
        Assert.True(long.Parse(push["MsgId"]!, CultureInfo.InvariantCulture) > int.MaxValue);
    }

    [Theory]
    [InlineData(PushMode.Compatible, true)]
    [InlineData(PushMode.Secure, false)]
    public async Task An_encrypted_push_hides_its_fields_only_in_secure_mode(PushMode mode, bool clear)
    {
        await using var world = await SimulatedWorld.OpenAsync(a => a with { Mode = mode });
        await world.ActAsync("say", new { text = "你好" });

        var push = Assert.Single(world.Received);
        var crypt = new MessageCrypt(world.Account.Token, world.Account.EncodingAESKey, world.Account.AppId);
        Assert.Equal("aes", push.Query["encrypt_type"]);
        Assert.Equal(crypt.Sign(push.Query["timestamp"], push.Query["nonce"], push["Encrypt"]!), push.Query["msg_signature"]);
        Assert.Equal(clear, push["Content"] is not null);
        Assert.True(crypt.TryDecrypt(push["Encrypt"]!, out var inner));
        Assert.Equal("你好", XElement.Parse(inner).Element("Content")!.Value);
    }

    [Fact]
    public async Task A_secure_reply_must_be_sealed_for_this_account()
    {
        await using var world = await SimulatedWorld.OpenAsync(a => a with { Mode = PushMode.Secure });
        var crypt = new MessageCrypt(world.Account.Token, world.Account.EncodingAESKey, world.Account.AppId);
        var foreign = new MessageCrypt(world.Account.Token, world.Account.EncodingAESKey, "wx00000000000000ff");
        async Task<JsonNode> Say(MessageCrypt sealer, Func<string, string>? spoil = null)
        {
            world.Bot = (push, http) =>
            {
                Assert.True(crypt.TryDecrypt(push["Encrypt"]!, out var inner));
                var cipher = sealer.Encrypt(world.Reply(new ReceivedPush(push.Query, inner)));
                var body = $"<xml><Encrypt><![CDATA[{cipher}]]></Encrypt><MsgSignature><![CDATA[{sealer.Sign("1772413200", "42", cipher)}]]></MsgSignature>"
                    + "<TimeStamp>1772413200</TimeStamp><Nonce><![CDATA[42]]></Nonce></xml>";
                return http.Response.WriteAsync(spoil?.Invoke(body) ?? body);
            };
            return await world.ActAsync("say", new { text = "hi" });
        }

        Assert.Equal("好的", (string)(await Say(crypt))["reply"]!["text"]!);
        Assert.Equal("the envelope carries another AppID", (string)(await Say(foreign))["problem"]!);
        Assert.Equal("MsgSignature does not fit", (string)(await Say(crypt, b => b.Replace("<![CDATA[42]]>", "43", StringComparison.Ordinal)))["problem"]!);
        Assert.Equal("TimeStamp is not Unix seconds", (string)(await Say(crypt, b => b.Replace("<TimeStamp>1772413200", "<TimeStamp>1772413200000", StringComparison.Ordinal)))["problem"]!);
        world.Bot = (push, http) => http.Response.WriteAsync(world.Reply(push with { Body = "<xml><FromUserName>x</FromUserName></xml>" }));
        Assert.Equal("in secure mode the reply must be encrypted", (string)(await world.ActAsync("say", new { text = "hi" }))["problem"]!);
    }

    [Theory]
    [InlineData("")]
    [InlineData("success")]
    public async Task Success_or_nothing_is_enough(string body)
    {
        await using var world = await SimulatedWorld.OpenAsync();
        world.BotSays(body);

        var outcome = await world.ActAsync("say", new { text = "hi" });

        Assert.True((bool)outcome["delivered"]!);
        Assert.Null(outcome["reply"]);
        Assert.Single(world.Received);
        Assert.Single(await world.ChatAsync());
    }

    [Fact]
    public async Task A_reply_is_shown_on_the_phone()
    {
        await using var world = await SimulatedWorld.OpenAsync();
        world.Bot = (push, http) => http.Response.WriteAsync(world.Reply(push));

        var outcome = await world.ActAsync("say", new { text = "hi" });

        Assert.Equal(["account", "text", "好的", "reply"],
            [(string)outcome["reply"]!["from"]!, (string)outcome["reply"]!["kind"]!, (string)outcome["reply"]!["text"]!, (string)outcome["reply"]!["via"]!]);
        Assert.Equal((long)outcome["reply"]!["id"]!, (long)(await world.ChatAsync())[^1]["id"]!);
    }

    public static TheoryData<string, string> BadReplies => new()
    {
        { "JSON", "{\"errcode\":0}" },
        { "Success", "Success" },
        { "success with a newline", "success\n" },
        { "leading white space", " OK" },
        { "leading white space before the XML", " OK<" },
        { "no swap", "<MsgType>text</MsgType><Content>x</Content>|swap" },
        { "unknown type", "<MsgType>telegram</MsgType>" },
        { "no type", "<Content>x</Content>" },
        { "empty text", "<MsgType>text</MsgType><Content></Content>" },
        { "long text", $"<MsgType>text</MsgType><Content>{new string('x', 2049)}</Content>" },
        { "wrong case", "<MsgType>text</MsgType><content>x</content>" },
        { "unknown media", "<MsgType>image</MsgType><Image><MediaId>x</MediaId></Image>" },
        { "missing media", "<MsgType>voice</MsgType><Voice></Voice>" },
        { "music without thumb", "<MsgType>music</MsgType><Music><MusicUrl>http://a/</MusicUrl></Music>" },
        { "no articles", "<MsgType>news</MsgType><ArticleCount>0</ArticleCount><Articles></Articles>" },
        { "two articles to a message", "<MsgType>news</MsgType><ArticleCount>2</ArticleCount><Articles>ITEM ITEM</Articles>" },
        { "wrong count", "<MsgType>news</MsgType><ArticleCount>2</ArticleCount><Articles>ITEM</Articles>" },
        { "article without picture", "<MsgType>news</MsgType><ArticleCount>1</ArticleCount><Articles><item><Title>t</Title><Description/><Url>u</Url></item></Articles>" },
        { "doctype", "<!DOCTYPE xml><MsgType>text</MsgType>" },
        { "not closed", "<MsgType>text" },
    };

    [Theory]
    [MemberData(nameof(BadReplies))]
    public async Task A_bad_reply_is_tried_three_times_and_ends_in_the_fault_notice(string what, string rest)
    {
        await using var world = await SimulatedWorld.OpenAsync();
        const string item = "<item><Title>t</Title><Description>d</Description><PicUrl>p</PicUrl><Url>u</Url></item>";
        world.Bot = (push, http) => http.Response.WriteAsync(rest.EndsWith("|swap", StringComparison.Ordinal)
            ? world.Reply(push, rest[..^5]).Replace("ToUserName", "X", StringComparison.Ordinal).Replace("FromUserName", "ToUserName", StringComparison.Ordinal).Replace("X", "FromUserName", StringComparison.Ordinal)
            : rest.StartsWith(" OK", StringComparison.Ordinal) ? " " + world.Reply(push)
            : rest.StartsWith('<') ? world.Reply(push, rest.Replace("ITEM", item, StringComparison.Ordinal)) : rest);

        var outcome = await world.ActAsync("say", new { text = "hi" });

        Assert.False((bool)outcome["delivered"]!, what);
        Assert.Equal(3, outcome["tries"]!.AsArray().Count);
        Assert.Equal(Pusher.ServiceFault, (string)outcome["notice"]!);
        var notice = (await world.ChatAsync())[^1];
        Assert.Equal(["platform", "notice", Pusher.ServiceFault], [(string)notice["from"]!, (string)notice["kind"]!, (string)notice["text"]!]);
    }

    [Fact]
    public async Task An_event_may_be_answered_with_several_articles_but_not_handed_over()
    {
        await using var world = await SimulatedWorld.OpenAsync();
        var items = string.Concat(Enumerable.Repeat("<item><Title>t</Title><Description>d</Description><PicUrl>p</PicUrl><Url>u</Url></item>", 8));
        world.Bot = (push, http) => http.Response.WriteAsync(world.Reply(push, $"<MsgType>news</MsgType><ArticleCount>8</ArticleCount><Articles>{items}</Articles>"));
        Assert.Equal(8, (await world.ActAsync("scan", new { scene = "s" }))["reply"]!["articles"]!.AsArray().Count);

        world.Bot = (push, http) => http.Response.WriteAsync(world.Reply(push, "<MsgType>transfer_customer_service</MsgType>"));

        Assert.True((bool)(await world.ActAsync("say", new { text = "hi" }))["delivered"]!);
        Assert.False((bool)(await world.ActAsync("scan", new { scene = "s" }))["delivered"]!);
    }

    [Fact]
    public async Task A_bot_that_does_not_answer_in_time_is_asked_three_times_with_the_same_message()
    {
        await using var world = await SimulatedWorld.OpenAsync(configure: o => o.PushTimeout = TimeSpan.FromMilliseconds(150));
        world.Bot = (_, http) => Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);

        var outcome = await world.ActAsync("say", new { text = "hi" });

        Assert.Equal(3, world.Received.Count);
        Assert.Single(world.Received.Select(r => r["MsgId"]).Distinct());
        Assert.Equal(3, world.Received.Select(r => r.Query["nonce"]).Distinct().Count());
        Assert.Equal("no answer within 0.15 s", (string)outcome["problem"]!);
    }

    [Fact]
    public async Task A_good_reply_to_a_later_try_still_counts()
    {
        await using var world = await SimulatedWorld.OpenAsync();
        world.Bot = (push, http) => world.Received.Count < 3 ? Fail(http) : http.Response.WriteAsync(world.Reply(push));

        var outcome = await world.ActAsync("say", new { text = "hi" });

        Assert.True((bool)outcome["delivered"]!);
        Assert.Equal([500, 500, 200], outcome["tries"]!.AsArray().Select(t => (int)t!["status"]!));
        Assert.Equal("好的", (string)outcome["reply"]!["text"]!);
    }

    [Fact]
    public async Task Ten_failures_in_a_row_suspend_the_account_for_a_minute()
    {
        await using var world = await SimulatedWorld.OpenAsync();
        world.Bot = (_, http) => Fail(http);
        for (var i = 0; i < 10; i++)
            await world.ActAsync("say", new { text = "hi" });
        world.BotSays("success");
        world.Received.Clear();

        var suspended = await world.ActAsync("say", new { text = "hi" });
        Assert.Equal(Pusher.Unavailable, (string)suspended["notice"]!);
        Assert.Empty(world.Received);
        world.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.True((bool)(await world.ActAsync("say", new { text = "hi" }))["delivered"]!);
    }

    [Fact]
    public async Task An_address_is_verified_by_a_signed_question()
    {
        await using var world = await SimulatedWorld.OpenAsync();
        world.Bot = (push, http) => http.Response.WriteAsync(push.Query["echostr"]);
        Assert.True((bool)(await world.ControlAsync(HttpMethod.Post, "/accounts/shop/verify"))["verified"]!);
        var asked = Assert.Single(world.Received);
        Assert.Equal(new MessageCrypt(world.Account.Token, world.Account.EncodingAESKey, world.Account.AppId)
            .Sign(asked.Query["timestamp"], asked.Query["nonce"]), asked.Query["signature"]);

        world.Bot = (push, http) => http.Response.WriteAsync($"\"{push.Query["echostr"]}\"");

        Assert.Equal("the body is not exactly echostr", (string)(await world.ControlAsync(HttpMethod.Post, "/accounts/shop/verify"))["problem"]!);
    }

    [Fact]
    public async Task Leaving_cannot_be_answered_and_shows_no_notice()
    {
        await using var world = await SimulatedWorld.OpenAsync();
        world.Bot = (push, http) => http.Response.WriteAsync(world.Reply(push));

        var outcome = await world.ActAsync("unfollow");

        Assert.True((bool)outcome["delivered"]!);
        Assert.Null(outcome["reply"]);
        Assert.Equal("event", (string)Assert.Single(await world.ChatAsync())["kind"]!);
    }

    private static Task Fail(HttpContext http)
    {
        http.Response.StatusCode = 500;
        return Task.CompletedTask;
    }
}
