using System.Text.Json.Nodes;
using ShopBot.Simulator;

namespace ShopBot.Tests.Simulator;

public sealed class UserTests
{
    private static async Task<SimulatedWorld> OpenAsync(int more = 0) => await SimulatedWorld.OpenAsync(configure: options =>
    {
        for (var i = 0; i < more; i++)
            options.People.Add(new SimulatedPerson($"P{i}", SimulatedWorld.Shop));
    });

    private static async Task<JsonNode> GetAsync(SimulatedWorld world, string path, string rest = "") =>
        await world.GetAsync($"{path}?access_token={await world.TokenAsync()}{rest}");

    [Fact]
    public async Task Of_a_follower_neither_name_nor_picture_is_told_and_of_others_nothing()
    {
        await using var world = await OpenAsync();
        var id = await world.OpenIdAsync();

        var info = await GetAsync(world, "/cgi-bin/user/info", $"&openid={id}&lang=zh_CN");
        Assert.Equal((1, world.Clock.GetUtcNow().ToUnixTimeSeconds()), ((int?)info["subscribe"], (long?)info["subscribe_time"]));
        Assert.Null(info["nickname"]);
        Assert.Null(info["errcode"]);
        await world.ActAsync("unfollow");

        Assert.Equal($$"""{"subscribe":0,"openid":"{{id}}"}""", (await GetAsync(world, "/cgi-bin/user/info", $"&openid={id}")).ToJsonString());
        Assert.Equal(40003, SimulatedWorld.Code(await GetAsync(world, "/cgi-bin/user/info", "&openid=oNobody")));
    }

    [Fact]
    public async Task Followers_come_in_pages_that_end_with_an_empty_one()
    {
        await using var world = await OpenAsync(more: 3);
        var all = await GetAsync(world, "/cgi-bin/user/get");
        Assert.Equal((4, 4), ((int?)all["total"], (int?)all["count"]));
        var openids = all["data"]!["openid"]!.AsArray().Select(o => (string?)o).ToList();
        Assert.Equal(openids[^1], (string?)all["next_openid"]);

        var rest = await GetAsync(world, "/cgi-bin/user/get", $"&next_openid={openids[1]}");
        Assert.Equal(openids[2..], rest["data"]!["openid"]!.AsArray().Select(o => (string?)o));
        var end = await GetAsync(world, "/cgi-bin/user/get", $"&next_openid={openids[^1]}");

        Assert.Equal("""{"total":4,"count":0,"next_openid":""}""", end.ToJsonString());
    }

    [Fact]
    public async Task Several_are_asked_for_up_to_a_hundred_and_remarks_stay_short()
    {
        await using var world = await OpenAsync(more: 1);
        var (ann, other) = (await world.OpenIdAsync(), await world.OpenIdAsync("P0"));
        Assert.Equal(0, SimulatedWorld.Code(await world.CallAsync("/cgi-bin/user/info/updateremark", $$"""{"openid":"{{ann}}","remark":"常客"}""")));
        Assert.NotEqual(0, SimulatedWorld.Code(await world.CallAsync("/cgi-bin/user/info/updateremark", $$"""{"openid":"{{ann}}","remark":"{{new string('r', 30)}}"}""")));

        var both = await world.CallAsync("/cgi-bin/user/info/batchget", $$"""{"user_list":[{"openid":"{{ann}}","lang":"zh_CN"},{"openid":"{{other}}"}]}""");
        Assert.Equal(["常客", ""], both["user_info_list"]!.AsArray().Select(u => (string?)u!["remark"]));
        var many = string.Join(',', Enumerable.Repeat($$"""{"openid":"{{ann}}"}""", 101));

        Assert.Equal(40032, SimulatedWorld.Code(await world.CallAsync("/cgi-bin/user/info/batchget", $$"""{"user_list":[{{many}}]}""")));
    }

