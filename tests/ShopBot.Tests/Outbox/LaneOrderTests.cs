using ShopBot.Messaging.Outbox;
using static ShopBot.Tests.Outbox.TestOutbox;

namespace ShopBot.Tests.Outbox;

/// <summary>Some messages wait for a later moment. Those that may go keep their order among each other.</summary>
public sealed class LaneOrderTests
{
    private static readonly SendOutcome Busy = new SendOutcome.TryAgain(TimeSpan.Zero, "busy", CountsAsAttempt: true);

    [Fact]
    public async Task What_waits_for_the_morning_holds_up_nothing_and_comes_in_its_order()
    {
        await using var outbox = await OpenAsync(Li);
        await outbox.OwesLaterAsync(Li, "accepted", TimeSpan.FromHours(8), stepsAside: true);
        await outbox.OwesLaterAsync(Li, "washing", TimeSpan.FromHours(8), stepsAside: true);
        await outbox.OwesAsync(Li, MessageClass.Status, "on the way");

        await outbox.DrainAsync();
        Assert.Equal(["on the way"], outbox.Platform.Texts);
        outbox.Clock.Advance(TimeSpan.FromHours(4));
        await outbox.OwesAsync(Li, MessageClass.Status, "at the door");
        await outbox.DrainAsync();
        Assert.Equal(["on the way", "at the door"], outbox.Platform.Texts);
        outbox.Clock.Advance(TimeSpan.FromHours(4));
        await outbox.DrainAsync();

        Assert.Equal(["on the way", "at the door", "accepted", "washing"], outbox.Platform.Texts);
    }

    [Fact]
    public async Task One_that_comes_behind_a_failure_waits_for_it_and_not_for_the_morning()
    {
        await using var outbox = await OpenAsync(Li);
        outbox.Platform.Answers(Busy);
        await outbox.OwesLaterAsync(Li, "accepted", TimeSpan.FromHours(8), stepsAside: true);
        await outbox.OwesAsync(Li, MessageClass.Status, "one");
        await outbox.DrainAsync();
        await outbox.OwesAsync(Li, MessageClass.Status, "two");

        await outbox.DrainAsync();
        Assert.Equal(["one"], outbox.Platform.Texts);
        outbox.Clock.Advance(TimeSpan.FromSeconds(2));
        await outbox.DrainAsync();

        Assert.Equal(["one", "one", "two"], outbox.Platform.Texts);
    }

    [Fact]
    public async Task What_was_begun_is_finished_before_one_whose_moment_came_meanwhile()
    {
        await using var outbox = await OpenAsync(Li);
        outbox.Platform.Answers(new SendOutcome.Delivered("p1"), Busy);
        await outbox.OwesLaterAsync(Li, "accepted", TimeSpan.FromSeconds(1), stepsAside: true);
        await outbox.OwesAsync(Li, MessageClass.Status, "picture", "its words");

        await outbox.DrainAsync();
        outbox.Clock.Advance(TimeSpan.FromSeconds(3));
        await outbox.DrainAsync();

        Assert.Equal(["picture", "its words", "its words", "accepted"], outbox.Platform.Texts);
    }

    [Fact]
    public async Task One_cut_off_by_a_kill_is_settled_before_one_whose_moment_came_meanwhile()
    {
        await using var outbox = await OpenAsync(Li);
        await outbox.OwesLaterAsync(Li, "accepted", TimeSpan.FromMinutes(1), stepsAside: true);
        await outbox.OwesAsync(Li, MessageClass.Status, "one");
        await outbox.StartSendingAsync(Li);
        await outbox.KillAndRestartAsync();
        outbox.Clock.Advance(TimeSpan.FromMinutes(2));

        await outbox.DrainAsync();

        Assert.Equal(["frozen", "accepted#1"], outbox.Platform.Calls.Select(c => c.Body));
    }

    [Fact]
    public async Task An_answer_takes_what_may_go_and_leaves_what_must_wait()
    {
        await using var outbox = await OpenAsync();
        await outbox.OwesLaterAsync(Li, "accepted", TimeSpan.FromHours(8), stepsAside: true);
        await outbox.OwesAsync(Li, MessageClass.Status, "one");
        await outbox.OwesAsync(Li, MessageClass.Status, "two");

        var claims = await outbox.Store.ClaimLaneAsync(Li, 5, CancellationToken.None);

        Assert.Equal(["one", "two"], claims.Select(c => ActivityPayload.Read(c.Message.Payload)[0].Text));
    }

    [Fact]
    public async Task Behind_one_that_may_be_undone_everything_waits_but_what_stands_aside_before_it_comes_at_its_moment()
    {
        await using var outbox = await OpenAsync(Li);
        await outbox.OwesLaterAsync(Li, "morning", TimeSpan.FromSeconds(30), stepsAside: true);
        await outbox.OwesLaterAsync(Li, "undoable", TimeSpan.FromSeconds(60));
        await outbox.OwesAsync(Li, MessageClass.Status, "its photo");

        await outbox.DrainAsync();
        Assert.Empty(outbox.Platform.Texts);
        outbox.Clock.Advance(TimeSpan.FromSeconds(31));
        await outbox.DrainAsync();
        Assert.Equal(["morning"], outbox.Platform.Texts);
        outbox.Clock.Advance(TimeSpan.FromSeconds(30));
        await outbox.DrainAsync();
        Assert.Equal(["morning", "undoable", "its photo"], outbox.Platform.Texts);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_comes_when_each_round_sends_what_may_go_in_the_order_it_was_owed(int seed)
    {
        await using var outbox = await OpenAsync();
        await outbox.WritesAsync(Li, remaining: 1000);
        var (chance, waiting, expected) = (new Random(seed), new List<(string Text, DateTimeOffset At, bool Aside)>(), new List<string>());
        for (var n = 0; n < 60; n++)
        {
            for (var i = chance.Next(3); i > 0; i--)
            {
                var (text, wait, aside) = ($"message {waiting.Count + expected.Count}", TimeSpan.FromMinutes(chance.Next(3) * chance.Next(30)), chance.Next(3) > 0);
                waiting.Add((text, outbox.Clock.GetUtcNow() + wait, aside));
                await outbox.OwesLaterAsync(Li, text, wait, aside);
            }
            await outbox.DrainAsync();
            var now = outbox.Clock.GetUtcNow();
            var gone = waiting.TakeWhile(m => m.At <= now || m.Aside).Where(m => m.At <= now).ToList();
            expected.AddRange(gone.Select(m => m.Text));
            waiting.RemoveAll(gone.Contains);
            Assert.Equal(expected, outbox.Platform.Texts);
            outbox.Clock.Advance(TimeSpan.FromMinutes(chance.Next(20)));
        }
        Assert.True(expected.Count > 30);
    }
}
