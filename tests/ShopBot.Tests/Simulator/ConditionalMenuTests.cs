using System.Text.Json.Nodes;

namespace ShopBot.Tests.Simulator;

public sealed class ConditionalMenuTests
{
    private const string Default = """{"button":[{"type":"click","name":"Orders","key":"ORDERS"}]}""";

    private static Task<JsonNode> AddAsync(SimulatedWorld world, string key, string rule, string button = "") => world.CallAsync("/cgi-bin/menu/addconditional",
        $$"""{"button":[{{(button.Length > 0 ? button : $"{{\"type\":\"click\",\"name\":\"{key}\",\"key\":\"{key}\"}}")}}],"matchrule":{{rule}}}""");

    private static async Task<string?> SeenAsync(SimulatedWorld world) =>
        (string?)(await world.CallAsync("/cgi-bin/menu/trymatch", $$"""{"user_id":"{{await world.OpenIdAsync()}}"}"""))["button"]![0]!["key"];

    private static async Task<int> TagAsync(SimulatedWorld world, string name)
    {
        var id = (int)(await world.CallAsync("/cgi-bin/tags/create", $$$"""{"tag":{"name":"{{{name}}}"}}"""))["tag"]!["id"]!;
        await world.CallAsync("/cgi-bin/tags/members/batchtagging", $$"""{"openid_list":["{{await world.OpenIdAsync()}}"],"tagid":{{id}}}""");
        return id;
    }

    [Fact]
    public async Task The_newest_menu_that_fits_is_seen_and_tapped()
    {
        await using var world = await SimulatedWorld.OpenAsync();
        var vip = await TagAsync(world, "VIP");
        Assert.Equal(65303, SimulatedWorld.Code(await AddAsync(world, "VIP", $$"""{"tag_id":"{{vip}}"}""")));
        await world.CallAsync("/cgi-bin/menu/create", Default);
        Assert.Equal("ORDERS", await SeenAsync(world));

        var menuId = (string?)(await AddAsync(world, "VIP", $$"""{"tag_id":"{{vip}}"}"""))["menuid"];
        Assert.Equal("VIP", await SeenAsync(world));
        await AddAsync(world, "IOS", """{"client_platform_type":"1"}""");
        Assert.Equal("VIP", await SeenAsync(world));
        await world.ControlAsync(HttpMethod.Patch, $"/chats/{SimulatedWorld.Shop}/{SimulatedWorld.Ann}", new { phone = "ios" });
        Assert.Equal("IOS", await SeenAsync(world));
        await world.ActAsync("tap", new { button = "IOS" });
        Assert.Equal("IOS", (await world.NextPushAsync("CLICK"))["EventKey"]);
        Assert.Contains("no button", (string?)(await world.ActAsync("tap", new { button = "ORDERS" }))["error"], StringComparison.Ordinal);

        Assert.Equal(0, SimulatedWorld.Code(await world.CallAsync("/cgi-bin/menu/delconditional", $$"""{"menuid":"{{menuId}}"}""")));
        Assert.Equal(65301, SimulatedWorld.Code(await world.CallAsync("/cgi-bin/menu/delconditional", $$"""{"menuid":"{{menuId}}"}""")));
    }

    [Fact]
    public async Task Of_several_tags_the_one_given_last_counts()
    {
        await using var world = await SimulatedWorld.OpenAsync();
        await world.CallAsync("/cgi-bin/menu/create", Default);
        var first = await TagAsync(world, "first");
        await AddAsync(world, "FIRST", $$"""{"tag_id":{{first}}}""");
        Assert.Equal("FIRST", await SeenAsync(world));

        await TagAsync(world, "second");

        Assert.Equal("ORDERS", await SeenAsync(world));
    }

    [Fact]
    public async Task Withdrawn_rules_empty_rules_and_a_fourth_domain_are_refused()
    {
        await using var world = await SimulatedWorld.OpenAsync();
        await world.CallAsync("/cgi-bin/menu/create", Default);
        Assert.Equal(65320, SimulatedWorld.Code(await AddAsync(world, "A", """{"sex":"1"}""")));
        Assert.Equal(65304, SimulatedWorld.Code(await AddAsync(world, "A", "{}")));
        for (var i = 1; i <= 4; i++)
            Assert.Equal(i <= 3 ? 0 : 65316, SimulatedWorld.Code(await AddAsync(world, "A", """{"client_platform_type":"2"}""", $$"""{"type":"view","name":"V","url":"https://shop{{i}}.example/"}""")));
    }

    [Fact]
    public async Task Deleting_the_menu_deletes_all_of_them_and_the_current_one_has_its_own_shape()
    {
        await using var world = await SimulatedWorld.OpenAsync();
        var token = await world.TokenAsync();
        await world.CallAsync("/cgi-bin/menu/create", """{"button":[{"name":"S","sub_button":[{"type":"view","name":"V","url":"https://shop.example/"}]}]}""");
        await AddAsync(world, "A", """{"client_platform_type":"2"}""");
        Assert.Single((await world.GetAsync($"/cgi-bin/menu/get?access_token={token}"))["conditionalmenu"]!.AsArray());
        var current = await world.GetAsync($"/cgi-bin/get_current_selfmenu_info?access_token={token}");
        Assert.Equal("""{"is_menu_open":1,"selfmenu_info":{"button":[{"name":"S","sub_button":{"list":[{"type":"view","name":"V","url":"https://shop.example/"}]}}]}}""", current.ToJsonString());

        await world.GetAsync($"/cgi-bin/menu/delete?access_token={token}");
        await world.CallAsync("/cgi-bin/menu/create", Default);

        Assert.Null((await world.GetAsync($"/cgi-bin/menu/get?access_token={token}"))["conditionalmenu"]);
    }
}
