using ShopBot.Messaging.Turns;
using static ShopBot.Tests.Turns.TestTurns;

namespace ShopBot.Tests.Turns;

/// <summary>Turns that are not done when the platform stops waiting, for accounts that may push.</summary>
public sealed class SlowTurnTests
{
    [Fact]
    public async Task A_turn_slower_than_the_guard_is_kept_and_answers_through_the_outbox_alone()
    {
        await using var turns = Open();
        turns.Bot.HoldBack("a,b");
        var order = turns.Says(Li, "1", "a,b");

        Assert.IsType<TurnReply.Later>(await turns.DeliverUntilGuardAsync(order));
        Assert.Equal(1, turns.PendingCount());
        turns.Bot.LetGo("a,b");
        Assert.Equal("success", await turns.AnswerAsync(order));

        Assert.Equal(["a:1", "b:1"], turns.Outbox());
        Assert.Single(turns.Bot.Began);
        turns.Clock.Advance(TimeSpan.FromMinutes(1));
        await turns.WorkOffPendingAsync();
        Assert.Equal(0, turns.PendingCount());
        Assert.Equal(["a:1", "b:1"], turns.Outbox());
    }

    [Fact]
    public async Task A_guard_and_an_answer_in_the_same_instant_say_everything_once()
    {
        await using var turns = Open();
        turns.Channel.Composing = () =>
        {
            turns.Clock.Advance(turns.Options.Guard);
            return Task.CompletedTask;
        };
        for (var i = 1; i <= 25; i++)
        {
            var order = turns.Says(Li, $"{i}", $"a{i},b{i}");
            turns.Bot.HoldBack($"a{i},b{i}");
            var delivery = turns.DeliverAsync(order);
            await turns.Bot.EnteredAsync($"a{i},b{i}");
            turns.Bot.LetGo($"a{i},b{i}");

            var inAnswer = await delivery is TurnReply.Answered;
            await turns.Runner.ResumeAsync(order, turns.Channel).WaitAsync(Patience);

            string[] all = [$"a{i}:{i}", $"b{i}:{i}"];
            Assert.Equal(inAnswer ? all[1..] : all, turns.Outbox().Intersect(all));
            Assert.Equal(turns.Outbox().Distinct(), turns.Outbox());
            Assert.Equal(0, turns.PendingCount());
        }
    }

    [Fact]
    public async Task An_answer_whose_making_takes_long_holds_up_no_request()
    {
        await using var turns = Open();
        var (composing, uploaded) = (new TaskCompletionSource(), new TaskCompletionSource());
        turns.Channel.Composing = () =>
        {
            composing.TrySetResult();
            return uploaded.Task;
        };
        var order = turns.Says(Li, "1", "a,b");
        var delivery = turns.Runner.RunAsync(order, turns.Channel);
        await composing.Task.WaitAsync(Patience);

        turns.Clock.Advance(turns.Options.Guard);

        Assert.IsType<TurnReply.Later>(await delivery.WaitAsync(Patience));
        uploaded.SetResult();
        Assert.Equal("success", await turns.AnswerAsync(order));
        Assert.Equal(["a:1", "b:1"], turns.Outbox());
    }

    [Fact]
    public async Task A_guard_that_strikes_while_the_answer_is_committed_waits_for_it()
    {
        await using var turns = Open();
        turns.Storage.BeforeWrite = () =>
        {
            turns.Clock.Advance(turns.Options.Guard);
            return Task.CompletedTask;
        };
        turns.Bot.HoldBack("a,b");
        var answer = turns.AnswerAsync(turns.Says(Li, "1", "a,b"));
        await turns.Bot.EnteredAsync("a,b");
        turns.Bot.LetGo("a,b");

        Assert.Equal("a:1 #1", await answer);

        Assert.Equal(["b:1"], turns.Outbox());
        Assert.Equal(0, turns.PendingCount());
    }

    [Fact]
    public async Task A_bot_that_blocks_its_thread_holds_up_no_request()
    {
        await using var turns = Open();
        using var blocked = new ManualResetEventSlim();
        turns.Bot.During = (_, _) =>
        {
            blocked.Wait(Patience, CancellationToken.None);
            return Task.CompletedTask;
        };
        var order = turns.Says(Li, "1", "hello");

        Assert.IsType<TurnReply.Later>(await turns.DeliverUntilGuardAsync(order));

        blocked.Set();
        Assert.Equal("success", await turns.AnswerAsync(order));
    }

