using System.Net;
using System.Text;

namespace ShopBot.Tests.Simulator;

public sealed class FaultTests
{
    private const string Send = "/cgi-bin/message/custom/send";

    [Fact]
    public async Task An_error_code_is_answered_as_often_as_told_and_nothing_is_sent()
    {
        await using var world = await SimulatedWorld.OpenAsync();
        await world.ActAsync("say", new { text = "hi" });
        await world.FaultAsync(new { on = Send, @do = "errcode", errcode = -1, times = 2, skip = 1 });

        Assert.Equal<IEnumerable<int>>([0, -1, -1, 0], [await world.SendTextAsync(), await world.SendTextAsync(), await world.SendTextAsync(), await world.SendTextAsync()]);
        Assert.Equal(3, (await world.ChatAsync()).Count);
        Assert.Empty((await world.ControlAsync(HttpMethod.Get, "/faults")).AsArray());
    }

    [Theory]
    [InlineData("status", 503, "text/plain")]
    [InlineData("html", 502, "text/html")]
    [InlineData("empty", 200, "text/plain")]
    public async Task Answers_that_are_no_answer(string kind, int status, string contentType)
    {
        await using var world = await SimulatedWorld.OpenAsync();
        await world.ActAsync("say", new { text = "hi" });
        await world.FaultAsync(new { on = Send, @do = kind, status = kind == "status" ? 503 : 502 });

        using var answer = await PostAsync(world);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(contentType, answer.Content.Headers.ContentType!.MediaType);
        Assert.Single(await world.ChatAsync());
    }

    [Theory]
    [InlineData("drop", 1)]
    [InlineData("accept-and-cut", 2)]
    public async Task A_cut_connection_leaves_open_whether_it_was_accepted(string kind, int messages)
    {
        await using var world = await SimulatedWorld.OpenAsync();
        await world.ActAsync("say", new { text = "hi" });
        await world.FaultAsync(new { on = Send, @do = kind });

        await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync(world));

