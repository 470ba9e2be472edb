using Microsoft.Bot.Schema;
using ShopBot.Messaging.Turns;
using static ShopBot.Tests.Turns.TestTurns;

namespace ShopBot.Tests.Turns;

public sealed class TurnRunnerTests
{
    [Fact]
    public async Task A_message_delivered_three_times_and_again_an_hour_later_is_one_turn_with_one_answer()
    {
        await using var turns = Open();
        var hello = turns.Says(Li, "1", "hello");

        var first = await turns.AnswerAsync(hello);
        var second = await turns.AnswerAsync(hello);
        turns.KillAndRestart();
        turns.Clock.Advance(TimeSpan.FromHours(1));
        var later = await turns.AnswerAsync(hello);

        Assert.Equal("hello:1 #1", first);
        Assert.Equal((first, first), (second, later));
        Assert.Empty(turns.Bot.Began);
        Assert.Equal("next:2 #2", await turns.AnswerAsync(turns.Says(Li, "2", "next")));
    }

    [Fact]
    public async Task Deliveries_in_the_same_instant_share_one_turn()
    {
        await using var turns = Open();
        turns.Bot.HoldBack("a,b");
        var hello = turns.Says(Li, "1", "a,b");
        var deliveries = Enumerable.Range(0, 3).Select(_ => turns.AnswerAsync(hello)).ToList();
        await turns.Bot.EnteredAsync("a,b");

        turns.Bot.LetGo("a,b");

        Assert.Equal(["a:1 #1", "a:1 #1", "a:1 #1"], await Task.WhenAll(deliveries));
        Assert.Single(turns.Bot.Began);
        Assert.Equal(["b:1"], turns.Outbox());
    }

    [Fact]
    public async Task Messages_of_one_person_in_the_same_instant_are_worked_off_one_after_the_other_as_they_came()
    {
        await using var turns = Open();
        turns.Bot.HoldBack("0");
        var answers = Enumerable.Range(0, 10).Select(i => turns.AnswerAsync(turns.Says(Li, $"{i}", $"{i}"))).ToList();
        await turns.Bot.EnteredAsync("0");
        Assert.Equal(["0"], turns.Bot.Began);

        turns.Bot.LetGo("0");

        Assert.Equal(Enumerable.Range(0, 10).Select(i => $"{i}:{i + 1} #{i + 1}"), await Task.WhenAll(answers));
    }

