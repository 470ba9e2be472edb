using ShopBot.Messaging.Outbox;
using static ShopBot.Tests.Outbox.TestOutbox;

namespace ShopBot.Tests.Outbox;

/// <summary>What a killed process leaves behind, and what the next one makes of it.</summary>
public sealed class RecoveryTests
{
    [Fact]
    public async Task A_message_claimed_but_not_begun_is_sent_as_if_nothing_had_been()
    {
        await using var outbox = await OpenAsync(Li);
        await outbox.OwesAsync(Li, MessageClass.Money, "refund");
        await outbox.ClaimAsync(Li);

        await outbox.KillAndRestartAsync();
        await outbox.DrainAsync();

        Assert.Equal(["refund"], outbox.Platform.Texts);
        Assert.Equal("done", outbox.StateOf(Li));
    }

    [Theory]
    [InlineData(MessageClass.Status, 2)]
    [InlineData(MessageClass.Reply, 2)]
    [InlineData(MessageClass.StaffAlert, 2)]
    [InlineData(MessageClass.StaffReply, 1)]
    [InlineData(MessageClass.Money, 1)]
    public async Task A_message_that_may_have_left_is_repeated_once_where_that_is_harmless_and_else_parked(MessageClass messageClass, int sends)
    {
        await using var outbox = await OpenAsync(Li);
        await outbox.OwesAsync(Li, messageClass, "ready");
        for (var started = 1; started <= sends; started++)
        {
            await outbox.StartSendingAsync(Li);
            await outbox.KillAndRestartAsync();
        }

        await outbox.DrainAsync();

        Assert.Equal(("parked", "unknown"), Assert.Single(outbox.Messages(Li)));
        Assert.Empty(outbox.Platform.Calls);
        Assert.Equal(0, outbox.Count("message_part WHERE state = 'sending'"));
        Assert.Equal(0, outbox.Count("attempt WHERE outcome IS NULL"));
    }

    [Fact]
    public async Task The_repeat_after_a_kill_sends_the_frozen_bytes()
    {
        await using var outbox = await OpenAsync(Li);
        await outbox.OwesAsync(Li, MessageClass.Status, "ready");
        var claim = await outbox.StartSendingAsync(Li);

        await outbox.KillAndRestartAsync();
        var again = await outbox.ClaimAsync(Li);

        Assert.Null(claim.Parts);
        Assert.Equal("frozen"u8.ToArray(), Assert.Single(again.Parts!).Payload.ToArray());
        Assert.Equal(1, again.Resends);
    }

    [Fact]
    public async Task A_message_with_a_key_is_repeated_under_it_and_called_poison_at_the_third_crash()
    {
        await using var outbox = await OpenAsync(Li);
        await outbox.OwesAsync(Li, MessageClass.Money, "refund");
        for (var crash = 1; crash <= 2; crash++)
        {
            await outbox.StartSendingAsync(Li, key: "key-1");
            await outbox.KillAndRestartAsync();
            Assert.Equal("ready", outbox.StateOf(Li));
        }

        var again = await outbox.StartSendingAsync(Li);
        Assert.Equal(("key-1", 0), (Assert.Single(again.Parts!).Key, again.Resends));
        await outbox.KillAndRestartAsync();

        Assert.Equal(("dead", "poison"), Assert.Single(outbox.Messages(Li)));
    }

    [Fact]
    public async Task A_key_the_platform_has_forgotten_protects_nothing()
    {
        await using var outbox = await OpenAsync(Li);
        await outbox.OwesAsync(Li, MessageClass.Money, "refund");
        await outbox.StartSendingAsync(Li, key: "key-1");
        outbox.Clock.Advance(TimeSpan.FromMinutes(9));

        await outbox.KillAndRestartAsync();

        Assert.Equal("parked", outbox.StateOf(Li));
    }

    [Fact]
    public async Task Parts_accepted_before_the_kill_are_not_repeated()
    {
        await using var outbox = await OpenAsync(Li);
        await outbox.OwesAsync(Li, MessageClass.Status, "picture", "text");
        outbox.Platform.Answers(new SendOutcome.Delivered("p1"), new SendOutcome.Unknown("cut off by the kill"));
        await SendUntilAsync(outbox, "finish", time: 2);

        await outbox.KillAndRestartAsync();
        await outbox.DrainAsync();

        Assert.Equal(["picture", "text", "text"], outbox.Platform.Texts);
        Assert.Equal("done", outbox.StateOf(Li));
    }