        Assert.Equal(messages, (await world.ChatAsync()).Count);
        Assert.Equal($"fault {(kind == "drop" ? "Drop" : "AcceptAndCut")}", (string)(await world.TranscriptAsync($"api={Send}"))[0]["problem"]!);
    }

    [Theory]
    [InlineData("hang", 1)]
    [InlineData("accept-and-hang", 2)]
    public async Task A_hanging_call_waits_for_the_clock(string kind, int messages)
    {
        await using var world = await SimulatedWorld.OpenAsync();
        await world.ActAsync("say", new { text = "hi" });
        var openId = await world.OpenIdAsync();
        var token = await world.TokenAsync();
        await world.FaultAsync(new { on = Send, @do = kind, @for = "00:00:30" });

        var sending = PostAsync(world, token, openId);
        while ((await world.ControlAsync(HttpMethod.Get, "/faults")).AsArray().Count > 0 || (await world.ChatAsync()).Count < messages)
            await Task.Yield();
        Assert.False(sending.IsCompleted);
        while (!sending.IsCompleted) // The call may be a moment away from its wait.
        {
            world.Clock.Advance(TimeSpan.FromSeconds(30));
            await Task.Yield();
        }

        using var answer = await sending;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(2, (await world.ChatAsync()).Count);
    }

    [Fact]
    public async Task A_caller_who_leaves_a_hanging_call_gets_nothing_done()
    {
        await using var world = await SimulatedWorld.OpenAsync();
        await world.ActAsync("say", new { text = "hi" });
        var (openId, token) = (await world.OpenIdAsync(), await world.TokenAsync());
        await world.FaultAsync(new { on = Send, @do = "hang", @for = "00:00:30" });
        using var leave = new CancellationTokenSource();

        var sending = world.Http.PostAsync($"/simulator/wechat{Send}?access_token={token}", new StringContent(SimulatedWorld.Text(openId, "x")), leave.Token);
        while ((await world.ControlAsync(HttpMethod.Get, "/faults")).AsArray().Count > 0)
            await Task.Yield();
        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        while ((await world.TranscriptAsync($"api={Send}")).Count == 0)
            await Task.Yield();

        Assert.Equal("fault Hang, and the caller left", (string)(await world.TranscriptAsync($"api={Send}"))[0]["problem"]!);
        Assert.Single(await world.ChatAsync());
    }

    [Fact]
    public async Task A_fault_for_one_account_or_person_leaves_others_alone()
    {
        await using var world = await SimulatedWorld.OpenAsync();
        await world.ControlAsync(HttpMethod.Post, "/people", new { name = "Bob" });
        await world.ActAsync("say", new { text = "hi" });
        await world.ActAsync("say", new { text = "hi" }, person: "Bob");
        await world.FaultAsync(new { on = Send, @do = "errcode", errcode = 45015, person = "Bob" });
        await world.FaultAsync(new { on = "*", @do = "errcode", errcode = 48004, account = "elsewhere" });

        Assert.Equal(0, await world.SendTextAsync());
        Assert.Equal(45015, await world.SendTextAsync(person: "Bob"));
    }

    [Fact]
    public async Task A_repeated_push_carries_the_same_message_and_shows_one_answer()
    {
        await using var world = await SimulatedWorld.OpenAsync();
        world.Bot = (push, http) => http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(world.Reply(push))).AsTask();
        await world.FaultAsync(new { on = "push", @do = "repeat", more = 2 });
        await world.FaultAsync(new { on = "push", @do = "repeat", more = 2, together = true });

        var apart = await world.ActAsync("say", new { text = "one" });
        var together = await world.ActAsync("say", new { text = "two" });

        Assert.Equal(6, world.Received.Count);
        Assert.Equal(2, world.Received.Select(r => r["MsgId"]).Distinct().Count());
        Assert.All([apart, together], o => Assert.Equal(3, o["tries"]!.AsArray().Count));
        Assert.Equal(2, (await world.ChatAsync()).Count(m => (string)m["from"]! == "account"));
    }

    [Fact]
    public async Task A_push_can_be_lost_delayed_or_spoiled()
    {
        await using var world = await SimulatedWorld.OpenAsync();
        await world.FaultAsync(new { on = "push", @do = "lose" });
        Assert.False((bool)(await world.ActAsync("say", new { text = "lost" }))["delivered"]!);
        Assert.Empty(world.Received);

        await world.FaultAsync(new { on = "push", @do = "delay", @for = "00:10:00" });
        var late = await world.ActAsync("say", new { text = "late" }, wait: false);
        await world.ActAsync("say", new { text = "in time" });
        while ((await world.ControlAsync(HttpMethod.Get, $"/pushes/{late["pushId"]}"))["delivered"] is null)
            world.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(["in time", "late"], world.Received.Select(r => r["Content"]));

        await world.FaultAsync(new { on = "push", @do = "bad-signature" });
        await world.ActAsync("say", new { text = "spoiled" });
        var spoiled = world.Received.Last();
        Assert.NotEqual(new ShopBot.Simulator.WeChat.MessageCrypt(world.Account.Token, world.Account.EncodingAESKey, world.Account.AppId)
            .Sign(spoiled.Query["timestamp"], spoiled.Query["nonce"]), spoiled.Query["signature"]);
    }

    [Fact]
    public async Task A_lost_answer_makes_the_platform_ask_again()
    {
        await using var world = await SimulatedWorld.OpenAsync();
        world.Bot = (push, http) => http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(world.Reply(push))).AsTask();
        await world.FaultAsync(new { on = "push", @do = "cut", more = 2 });

        var outcome = await world.ActAsync("say", new { text = "hi" });

        Assert.True((bool)outcome["delivered"]!);
        Assert.Equal(["the answer was lost, as told", "the answer was lost, as told", null], outcome["tries"]!.AsArray().Select(t => (string?)t!["problem"]));
    }

    [Fact]
    public async Task A_message_can_be_delivered_again_an_hour_later()
    {
        await using var world = await SimulatedWorld.OpenAsync();
        var first = await world.ActAsync("say", new { text = "hi" });

        await world.ControlAsync(HttpMethod.Post, $"/pushes/{first["pushId"]}/redeliver", new { after = "01:00:00" });
        Assert.Single(world.Received);
        while (world.Received.Count < 2)
        {
            world.Clock.Advance(TimeSpan.FromHours(1));
            await Task.Yield();
        }

        Assert.Single(world.Received.Select(r => r["MsgId"]).Distinct());
        Assert.Single(world.Received.Select(r => r["CreateTime"]).Distinct());
    }

    [Fact]
    public async Task Two_messages_can_leave_in_the_same_instant()
    {
        await using var world = await SimulatedWorld.OpenAsync();

        var outcomes = await world.ActAsync("together", new { texts = new[] { "a", "b" } });

        Assert.Equal(2, outcomes.AsArray().Count);
        Assert.Equal(["a", "b"], world.Received.Select(r => r["Content"]).Order(StringComparer.Ordinal));
        Assert.Single(world.Received.Select(r => r["CreateTime"]).Distinct());
    }

    [Theory]
    [InlineData("push", "accept-and-cut")]
    [InlineData("/cgi-bin/token", "lose")]
    public async Task A_fault_in_the_wrong_place_is_refused(string on, string kind)
    {
        await using var world = await SimulatedWorld.OpenAsync();

        Assert.NotNull((await world.ControlAsync(HttpMethod.Post, "/faults", new { on, @do = kind }))["error"]);
    }

    private static async Task<HttpResponseMessage> PostAsync(SimulatedWorld world) => await PostAsync(world, await world.TokenAsync(), await world.OpenIdAsync());

    private static Task<HttpResponseMessage> PostAsync(SimulatedWorld world, string token, string openId) =>
        world.Http.PostAsync($"/simulator/wechat{Send}?access_token={token}", new StringContent(SimulatedWorld.Text(openId, "x")));

    [Fact]
    public async Task A_push_told_to_reorder_arrives_after_the_next_one()
    {
        await using var world = await SimulatedWorld.OpenAsync();
        await world.FaultAsync(new { on = "push", @do = "reorder" });

        await world.ActAsync("say", new { text = "first" }, wait: false);
        await world.ActAsync("say", new { text = "second" });

        Assert.Equal("second", (await world.NextPushAsync("text"))["Content"]);
        Assert.Equal("first", (await world.NextPushAsync("text"))["Content"]);
    }
}
