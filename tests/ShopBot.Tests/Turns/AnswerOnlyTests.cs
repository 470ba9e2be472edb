using ShopBot.Messaging.Turns;
using static ShopBot.Tests.Turns.TestTurns;

namespace ShopBot.Tests.Turns;

/// <summary>Accounts that may not write outside the platform's own answer.</summary>
public sealed class AnswerOnlyTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_slow_turn_answers_the_second_or_third_delivery(int deliveriesTooEarly)
    {
        await using var turns = Open(mayPush: false);
        turns.Bot.HoldBack("a,b");
        var order = turns.Says(Li, "1", "a,b");
        for (var i = 0; i < deliveriesTooEarly; i++)
            Assert.IsType<TurnReply.AskAgain>(await turns.DeliverUntilGuardAsync(order));

        var next = turns.AnswerAsync(order);
        turns.Bot.LetGo("a,b");

        Assert.Equal("a:1 + b:1 #1", await next);
        Assert.Equal("a:1 + b:1 #1", await turns.AnswerAsync(order));
        Assert.Single(turns.Bot.Began);
        Assert.Equal("next:2 #2", await turns.AnswerAsync(turns.Says(Li, "2", "next")));
        Assert.Empty(turns.Outbox());
        Assert.Equal(0, turns.PendingCount());
    }

    [Fact]
    public async Task An_answer_no_delivery_waited_for_is_said_with_the_next_one_and_only_then()
    {
        await using var turns = Open(mayPush: false);
        await MissAllDeliveriesAsync(turns, "1", "a,b");

        Assert.StartsWith("a:1 + b:1 + next:2", await turns.AnswerAsync(turns.Says(Li, "2", "next")), StringComparison.Ordinal);

        Assert.StartsWith("third:3", await turns.AnswerAsync(turns.Says(Li, "3", "third")), StringComparison.Ordinal);
        Assert.Empty(turns.Outbox());
    }

    [Fact]
    public async Task An_answer_held_back_outlives_a_kill()
    {
        await using var turns = Open(mayPush: false);
        await MissAllDeliveriesAsync(turns, "1", "a");

        turns.KillAndRestart();

        Assert.StartsWith("a:1 + next:2", await turns.AnswerAsync(turns.Says(Li, "2", "next")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_answers_nobody_waited_for_are_both_said_with_the_next()
    {
        await using var turns = Open(mayPush: false);
        await MissAllDeliveriesAsync(turns, "1", "a");
        await MissAllDeliveriesAsync(turns, "2", "b");

        Assert.StartsWith("a:1 + b:2 + next:3", await turns.AnswerAsync(turns.Says(Li, "3", "next")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_delivery_that_comes_after_all_gets_the_answer_and_nothing_is_held_back()
    {
        await using var turns = Open(mayPush: false);
        var order = await MissAllDeliveriesAsync(turns, "1", "a,b");

        Assert.Equal("a:1 + b:1 #1", await turns.AnswerAsync(order));

        Assert.StartsWith("next:2", await turns.AnswerAsync(turns.Says(Li, "2", "next")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_delivery_that_comes_while_the_answer_is_being_held_back_gets_it_alone()
    {
        await using var turns = Open(mayPush: false);
        turns.Bot.HoldBack("a,b");
        var order = turns.Says(Li, "1", "a,b");
        Assert.IsType<TurnReply.AskAgain>(await turns.DeliverUntilGuardAsync(order));
        Task<string>? late = null;
        // Composed for nobody; the second delivery arrives before that is committed.
        turns.Storage.BeforeWrite = () =>
        {
            late ??= turns.AnswerAsync(order);
            return Task.CompletedTask;
        };
        var committed = new TaskCompletionSource();
        turns.Storage.AfterWrite = () =>
        {
            committed.TrySetResult();
            return Task.CompletedTask;
        };
        turns.Bot.LetGo("a,b");
        await committed.Task.WaitAsync(Patience);

        Assert.Equal("a:1 + b:1 #1", await late!);
        Assert.StartsWith("next:2", await turns.AnswerAsync(turns.Says(Li, "2", "next")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_last_delivery_whose_guard_strikes_during_the_commit_still_gets_the_answer()
    {
        await using var turns = Open(mayPush: false);
        turns.Storage.BeforeWrite = () =>
        {
            turns.Clock.Advance(turns.Options.Guard);
            return Task.CompletedTask;
        };

        turns.Bot.HoldBack("a,b");
        var answer = turns.AnswerAsync(turns.Says(Li, "1", "a,b"));
        await turns.Bot.EnteredAsync("a,b");
        turns.Bot.LetGo("a,b");

        Assert.Equal("a:1 + b:1 #1", await answer);
        turns.Storage.BeforeWrite = () => Task.CompletedTask;
        Assert.StartsWith("next:2", await turns.AnswerAsync(turns.Says(Li, "2", "next")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_does_not_fit_the_answer_is_said_with_the_next_one()
    {
        await using var turns = Open(mayPush: false);
        turns.Channel.FitsAtMost = 2;

        Assert.StartsWith("a:1 + b:1 #", await turns.AnswerAsync(turns.Says(Li, "1", "a,b,c")), StringComparison.Ordinal);
        Assert.StartsWith("c:1 + next:2 #", await turns.AnswerAsync(turns.Says(Li, "2", "next")), StringComparison.Ordinal);
        Assert.StartsWith("third:3 #", await turns.AnswerAsync(turns.Says(Li, "3", "third")), StringComparison.Ordinal);
        Assert.Empty(turns.Outbox());
    }

    [Fact]
    public async Task The_third_delivery_brings_the_apology_also_where_the_first_was_only_too_early()
    {
        await using var turns = Open(mayPush: false);
        turns.Bot.HoldBack("hello");
        turns.Bot.During = (_, _) => throw new InvalidOperationException("a bug");
        var hello = turns.Says(Li, "1", "hello");

        Assert.IsType<TurnReply.AskAgain>(await turns.DeliverUntilGuardAsync(hello));
        turns.Bot.LetGo("hello");
        Assert.IsType<TurnReply.AskAgain>(await turns.DeliverAsync(hello));

        Assert.StartsWith("sorry about hello", await turns.AnswerAsync(hello), StringComparison.Ordinal);
    }

    private static async Task<IncomingEvent> MissAllDeliveriesAsync(TestTurns turns, string key, string text)
    {
        turns.Bot.HoldBack(text);
        var order = turns.Says(Li, key, text);
        for (var i = 0; i < 3; i++)
            Assert.IsType<TurnReply.AskAgain>(await turns.DeliverUntilGuardAsync(order));

        var committed = new TaskCompletionSource();
        turns.Storage.AfterWrite = () =>
        {
            committed.TrySetResult();
            return Task.CompletedTask;
        };
        turns.Bot.LetGo(text);
        await committed.Task.WaitAsync(Patience);
        turns.Storage.AfterWrite = () => Task.CompletedTask;
        return order;
    }
}
