using Microsoft.Bot.Schema;
using ShopBot.Messaging.Media;

namespace ShopBot.Tests.Channels.WeChat;

public sealed class WeChatIncomingMediaTests
{
    private const string Get = "media/get";

    private static readonly Attachment Picture = new() { ContentType = "image/*", ContentUrl = "wechat-media:m3d/1+2" };

    [Theory]
    [InlineData("image/jpeg")]
    [InlineData("application/octet-stream")]
    [InlineData("voice/amr")]
    public async Task A_picture_is_fetched_by_its_id_and_kept(string contentType)
    {
        await using var platform = await FakePlatform.OpenAsync();
        await using var wechat = await OpenAsync(platform);
        byte[] bytes = [0xFF, 0xD8, 0xFF, 1, 2, 3];
        platform.On(Get, async (http, _) =>
        {
            http.Response.ContentType = contentType;
            await http.Response.Body.WriteAsync(bytes);
        });

        Assert.Equal("kept-laundry-1", await wechat.IncomingMedia.KeepAsync(wechat.Account, Picture, CancellationToken.None));

        Assert.Equal(bytes, Assert.Single(wechat.Media.Kept));
        Assert.Equal("media_id=m3d%2F1%2B2&access_token=token-1", Assert.Single(platform.To(Get)).Query);
    }

    [Theory]
    [InlineData("""{"errcode":40007,"errmsg":"invalid media_id"}""", "image/jpeg", "40007: invalid media_id")]
    [InlineData("""{"errcode":40007,"errmsg":"invalid media_id"}""", "text/plain", "40007: invalid media_id")]
    [InlineData("<html>busy</html>", "text/html", "no JSON")]
    [InlineData("", "image/jpeg", "empty")]
    public async Task What_the_platform_does_not_give_out_is_unavailable(string answer, string contentType, string why)
    {
        await using var platform = await FakePlatform.OpenAsync();
        await using var wechat = await OpenAsync(platform);
        platform.On(Get, answer, contentType: contentType);

        var error = await Assert.ThrowsAsync<MediaUnavailableException>(() => wechat.IncomingMedia.KeepAsync(wechat.Account, Picture, CancellationToken.None));

        Assert.Contains(why, error.Message, StringComparison.Ordinal);
        Assert.Empty(wechat.Media.Kept);
    }

    [Fact]
    public async Task A_video_is_refused_and_a_foreign_address_never_fetched()
    {
        await using var platform = await FakePlatform.OpenAsync();
        await using var wechat = await OpenAsync(platform);
        platform.On(Get, """{"video_url":"http://169.254.169.254/"}""");

        await Assert.ThrowsAsync<MediaRefusedException>(() => wechat.IncomingMedia.KeepAsync(wechat.Account, Picture, CancellationToken.None));
        await Assert.ThrowsAsync<MediaUnavailableException>(() =>
            wechat.IncomingMedia.KeepAsync(wechat.Account, new Attachment { ContentUrl = "http://169.254.169.254/" }, CancellationToken.None));

        Assert.Equal(["stable_token", Get], platform.Calls.Select(call => call.Path));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task More_than_10_MiB_is_not_read(bool saysSo)
    {
        await using var platform = await FakePlatform.OpenAsync();
        await using var wechat = await OpenAsync(platform);
        platform.On(Get, async (http, _) =>
        {
            http.Response.ContentType = "image/jpeg";
            http.Response.ContentLength = saysSo ? 11L << 20 : null;
            for (var mebibyte = 0; mebibyte < 11 && !http.RequestAborted.IsCancellationRequested; mebibyte++)
                await http.Response.Body.WriteAsync(new byte[1 << 20], http.RequestAborted);
        });

        await Assert.ThrowsAsync<MediaUnavailableException>(() => wechat.IncomingMedia.KeepAsync(wechat.Account, Picture, CancellationToken.None));

        Assert.Empty(wechat.Media.Kept);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var platform = await FakePlatform.OpenAsync();
        await using var wechat = await OpenAsync(platform);
        platform.On(Get, (http, _) =>
        {
            http.Response.Redirect(platform.Address + "cgi-bin/elsewhere");
            return Task.CompletedTask;
        });

        await Assert.ThrowsAsync<MediaUnavailableException>(() => wechat.IncomingMedia.KeepAsync(wechat.Account, Picture, CancellationToken.None));

        Assert.Empty(platform.To("elsewhere"));
    }

    private static Task<TestWeChat> OpenAsync(FakePlatform platform) => TestWeChat.OpenAsync(account => account.ApiBase = platform.Address);
}
