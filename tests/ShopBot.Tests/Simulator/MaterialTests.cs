using System.Text.Json.Nodes;
using ShopBot.Simulator.WeChat;

namespace ShopBot.Tests.Simulator;

public sealed class MaterialTests
{
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];

    [Fact]
    public async Task Permanent_material_outlives_three_days_until_it_is_deleted()
    {
        await using var world = await SimulatedWorld.OpenAsync();
        var kept = await world.UploadAsync("image", Jpeg, api: "material/add_material");
        Assert.NotNull(kept["url"]);
        world.Clock.Advance(TimeSpan.FromDays(30));
        var id = (string?)kept["media_id"];
        Task<JsonNode> Count() => CountAsync(world);
        Assert.Equal(1, (int?)(await Count())["image_count"]);
        Assert.Equal(id, (string?)(await world.CallAsync("/cgi-bin/material/batchget_material", """{"type":"image","offset":0,"count":20}"""))["item"]![0]!["media_id"]);
        await world.CallAsync("/cgi-bin/menu/create", $$"""{"button":[{"type":"media_id","name":"P","media_id":"{{id}}"}]}""");
        Assert.Equal(48005, SimulatedWorld.Code(await world.CallAsync("/cgi-bin/material/del_material", $$"""{"media_id":"{{id}}"}""")));
        await world.GetAsync($"/cgi-bin/menu/delete?access_token={await world.TokenAsync()}");

        Assert.Equal(0, SimulatedWorld.Code(await world.CallAsync("/cgi-bin/material/del_material", $$"""{"media_id":"{{id}}"}""")));

        Assert.Equal(0, (int?)(await Count())["image_count"]);
        Assert.Equal(40007, SimulatedWorld.Code(await world.CallAsync("/cgi-bin/material/get_material", $$"""{"media_id":"{{id}}"}""")));
    }

    [Fact]
    public async Task A_draft_is_written_changed_and_published_once()
    {
        await using var world = await SimulatedWorld.OpenAsync();
        var thumb = (string?)(await world.UploadAsync("thumb", Jpeg, api: "material/add_material"))["media_id"];
        string Article(string title) => $$"""{"title":"{{title}}","content":"<p>看看这件</p>","thumb_media_id":"{{thumb}}"}""";
        Assert.Equal(45003, SimulatedWorld.Code(await world.CallAsync("/cgi-bin/draft/add", $$"""{"articles":[{{Article("")}}]}""")));
        var draft = (string?)(await world.CallAsync("/cgi-bin/draft/add", $$"""{"articles":[{{Article("旧")}}]}"""))["media_id"];
        await world.CallAsync("/cgi-bin/draft/update", $$"""{"media_id":"{{draft}}","index":0,"articles":{{Article("新品")}}}""");
        var item = (await world.CallAsync("/cgi-bin/draft/get", $$"""{"media_id":"{{draft}}"}"""))["news_item"]![0]!;
        Assert.Equal(("新品", "看看这件"), ((string?)item["title"], (string?)item["digest"]));

        var publishId = (string?)(await world.CallAsync("/cgi-bin/freepublish/submit", $$"""{"media_id":"{{draft}}"}"""))["publish_id"];

        var done = (await world.NextPushAsync("PUBLISHJOBFINISH")).Xml.Element("PublishEventInfo")!;
        Assert.Equal((publishId, "0"), (done.Element("publish_id")!.Value, done.Element("publish_status")!.Value));
        Assert.Equal(40007, SimulatedWorld.Code(await world.CallAsync("/cgi-bin/freepublish/submit", $$"""{"media_id":"{{draft}}"}""")));
        var article = done.Element("article_id")!.Value;
        Assert.Equal(article, (string?)(await world.CallAsync("/cgi-bin/freepublish/get", $$"""{"publish_id":"{{publishId}}"}"""))["article_id"]);
        await world.CallAsync("/cgi-bin/freepublish/delete", $$"""{"article_id":"{{article}}"}""");
        Assert.Equal(53600, SimulatedWorld.Code(await world.CallAsync("/cgi-bin/freepublish/getarticle", $$"""{"article_id":"{{article}}"}""")));
    }

    [Fact]
    public async Task Quotas_and_refusals_can_be_asked_about()
    {
        await using var world = await SimulatedWorld.OpenAsync(a => a with
        {
            DailyLimits = new Dictionary<string, int> { ["/cgi-bin/message/custom/send"] = 3 }, MinuteLimits = new Dictionary<string, int> { ["/cgi-bin/tags/get"] = 2 },
        });
        var token = await world.TokenAsync();
        await world.ActAsync("say", new { text = "hi" });
        for (var i = 0; i < 3; i++)
            Assert.Equal(0, await world.SendTextAsync(token: token));
        Assert.Equal(45009, await world.SendTextAsync(token: token));
        Task<JsonNode> Quota(string path) => world.CallAsync("/cgi-bin/openapi/quota/get", $$"""{"cgi_path":"{{path}}"}""", token);
        Assert.Equal("""{"daily_limit":3,"used":3,"remain":0}""", (await Quota("/cgi-bin/message/custom/send"))["quota"]!.ToJsonString());
        Assert.Equal(76003, SimulatedWorld.Code(await Quota("cgi-bin/message/custom/send")));
        Assert.Equal(76021, SimulatedWorld.Code(await Quota("/cgi-bin/nothing")));

        var refused = await world.GetAsync($"/cgi-bin/user/info?access_token={token}&openid=oNobody");
        var rid = ((string?)refused["errmsg"])!.Split("rid: ")[1];
        Assert.Equal("/cgi-bin/user/info", (string?)(await world.CallAsync("/cgi-bin/openapi/rid/get", $$"""{"rid":"{{rid}}"}""", token))["request"]!["request_url"]);

        var codes = new List<int>();
        for (var i = 0; i < 3; i++)
            codes.Add(SimulatedWorld.Code(await world.GetAsync($"/cgi-bin/tags/get?access_token={token}")));
        Assert.Equal([0, 0, 45011], codes);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(0, SimulatedWorld.Code(await world.GetAsync($"/cgi-bin/tags/get?access_token={token}")));
        Assert.Equal(0, SimulatedWorld.Code(await world.CallAsync("/cgi-bin/openapi/quota/clear", """{"cgi_path":"/cgi-bin/message/custom/send"}""", token)));
        Assert.Equal(0, await world.SendTextAsync(token: token));
    }

    public static TheoryData<AccountKind, string> Forbidden => new()
    {
        { AccountKind.Subscription, "message/custom/send user/info tags/create menu/create message/mass/sendall freepublish/submit qrcode/create message/template/send message/subscribe/bizsend" },
        { AccountKind.Service, "message/custom/send user/info/batchget tags/members/batchtagging menu/addconditional message/mass/send qrcode/create message/template/send" },
        { AccountKind.VerifiedSubscription, "message/mass/send qrcode/create message/template/send template/api_add_template" },
    };

    [Theory]
    [MemberData(nameof(Forbidden))]
    public async Task What_a_kind_of_account_may_not_is_48001(AccountKind kind, string apis)
    {
        await using var world = await SimulatedWorld.OpenAsync(a => a with { Kind = kind });
        var token = await world.TokenAsync();

        foreach (var api in apis.Split(' '))
        {
            var answer = api == "user/info" ? await world.GetAsync($"/cgi-bin/user/info?access_token={token}") : await world.CallAsync($"/cgi-bin/{api}", "{}", token);
            Assert.True(SimulatedWorld.Code(answer) == 48001, $"{api}: {answer.ToJsonString()}");
        }
    }

    private static async Task<JsonNode> CountAsync(SimulatedWorld world) => await world.GetAsync($"/cgi-bin/material/get_materialcount?access_token={await world.TokenAsync()}");
}
