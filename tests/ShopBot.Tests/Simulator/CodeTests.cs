using System.Net;
using System.Text.Json.Nodes;
using ShopBot.Simulator.WeChat;

namespace ShopBot.Tests.Simulator;

public sealed class CodeTests
{
    private static Task<JsonNode> CreateAsync(SimulatedWorld world, string action, string scene, string expire = "604800") =>
        world.CallAsync("/cgi-bin/qrcode/create", "{" + (expire.Length > 0 ? $"\"expire_seconds\":{expire}," : "")
            + $"\"action_name\":\"{action}\",\"action_info\":{{\"scene\":{{{scene}}}}}" + "}");

    [Theory]
    [InlineData(0, "QR_SCENE", "\"scene_id\":42")]
    [InlineData(0, "QR_STR_SCENE", "\"scene_str\":\"order_88\"")]
    [InlineData(0, "QR_LIMIT_SCENE", "\"scene_id\":100000")]
    [InlineData(0, "QR_LIMIT_STR_SCENE", "\"scene_str\":\"柜台\"")]
    [InlineData(40052, "QR_ANY", "\"scene_id\":42")]
    [InlineData(40053, "QR_SCENE", "\"scene_id\":0")]
    [InlineData(40053, "QR_SCENE", "\"scene_str\":\"x\"")]
    [InlineData(40053, "QR_LIMIT_SCENE", "\"scene_id\":100001")]
    [InlineData(40053, "QR_STR_SCENE", "\"scene_str\":\"\"")]
    public async Task A_code_is_made_or_refused_by_its_scene(int errcode, string action, string scene)
    {
        await using var world = await SimulatedWorld.OpenAsync();

        var answer = await CreateAsync(world, action, scene);

        Assert.Equal(errcode, SimulatedWorld.Code(answer));
        if (errcode == 0)
            Assert.Equal(!action.Contains("LIMIT", StringComparison.Ordinal), answer["expire_seconds"] is not null);
    }

    [Fact]
    public async Task Its_picture_is_shown_until_it_expires()
    {
        await using var world = await SimulatedWorld.OpenAsync();
        Assert.Equal(40053, SimulatedWorld.Code(await CreateAsync(world, "QR_SCENE", "\"scene_id\":42", "2592001")));
        var ticket = (string?)(await CreateAsync(world, "QR_STR_SCENE", "\"scene_str\":\"order_88\"", "3600"))["ticket"];
        Task<HttpResponseMessage> Show() => world.Http.GetAsync($"/simulator/wechat/cgi-bin/showqrcode?ticket={Uri.EscapeDataString(ticket!)}");

        Assert.Equal("\u0089PNG", System.Text.Encoding.Latin1.GetString(await (await Show()).Content.ReadAsByteArrayAsync())[..4]);
        world.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(HttpStatusCode.NotFound, (await Show()).StatusCode);
        Assert.Contains("expired", (string?)(await world.ActAsync("scan", new { scene = ticket }))["error"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_follower_scans_and_somebody_new_follows_by_it()
    {
        await using var world = await SimulatedWorld.OpenAsync();
        var code = await CreateAsync(world, "QR_LIMIT_SCENE", "\"scene_id\":7", "");
        var ticket = (string?)code["ticket"];

        await world.ActAsync("scan", new { scene = (string?)code["url"] });
        var scanned = await world.NextPushAsync("SCAN");
        Assert.Equal(("7", ticket), (scanned["EventKey"], scanned["Ticket"]));
        await world.ActAsync("unfollow");
        await world.ActAsync("scan", new { scene = "7" });

        var followed = await world.NextPushAsync("subscribe");
        Assert.Equal(("qrscene_7", ticket), (followed["EventKey"], followed["Ticket"]));
        var info = await world.GetAsync($"/cgi-bin/user/info?access_token={await world.TokenAsync()}&openid={await world.OpenIdAsync()}");
        Assert.Equal(("ADD_SCENE_QR_CODE", 7), ((string?)info["subscribe_scene"], (int?)info["qr_scene"]));
    }

    [Fact]
    public async Task The_same_permanent_scene_is_the_same_code_and_only_verified_service_accounts_make_them()
    {
        await using var world = await SimulatedWorld.OpenAsync();
        Assert.Equal((string?)(await CreateAsync(world, "QR_LIMIT_SCENE", "\"scene_id\":7", ""))["ticket"], (string?)(await CreateAsync(world, "QR_LIMIT_SCENE", "\"scene_id\":7", ""))["ticket"]);
        await using var other = await SimulatedWorld.OpenAsync(account => account with { Kind = AccountKind.VerifiedSubscription });

        Assert.Equal(48001, SimulatedWorld.Code(await CreateAsync(other, "QR_SCENE", "\"scene_id\":7")));
    }
}
