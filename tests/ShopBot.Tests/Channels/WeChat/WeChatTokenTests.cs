using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Outbox;

namespace ShopBot.Tests.Channels.WeChat;

/// <summary>The access token has one owner, seen through the calls that need it.</summary>
public sealed class WeChatTokenTests
{
    private const string Send = "message/custom/send", Tokens = "stable_token";

    [Fact]
    public async Task Fifty_calls_at_once_ask_for_one_token()
    {
        await using var platform = await FakePlatform.OpenAsync();
        await using var wechat = await OpenAsync(platform);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => SendAsync(wechat)));

        Assert.All(outcomes, outcome => Assert.IsType<SendOutcome.Delivered>(outcome));
        Assert.Single(platform.To(Tokens));
    }

    [Fact]
    public async Task Fifty_calls_refused_at_once_replace_the_token_once()
    {
        await using var platform = await FakePlatform.OpenAsync();
        await using var wechat = await OpenAsync(platform);
        await SendAsync(wechat);
        platform.Token = "renewed-by-somebody-else";

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => SendAsync(wechat)));

        Assert.All(outcomes, outcome => Assert.IsType<SendOutcome.Delivered>(outcome));
        Assert.Equal(2, platform.To(Tokens).Count);
    }

    [Fact]
    public async Task A_token_in_the_store_is_used_and_a_fetched_one_is_stored()
    {
        await using var platform = await FakePlatform.OpenAsync();
        await using var wechat = await OpenAsync(platform);
        platform.Token = "stored";
        wechat.Tokens.Put("shop", new AccountToken("stored", wechat.Clock.Now.AddHours(1)));

        await SendAsync(wechat);
        Assert.Empty(platform.To(Tokens));

        wechat.Clock.Now += TimeSpan.FromMinutes(56);
        platform.Token = "next";
        await SendAsync(wechat);
        Assert.Single(platform.To(Tokens));
        Assert.Equal(
            new AccountToken("next", wechat.Clock.Now.AddSeconds(7200)), await wechat.Tokens.FindAsync("shop", CancellationToken.None));
    }

    [Fact]
    public async Task A_token_another_instance_stored_meanwhile_is_taken_instead_of_a_new_one()
    {
        await using var platform = await FakePlatform.OpenAsync();
        await using var wechat = await OpenAsync(platform);
        await SendAsync(wechat);
        platform.Token = "theirs";
        wechat.Tokens.Put("shop", new AccountToken("theirs", wechat.Clock.Now.AddHours(2)));

        Assert.IsType<SendOutcome.Delivered>(await SendAsync(wechat));

        Assert.Single(platform.To(Tokens));
    }

    [Theory]
    [InlineData("40001")]
    [InlineData("40014")]
    [InlineData("42001")]
    public async Task A_refused_token_is_replaced_and_the_call_made_once_more(string code)
    {
        await using var platform = await FakePlatform.OpenAsync();
        await using var wechat = await OpenAsync(platform);
        platform.On(Send, (http, call) => http.Response.WriteAsync(
            call.Query.Contains("token-1", StringComparison.Ordinal) ? $$"""{"errcode":{{code}},"errmsg":"x"}""" : """{"errcode":0}"""));

        Assert.IsType<SendOutcome.Delivered>(await SendAsync(wechat));

        // The platform gave out the dead token once more, so a new one was forced.
        Assert.Equal(["token-1", "token-2"], platform.To(Send).Select(call => call.Query["access_token=".Length..]));
        Assert.Equal([false, false, true], platform.To(Tokens).Select(call => call.Text.Contains("\"force_refresh\":true", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_token_refused_twice_pauses_the_account_and_no_second_force_follows_within_30_seconds()
    {
        await using var platform = await FakePlatform.OpenAsync();
        await using var wechat = await OpenAsync(platform);
        platform.On(Send, """{"errcode":40001,"errmsg":"invalid credential"}""");

        var first = Assert.IsType<SendOutcome.Refused>(await SendAsync(wechat));
        var second = Assert.IsType<SendOutcome.Refused>(await SendAsync(wechat));

        Assert.Equal((Refusal.Credentials, "40001"), (first.Kind, first.Code));
        Assert.NotNull(first.PausedUntil);
        Assert.Equal(Refusal.Credentials, second.Kind);
        Assert.Single(platform.To(Tokens), call => call.Text.Contains("\"force_refresh\":true", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("40001", Refusal.Credentials)]
    [InlineData("40013", Refusal.Credentials)]
    [InlineData("40125", Refusal.Credentials)]
    [InlineData("40243", Refusal.Credentials)]
    [InlineData("40164", Refusal.NotPermitted)]
    [InlineData("61004", Refusal.NotPermitted)]
    [InlineData("89503", Refusal.NotPermitted)]
    [InlineData("45009", Refusal.Quota)]
    public async Task What_keeps_us_from_a_token_pauses_the_account_with_the_platforms_own_words(string code, Refusal kind)
    {
        await using var platform = await FakePlatform.OpenAsync();
        await using var wechat = await OpenAsync(platform);
        platform.On(Tokens, $$"""{"errcode":{{code}},"errmsg":"invalid ip 10.1.2.3 ipv6 rid: 1"}""");

        var refused = Assert.IsType<SendOutcome.Refused>(await SendAsync(wechat));

        Assert.Equal((kind, code, "invalid ip 10.1.2.3 ipv6 rid: 1"), (refused.Kind, refused.Code, refused.Why));
        Assert.NotNull(refused.PausedUntil);
        Assert.Empty(platform.To(Send));
    }

    [Theory]
    [InlineData("""{"errcode":-1,"errmsg":"system error"}""")]
    [InlineData("<html>")]
    [InlineData("""{"access_token":"","expires_in":7200}""")]
    [InlineData("""{"access_token":"x"}""")]
    public async Task Without_a_token_nothing_was_sent_and_it_may_be_tried_again(string answer)
    {
        await using var platform = await FakePlatform.OpenAsync();
        await using var wechat = await OpenAsync(platform);
        platform.On(Tokens, answer);

        Assert.False(Assert.IsType<SendOutcome.TryAgain>(await SendAsync(wechat)).CountsAsAttempt);
        Assert.Empty(platform.To(Send));
    }

    [Fact]
    public async Task A_token_call_that_hangs_does_not_hold_a_message_longer_than_its_limit()
    {
        await using var platform = await FakePlatform.OpenAsync();
        await using var wechat = await OpenAsync(platform, TimeSpan.FromMilliseconds(300));
        platform.On(Tokens, (http, _) => Task.Delay(TimeSpan.FromSeconds(30), http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));

        Assert.False(Assert.IsType<SendOutcome.TryAgain>(await SendAsync(wechat)).CountsAsAttempt);
    }

    [Fact]
    public async Task A_token_near_its_end_serves_on_while_the_platform_gives_no_other()
    {
        await using var platform = await FakePlatform.OpenAsync();
        await using var wechat = await OpenAsync(platform);
        await SendAsync(wechat);
        wechat.Clock.Now += TimeSpan.FromMinutes(116);
        platform.On(Tokens, """{"errcode":-1}""");

        for (var call = 0; call < 5; call++)
            Assert.IsType<SendOutcome.Delivered>(await SendAsync(wechat));
        Assert.Equal(2, platform.To(Tokens).Count);

        wechat.Clock.Now += TimeSpan.FromMinutes(5);
        Assert.IsType<SendOutcome.TryAgain>(await SendAsync(wechat));
    }

    [Fact]
    public async Task A_token_with_little_life_left_is_not_asked_for_anew_at_every_call()
    {
        await using var platform = await FakePlatform.OpenAsync();
        await using var wechat = await OpenAsync(platform);
        platform.ExpiresIn = 300;

        wechat.Clock.Now += TimeSpan.FromSeconds(1);
        for (var call = 0; call < 5; call++)
            await SendAsync(wechat);

        Assert.Single(platform.To(Tokens));
    }

    [Fact]
    public async Task What_is_logged_names_codes_and_accounts_but_no_token_secret_person_or_text()
    {
        await using var platform = await FakePlatform.OpenAsync();
        await using var wechat = await OpenAsync(platform, TimeSpan.FromMilliseconds(500));
        platform.On(Tokens, """{"errcode":40164,"errmsg":"invalid ip"}""");
        await SendAsync(wechat, "a private text");
        platform.On(Tokens, """{"access_token":"token-9","expires_in":7200}""");
        platform.On(Send, """{"errcode":40001,"errmsg":"invalid credential"}""");
        await SendAsync(wechat, "a private text");
        platform.On(Send, (http, _) => Task.Delay(TimeSpan.FromSeconds(30), http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));
        await SendAsync(wechat, "a private text");
        await wechat.PushAsync(TestWeChat.TextXml("a private text"));
        await wechat.PostAsync(wechat.SealedQuery("x"), "<xml><Encrypt>AAAA</Encrypt></xml>"u8.ToArray());

        // The web server's own request lines are the host's to silence.
        var lines = string.Join('\n', wechat.Log.Lines.Where(line => !line.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)));
        Assert.Contains("40164", lines, StringComparison.Ordinal);
        Assert.Contains("bad signature", lines, StringComparison.Ordinal);
        Assert.All(
            [wechat.Account.AppSecret, wechat.Account.Token, wechat.Account.EncodingAESKey, "token-9", TestWeChat.Person, "a private text", "msg_signature"],
            secret => Assert.DoesNotContain(secret, lines, StringComparison.Ordinal));
    }

    private static Task<TestWeChat> OpenAsync(FakePlatform platform, TimeSpan? callLimit = null) =>
        TestWeChat.OpenAsync(account => account.ApiBase = platform.Address, callLimit: callLimit);

    private static async Task<SendOutcome> SendAsync(TestWeChat wechat, string text = "x")
    {
        var ready = Assert.IsType<Rendering.Ready>(await wechat.Outbound.RenderAsync(
            wechat.Account, wechat.Contact, new Route.ServiceWindow("message", wechat.Clock.Now.AddHours(1), 5), [MessageFactory.Text(text)], CancellationToken.None));
        return await wechat.Outbound.SendAsync(wechat.Account, wechat.Contact, ready.Parts[0], CancellationToken.None);
    }
}
