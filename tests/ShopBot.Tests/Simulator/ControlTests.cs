using System.Net;

namespace ShopBot.Tests.Simulator;

public sealed class ControlTests
{
    [Fact]
    public async Task A_chat_is_read_on_from_a_cursor()
    {
        await using var world = await SimulatedWorld.OpenAsync();
        await world.ActAsync("say", new { text = "one" });
        var seen = (long)(await world.ChatAsync())[^1]["id"]!;
        await world.ActAsync("say", new { text = "two" });

        Assert.Equal("two", (string)Assert.Single(await world.ChatAsync(after: seen))["text"]!);
    }

    [Fact]
    public async Task A_reader_can_wait_for_what_comes_next()
    {
        await using var world = await SimulatedWorld.OpenAsync();

        var waiting = world.ControlAsync(HttpMethod.Get, "/chats/shop/Ann?wait=20");
        await world.ActAsync("say", new { text = "here" });

        Assert.Equal("here", (string)(await waiting)["messages"]![0]!["text"]!);
    }

    [Fact]
    public async Task Chats_and_transcript_keep_only_the_last()
    {
        await using var world = await SimulatedWorld.OpenAsync(configure: o => (o.ChatMessages, o.TranscriptEntries) = (3, 4));
        for (var i = 0; i < 6; i++)
            await world.ActAsync("say", new { text = $"{i}" });

        Assert.Equal(["3", "4", "5"], (await world.ChatAsync()).Select(m => (string)m["text"]!));
        Assert.Equal(4, (await world.TranscriptAsync()).Count);
    }

    [Fact]
    public async Task The_transcript_can_be_filtered_and_forgotten()
    {
        await using var world = await SimulatedWorld.OpenAsync();
        await world.SendTextAsync();
        await world.ActAsync("say", new { text = "hi" });
        await world.SendTextAsync();
        await world.GetAsync("/cgi-bin/getcallbackip?access_token=stranger");

        var refused = Assert.Single(await world.TranscriptAsync("errcode=45015"));
        Assert.Equal(["call", "Ann", "/cgi-bin/message/custom/send", "POST"],
            [(string)refused["kind"]!, (string)refused["person"]!, (string)refused["api"]!, (string)refused["method"]!]);
        Assert.Equal(await world.TokenAsync(), (string)refused["token"]!);
        Assert.Contains("45015", (string)refused["answer"]!, StringComparison.Ordinal);
        Assert.Equal("success", (string)Assert.Single(await world.TranscriptAsync("kind=push&person=Ann"))["answer"]!);
        Assert.Equal("", (string)Assert.Single(await world.TranscriptAsync("errcode=40014"))["account"]!);
        await world.ControlAsync(HttpMethod.Delete, "/transcript");

        Assert.Empty(await world.TranscriptAsync());
    }

    [Fact]
    public async Task Accounts_are_opened_and_changed_while_people_stay()
    {
        await using var world = await SimulatedWorld.OpenAsync();
        var opened = await world.ControlAsync(HttpMethod.Put, "/accounts/second", new { kind = "Subscription", mode = "Plain" });
        Assert.Equal(["Subscription", "Plain"], [(string)opened["kind"]!, (string)opened["mode"]!]);
        Assert.Matches("^gh_[0-9a-f]{12}$", (string)opened["originalId"]!);
        await world.ControlAsync(HttpMethod.Post, "/people", new { name = "Bob", accounts = new[] { "second" } });

        var changed = await world.ControlAsync(HttpMethod.Put, "/accounts/second", new { title = "二店" });
        Assert.Equal(["二店", "Subscription", (string)opened["appId"]!], [(string)changed["title"]!, (string)changed["kind"]!, (string)changed["appId"]!]);
        var people = (await world.ControlAsync(HttpMethod.Get, "/people")).AsArray();
        Assert.Equal(["Ann@shop", "Bob@second"], people.Select(p => $"{p!["name"]}@{p["account"]}"));
        Assert.NotNull((await world.ControlAsync(HttpMethod.Put, "/accounts/second", new { encodingAESKey = "short" }))["error"]);
    }