    [Fact]
    public async Task What_was_settled_before_the_kill_stays_settled()
    {
        await using var outbox = await OpenAsync(Li);
        outbox.Platform.Answers(new SendOutcome.Unknown("timeout"));
        await outbox.OwesAsync(Li, MessageClass.Money, "refund");
        await SendUntilAsync(outbox, "finish", time: 1, committed: true);

        await outbox.KillAndRestartAsync();
        await outbox.DrainAsync();

        Assert.Single(outbox.Platform.Calls);
        Assert.Equal("parked", outbox.StateOf(Li));
    }

    [Fact]
    public async Task Who_lost_the_lane_can_write_nothing_any_more()
    {
        await using var outbox = await OpenAsync(Li);
        await outbox.OwesAsync(Li, MessageClass.Status, "ready");
        var lost = await outbox.StartSendingAsync(Li);
        var part = new OutboxPart(0, "send", default, Key: null);
        var plan = new Plan(new Route.ServiceWindow("message", outbox.Clock.GetUtcNow().AddHours(48), 4), outbox.Platform.Ways[0], "service");
        await outbox.Store.RecoverAsync(CancellationToken.None);
        var owner = await outbox.StartSendingAsync(Li);

        Assert.Equal(StartResult.Fenced, await outbox.Store.StartAsync(lost, part, plan, CancellationToken.None));
        Assert.False(await outbox.Store.FinishAsync(lost, part, new SendOutcome.Delivered("p1"), new Verdict.Done(), plan, CancellationToken.None));
        Assert.False(await outbox.Store.CloseAsync(lost, new Verdict.Dead("x", "y"), CancellationToken.None));
        await outbox.Store.DeferAsync(lost, outbox.Clock.GetUtcNow(), CancellationToken.None);
        await outbox.Store.SavePartsAsync(lost, plan, [new OutboxPart(7, "send", default, null)], CancellationToken.None);

        Assert.Equal("sending", outbox.StateOf(Li));
        Assert.Equal(1, outbox.Count("message_part"));
        Assert.Equal(3, await outbox.LeftAsync(Li));
        Assert.True(await outbox.Store.FinishAsync(owner, part, new SendOutcome.Delivered("p1"), new Verdict.Done(), plan, CancellationToken.None));
        Assert.Equal("done", outbox.StateOf(Li));
    }

    [Fact]
    public async Task A_lane_that_waited_for_its_speaker_is_free_after_a_kill_and_one_that_waits_for_the_person_still_waits()
    {
        await using var outbox = await OpenAsync(Li);
        await outbox.OwesAsync(Li, MessageClass.Status, "one");
        await outbox.OwesAsync(Wang, MessageClass.Status, "two");
        await outbox.DrainAsync();
        await outbox.OwesAsync(Li, MessageClass.Status, "three");
        await outbox.Store.DeferAsync(await outbox.ClaimAsync(Li), outbox.Clock.GetUtcNow().AddHours(1), CancellationToken.None);

        await outbox.KillAndRestartAsync();
        await outbox.DrainAsync();

        Assert.Equal(["one", "three"], outbox.Platform.Texts);
        await outbox.WritesAsync(Wang);
        await outbox.DrainAsync();
        Assert.Equal(["one", "three", "two"], outbox.Platform.Texts);
    }

    /// <summary>Sends Li's next message up to a call of the store, where the process stands still until it is killed.</summary>
    private static async Task SendUntilAsync(TestOutbox outbox, string call, int time, bool committed = false)
    {
        var there = new TaskCompletionSource();
        var seen = 0;
        Func<string, Task> stand = name =>
        {
            if (name != call || ++seen != time)
                return Task.CompletedTask;
            there.SetResult();
            return Task.Delay(Timeout.Infinite);
        };
        if (committed)
            outbox.Store.After = stand;
        else
            outbox.Store.Before = stand;
        _ = outbox.Sender.SendAsync(outbox.Accounts[TestOutbox.Account], await outbox.ClaimAsync(Li), CancellationToken.None);
        await there.Task.WaitAsync(Patience);
    }
}
