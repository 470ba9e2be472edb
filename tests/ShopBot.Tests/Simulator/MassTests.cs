using System.Text.Json.Nodes;
using ShopBot.Simulator;
using ShopBot.Simulator.WeChat;

namespace ShopBot.Tests.Simulator;

public sealed class MassTests
{
    private const string SendAll = "/cgi-bin/message/mass/sendall", Send = "/cgi-bin/message/mass/send";

    private static Task<SimulatedWorld> OpenAsync(AccountKind kind = AccountKind.VerifiedService) => SimulatedWorld.OpenAsync(
        account => account with { Kind = kind }, world => world.People.Add(new SimulatedPerson("Bo", SimulatedWorld.Shop)));

    private static async Task<JsonNode> ToBothAsync(SimulatedWorld world, string id, string text = "news") => await world.CallAsync(Send,
        $$$"""{"touser":["{{{await world.OpenIdAsync()}}}","{{{await world.OpenIdAsync("Bo")}}}"],"msgtype":"text","text":{"content":"{{{text}}}"},"clientmsgid":"{{{id}}}"}""");

    private static Task<JsonNode> ToAllAsync(SimulatedWorld world, string id) =>
        world.CallAsync(SendAll, $$$"""{"filter":{"is_to_all":true},"msgtype":"text","text":{"content":"news"},"clientmsgid":"{{{id}}}"}""");

    [Fact]
    public async Task Each_person_gets_four_a_month_and_the_result_tells_the_counts()
    {
        await using var world = await OpenAsync();
        for (var i = 1; i <= 5; i++)
        {
            var sent = await ToBothAsync(world, $"m{i}");
            var done = await world.NextPushAsync("MASSSENDJOBFINISH");
            Assert.Equal((sent["msg_id"]!.ToJsonString(), "send success", "2", i <= 4 ? "2" : "0"), (done["MsgID"], done["Status"], done["TotalCount"], done["SentCount"]));
            Assert.Equal("mphelper", done["FromUserName"]);
        }
        Assert.Equal(4, (await world.ChatAsync()).Count);

        world.Clock.SetTo(new DateTimeOffset(2026, 3, 31, 16, 0, 0, TimeSpan.Zero)); // April in Beijing
        await ToBothAsync(world, "m6");

        Assert.Equal(5, (await world.ChatAsync()).Count);
    }

    [Fact]
    public async Task A_clients_own_id_is_sent_once_in_24_hours_and_without_one_the_content_is_the_id()
    {
        await using var world = await OpenAsync();
        var first = await ToBothAsync(world, "promo");
        Assert.Equal(45066, SimulatedWorld.Code(await ToBothAsync(world, "promo")));
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        var again = await ToBothAsync(world, "promo");
        Assert.Equal((45065, first["msg_id"]!.ToJsonString()), (SimulatedWorld.Code(again), again["msg_id"]!.ToJsonString()));
        Assert.Equal(45067, SimulatedWorld.Code(await ToBothAsync(world, new string('x', 33))));

        Task<JsonNode> Without() => world.CallAsync(SendAll, """{"filter":{"is_to_all":true},"msgtype":"text","text":{"content":"same"}}""");
        await Without();
        world.Clock.Advance(TimeSpan.FromHours(2));

        Assert.Equal(45065, SimulatedWorld.Code(await Without()));
    }

    [Fact]
    public async Task To_all_goes_once_a_day_and_four_times_a_month()
    {
        await using var world = await OpenAsync();
        for (var day = 1; day <= 5; day++)
        {
            Assert.Equal(day <= 4 ? 0 : 45028, SimulatedWorld.Code(await ToAllAsync(world, $"d{day}")));
            Assert.Equal(45028, SimulatedWorld.Code(await ToAllAsync(world, $"d{day} again")));
            world.Clock.Advance(TimeSpan.FromDays(1));
        }
    }

    [Fact]
    public async Task A_subscription_account_sends_once_a_day_and_never_by_list()
    {
        await using var world = await OpenAsync(AccountKind.VerifiedSubscription);

        Assert.Equal(48001, SimulatedWorld.Code(await ToBothAsync(world, "a")));
        Assert.Equal(0, SimulatedWorld.Code(await ToAllAsync(world, "b")));
        Assert.Equal(45028, SimulatedWorld.Code(await ToAllAsync(world, "c")));
    }

    [Fact]
    public async Task Lists_types_and_tags_are_checked()
    {
        await using var world = await OpenAsync();
        var ann = await world.OpenIdAsync();
        Assert.Equal(40130, SimulatedWorld.Code(await world.CallAsync(Send, $$$"""{"touser":["{{{ann}}}"],"msgtype":"text","text":{"content":"x"}}""")));
        Assert.Equal(40031, SimulatedWorld.Code(await world.CallAsync(Send, $$$"""{"touser":["{{{ann}}}","oNobody"],"msgtype":"text","text":{"content":"x"}}""")));
        Assert.Equal(40152, SimulatedWorld.Code(await world.CallAsync(SendAll, """{"filter":{"is_to_all":false,"tag_id":999},"msgtype":"text","text":{"content":"x"}}""")));
        Assert.Equal(45113, SimulatedWorld.Code(await world.CallAsync(SendAll, """{"filter":{"is_to_all":true},"msgtype":"wxcard","wxcard":{"card_id":"c"}}""")));
        Assert.Equal(45162, SimulatedWorld.Code(await world.CallAsync(SendAll, """{"filter":{"is_to_all":true},"msgtype":"dance"}""")));
    }

    [Fact]
    public async Task A_draft_that_was_sent_is_one_no_longer()
    {
        await using var world = await OpenAsync();
        var thumb = (string?)(await world.UploadAsync("thumb", [0xFF, 0xD8, 0xFF, 0xE0, 1], api: "material/add_material"))["media_id"];
        var draft = (string?)(await world.CallAsync("/cgi-bin/draft/add", $$"""{"articles":[{"title":"新品","content":"<p>看看</p>","thumb_media_id":"{{thumb}}"}]}"""))["media_id"];
        string Body(string id) => $$$"""{"filter":{"is_to_all":true},"msgtype":"mpnews","mpnews":{"media_id":"{{{draft}}}"},"clientmsgid":"{{{id}}}"}""";

        Assert.NotNull((await world.CallAsync(SendAll, Body("a")))["msg_data_id"]);

        Assert.Equal("news", (string?)(await world.ChatAsync())[^1]["kind"]);
        Assert.Equal(40007, SimulatedWorld.Code(await world.CallAsync(SendAll, Body("b"))));
    }

    [Fact]
    public async Task One_failed_job_reaches_nobody_and_costs_no_quota()
    {
        await using var world = await OpenAsync();
        await world.FaultAsync(new { on = SendAll, @do = "fail-job" });
        var failed = await ToAllAsync(world, "a");

        Assert.Equal("send fail", (await world.NextPushAsync("MASSSENDJOBFINISH"))["Status"]);
        Assert.Equal("SEND_FAIL", (string?)(await world.CallAsync("/cgi-bin/message/mass/get", $$"""{"msg_id":"{{failed["msg_id"]}}"}"""))["msg_status"]);
        Assert.Empty(await world.ChatAsync());
        Assert.Equal(0, SimulatedWorld.Code(await ToAllAsync(world, "b")));
    }
}