    [Fact]
    public async Task Open_windows_are_shown_with_what_is_left()
    {
        await using var world = await SimulatedWorld.OpenAsync();
        await world.ActAsync("say", new { text = "hi" });
        await world.SendTextAsync();

        var grant = Assert.Single((await world.ControlAsync(HttpMethod.Get, "/people"))[0]!["grants"]!.AsArray())!;

        Assert.Equal(["message", "4"], [(string)grant["kind"]!, grant["left"]!.ToString()]);
        Assert.Equal(world.Clock.GetUtcNow().AddHours(48), (DateTimeOffset)grant["endsAt"]!);
    }

    [Fact]
    public async Task The_clock_is_moved_and_let_go()
    {
        await using var world = await SimulatedWorld.OpenAsync();
        var before = world.Clock.GetUtcNow();

        await world.ControlAsync(HttpMethod.Post, "/clock/advance", new { hours = 1, by = "1.00:00:00" });
        Assert.Equal(before.AddHours(25), world.Clock.GetUtcNow());
        var set = await world.ControlAsync(HttpMethod.Post, "/clock/set", new { to = "2027-01-01T08:00:00+08:00", frozen = true });
        Assert.Equal(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero), (DateTimeOffset)set["now"]!);
        Assert.NotNull((await world.ControlAsync(HttpMethod.Post, "/clock/advance", new { hours = -1 }))["error"]);

        Assert.False((bool)(await world.ControlAsync(HttpMethod.Post, "/clock/set", new { frozen = false }))["frozen"]!);
    }

    [Fact]
    public async Task What_happens_is_told_live()
    {
        await using var world = await SimulatedWorld.OpenAsync();
        using var stream = await world.Http.GetStreamAsync("/simulator/control/events");
        using var reader = new StreamReader(stream);
        Assert.Equal("event: hello", await reader.ReadLineAsync());

        await world.ActAsync("say", new { text = "你好" });
        await world.ControlAsync(HttpMethod.Post, "/clock/advance", new { minutes = 1 });

        var told = new List<string>();
        while (told.Count < 3)
            if (await reader.ReadLineAsync() is { } line && (line.StartsWith("event:", StringComparison.Ordinal) || line.Contains("你好", StringComparison.Ordinal)))
                told.Add(line.StartsWith("data", StringComparison.Ordinal) ? "你好" : line);
        Assert.Equal(["event: message", "你好", "event: push"], told);
    }

    [Fact]
    public async Task A_burst_of_messages_gets_through()
    {
        await using var world = await SimulatedWorld.OpenAsync();
        world.Bot = async (push, http) => await Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(http.Response, world.Reply(push));

        var delivered = 0;
        await Parallel.ForAsync(0, 1_000, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, _) =>
        {
            if ((bool)(await world.ActAsync("say", new { text = $"{i}" }))["delivered"]!)
                Interlocked.Increment(ref delivered);
        });

        Assert.Equal(1_000, delivered);
        Assert.Equal(1_000, world.Received.Select(r => r["MsgId"]).Distinct().Count());
        Assert.Equal(500, (await world.ChatAsync()).Count);
    }

    [Theory]
    [InlineData("{\"times\":2}", true, 3)]
    [InlineData("{\"times\":2}", false, 3)]
    [InlineData(null, false, 2)]
    public async Task A_body_counts_whether_its_length_is_announced_or_not(string? body, bool chunked, int deliveries)
    {
        await using var world = await SimulatedWorld.OpenAsync();
        var push = await world.ActAsync("say", new { text = "hi" });
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/simulator/control/pushes/{push["pushId"]}/redeliver?wait=true");
        request.Content = body is null ? null : new StringContent(body);
        request.Headers.TransferEncodingChunked = chunked;

        using var answer = await world.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(deliveries, world.Received.Count);
    }

    [Fact]
    public async Task Names_nobody_has_are_not_found()
    {
        await using var world = await SimulatedWorld.OpenAsync();

        foreach (var path in (string[])["/accounts/none", "/chats/none/Ann", "/chats/shop/none", "/media/none", "/pushes/999999"])
        {
            using var answer = await world.Http.GetAsync("/simulator/control" + path);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }
}