    [Fact]
    public async Task One_persons_slow_turn_holds_up_nobody_else()
    {
        await using var turns = Open();
        turns.Bot.HoldBack("slow");
        var slow = turns.AnswerAsync(turns.Says(Li, "1", "slow"));
        await turns.Bot.EnteredAsync("slow");

        Assert.StartsWith("quick:1", await turns.AnswerAsync(turns.Says(Wang, "1", "quick")), StringComparison.Ordinal);

        Assert.False(slow.IsCompleted);
        turns.Bot.LetGo("slow");
        Assert.StartsWith("slow:1", await slow, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task A_turn_that_loses_the_race_for_the_state_runs_again_unseen(int losses)
    {
        await using var turns = Open();
        var left = losses;
        turns.Storage.BeforeWrite = () => left-- > 0 ? throw new StorageConflictException("state") : Task.CompletedTask;
        turns.Bot.During = (context, _) =>
        {
            context.Activity.Text = "changed by the bot";
            return Task.CompletedTask;
        };

        Assert.StartsWith("a:1", await turns.AnswerAsync(turns.Says(Li, "1", "a,b")), StringComparison.Ordinal);

        Assert.Equal(Enumerable.Repeat("a,b", losses + 1), turns.Bot.Began);
        Assert.Equal(["b:1"], turns.Outbox());
    }

    [Fact]
    public async Task A_turn_that_lost_to_another_process_answers_from_the_state_that_one_left()
    {
        await using var turns = Open();
        var other = new TurnStorage(turns.Storage);
        var raced = false;
        turns.Storage.BeforeWrite = async () =>
        {
            if (raced)
                return;
            raced = true;
            var items = await other.ReadTurnAsync(["wechat/conversations/laundry:oLi"], CancellationToken.None);
            items.Put("wechat/conversations/laundry:oLi", new Dictionary<string, object> { ["messages"] = 41 });
            await other.CommitAsync(items, turns.Clock.GetUtcNow().AddDays(1), CancellationToken.None);
        };

        Assert.StartsWith("hello:42", await turns.AnswerAsync(turns.Says(Li, "1", "hello")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_turn_that_loses_every_race_is_asked_for_again_and_then_works()
    {
        await using var turns = Open();
        var left = 5;
        turns.Storage.BeforeWrite = () => left-- > 0 ? throw new StorageConflictException("state") : Task.CompletedTask;
        var hello = turns.Says(Li, "1", "hello");

        Assert.IsType<TurnReply.AskAgain>(await turns.DeliverAsync(hello));

        Assert.StartsWith("hello:1", await turns.AnswerAsync(hello), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replies_that_do_not_fit_go_through_the_outbox_once_however_often_the_event_comes()
    {
        await using var turns = Open();
        var order = turns.Says(Li, "1", "a,b,c");

        for (var i = 0; i < 3; i++)
            Assert.Equal("a:1 #1", await turns.AnswerAsync(order));

        Assert.Equal(["b:1", "c:1"], turns.Outbox());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_kill_between_commit_and_outbox_loses_no_reply(bool keptRunning)
    {
        await using var turns = Open();
        var order = turns.Says(Li, "1", "a,b");
        turns.Queue.Before = () => throw new IOException("the disk is full");
        Assert.IsType<TurnReply.AskAgain>(await turns.DeliverAsync(order));
        Assert.Empty(turns.Outbox());

        if (keptRunning)
            turns.Queue.Before = () => Task.CompletedTask;
        else
            turns.KillAndRestart();

        Assert.Equal("a:1 #1", await turns.AnswerAsync(order));
        Assert.Equal(["b:1"], turns.Outbox());
    }

    [Fact]
    public async Task A_failing_turn_is_asked_for_twice_more_and_then_apologised_for_once_and_for_good()
    {
        await using var turns = Open();
        turns.Bot.During = (_, _) => throw new InvalidOperationException("a bug");
        var hello = turns.Says(Li, "1", "hello");

        Assert.IsType<TurnReply.AskAgain>(await turns.DeliverAsync(hello));
        Assert.IsType<TurnReply.AskAgain>(await turns.DeliverAsync(hello));
        var sorry = await turns.AnswerAsync(hello);
        turns.Bot.During = (_, _) => Task.CompletedTask;
        turns.Clock.Advance(TimeSpan.FromHours(1));

        Assert.StartsWith("sorry about hello", sorry, StringComparison.Ordinal);
        Assert.Equal(sorry, await turns.AnswerAsync(hello));
        Assert.Equal(3, turns.Bot.Began.Count);
        Assert.StartsWith("next:1", await turns.AnswerAsync(turns.Says(Li, "2", "next")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_is_down_does_not_keep_the_apology_from_the_person()
    {
        await using var turns = Open();
        turns.Storage.BeforeWrite = () => throw new IOException("no space left");
        var hello = turns.Says(Li, "1", "hello");
        await turns.DeliverAsync(hello);
        await turns.DeliverAsync(hello);

        Assert.StartsWith("sorry about hello", await turns.AnswerAsync(hello), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_that_cannot_even_apologise_lets_the_platform_ask_again()
    {
        await using var turns = Open();
        turns.Channel.Composing = () => throw new InvalidOperationException("a bug in the channel");
        var hello = turns.Says(Li, "1", "hello");

        for (var i = 0; i < 4; i++)
            (await turns.DeliverAsync(hello)).Dispose();

        Assert.False(turns.Holds.IsHeld(Li));
    }

    [Fact]
    public async Task Failures_long_ago_are_forgotten()
    {
        await using var turns = Open();
        turns.Bot.During = (_, _) => throw new InvalidOperationException("a bug");
        var hello = turns.Says(Li, "1", "hello");
        await turns.DeliverAsync(hello);
        await turns.DeliverAsync(hello);
        turns.Clock.Advance(TimeSpan.FromMinutes(3));
        await turns.DeliverAsync(turns.Says(Wang, "1", "other"));

        Assert.IsType<TurnReply.AskAgain>(await turns.DeliverAsync(hello));
    }

    [Fact]
    public async Task What_else_a_person_is_owed_waits_until_their_answer_is_written()
    {
        await using var turns = Open();
        turns.Bot.HoldBack("hello");
        var delivery = turns.DeliverAsync(turns.Says(Li, "1", "hello"));
        await turns.Bot.EnteredAsync("hello");
        Assert.True(turns.Holds.IsHeld(Li));
        Assert.False(turns.Holds.IsHeld(Wang));

        turns.Bot.LetGo("hello");
        var reply = await delivery;
        Assert.True(turns.Holds.IsHeld(Li));
        reply.Dispose();
        reply.Dispose();

        Assert.False(turns.Holds.IsHeld(Li));
    }

    [Fact]
    public async Task Of_two_answers_to_one_person_the_last_one_written_ends_the_hold()
    {
        await using var turns = Open();
        var first = await turns.DeliverAsync(turns.Says(Li, "1", "one"));
        var second = await turns.DeliverAsync(turns.Says(Li, "2", "two"));
        var released = 0;
        turns.Holds.Released += _ => released++;

        first.Dispose();
        Assert.True(turns.Holds.IsHeld(Li));
        second.Dispose();

        Assert.False(turns.Holds.IsHeld(Li));
        Assert.Equal(1, released);
    }

    [Fact]
    public async Task A_turn_that_says_nothing_is_answered_as_received()
    {
        await using var turns = Open();
        turns.Bot.IsSilent = true;
        turns.Bot.During = (context, ct) => context.SendActivitiesAsync(
            [new Activity { Type = ActivityTypes.Typing }, (Activity)Activity.CreateTraceActivity("state")], ct);

        Assert.Equal("success", await turns.AnswerAsync(turns.Says(Li, "1", "hello")));
        Assert.Empty(turns.Outbox());
    }

    [Fact]
    public async Task The_bots_state_is_of_no_use_outside_a_turn()
    {
        await using var turns = Open();
        var storage = new TurnStorage(turns.Storage);

        await Assert.ThrowsAsync<InvalidOperationException>(() => storage.ReadAsync(["x"]));
    }

    [Fact]
    public async Task A_person_whose_stored_state_is_damaged_begins_anew()
    {
        await using var turns = Open();
        await turns.AnswerAsync(turns.Says(Li, "1", "hello"));
        await turns.DamageStateAsync(Li);

        Assert.StartsWith("again:1", await turns.AnswerAsync(turns.Says(Li, "2", "again")), StringComparison.Ordinal);
    }
}
