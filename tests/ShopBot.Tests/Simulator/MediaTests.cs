namespace ShopBot.Tests.Simulator;

public sealed class MediaTests
{
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0], Png = [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n'], Mp4 = [0, 0, 0, 24, .. "ftypmp42"u8];

    [Theory]
    [InlineData("image", "jpeg", 100, 0)]
    [InlineData("image", "png", 100, 0)]
    [InlineData("image", "gif", 100, 0)]
    [InlineData("image", "html", 100, 40137)]
    [InlineData("image", "jpeg", 0, 44001)]
    [InlineData("image", "jpeg", 10 << 20, 0)]
    [InlineData("image", "jpeg", (10 << 20) + 1, 40009)]
    [InlineData("voice", "amr", 3_000, 0)]
    [InlineData("voice", "mp3", 2 << 20, 0)]
    [InlineData("voice", "jpeg", 100, 40005)]
    [InlineData("voice", "mp3", (2 << 20) + 1, 40010)]
    [InlineData("voice", "amr", 40_000, 45007)]
    [InlineData("video", "mp4", 100, 0)]
    [InlineData("video", "jpeg", 100, 40005)]
    [InlineData("video", "mp4", (10 << 20) + 1, 40011)]
    [InlineData("thumb", "jpeg", 64 << 10, 0)]
    [InlineData("thumb", "png", 100, 40005)]
    [InlineData("thumb", "jpeg", (64 << 10) + 1, 40012)]
    [InlineData("novel", "jpeg", 100, 40004)]
    public async Task A_file_is_judged_by_its_content_and_size(string type, string format, int length, int errcode)
    {
        await using var world = await SimulatedWorld.OpenAsync();
        var head = format switch
        {
            "jpeg" => Jpeg, "png" => Png, "mp4" => Mp4, "gif" => [.. "GIF89a"u8], "amr" => [.. "#!AMR\n"u8], "mp3" => [.. "ID3"u8], _ => (byte[])[.. "<html>"u8],
        };

        var answer = await world.UploadAsync(type, Of(head, length));

        Assert.Equal(errcode, SimulatedWorld.Code(answer));
        Assert.Equal(errcode == 0, answer[type == "thumb" ? "thumb_media_id" : "media_id"] is not null);
    }

    [Fact]
    public async Task A_form_that_other_servers_would_take_is_refused()
    {
        await using var world = await SimulatedWorld.OpenAsync();

        Assert.Equal(41005, SimulatedWorld.Code(await world.UploadAsync("image", Jpeg, boundaryHeader: "\"----fa1b2c3\"")));
        Assert.Equal(41005, SimulatedWorld.Code(await world.UploadAsync("image", Jpeg, h => h.Replace("\"media\"", "media", StringComparison.Ordinal))));
        Assert.Equal(41005, SimulatedWorld.Code(await world.UploadAsync("image", Jpeg, h => h.Replace("; filename=\"a.bin\"", "", StringComparison.Ordinal))));
        Assert.Equal(41005, SimulatedWorld.Code(await world.UploadAsync("image", Jpeg, h => h.Replace("\"media\"", "\"file\"", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task An_id_serves_for_three_days_and_only_its_own_account()
    {
        await using var world = await SimulatedWorld.OpenAsync();
        var id = (string)(await world.UploadAsync("image", Jpeg))["media_id"]!;
        async Task<int> Send()
        {
            await world.ActAsync("say", new { text = "hi" });
            return SimulatedWorld.Code(await world.CallAsync("/cgi-bin/message/custom/send",
                $$$"""{"touser":"{{{await world.OpenIdAsync()}}}","msgtype":"image","image":{"media_id":"{{{id}}}"}}"""));
        }

        world.Clock.Advance(TimeSpan.FromDays(3) - TimeSpan.FromSeconds(1));
        Assert.Equal(0, await Send());
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(40007, await Send());
        Assert.Equal(40007, SimulatedWorld.Code(await world.GetAsync($"/cgi-bin/media/get?access_token={await world.TokenAsync()}&media_id={id}")));

        var shown = (await world.ChatAsync()).Last(m => (string)m["kind"]! == "image");
        Assert.Equal(Jpeg, await world.Http.GetByteArrayAsync((string)shown["mediaUrl"]!));
    }

    [Fact]
    public async Task A_film_comes_down_as_an_address_and_everything_else_as_bytes()
    {
        await using var world = await SimulatedWorld.OpenAsync();
        var film = (string)(await world.UploadAsync("video", Mp4))["media_id"]!;
        var picture = (string)(await world.UploadAsync("image", Png))["media_id"]!;

        var answer = await world.GetAsync($"/cgi-bin/media/get?access_token={await world.TokenAsync()}&media_id={film}");
        Assert.Equal(Mp4, await world.Http.GetByteArrayAsync((string)answer["video_url"]!));
        Assert.Null(answer["errcode"]);

        using var bytes = await world.Http.GetAsync($"/simulator/wechat/cgi-bin/media/get?access_token={await world.TokenAsync()}&media_id={picture}");
        Assert.Equal("image/png", bytes.Content.Headers.ContentType!.MediaType);
        Assert.EndsWith(".png", bytes.Content.Headers.ContentDisposition!.FileName!.Trim('"'), StringComparison.Ordinal);
        Assert.Equal(Png, await bytes.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Memory_is_bounded_and_the_oldest_goes_first()
    {
        await using var world = await SimulatedWorld.OpenAsync(configure: o => o.MediaBytes = 1_000);
        var first = (string)(await world.UploadAsync("image", Of(Jpeg, 600)))["media_id"]!;
        var second = (string)(await world.UploadAsync("image", Of(Jpeg, 600)))["media_id"]!;
        var token = await world.TokenAsync();

        Assert.Equal(40007, SimulatedWorld.Code(await world.GetAsync($"/cgi-bin/media/get?access_token={token}&media_id={first}")));
        Assert.Equal(600, (await world.Http.GetByteArrayAsync($"/simulator/wechat/cgi-bin/media/get?access_token={token}&media_id={second}")).Length);
    }

    private static byte[] Of(byte[] head, int length)
    {
        var bytes = new byte[length];
        head.AsSpan(0, Math.Min(head.Length, length)).CopyTo(bytes);
        return bytes;
    }
}