    [Fact]
    public async Task Tags_have_names_limits_and_members()
    {
        await using var world = await OpenAsync();
        async Task<JsonNode> Tag(string act, string body) => await world.CallAsync($"/cgi-bin/tags/{act}", body);
        var ann = await world.OpenIdAsync();
        var vip = (int?)(await Tag("create", """{"tag":{"name":"VIP"}}"""))["tag"]!["id"];
        Assert.Equal(45157, SimulatedWorld.Code(await Tag("create", """{"tag":{"name":"VIP"}}""")));
        Assert.Equal(45158, SimulatedWorld.Code(await Tag("create", $$$"""{"tag":{"name":"{{{new string('n', 31)}}}"}}""")));
        Assert.Equal(45058, SimulatedWorld.Code(await Tag("update", """{"tag":{"id":2,"name":"x"}}""")));
        Assert.Equal(45159, SimulatedWorld.Code(await Tag("members/batchtagging", $$"""{"openid_list":["{{ann}}"],"tagid":999}""")));
        Assert.Equal(40003, SimulatedWorld.Code(await Tag("members/batchtagging", $$"""{"openid_list":["oNobody"],"tagid":{{vip}}}""")));
        Assert.Equal(40032, SimulatedWorld.Code(await Tag("members/batchtagging", $$"""{"openid_list":[{{string.Join(',', Enumerable.Repeat($"\"{ann}\"", 51))}}],"tagid":{{vip}}}""")));
        Assert.Equal(0, SimulatedWorld.Code(await Tag("members/batchtagging", $$"""{"openid_list":["{{ann}}"],"tagid":{{vip}}}""")));

        Assert.Equal(vip, (int?)(await Tag("getidlist", $$"""{"openid":"{{ann}}"}"""))["tagid_list"]![0]);
        Assert.Equal(ann, (string?)(await world.CallAsync("/cgi-bin/user/tag/get", $$"""{"tagid":{{vip}},"next_openid":""}"""))["data"]!["openid"]![0]);
        var listed = (await GetAsync(world, "/cgi-bin/tags/get"))["tags"]!.AsArray().Single(t => (int?)t!["id"] == vip)!;
        Assert.Equal(("VIP", 1), ((string?)listed["name"], (int?)listed["count"]));
        await Tag("delete", $$$"""{"tag":{"id":{{{vip}}}}}""");
        Assert.Empty((await Tag("getidlist", $$"""{"openid":"{{ann}}"}"""))["tagid_list"]!.AsArray());
    }

    [Fact]
    public async Task A_hundred_tags_for_an_account_and_twenty_on_a_person()
    {
        await using var world = await OpenAsync();
        var (ann, token) = (await world.OpenIdAsync(), await world.TokenAsync());
        for (var i = 0; i < 100; i++)
        {
            var id = (int?)(await world.CallAsync("/cgi-bin/tags/create", $$$"""{"tag":{"name":"t{{{i}}}"}}""", token))["tag"]!["id"];
            if (i <= 20)
                Assert.Equal(i < 20 ? 0 : 45059, SimulatedWorld.Code(await world.CallAsync("/cgi-bin/tags/members/batchtagging", $$"""{"openid_list":["{{ann}}"],"tagid":{{id}}}""", token)));
        }

        Assert.Equal(45056, SimulatedWorld.Code(await world.CallAsync("/cgi-bin/tags/create", """{"tag":{"name":"one more"}}""", token)));
    }

    [Fact]
    public async Task The_blacklist_takes_twenty_at_once_and_stops_messages_both_ways()
    {
        await using var world = await OpenAsync();
        var ann = await world.OpenIdAsync();
        await world.ActAsync("say", new { text = "hi" });
        Assert.Equal(40032, SimulatedWorld.Code(await world.CallAsync("/cgi-bin/tags/members/batchblacklist", $$"""{"openid_list":[{{string.Join(',', Enumerable.Repeat($"\"{ann}\"", 21))}}]}""")));
        await world.CallAsync("/cgi-bin/tags/members/batchblacklist", $$"""{"openid_list":["{{ann}}"]}""");

        Assert.Equal(43019, await world.SendTextAsync());
        Assert.Equal(ann, (string?)(await world.CallAsync("/cgi-bin/tags/members/getblacklist", """{"begin_openid":""}"""))["data"]!["openid"]![0]);
        await world.CallAsync("/cgi-bin/tags/members/batchunblacklist", $$"""{"openid_list":["{{ann}}"]}""");
        Assert.Equal(0, await world.SendTextAsync());
    }
}
