using ShopBot.Messaging.Outbox;
using ShopBot.Messaging.Turns;
using static ShopBot.Tests.Turns.TestTurns;

namespace ShopBot.Tests.Turns;

/// <summary>An account that may only answer says what it owes with the answer to the person's next message.</summary>
public sealed class OwedAnswerTests
{
    [Fact]
    public async Task News_stands_before_the_reply_once_and_is_done()
    {
        await using var turns = TestTurns.Open(mayPush: false);
        await turns.OwesAsync(Li, "accepted");
        await turns.OwesAsync(Li, "ready");

        Assert.StartsWith("accepted + ready + hi:1 #", await turns.AnswerAsync(turns.Says(Li, "e1", "hi")), StringComparison.Ordinal);
        Assert.Equal(["done", "done"], turns.Owed());
        Assert.StartsWith("again:2 #", await turns.AnswerAsync(turns.Says(Li, "e2", "again")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repeat_of_the_message_brings_the_same_news()
    {
        await using var turns = TestTurns.Open(mayPush: false);
        await turns.OwesAsync(Li, "ready");

        var first = await turns.AnswerAsync(turns.Says(Li, "e1", "hi"));

        Assert.Equal(first, await turns.AnswerAsync(turns.Says(Li, "e1", "hi")));
    }

    [Fact]
    public async Task What_does_not_fit_comes_with_the_next_answer()
    {
        await using var turns = TestTurns.Open(mayPush: false);
        turns.Channel.FitsAtMost = 2;
        await turns.OwesAsync(Li, "accepted");
        await turns.OwesAsync(Li, "ready");

        Assert.StartsWith("accepted + hi:1 #", await turns.AnswerAsync(turns.Says(Li, "e1", "hi")), StringComparison.Ordinal);
        Assert.Equal(["done", "ready"], turns.Owed());
        Assert.StartsWith("ready + again:2 #", await turns.AnswerAsync(turns.Says(Li, "e2", "again")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_persons_own_news_is_told()
    {
        await using var turns = TestTurns.Open(mayPush: false);
        await turns.OwesAsync(Wang, "ready");

        Assert.StartsWith("hi:1 #", await turns.AnswerAsync(turns.Says(Li, "e1", "hi")), StringComparison.Ordinal);
        Assert.Equal(["ready"], turns.Owed());
    }

    [Fact]
    public async Task An_account_that_may_push_tells_news_by_itself()
    {
        await using var turns = TestTurns.Open();
        await turns.OwesAsync(Li, "ready");

        Assert.StartsWith("hi:1 #", await turns.AnswerAsync(turns.Says(Li, "e1", "hi")), StringComparison.Ordinal);
        Assert.Equal(["ready"], turns.Owed());
    }

    [Fact]
    public async Task News_that_is_just_being_planned_is_told_all_the_same()
    {
        await using var turns = TestTurns.Open(mayPush: false);
        await turns.OwesAsync(Li, "ready");
        Assert.Single(await turns.ClaimAsync());

        Assert.StartsWith("ready + hi:1 #", await turns.AnswerAsync(turns.Says(Li, "e1", "hi")), StringComparison.Ordinal);
        Assert.Equal(["done"], turns.Owed());
    }

    [Fact]
    public async Task News_nobody_has_words_for_lets_nothing_behind_it_pass_and_keeps_no_answer_back()
    {
        await using var turns = TestTurns.Open(mayPush: false);
        turns.Notices.Write = message => throw new UnknownNoticeException(message.Kind);
        await turns.OwesAsync(Li, "hologram");

        Assert.StartsWith("hi:1 #", await turns.AnswerAsync(turns.Says(Li, "e1", "hi")), StringComparison.Ordinal);
        Assert.Equal(["ready"], turns.Owed());
    }

    [Fact]
    public async Task Where_the_turn_cannot_be_kept_its_news_goes_back()
    {
        await using var turns = TestTurns.Open(mayPush: false);
        await turns.OwesAsync(Li, "ready");
        turns.Storage.BeforeWrite = () => throw new IOException("disk full");
        Assert.IsType<TurnReply.AskAgain>(await turns.DeliverAsync(turns.Says(Li, "e1", "hi")));

        turns.Storage.BeforeWrite = () => Task.CompletedTask;
        Assert.StartsWith("ready + hi:1 #", await turns.AnswerAsync(turns.Says(Li, "e1", "hi")), StringComparison.Ordinal);
        Assert.Equal(["done"], turns.Owed());
    }

    [Theory]
    [InlineData(MessageClass.Status, "ready")]
    [InlineData(MessageClass.Money, "parked")]
    public async Task Killed_before_it_is_known_whether_the_answer_stands_the_class_decides(MessageClass messageClass, string state)
    {
        await using var turns = TestTurns.Open(mayPush: false);
        await turns.OwesAsync(Li, "refund", messageClass);
        var there = new TaskCompletionSource();
        turns.Storage.BeforeWrite = () =>
        {
            there.SetResult();
            return Task.Delay(Timeout.Infinite);
        };
        _ = turns.DeliverAsync(turns.Says(Li, "e1", "hi"));
        await there.Task.WaitAsync(Patience);

        turns.KillAndRestart();
        await turns.RecoverAsync();

        Assert.Equal([state], turns.Owed());
    }

    [Fact]
    public async Task Who_waits_for_a_slow_answer_sees_that_it_is_being_written()
    {
        await using var turns = TestTurns.Open();
        turns.Bot.HoldBack("slow");

        Assert.IsType<TurnReply.Later>(await turns.DeliverUntilGuardAsync(turns.Says(Li, "e1", "slow")));

        Assert.Equal(1, turns.Channel.TypingShown);
        turns.Bot.LetGo("slow");
    }
}
