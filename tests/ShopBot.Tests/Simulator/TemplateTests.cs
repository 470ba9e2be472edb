using System.Text.Json.Nodes;
using ShopBot.Simulator.WeChat;

namespace ShopBot.Tests.Simulator;

public sealed class TemplateTests
{
    private const string Ready = "tmplReady", Send = "/cgi-bin/message/template/send";

    private static Task<SimulatedWorld> OpenAsync() => SimulatedWorld.OpenAsync(account => account with
    {
        Templates = [new(Ready, "取件提醒", "订单编号：{{character_string1.DATA}}\n商品：{{thing2.DATA}}\n时间：{{time3.DATA}}\n金额：{{amount4.DATA}}\n状态：{{phrase5.DATA}}")],
    });

    private static async Task<JsonNode> SendAsync(SimulatedWorld world, string key = "thing2", string value = "帆布鞋", string rest = "", string template = Ready)
    {
        var values = new Dictionary<string, string> { ["character_string1"] = "E7", ["thing2"] = "帆布鞋", ["time3"] = "2026-03-02 16:00", ["amount4"] = "¥35.00", ["phrase5"] = "已完成" };
        values[key] = value;
        var data = string.Join(',', values.Select(v => $$"""
            "{{v.Key}}":{"value":"{{v.Value}}"}
            """));
        return await world.CallAsync(Send, $$"""{"touser":"{{await world.OpenIdAsync()}}","template_id":"{{template}}","url":"https://shop.example/o/7"{{rest}},"data":{ {{data}} } }""");
    }

