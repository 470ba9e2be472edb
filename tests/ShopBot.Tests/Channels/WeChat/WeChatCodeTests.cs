using ShopBot.Messaging.Codes;
using ShopBot.Messaging.Contacts;

namespace ShopBot.Tests.Channels.WeChat;

/// <summary>QR codes are asked for as the platform wants it, and what it answers is told apart.</summary>
public sealed class WeChatCodeTests
{
    [Fact]
    public async Task A_code_is_permanent_carries_the_scene_in_words_and_is_drawn_from_its_address()
    {
        await using var platform = await FakePlatform.OpenAsync();
        await using var weChat = await TestWeChat.OpenAsync(account => account.ApiBase = platform.Address);
        platform.On("qrcode/create", """{"ticket":"gQT==","url":"http://weixin.qq.com/q/02abc"}""");

        var made = Assert.IsType<CodeAnswer.Made>(await weChat.Codes.MakeAsync(weChat.Account, "海报 1", CancellationToken.None));
        await weChat.Codes.DrawAsync(weChat.Account, made.Address, CancellationToken.None);

        Assert.Equal(("gQT==", "http://weixin.qq.com/q/02abc"), (made.Ticket, made.Address));
        Assert.Equal("""{"action_name":"QR_LIMIT_STR_SCENE","action_info":{"scene":{"scene_str":"海报 1"}}}""", platform.Calls.Single(c => c.Path == "qrcode/create").Text);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], Assert.Single(weChat.Media.Kept)[..4]);
    }

    [Theory]
    [InlineData(AccountKind.Service)]
    [InlineData(AccountKind.Subscription)]
    [InlineData(AccountKind.VerifiedSubscription)]
    public async Task Kinds_that_may_have_none_are_not_tried(AccountKind kind)
    {
        await using var platform = await FakePlatform.OpenAsync();
        await using var weChat = await TestWeChat.OpenAsync(account => (account.ApiBase, account.Kind) = (platform.Address, kind));

        Assert.IsType<CodeAnswer.NotAllowed>(await weChat.Codes.MakeAsync(weChat.Account, "poster", CancellationToken.None));
        Assert.Empty(platform.Calls);
    }

    [Theory]
    [InlineData("""{"errcode":45029,"errmsg":"qrcode count out of limit"}""", typeof(CodeAnswer.Full))]
    [InlineData("""{"errcode":40053,"errmsg":"invalid action info"}""", typeof(CodeAnswer.Refused))]
    [InlineData("""{"errcode":48001,"errmsg":"api unauthorized"}""", typeof(CodeAnswer.Refused))]
    [InlineData("""{"errcode":-1,"errmsg":"system error"}""", typeof(CodeAnswer.NotNow))]
    [InlineData("""{"errcode":45009,"errmsg":"reach max api daily quota limit"}""", typeof(CodeAnswer.NotNow))]
    [InlineData("""{"ticket":"gQT=="}""", typeof(CodeAnswer.NotNow))]
    [InlineData("<html>", typeof(CodeAnswer.NotNow))]
    public async Task What_the_platform_answers_is_told_apart(string answer, Type expected)
    {
        await using var platform = await FakePlatform.OpenAsync();
        await using var weChat = await TestWeChat.OpenAsync(account => account.ApiBase = platform.Address);
        platform.On("qrcode/create", answer);

        Assert.IsType(expected, await weChat.Codes.MakeAsync(weChat.Account, "poster", CancellationToken.None));
    }

    [Theory]
    [InlineData("poster-spring_1.a", true)]
    [InlineData("海报", true)]
    [InlineData("一二三四五六七八九十一二三四五六七八九十一", true)]
    [InlineData("一二三四五六七八九十一二三四五六七八九十一二", false)]
    [InlineData("", false)]
    [InlineData("a&b", false)]
    [InlineData("😀", false)]
    [InlineData("a\nb", false)]
    public async Task A_scene_is_short_and_plain(string scene, bool isScene)
    {
        await using var weChat = await TestWeChat.OpenAsync();

        Assert.Equal(isScene, weChat.Codes.IsScene(scene));
    }
}
