using System.Net;
using System.Text;
using Microsoft.Bot.Builder;
using ShopBot.Channels.WeChat;
using ShopBot.Messaging.Contacts;

namespace ShopBot.Tests.Channels.WeChat;

public sealed class WeChatWebhookTests
{
    private const string Secret = "unguessable-0123456789";

    [Fact]
    public async Task The_platforms_question_whether_the_address_is_ours_gets_its_echo_back_exactly()
    {
        await using var wechat = await TestWeChat.OpenAsync();

        var response = await wechat.Http.GetAsync(wechat.Path + wechat.PlainQuery() + "&echostr=4375120948345356249");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("4375120948345356249"u8.ToArray(), await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task The_official_verification_request_is_answered()
    {
        await using var wechat = await TestWeChat.OpenAsync(account => account.Token = "AAAAA");

        var echo = await wechat.Http.GetStringAsync(
            wechat.Path + "?signature=f464b24fc39322e44b38aa78f5edd27bd1441696&echostr=4375120948345356249&timestamp=1714036504&nonce=1514711492");

        Assert.Equal("4375120948345356249", echo);
    }

    [Fact]
    public async Task The_platforms_own_sample_push_is_understood()
    {
        await using var wechat = await TestWeChat.OpenAsync(
            account =>
            {
                (account.Mode, account.Token, account.AppId) = (WrappingMode.Compatible, "spamtest", "wx2c2769f8efd9abc2");
                account.EncodingAESKey = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
            },
            at: 1409735670);

        var response = await wechat.PostAsync(
            "?encrypt_type=aes&timestamp=1409735669&nonce=1320562132&msg_signature=5d197aaffba7e9b25a30732f161a50dee96bd5fa",
            Encoding.UTF8.GetBytes($"<xml><ToUserName><![CDATA[gh_10f6c3c3ac5a]]></ToUserName><FromUserName><![CDATA[x]]></FromUserName><Encrypt><![CDATA[{WeChatVectorTests.CompatiblePush}]]></Encrypt></xml>"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("abcdteT", wechat.Bot.Last.Text);
        Assert.Equal("shop:oyORnuP8q7ou2gfYjqLzSIWZf0rs", wechat.Bot.Last.From.Id);
    }

    [Fact]
    public async Task A_turn_slower_than_the_guard_is_acknowledged_and_replies_through_the_outbox()
    {
        await using var wechat = await TestWeChat.OpenAsync(guard: TimeSpan.FromMilliseconds(60));
        var thinking = new TaskCompletionSource();
        (wechat.Bot.Thinks, wechat.Bot.Replies) = (thinking.Task, [MessageFactory.Text("late")]);

        var response = await wechat.PushAsync(TestWeChat.TextXml("?"));
        Assert.Equal("success", await response.Content.ReadAsStringAsync());

        thinking.SetResult();
        await wechat.Outbox.FirstAsync().WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal("late", Assert.Single(wechat.Outbox.Activities).Text);
    }

    [Fact]
    public async Task An_account_that_may_not_push_lets_the_platform_ask_again()
    {
        await using var wechat = await TestWeChat.OpenAsync(account => account.Kind = AccountKind.Subscription, guard: TimeSpan.FromMilliseconds(60));
        var thinking = new TaskCompletionSource();
        (wechat.Bot.Thinks, wechat.Bot.Replies) = (thinking.Task, [MessageFactory.Text("at the second try")]);

        var first = await wechat.PushAsync(TestWeChat.TextXml("?"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, first.StatusCode);
        Assert.Empty(await first.Content.ReadAsByteArrayAsync());

        thinking.SetResult();
        var second = await wechat.AnswerAsync(await wechat.PushAsync(TestWeChat.TextXml("?")));
        Assert.Equal("at the second try", second!.Element("Content")!.Value);
        Assert.Single(wechat.Bot.Heard);
    }

    [Fact]
    public async Task A_bot_that_fails_does_not_break_the_webhook()
    {
        await using var wechat = await TestWeChat.OpenAsync();
        wechat.Bot.Thinks = Task.FromException(new InvalidOperationException("broken"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await wechat.PushAsync(TestWeChat.TextXml("?"))).StatusCode);
    }

    [Fact]
    public async Task A_stranger_asking_the_same_learns_nothing()
    {
        await using var wechat = await TestWeChat.OpenAsync();

        var response = await wechat.Http.GetAsync($"{wechat.Path}?signature={new string('0', 40)}&timestamp=1760000390&nonce=1&echostr=1");

        await AssertRefusedAsync(wechat, response);
    }

    [Fact]
    public async Task A_secure_text_is_answered_sealed()
    {
        await using var wechat = await TestWeChat.OpenAsync();

        var answer = await wechat.AskAsync(MessageFactory.Text("42码有货"));

        Assert.Equal(TestWeChat.Person, answer!.Element("ToUserName")!.Value);
        Assert.Equal(TestWeChat.OriginalId, answer.Element("FromUserName")!.Value);
        Assert.Equal("1760000400", answer.Element("CreateTime")!.Value);
        Assert.Equal("text", answer.Element("MsgType")!.Value);
        Assert.Equal("42码有货", answer.Element("Content")!.Value);
    }

    [Fact]
    public async Task A_bot_with_nothing_to_say_acknowledges()
    {
        await using var wechat = await TestWeChat.OpenAsync();

        var response = await wechat.PushAsync(TestWeChat.TextXml("hm"));

        Assert.Equal("success"u8.ToArray(), await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task The_same_push_again_gets_the_same_bytes_and_no_second_turn()
    {
        await using var wechat = await TestWeChat.OpenAsync();
        wechat.Bot.Replies = [MessageFactory.Text("once")];

        var bodies = new List<byte[]>();
        for (var delivery = 0; delivery < 3; delivery++)
            bodies.Add(await (await wechat.PushAsync(TestWeChat.TextXml("?"))).Content.ReadAsByteArrayAsync());

        Assert.Single(wechat.Bot.Heard);
        Assert.Equal(bodies[0], bodies[1]);
        Assert.Equal(bodies[0], bodies[2]);
    }

    [Fact]
    public async Task Compatible_mode_believes_only_the_sealed_half_and_answers_sealed()
    {
        await using var wechat = await TestWeChat.OpenAsync(account => account.Mode = WrappingMode.Compatible);
        wechat.Bot.Replies = [MessageFactory.Text("ok")];
        var encrypted = wechat.Wrapping.Seal(Encoding.UTF8.GetBytes(TestWeChat.TextXml("sealed")));
        // A customer may type tags; they stand in the clear half as text.
        var body = TestWeChat.TextXml("clear <Encrypt>AAAA</Encrypt>").Replace("</xml>", $"<Encrypt><![CDATA[{encrypted}]]></Encrypt></xml>", StringComparison.Ordinal);

        var response = await wechat.PostAsync(wechat.SealedQuery(encrypted), Encoding.UTF8.GetBytes(body));

        Assert.Equal("ok", (await wechat.AnswerAsync(response))!.Element("Content")!.Value);
        Assert.Equal("sealed", wechat.Bot.Last.Text);
    }

    [Fact]
    public async Task Secure_mode_refuses_a_body_with_a_clear_half()
    {
        await using var wechat = await TestWeChat.OpenAsync();
        var encrypted = wechat.Wrapping.Seal(Encoding.UTF8.GetBytes(TestWeChat.TextXml("sealed")));
        var body = TestWeChat.TextXml("clear").Replace("</xml>", $"<Encrypt><![CDATA[{encrypted}]]></Encrypt></xml>", StringComparison.Ordinal);

        await AssertRefusedAsync(wechat, await wechat.PostAsync(wechat.SealedQuery(encrypted), Encoding.UTF8.GetBytes(body)));
    }

    [Fact]
    public async Task Plain_mode_needs_the_secret_in_the_path()
    {
        await using var wechat = await TestWeChat.OpenAsync(Plain);

        var answer = await wechat.AskAsync(MessageFactory.Text("ok"));
        Assert.Equal("ok", answer!.Element("Content")!.Value);

        foreach (var path in new[] { "/channels/wechat/shop", "/channels/wechat/shop/wrong", "/channels/wechat/other/" + Secret })
        {
            var response = await wechat.Http.PostAsync(path + wechat.PlainQuery(), new StringContent(TestWeChat.TextXml("x", id: 5)));
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }
        Assert.Single(wechat.Bot.Heard);
    }

    [Fact]
    public async Task Plain_mode_refuses_a_wrong_signature()
    {
        await using var wechat = await TestWeChat.OpenAsync(Plain);
        var query = wechat.PlainQuery().Replace("nonce=1", "nonce=2", StringComparison.Ordinal);

        await AssertRefusedAsync(wechat, await wechat.PostAsync(query, Encoding.UTF8.GetBytes(TestWeChat.TextXml("x"))));
    }

    [Fact]
    public async Task After_a_change_of_the_key_both_open_and_the_answer_uses_the_one_that_did()
    {
        await using var wechat = await TestWeChat.OpenAsync(account => account.PreviousEncodingAESKey = TestWeChat.OldKey);
        wechat.Bot.Replies = [MessageFactory.Text("ok")];
        var old = new Wrapping(wechat.Account.Token, TestWeChat.OldKey, wechat.Account.AppId);

        var response = await wechat.PostSealedAsync(old.Seal(Encoding.UTF8.GetBytes(TestWeChat.TextXml("x"))));

        var encrypted = System.Xml.Linq.XElement.Parse(await response.Content.ReadAsStringAsync()).Element("Encrypt")!.Value;
        Assert.Contains("ok", old.Open(encrypted), StringComparison.Ordinal);
        Assert.Equal("ok", (await wechat.AnswerToAsync(TestWeChat.TextXml("y", id: 6), MessageFactory.Text("ok")))!.Element("Content")!.Value);
    }

    [Fact]
    public async Task An_event_older_than_the_records_of_events_is_refused_and_one_within_is_not()
    {
        await using var wechat = await TestWeChat.OpenAsync();
        wechat.Clock.Now = DateTimeOffset.FromUnixTimeSeconds(1760000390).AddHours(72);
        Assert.Equal(HttpStatusCode.OK, (await wechat.PushAsync(TestWeChat.TextXml("x"))).StatusCode);

        wechat.Clock.Now = wechat.Clock.Now.AddSeconds(1);
        var late = await wechat.PushAsync(TestWeChat.TextXml("y", id: 8));

        Assert.Equal(HttpStatusCode.Unauthorized, late.StatusCode);
        Assert.Single(wechat.Bot.Heard);
    }

    public static TheoryData<string> Forgeries => new(
        "no query", "no msg_signature", "empty msg_signature", "upper-case msg_signature", "short msg_signature", "signature of the origin only",
        "other token", "other timestamp", "other nonce", "millisecond timestamp", "signed timestamp", "no encrypt_type", "encrypt_type raw",
        "digits moved from nonce to timestamp", "altered ciphertext", "empty ciphertext", "two ciphertexts",
        "ciphertext in an attribute", "ciphertext a level deeper", "plain body");

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task A_forged_push_is_refused_with_nothing_said(string forgery)
    {
        await using var wechat = await TestWeChat.OpenAsync();
        var xml = TestWeChat.TextXml("x");
        var encrypted = wechat.Wrapping.Seal(Encoding.UTF8.GetBytes(xml));
        var query = wechat.SealedQuery(encrypted);
        var body = TestWeChat.Envelope(encrypted);
        var signature = query[^40..];
        var foreign = new Wrapping("an0therTok3n", TestWeChat.Key, wechat.Account.AppId);
        const string time = "1760000390";

        (query, body) = forgery switch
        {
            "no query" => ("", body),
            "no msg_signature" => (query[..query.IndexOf("&msg_signature", StringComparison.Ordinal)], body),
            "empty msg_signature" => (query[..^40], body),
            "upper-case msg_signature" => (query[..^40] + signature.ToUpperInvariant(), body),
            "short msg_signature" => (query[..^1], body),
            "signature of the origin only" => (query[..^40] + wechat.Wrapping.Sign(time, TestWeChat.NonceSent), body),
            "other token" => (query[..^40] + foreign.Sign(time, TestWeChat.NonceSent, encrypted), body),
            "other timestamp" => (query.Replace(time, "1760000391", StringComparison.Ordinal), body),
            "other nonce" => (query.Replace("nonce=1", "nonce=2", StringComparison.Ordinal), body),
            "millisecond timestamp" => (wechat.SealedQuery(encrypted, time + "000"), body),
            "signed timestamp" => (wechat.SealedQuery(encrypted, "-176000039"), body),
            "no encrypt_type" => (query.Replace("&encrypt_type=aes", "", StringComparison.Ordinal), body),
            "encrypt_type raw" => (query.Replace("encrypt_type=aes", "encrypt_type=raw", StringComparison.Ordinal), body),
            // Joined without separators, the strings would still be the same.
            "digits moved from nonce to timestamp" => (
                query.Replace("nonce=13579246", "nonce=135792", StringComparison.Ordinal).Replace(time, "46" + time, StringComparison.Ordinal), body),
            "altered ciphertext" => (query, TestWeChat.Envelope((encrypted[0] == 'A' ? "B" : "A") + encrypted[1..])),
            "empty ciphertext" => (wechat.SealedQuery(""), TestWeChat.Envelope("")),
            "two ciphertexts" => (query, body.Replace("</xml>", $"<Encrypt>{encrypted}</Encrypt></xml>", StringComparison.Ordinal)),
            "ciphertext in an attribute" => (query, $"<xml><Encrypt value=\"{encrypted}\"/></xml>"),
            "ciphertext a level deeper" => (query, $"<xml><a><Encrypt>{encrypted}</Encrypt></a></xml>"),
            _ => (query, xml),
        };

        await AssertRefusedAsync(wechat, await wechat.PostAsync(query, Encoding.UTF8.GetBytes(body)));
    }

    [Fact]
    public async Task Every_failure_to_open_gives_one_and_the_same_answer()
    {
        await using var wechat = await TestWeChat.OpenAsync();
        var xml = Encoding.UTF8.GetBytes(TestWeChat.TextXml("x"));
        var other = new Wrapping(wechat.Account.Token, TestWeChat.OldKey, wechat.Account.AppId);
        string[] broken =
        [
            wechat.Wrapping.Seal(xml, padding: 0),
            wechat.Wrapping.Seal(xml, padding: 33),
            wechat.Wrapping.Seal(xml, padding: 255),
            wechat.Wrapping.SealPadded(TestWeChat.TextXml("x"), [.. Enumerable.Repeat((byte)33, 33)]),
            wechat.Wrapping.SealPadded(TestWeChat.TextXml("x"), [.. Enumerable.Repeat((byte)48, 48)]),
            wechat.Wrapping.SealPadded(TestWeChat.TextXml("x"), 1, 2, 3, 4),
            wechat.Wrapping.SealPadded(TestWeChat.TextXml("x"), 0),
            wechat.Wrapping.Seal(xml, foreignAppId: "wx0a1b2c3d4e5f6072"),
            wechat.Wrapping.Seal(xml, foreignAppId: ""),
            wechat.Wrapping.Seal(xml, length: xml.Length + 1),
            wechat.Wrapping.Seal(xml, length: int.MaxValue),
            wechat.Wrapping.Seal(xml, length: -1),
            wechat.Wrapping.Seal([], foreignAppId: ""),
            wechat.Wrapping.Seal("<xml><broken>"u8.ToArray()),
            wechat.Wrapping.Seal("{}"u8.ToArray()),
            other.Seal(xml),
            "AAAA",
            "A===",
            "A",
            Convert.ToBase64String(new byte[16]),
            Convert.ToBase64String(new byte[33]),
        ];

        var answers = new List<string>();
        foreach (var encrypted in broken)
        {
            var response = await wechat.PostSealedAsync(encrypted);
            response.Headers.Date = null;
            answers.Add($"{response}{await response.Content.ReadAsStringAsync()}");
        }

        Assert.Contains("401", answers[0], StringComparison.Ordinal);
        Assert.Single(answers.Distinct());
        Assert.Empty(wechat.Bot.Heard);
        var whole = wechat.Wrapping.SealPadded(TestWeChat.TextXml("x"), [.. Enumerable.Repeat((byte)17, 17)]);
        Assert.Equal(HttpStatusCode.OK, (await wechat.PostSealedAsync(whole)).StatusCode);
    }

    public static TheoryData<string, byte[]> HostileBodies
    {
        get
        {
            var text = TestWeChat.TextXml("x");
            return new TheoryData<string, byte[]>
            {
                { "empty", [] },
                { "document type", Encoding.UTF8.GetBytes("<!DOCTYPE xml [<!ENTITY a 'b'>]>" + text) },
                { "entity bomb", Encoding.UTF8.GetBytes("<!DOCTYPE x [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><xml>&b;</xml>") },
                { "external entity", Encoding.UTF8.GetBytes("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><xml><Content>&a;</Content></xml>") },
                { "unknown entity", Encoding.UTF8.GetBytes(text.Replace("<![CDATA[x]]>", "&x;", StringComparison.Ordinal)) },
                { "depth", Encoding.UTF8.GetBytes("<xml>" + string.Concat(Enumerable.Repeat("<a>", 9000))) },
                { "closed depth", Encoding.UTF8.GetBytes(text.Replace("</xml>", string.Concat(Enumerable.Repeat("<a>", 12)) + string.Concat(Enumerable.Repeat("</a>", 12)) + "</xml>", StringComparison.Ordinal)) },
                { "UTF-16", Encoding.Unicode.GetBytes(text) },
                { "UTF-32", Encoding.UTF32.GetBytes(text) },
                { "invalid UTF-8", [.. Encoding.UTF8.GetBytes(text)[..^6], 0xC3, 0x28, .. "</xml>"u8] },
                { "NUL", Encoding.UTF8.GetBytes(text.Replace("[x]", "[\0]", StringComparison.Ordinal)) },
                { "NUL reference", Encoding.UTF8.GetBytes(text.Replace("<![CDATA[x]]>", "&#0;", StringComparison.Ordinal)) },
                { "byte order mark", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)] },
                { "truncated", Encoding.UTF8.GetBytes(text[..^20]) },
                { "two roots", Encoding.UTF8.GetBytes(text + text) },
                { "other root", Encoding.UTF8.GetBytes(text.Replace("xml>", "html>", StringComparison.Ordinal)) },
                { "JSON", "{\"MsgType\":\"text\"}"u8.ToArray() },
                { "no sender", Encoding.UTF8.GetBytes(text.Replace("FromUserName", "From", StringComparison.Ordinal)) },
                { "sender with a slash", Encoding.UTF8.GetBytes(text.Replace(TestWeChat.Person, "o/../x", StringComparison.Ordinal)) },
                { "sender with a colon", Encoding.UTF8.GetBytes(text.Replace(TestWeChat.Person, "o:x", StringComparison.Ordinal)) },
                { "long sender", Encoding.UTF8.GetBytes(text.Replace(TestWeChat.Person, new string('o', 65), StringComparison.Ordinal)) },
                { "no time", Encoding.UTF8.GetBytes(text.Replace("CreateTime", "Time", StringComparison.Ordinal)) },
                { "negative time", Encoding.UTF8.GetBytes(text.Replace("<CreateTime>1", "<CreateTime>-1", StringComparison.Ordinal)) },
                { "time past all calendars", Encoding.UTF8.GetBytes(text.Replace("<CreateTime>1", "<CreateTime>99999999991", StringComparison.Ordinal)) },
                { "no kind", Encoding.UTF8.GetBytes(text.Replace("MsgType", "Kind", StringComparison.Ordinal)) },
            };
        }
    }

    [Theory]
    [MemberData(nameof(HostileBodies))]
    public async Task A_hostile_body_is_refused_in_either_mode(string what, byte[] body)
    {
        Assert.NotEmpty(what);
        await using var secure = await TestWeChat.OpenAsync();
        await AssertRefusedAsync(secure, await secure.PushAsync(body));
        await AssertRefusedAsync(secure, await secure.PostAsync(secure.SealedQuery("x"), body));

        await using var plain = await TestWeChat.OpenAsync(Plain);
        await AssertRefusedAsync(plain, await plain.PushAsync(body));
    }

    [Theory]
    [InlineData(64 * 1024, false, HttpStatusCode.OK)]
    [InlineData(64 * 1024 + 1, false, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(64 * 1024 + 1, true, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(8 * 1024 * 1024, true, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_body_is_read_up_to_64_KiB(int bytes, bool isChunked, HttpStatusCode status)
    {
        await using var wechat = await TestWeChat.OpenAsync(Plain);
        var text = TestWeChat.TextXml("x");
        var body = Encoding.UTF8.GetBytes(text.Replace("</xml>", new string(' ', bytes - Encoding.UTF8.GetByteCount(text)) + "</xml>", StringComparison.Ordinal));
        using var request = new HttpRequestMessage(HttpMethod.Post, wechat.Path + wechat.PlainQuery()) { Content = new ByteArrayContent(body) };
        request.Headers.TransferEncodingChunked = isChunked ? true : null;
        request.Headers.ExpectContinue = true;

        Assert.Equal(status, (await wechat.Http.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("Content-Length: 100\r\n\r\n<xml>", "408")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n5\r\n<xml>\r\n", "408")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nzz\r\n", "40")]
    public async Task A_body_that_never_ends_is_given_up(string sent, string status)
    {
        await using var wechat = await TestWeChat.OpenAsync(callLimit: TimeSpan.FromMilliseconds(300));
        using var connection = new System.Net.Sockets.TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, wechat.Http.BaseAddress!.Port);
        await using var stream = connection.GetStream();

        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST {wechat.Path}{wechat.SealedQuery("x")} HTTP/1.1\r\nHost: x\r\n{sent}"));

        var answer = new byte[64];
        var read = await stream.ReadAsync(answer).AsTask().WaitAsync(TimeSpan.FromSeconds(20));
        Assert.StartsWith("HTTP/1.1 " + status, Encoding.ASCII.GetString(answer, 0, read), StringComparison.Ordinal);
        Assert.Empty(wechat.Bot.Heard);
    }

    [Fact]
    public void Twenty_thousand_mutated_pushes_are_read_or_refused_and_nothing_else()
    {
        var random = new Random(20251009);
        var samples = Directory.GetFiles(System.IO.Path.Combine(AppContext.BaseDirectory, "Samples", "WeChat")).Select(File.ReadAllBytes).ToArray();
        byte[][] pieces = [.. new[] { "<![CDATA[", "]]>", "<xml>", "</xml>", "<Encrypt>", "</Encrypt>", "<", ">", "&#0;", "&lt;", "<?", "<!DOCTYPE a>", "\0", "\uFEFF", "😀" }
            .Select(Encoding.UTF8.GetBytes), [0xC3], [0xED, 0xA0, 0x80], [0xFF, 0xFE]];
        var account = TestWeChat.SecureAccount();
        var understood = 0;

        for (var round = 0; round < 20_000; round++)
        {
            var body = samples[random.Next(samples.Length)].ToList();
            for (var change = random.Next(1, 5); change > 0; change--)
            {
                var at = random.Next(body.Count);
                if (random.Next(2) == 0)
                    body[at] = (byte)random.Next(' ', 127);
                else if (random.Next(3) == 0)
                    body.RemoveRange(at, Math.Min(random.Next(1, 30), body.Count - at));
                else
                    body.InsertRange(at, random.Next(2) == 0 ? pieces[random.Next(pieces.Length)] : [(byte)random.Next(256)]);
                if (body.Count == 0)
                    break;
            }
            var bytes = body.ToArray();
            WeChatEnvelope.TryFind(bytes, out _, out _);
            if (WeChatEvents.Read(account, bytes, usesPreviousKey: false, out _) is { } incoming)
            {
                understood++;
                Assert.DoesNotContain('/', incoming.Key);
                Assert.InRange(incoming.Key.Length, 1, 100);
            }
        }

        Assert.InRange(understood, 500, 19_500);
    }

    [Fact]
    public async Task A_wide_body_with_unknown_doubled_and_empty_elements_is_read_and_the_first_of_each_counts()
    {
        await using var wechat = await TestWeChat.OpenAsync(Plain);
        var text = TestWeChat.TextXml("first").Replace(
            "</xml>",
            "<Content>second</Content><Content><b>third</b></Content><Unknown a='b'/>" + string.Concat(Enumerable.Repeat("<w/>", 10_000)) + "<!-- c --><?p i?></xml>",
            StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, (await wechat.PushAsync(text)).StatusCode);
        Assert.Equal("first", wechat.Bot.Last.Text);
    }

    [Fact]
    public async Task Escaped_text_and_numbers_in_sections_are_read_like_any_other()
    {
        await using var wechat = await TestWeChat.OpenAsync(Plain);
        var text = TestWeChat.TextXml("x")
            .Replace("<![CDATA[x]]>", "a &amp; b &lt;c&gt; &#x1F600;", StringComparison.Ordinal)
            .Replace("<CreateTime>1760000390<", "<CreateTime><![CDATA[1760000390]]><", StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, (await wechat.PushAsync(text)).StatusCode);
        Assert.Equal("a & b <c> 😀", wechat.Bot.Last.Text);
    }

    [Fact]
    public async Task A_message_without_an_id_still_has_a_key_of_its_own()
    {
        await using var wechat = await TestWeChat.OpenAsync(Plain);

        await wechat.PushAsync(TestWeChat.TextXml("x").Replace("<MsgId>7412300000000000100</MsgId>", "<MsgId>../1</MsgId>", StringComparison.Ordinal));

        Assert.Matches("^h-[0-9a-f]{32}$", wechat.Bot.Last.Id);
    }

    private static void Plain(Account account) => (account.Mode, account.PathSecret) = (WrappingMode.Plain, Secret);

    private static async Task AssertRefusedAsync(TestWeChat wechat, HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        Assert.Empty(wechat.Bot.Heard);
    }
}