    [Fact]
    public async Task A_template_message_needs_no_window_and_its_outcome_is_pushed()
    {
        await using var world = await OpenAsync();

        var answer = await SendAsync(world);

        Assert.Equal(0, SimulatedWorld.Code(answer));
        var done = await world.NextPushAsync("TEMPLATESENDJOBFINISH");
        Assert.Equal((answer["msgid"]!.GetValue<long>().ToString(System.Globalization.CultureInfo.InvariantCulture), "success"), (done["MsgID"], done["Status"]));
        var card = (await world.ChatAsync())[^1];
        Assert.Equal(("template", "取件提醒", "https://shop.example/o/7"), ((string?)card["kind"], (string?)card["title"], (string?)card["url"]));
        Assert.Equal("""{"label":"商品","value":"帆布鞋"}""", card["rows"]![1]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Theory]
    [InlineData("thing2", "一二三四五六七八九十一二三四五六七八九十长")]
    [InlineData("thing2", "")]
    [InlineData("character_string1", "订单7")]
    [InlineData("time3", "明天下午")]
    [InlineData("amount4", "12345678901")]
    [InlineData("amount4", "about 3")]
    [InlineData("phrase5", "done")]
    [InlineData("phrase5", "已经全部完成")]
    public async Task A_value_against_the_rule_of_its_key_is_refused_by_name(string key, string value)
    {
        await using var world = await OpenAsync();

        var answer = await SendAsync(world, key, value);

        Assert.Equal(47003, SimulatedWorld.Code(answer));
        Assert.Contains($"data.{key}.value", (string?)answer["errmsg"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("time3", "14:30")]
    [InlineData("time3", "2026年3月2日 14:30~16:00")]
    [InlineData("amount4", "35元")]
    [InlineData("character_string1", "E-2026/7")]
    public async Task Values_that_fit_are_taken(string key, string value)
    {
        await using var world = await OpenAsync();

        Assert.Equal(0, SimulatedWorld.Code(await SendAsync(world, key, value)));
    }

    [Fact]
    public async Task One_client_id_is_one_message_for_ten_minutes()
    {
        await using var world = await OpenAsync();
        var first = await SendAsync(world, rest: ""","client_msg_id":"ready-7" """);
        var again = await SendAsync(world, rest: ""","client_msg_id":"ready-7" """);
        Assert.Equal(first["msgid"]!.GetValue<long>(), again["msgid"]!.GetValue<long>());
        Assert.Single(await world.ChatAsync());

        world.Clock.Advance(TimeSpan.FromMinutes(10));
        await SendAsync(world, rest: ""","client_msg_id":"ready-7" """);

        Assert.Equal(2, (await world.ChatAsync()).Count);
    }

    [Fact]
    public async Task It_is_refused_for_what_the_person_and_the_template_are()
    {
        await using var world = await OpenAsync();
        Assert.Equal(40037, SimulatedWorld.Code(await SendAsync(world, template: "nobodys")));
        Assert.Equal(40036, SimulatedWorld.Code(await SendAsync(world, template: new string('t', 44))));
        Assert.Equal(40249, SimulatedWorld.Code(await SendAsync(world, value: "全场打折")));
        await world.ControlAsync(HttpMethod.Put, $"/accounts/{SimulatedWorld.Shop}/templates/{Ready}", new { blocked = true });
        Assert.Equal(43116, SimulatedWorld.Code(await SendAsync(world)));
        await world.ControlAsync(HttpMethod.Put, $"/accounts/{SimulatedWorld.Shop}/templates/{Ready}", new { blocked = false });
        await world.ActAsync("unfollow");
        Assert.Equal(43004, SimulatedWorld.Code(await SendAsync(world)));
    }

    [Fact]
    public async Task One_who_refuses_messages_is_accepted_and_then_reported()
    {
        await using var world = await OpenAsync();
        await world.ControlAsync(HttpMethod.Patch, $"/chats/{SimulatedWorld.Shop}/{SimulatedWorld.Ann}", new { refuses = true });

        Assert.Equal(0, SimulatedWorld.Code(await SendAsync(world)));

        Assert.Equal("failed:user block", (await world.NextPushAsync("TEMPLATESENDJOBFINISH"))["Status"]);
        Assert.Empty(await world.ChatAsync());
    }

    [Fact]
    public async Task A_job_told_to_fail_says_so_with_a_space()
    {
        await using var world = await OpenAsync();
        await world.FaultAsync(new { on = Send, @do = "fail-job" });

        await SendAsync(world);

        Assert.Equal("failed: system failed", (await world.NextPushAsync("TEMPLATESENDJOBFINISH"))["Status"]);
    }

    [Fact]
    public async Task Templates_are_chosen_from_the_library_up_to_25()
    {
        await using var world = await OpenAsync();
        async Task<JsonNode> Add(string id, string keywords) =>
            await world.CallAsync("/cgi-bin/template/api_add_template", $$"""{"template_id_short":"{{id}}","keyword_name_list":[{{keywords}}]}""");
        Assert.Equal(40247, SimulatedWorld.Code(await Add("TM00015", "\"订单编号\"")));
        Assert.Equal(40246, SimulatedWorld.Code(await Add("50001", "\"天气\"")));
        var added = (string?)(await Add("50001", "\"订单状态\",\"订单编号\""))["template_id"];
        for (var i = 0; i < 23; i++)
            Assert.Equal(0, SimulatedWorld.Code(await Add("50001", "\"订单状态\"")));
        Assert.Equal(45026, SimulatedWorld.Code(await Add("50001", "\"订单状态\"")));

        var list = (await world.GetAsync($"/cgi-bin/template/get_all_private_template?access_token={await world.TokenAsync()}"))["template_list"]!.AsArray();
        Assert.Equal("订单状态：{{phrase3.DATA}}\n订单编号：{{character_string1.DATA}}", (string?)list.Single(t => (string?)t!["template_id"] == added)!["content"]);
        Assert.Equal(0, SimulatedWorld.Code(await world.CallAsync("/cgi-bin/template/del_private_template", $$"""{"template_id":"{{added}}"}""")));
    }

    [Theory]
    [InlineData(AccountKind.VerifiedSubscription)]
    [InlineData(AccountKind.Service)]
    public async Task Only_verified_service_accounts_may(AccountKind kind)
    {
        await using var world = await SimulatedWorld.OpenAsync(account => account with { Kind = kind });

        Assert.Equal(48001, SimulatedWorld.Code(await SendAsync(world)));
    }
}