    [Fact]
    public async Task After_a_kill_the_turn_is_run_from_what_was_kept()
    {
        await using var turns = Open();
        turns.Bot.HoldBack("a,b");
        Assert.IsType<TurnReply.Later>(await turns.DeliverUntilGuardAsync(turns.Says(Li, "1", "a,b")));

        turns.KillAndRestart();
        turns.Clock.Advance(TimeSpan.FromSeconds(10));
        await turns.WorkOffPendingAsync();

        Assert.Equal(["a:1", "b:1"], turns.Outbox());
        Assert.Equal(0, turns.PendingCount());
        Assert.Equal("success", await turns.AnswerAsync(turns.Says(Li, "1", "a,b")));
        Assert.Single(turns.Bot.Began);
    }

    [Fact]
    public async Task A_kill_after_the_commit_of_a_late_turn_runs_nothing_twice()
    {
        await using var turns = Open();
        turns.Bot.HoldBack("a,b");
        var committed = new TaskCompletionSource();
        turns.Storage.AfterWrite = () =>
        {
            committed.SetResult();
            return Task.Delay(Timeout.Infinite);
        };
        await turns.DeliverUntilGuardAsync(turns.Says(Li, "1", "a,b"));
        turns.Bot.LetGo("a,b");
        await committed.Task.WaitAsync(Patience);
        Assert.Empty(turns.Outbox());

        turns.KillAndRestart();
        turns.Clock.Advance(TimeSpan.FromSeconds(10));
        await turns.WorkOffPendingAsync();

        Assert.Empty(turns.Bot.Began);
        Assert.Equal(["a:1", "b:1"], turns.Outbox());
        Assert.Equal(0, turns.PendingCount());
    }

    [Fact]
    public async Task A_turn_that_ends_while_its_event_is_being_kept_leaves_no_row()
    {
        await using var turns = Open();
        turns.Bot.HoldBack("a,b");
        var removed = new TaskCompletionSource();
        turns.Pending.AfterDone = () => removed.TrySetResult();
        turns.Pending.BeforeKeep = () =>
        {
            turns.Bot.LetGo("a,b");
            return removed.Task.WaitAsync(Patience);
        };

        Assert.IsType<TurnReply.Later>(await turns.DeliverUntilGuardAsync(turns.Says(Li, "1", "a,b")));

        Assert.Equal(0, turns.PendingCount());
        Assert.Equal(["a:1", "b:1"], turns.Outbox());
    }

    [Fact]
    public async Task Where_the_event_cannot_be_kept_the_platform_is_not_told_that_it_is_received()
    {
        await using var turns = Open();
        turns.Bot.HoldBack("a,b");
        var order = turns.Says(Li, "1", "a,b");
        turns.CloseShopFile();

        Assert.IsType<TurnReply.AskAgain>(await turns.DeliverUntilGuardAsync(order));
    }

    [Fact]
    public async Task The_worker_does_not_begin_a_turn_that_is_still_running()
    {
        await using var turns = Open();
        turns.Bot.HoldBack("a,b");
        await turns.DeliverUntilGuardAsync(turns.Says(Li, "1", "a,b"));
        turns.Clock.Advance(TimeSpan.FromSeconds(10));

        var round = turns.WorkOffPendingAsync();
        turns.Bot.LetGo("a,b");
        await round;

        Assert.Single(turns.Bot.Began);
        Assert.Equal(["a:1", "b:1"], turns.Outbox());
        Assert.Equal(0, turns.PendingCount());
    }

    [Fact]
    public async Task A_turn_beyond_the_limit_has_failed_and_its_person_is_free()
    {
        await using var turns = Open();
        turns.Bot.HoldBack("hangs for ever");
        await turns.DeliverUntilGuardAsync(turns.Says(Li, "1", "hangs for ever"));

        var next = turns.AnswerAsync(turns.Says(Li, "2", "next"));
        turns.Clock.Advance(turns.Options.Limit - turns.Options.Guard);

        // The guard of the second message strikes with the same move of the clock, so either it is answered or it answers later.
        await next.ContinueWith(_ => { }, TaskScheduler.Default);
        await turns.Runner.ResumeAsync(turns.Says(Li, "2", "next"), turns.Channel).WaitAsync(Patience);
        Assert.Equal(["next"], turns.Bot.Ended);
    }

