using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;

namespace ShopBot.Kernel.Tests.Builder;

public sealed class TestFlowTests
{
    private const uint Soon = 20;
    private readonly TestAdapter _adapter = new();

    [Fact]
    public Task A_conversation_that_goes_as_written_passes() =>
        new TestFlow(_adapter, EchoAsync)
            .Send("hello").AssertReply("echo: hello")
            .Test("again", "echo: again")
            .Test("more", new Activity(ActivityTypes.Message, text: "echo: more"))
            .Test("check", reply => Assert.Equal("user1", reply.Recipient.Id))
            .Send(new Activity(ActivityTypes.Message, text: "whole")).AssertReplyContains("WHOLE")
            .Send("one of").AssertReplyOneOf(["nothing", "echo: one of"])
            .Send("quiet").AssertNoReply(timeout: Soon)
            .SendConversationUpdate().AssertReply("welcome user1")
            .StartTestAsync();

    public static TheoryData<Func<TestFlow, TestFlow>> Wrong => new()
    {
        flow => flow.Test("hello", "something else"),
        flow => flow.Test("hello", new Activity(ActivityTypes.Typing)),
        flow => flow.Test("hello", new Activity(ActivityTypes.Message, text: "else")),
        flow => flow.Send("hello").AssertReplyContains("something else"),
        flow => flow.Send("hello").AssertReplyOneOf(["a", "b"]),
        flow => flow.Send("hello").AssertNoReply(timeout: Soon),
        flow => flow.Test("hello", _ => throw new InvalidOperationException("not right")),
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_reply_that_is_not_as_written_fails(Func<TestFlow, TestFlow> expect) =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => expect(new TestFlow(_adapter, EchoAsync)).StartTestAsync());

    [Fact]
    public async Task A_reply_that_does_not_come_times_out_and_says_which()
    {
        var error = await Assert.ThrowsAsync<TimeoutException>(
            () => new TestFlow(_adapter, EchoAsync).Send("quiet").AssertReply("anything", "after being quiet", Soon).StartTestAsync());

        Assert.Contains("after being quiet", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_comes_after_a_failure_does_not_run_and_a_flow_is_not_changed_by_going_on()
    {
        var flow = new TestFlow(_adapter, EchoAsync).Test("hello", "echo: hello");
        var wrong = flow.AssertReplyContains("x", timeout: Soon).Send("never");

        await Assert.ThrowsAsync<TimeoutException>(() => wrong.StartTestAsync());
        Assert.Empty(_adapter.ActiveQueue);

        await flow.StartTestAsync();
    }

    [Fact]
    public async Task A_reply_that_comes_later_is_waited_for()
    {
        var waiting = _adapter.GetNextReplyAsync();
        Assert.False(waiting.IsCompleted);

        await _adapter.SendTextToBotAsync("hello", EchoAsync, default);

        Assert.Equal("echo: hello", (await waiting).AsMessageActivity().Text);
        Assert.Null(_adapter.GetNextReply());
    }

    [Fact]
    public async Task Who_gave_up_waiting_does_not_take_the_reply()
    {
        using var gaveUp = new CancellationTokenSource();
        var waiting = _adapter.GetNextReplyAsync(gaveUp.Token);
        await gaveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);

        await _adapter.SendTextToBotAsync("hello", EchoAsync, default);

        Assert.NotNull(_adapter.GetNextReply());
    }

    [Fact]
    public async Task Traces_are_queued_only_when_asked_for()
    {
        var tracing = new TestAdapter(sendTraceActivity: true);
        foreach (var adapter in new[] { _adapter, tracing })
            await adapter.SendTextToBotAsync("hello", (turn, ct) => turn.SendActivityAsync(Activity.CreateTraceActivity("note"), ct), default);

        Assert.Null(_adapter.GetNextReply());
        Assert.Equal(ActivityTypes.Trace, tracing.GetNextReply().Type);
    }

    [Fact]
    public async Task The_adapter_speaks_on_the_channel_and_in_the_conversation_it_was_given()
    {
        var adapter = new TestAdapter(TestAdapter.CreateConversation("order talk", "Li")) { Locale = "zh-CN" };

        await adapter.SendTextToBotAsync("hello", (turn, _) =>
        {
            Assert.Equal("test", turn.Activity.ChannelId);
            Assert.Equal("li", turn.Activity.From.Id);
            Assert.Equal("order talk", turn.Activity.Conversation.Id);
            Assert.Equal("zh-CN", turn.Activity.Locale);
            return Task.CompletedTask;
        }, default);

        await new TestAdapter("line").SendTextToBotAsync("hello", (turn, _) =>
        {
            Assert.Equal("line", turn.Activity.ChannelId);
            return Task.CompletedTask;
        }, default);
    }

    private static async Task EchoAsync(ITurnContext turn, CancellationToken ct)
    {
        if (turn.Activity.Type == ActivityTypes.ConversationUpdate)
            await turn.SendActivityAsync($"welcome {turn.Activity.MembersAdded[0].Id}", cancellationToken: ct);
        else if (turn.Activity.Text != "quiet")
            await turn.SendActivityAsync($"echo: {turn.Activity.Text}", cancellationToken: ct);
    }
}
