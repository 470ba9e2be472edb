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
}