    [Fact]
    public async Task A_pending_event_that_keeps_failing_is_tried_five_times_and_then_apologised_for()
    {
        await using var turns = Open();
        turns.Bot.HoldBack("hello");
        await turns.DeliverUntilGuardAsync(turns.Says(Li, "1", "hello"));
        turns.KillAndRestart();
        turns.Bot.During = (_, _) => throw new TaskCanceledException("a client's own timeout");

        for (var i = 0; i < 7; i++)
        {
            turns.Clock.Advance(TimeSpan.FromSeconds(31));
            await turns.WorkOffPendingAsync();
        }

        Assert.Equal(5, turns.Bot.Began.Count);
        Assert.Equal(["sorry about hello"], turns.Outbox());
        Assert.Equal(1, turns.PendingCount("gave_up = 'a client''s own timeout'"));
    }

    [Fact]
    public async Task A_pending_event_that_kills_the_program_each_time_is_given_up()
    {
        await using var turns = Open();
        turns.Bot.HoldBack("hello");
        await turns.DeliverUntilGuardAsync(turns.Says(Li, "1", "hello"));

        for (var i = 0; i < 6; i++)
        {
            turns.KillAndRestart();
            turns.Bot.HoldBack("hello");
            turns.Clock.Advance(TimeSpan.FromSeconds(31));
            var round = turns.WorkOffPendingAsync();
            await Task.WhenAny(round, turns.Bot.EnteredAsync("hello"));
        }

        Assert.Empty(turns.Bot.Began);
        Assert.Equal(["sorry about hello"], turns.Outbox());
        Assert.Equal(1, turns.PendingCount("gave_up IS NOT NULL"));
    }

    [Fact]
    public async Task Pending_events_of_one_person_are_worked_off_as_they_came()
    {
        await using var turns = Open();
        foreach (var i in Enumerable.Range(0, 10))
        {
            // Keys whose order is not that of their coming.
            await turns.Pending.KeepAsync(Li, $"{9 - i}", turns.Says(Li, $"{9 - i}", $"{i}").Raw, CancellationToken.None);
            turns.Clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        turns.Clock.Advance(TimeSpan.FromSeconds(10));
        await turns.WorkOffPendingAsync();

        Assert.Equal(Enumerable.Range(0, 10).Select(i => $"{i}"), turns.Bot.Began);
    }

    [Fact]
    public async Task What_cannot_become_a_turn_any_more_is_set_aside_with_the_reason()
    {
        await using var turns = Open();
        await turns.Pending.KeepAsync(new("closed", "oLi"), "1", "oLi|1|hello"u8.ToArray(), CancellationToken.None);
        await turns.Pending.KeepAsync(Li, "2", "nonsense"u8.ToArray(), CancellationToken.None);
        await turns.Pending.KeepAsync(Li, "3", turns.Says(Li, "3", "hello").Raw, CancellationToken.None);
        turns.Clock.Advance(turns.Options.RecordLife);

        await turns.WorkOffPendingAsync();
        await turns.WorkOffPendingAsync();

        Assert.Empty(turns.Bot.Began);
        Assert.Equal(3, turns.PendingCount("gave_up IS NOT NULL"));
        Assert.Equal(1, turns.PendingCount("gave_up LIKE '%closed%'"));
        Assert.Equal(1, turns.PendingCount("gave_up LIKE '%older%'"));
    }

    [Fact]
    public async Task The_worker_looks_by_itself_and_survives_what_goes_wrong()
    {
        await using var turns = Open();
        turns.Bot.During = (_, _) => turns.Bot.Began.Count < 2 ? throw new OperationCanceledException("not the program's stop") : Task.CompletedTask;
        await turns.Pending.KeepAsync(Li, "1", turns.Says(Li, "1", "hello").Raw, CancellationToken.None);

        await turns.Worker.StartAsync(CancellationToken.None);
        using var patience = new CancellationTokenSource(Patience);
        while (turns.PendingCount() > 0)
        {
            turns.Clock.Advance(TimeSpan.FromSeconds(2));
            await Task.Delay(5, patience.Token);
        }

        Assert.Equal(["hello:1"], turns.Outbox());
        await turns.Worker.StopAsync(CancellationToken.None);
    }
}
