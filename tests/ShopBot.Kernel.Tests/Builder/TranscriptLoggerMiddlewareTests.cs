using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;

namespace ShopBot.Kernel.Tests.Builder;

public sealed class TranscriptLoggerMiddlewareTests
{
    private readonly Transcript _transcript = new();
    private readonly TestAdapter _adapter;

    public TranscriptLoggerMiddlewareTests() => _adapter = new TestAdapter().Use(new TranscriptLoggerMiddleware(_transcript));

    [Fact]
    public async Task What_came_in_and_went_out_is_written_down_in_order_with_who_said_it()
    {
        await _adapter.SendTextToBotAsync("hello", async (turn, ct) =>
        {
            await turn.SendActivityAsync("one", cancellationToken: ct);
            await turn.SendActivityAsync("two", cancellationToken: ct);
        }, default);

        Assert.Equal(["user: hello", "bot: one", "bot: two"], _transcript.Lines);
        Assert.All(_transcript.Activities, activity => Assert.False(string.IsNullOrEmpty(activity.Id)));
        Assert.All(_transcript.Activities, activity => Assert.NotNull(activity.Timestamp));
    }

    [Fact]
    public async Task Updates_and_deletions_are_written_down_as_such()
    {
        await _adapter.SendTextToBotAsync("hello", async (turn, ct) =>
        {
            var sent = await turn.SendActivityAsync("one", cancellationToken: ct);
            await turn.UpdateActivityAsync(new Activity(ActivityTypes.Message) { Id = sent.Id, Text = "ONE" }, ct);
            await turn.DeleteActivityAsync(sent.Id, ct);
        }, default);

        Assert.Equal(
            [ActivityTypes.Message, ActivityTypes.Message, ActivityTypes.MessageUpdate, ActivityTypes.MessageDelete],
            _transcript.Activities.Select(activity => activity.Type));
        Assert.Equal("ONE", _transcript.Activities[2].Text);
        Assert.Equal(_transcript.Activities[1].Id, _transcript.Activities[3].Id);
    }

    [Fact]
    public async Task What_is_written_down_is_a_copy()
    {
        await _adapter.SendTextToBotAsync("hello", (turn, _) =>
        {
            turn.Activity.Text = "changed";
            return Task.CompletedTask;
        }, default);

        Assert.Equal(["user: hello"], _transcript.Lines);
    }

    [Fact]
    public async Task A_turn_nobody_asked_for_shows_only_what_the_bot_said()
    {
        await _adapter.ContinueConversationAsync(
            "bot", _adapter.Conversation, (turn, ct) => turn.SendActivityAsync("ready", cancellationToken: ct), default);

        Assert.Equal(["bot: ready"], _transcript.Lines);
    }

    [Fact]
    public async Task A_turn_that_fails_is_written_down_as_far_as_it_came()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _adapter.SendTextToBotAsync("hello", async (turn, ct) =>
        {
            await turn.SendActivityAsync("one", cancellationToken: ct);
            throw new InvalidOperationException();
        }, default));

        Assert.Equal(["user: hello", "bot: one"], _transcript.Lines);
    }

    [Fact]
    public async Task A_logger_that_fails_costs_a_line_and_not_the_turn()
    {
        _transcript.FailOn = "hello";

        await _adapter.SendTextToBotAsync("hello", (turn, ct) => turn.SendActivityAsync("one", cancellationToken: ct), default);

        Assert.Equal(["bot: one"], _transcript.Lines);
        Assert.Equal("one", _adapter.GetNextReply().AsMessageActivity().Text);
    }

    private sealed class Transcript : ITranscriptLogger
    {
        public List<Activity> Activities { get; } = [];
        public string? FailOn { get; set; }
        public IEnumerable<string> Lines => Activities.Select(activity => $"{activity.From.Role}: {activity.Text}");

        public Task LogActivityAsync(IActivity activity)
        {
            if (activity is Activity { Text: { } text } && text == FailOn)
                throw new IOException("disk full");
            Activities.Add((Activity)activity);
            return Task.CompletedTask;
        }
    }
}
