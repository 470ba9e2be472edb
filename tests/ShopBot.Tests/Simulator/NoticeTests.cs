using System.Text.Json.Nodes;

namespace ShopBot.Tests.Simulator;

public sealed class NoticeTests
{
    private const string Ready = "subReady";

    private static Task<SimulatedWorld> OpenAsync() => SimulatedWorld.OpenAsync(account => account with
    {
        Templates = [new(Ready, "取件提醒", "商品：{{thing1.DATA}}", IsNotice: true)],
    });

    private static async Task<int> SendAsync(SimulatedWorld world, string value = "帆布鞋", string page = "https://shop.example/o/7") =>
        SimulatedWorld.Code(await world.CallAsync("/cgi-bin/message/subscribe/bizsend",
            $$$$"""{"touser":"{{{{await world.OpenIdAsync()}}}}","template_id":"{{{{Ready}}}}","page":"{{{{page}}}}","data":{"thing1":{"value":"{{{{value}}}}"}}}"""));

    [Fact]
    public async Task Each_time_the_person_agrees_one_notice_may_be_sent()
    {
        await using var world = await OpenAsync();
        Assert.Equal(43101, await SendAsync(world));

        await world.ActAsync("notices", new { templates = new Dictionary<string, string> { [Ready] = "accept" } });
        var popup = (await world.NextPushAsync("subscribe_msg_popup_event")).Xml.Element("SubscribeMsgPopupEvent")!.Element("List")!;
        Assert.Equal((Ready, "accept", "1"), (popup.Element("TemplateId")!.Value, popup.Element("SubscribeStatusString")!.Value, popup.Element("PopupScene")!.Value));
        Assert.Equal(47003, await SendAsync(world, value: ""));
        Assert.Equal(41030, await SendAsync(world, page: "no page at all"));
        Assert.Equal(0, await SendAsync(world));
        Assert.Equal(43101, await SendAsync(world));

        var sent = (await world.NextPushAsync("subscribe_msg_sent_event")).Xml.Descendants("List").Single();
        Assert.Equal((Ready, "0", "success"), (sent.Element("TemplateId")!.Value, sent.Element("ErrorCode")!.Value, sent.Element("ErrorStatus")!.Value));
        Assert.Equal("notification", (string?)(await world.ChatAsync())[^1]["kind"]);
    }

    [Fact]
    public async Task What_was_turned_off_on_the_phone_is_over()
    {
        await using var world = await OpenAsync();
        await world.ActAsync("notices", new { templates = new Dictionary<string, string> { [Ready] = "accept" } });
        await world.ActAsync("stop-notices", new { templates = new[] { Ready } });

        Assert.Equal("reject", (await world.NextPushAsync("subscribe_msg_change_event")).Xml.Descendants("SubscribeStatusString").Single().Value);
        Assert.Equal(43101, await SendAsync(world));
    }

    [Fact]
    public async Task Somebody_who_does_not_follow_may_agree_too()
    {
        await using var world = await OpenAsync();
        await world.ActAsync("unfollow");
        await world.ActAsync("notices", new { templates = new Dictionary<string, string> { [Ready] = "accept" } });

        Assert.Equal(0, await SendAsync(world));
    }

    [Fact]
    public async Task Templates_for_notices_are_chosen_by_number()
    {
        await using var world = await OpenAsync();
        async Task<JsonNode> Add(string tid, string kids, string scene = "通知顾客") =>
            await world.CallAsync("/wxaapi/newtmpl/addtemplate", $$"""{"tid":"{{tid}}","kidList":[{{kids}}],"sceneDesc":"{{scene}}"}""");
        Assert.Equal(200014, SimulatedWorld.Code(await Add("1", "1,2")));
        Assert.Equal(200020, SimulatedWorld.Code(await Add("50001", "1")));
        Assert.Equal(200020, SimulatedWorld.Code(await Add("50001", "1,99")));
        Assert.Equal(200021, SimulatedWorld.Code(await Add("50001", "1,2", new string('长', 16))));
        var id = (string?)(await Add("50001", "2,1"))["priTmplId"];

        var mine = (await world.GetAsync($"/wxaapi/newtmpl/gettemplate?access_token={await world.TokenAsync()}"))["data"]!.AsArray();
        Assert.Equal("商品名称：{{thing2.DATA}}\n订单编号：{{character_string1.DATA}}", (string?)mine.Single(t => (string?)t!["priTmplId"] == id)!["content"]);
    }

    [Fact]
    public async Task A_yes_on_a_page_is_one_message_for_its_scene()
    {
        await using var world = await OpenAsync();
        async Task<int> Send(string scene, string title = "取件提醒", string? template = null) => SimulatedWorld.Code(await world.CallAsync("/cgi-bin/message/template/subscribe",
            $$$$"""{"touser":"{{{{await world.OpenIdAsync()}}}}","template_id":"{{{{template ?? world.Account.OneTimeTemplateId}}}}","scene":"{{{{scene}}}}","title":"{{{{title}}}}","data":{"content":{"value":"可以取了"}}}"""));
        Assert.Equal(43101, await Send("7"));
        await world.ActAsync("confirm", new { scene = 7 });
        await world.ActAsync("confirm", new { scene = 7 });
        Assert.Equal(40037, await Send("7", template: "another"));
        Assert.Equal(40062, await Send("7", title: new string('长', 16)));
        Assert.Equal(43101, await Send("8"));

        Assert.Equal(0, await Send("7"));

        Assert.Equal("notification", (string?)(await world.ChatAsync())[^1]["kind"]);
        Assert.Equal(43101, await Send("7"));
    }

    [Fact]
    public async Task A_short_key_stands_for_a_text_until_it_expires()
    {
        await using var world = await SimulatedWorld.OpenAsync();
        Assert.Equal(9410010, SimulatedWorld.Code(await world.CallAsync("/cgi-bin/shorten/gen", $$"""{"long_data":"{{new string('x', 4097)}}"}""")));
        Assert.Equal(9410011, SimulatedWorld.Code(await world.CallAsync("/cgi-bin/shorten/gen", """{"long_data":"x","expire_seconds":2592001}""")));
        var key = (string?)(await world.CallAsync("/cgi-bin/shorten/gen", """{"long_data":"order=7","expire_seconds":60}"""))["short_key"];
        Task<JsonNode> Fetch() => world.CallAsync("/cgi-bin/shorten/fetch", $$"""{"short_key":"{{key}}"}""");
        Assert.Equal("order=7", (string?)(await Fetch())["long_data"]);
        world.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(9410012, SimulatedWorld.Code(await Fetch()));
    }
}
