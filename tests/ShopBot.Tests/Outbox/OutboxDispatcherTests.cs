using System.Collections.Concurrent;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Outbox;
using static ShopBot.Tests.Outbox.TestOutbox;

namespace ShopBot.Tests.Outbox;

public sealed class OutboxDispatcherTests
{
    [Fact]
    public async Task Two_hundred_people_get_all_their_messages_once_and_in_order_four_at_a_time()
    {
        await using var outbox = await OpenAsync();
        var people = Enumerable.Range(0, 200).Select(i => new ContactPoint(TestOutbox.Account, $"o{i}")).ToList();
        foreach (var person in people)
            outbox.Contacts.NoteWindow(new ReplyWindow(person, "message", outbox.Clock.GetUtcNow().AddHours(48), 10), outbox.Clock.GetUtcNow());
        await Task.WhenAll(Enumerable.Range(1, 3).SelectMany(_ => people).Select((person, i) => outbox.OwesAsync(person, MessageClass.Status, $"{i / 200}")));
        var all = Committed(outbox, "finish", 600);
        using var dispatcher = outbox.NewDispatcher();

        await dispatcher.StartAsync(CancellationToken.None);
        await all;
        await dispatcher.StopAsync(CancellationToken.None);

        Assert.Equal(600, outbox.Platform.Calls.Count);
        foreach (var person in people)
            Assert.Equal(["0", "1", "2"], outbox.Platform.Calls.Where(c => c.To == person).Select(c => c.Text));
        Assert.False(outbox.Platform.SawTwoAtOnceToOnePerson);
        Assert.InRange(outbox.Platform.MostParallel, 1, 4);
        Assert.Equal(600, outbox.Count("message WHERE state = 'done'"));
        Assert.Equal(0, outbox.Count("lane WHERE pending <> 0 OR token IS NOT NULL"));
    }

    [Fact]
    public async Task What_a_person_is_owed_waits_until_they_have_their_answer()
    {
        await using var outbox = await OpenAsync(Li, Wang);
        var answer = outbox.Holds.Hold(Li);
        var deferred = Committed(outbox, "defer");
        await outbox.OwesAsync(Li, MessageClass.Status, "after the answer");
        using var dispatcher = outbox.NewDispatcher();
        await dispatcher.StartAsync(CancellationToken.None);
        await deferred;
        var first = Committed(outbox, "finish");
        await outbox.OwesAsync(Li, MessageClass.Status, "and this");
        await outbox.OwesAsync(Wang, MessageClass.Status, "at once");
        await first;
        Assert.Equal(["at once"], outbox.Platform.Texts);

        var both = Committed(outbox, "finish", 2);
        answer.Dispose();

        await both;
        Assert.Equal(["at once", "after the answer", "and this"], outbox.Platform.Texts);
        await dispatcher.StopAsync(CancellationToken.None);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_that_is_out_just_when_its_lane_is_put_off_wakes_it(bool beforeTheWrite)
    {
        await using var outbox = await OpenAsync(Li);
        var answer = outbox.Holds.Hold(Li);
        Func<string, Task> release = name =>
        {
            if (name == "defer")
                answer.Dispose();
            return Task.CompletedTask;
        };
        if (beforeTheWrite)
            outbox.Store.Before = release;
        else
            outbox.Store.After = release;
        var sent = Committed(outbox, "finish");
        await outbox.OwesAsync(Li, MessageClass.Status, "after the answer");
        using var dispatcher = outbox.NewDispatcher();

        await dispatcher.StartAsync(CancellationToken.None);

        await sent;
        Assert.Equal(["after the answer"], outbox.Platform.Texts);
        await dispatcher.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Stopping_lets_the_call_under_way_end_and_begins_no_other_part()
    {
        await using var outbox = await OpenAsync(Li);
        await outbox.OwesAsync(Li, MessageClass.Money, "refund", "with thanks");
        var (calling, answered) = (new TaskCompletionSource(), new TaskCompletionSource());
        outbox.Platform.During = call =>
        {
            calling.TrySetResult();
            return answered.Task;
        };
        using var dispatcher = outbox.NewDispatcher();
        await dispatcher.StartAsync(CancellationToken.None);
        await calling.Task.WaitAsync(Patience);

        var stopping = dispatcher.StopAsync(CancellationToken.None);
        Assert.False(stopping.IsCompleted);
        answered.SetResult();
        await stopping.WaitAsync(Patience);

        Assert.Equal(["refund"], outbox.Platform.Texts);
        Assert.Equal(("ready", "stopping"), Assert.Single(outbox.Messages(Li)));

        await outbox.KillAndRestartAsync();
        await outbox.DrainAsync();
        Assert.Equal(["refund", "with thanks"], outbox.Platform.Texts);
        Assert.Equal("done", outbox.StateOf(Li));
    }

    [Fact]
    public async Task What_has_become_due_is_found_without_a_signal()
    {
        await using var outbox = await OpenAsync(Li);
        await outbox.OwesLaterAsync(Li, "later", TimeSpan.FromSeconds(30));
        var looked = Committed(outbox, "claim");
        using var dispatcher = outbox.NewDispatcher();
        await dispatcher.StartAsync(CancellationToken.None);
        await looked;
        Assert.Empty(outbox.Platform.Calls);

        await outbox.RunClockUntilAsync(() => outbox.StateOf(Li) == "done");

        Assert.Equal(["later"], outbox.Platform.Texts);
        await dispatcher.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_store_that_fails_now_and_then_ends_nothing()
    {
        await using var outbox = await OpenAsync(Li);
        var failures = new ConcurrentDictionary<string, int>();
        outbox.Store.Before = name => failures.AddOrUpdate(name, 1, (_, count) => count + 1) == 1
            ? throw (name == "claim" ? new TaskCanceledException("a driver's own timeout") : new IOException("the disk is full"))
            : Task.CompletedTask;
        await outbox.OwesAsync(Li, MessageClass.Money, "refund");
        using var dispatcher = outbox.NewDispatcher();

        await dispatcher.StartAsync(CancellationToken.None);
        await outbox.RunClockUntilAsync(() => outbox.StateOf(Li) == "done");

        Assert.Equal(["refund"], outbox.Platform.Texts);
        await dispatcher.StopAsync(CancellationToken.None);
        Assert.Equal("done", outbox.StateOf(Li));
    }

    [Fact]
    public async Task A_shop_whose_platform_hangs_does_not_hold_up_another()
    {
        await using var outbox = await OpenAsync(Li, Kim);
        var hanging = new TaskCompletionSource();
        outbox.Platform.During = call => call.To == Li ? hanging.Task : Task.CompletedTask;
        await outbox.OwesAsync(Li, MessageClass.Status, "hangs");
        var sent = Committed(outbox, "finish");
        using var dispatcher = outbox.NewDispatcher();
        await dispatcher.StartAsync(CancellationToken.None);
        await outbox.OwesAsync(Kim, MessageClass.Status, "goes");

        await sent;

        Assert.Equal("done", outbox.StateOf(Kim));
        hanging.SetResult();
        await dispatcher.StopAsync(CancellationToken.None);
    }

    /// <summary>Completes when a store's call of that name has been committed so many times from now on.</summary>
    private static Task Committed(TestOutbox outbox, string call, int times = 1)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var (before, seen) = (outbox.Store.After, 0);
        outbox.Store.After = async name =>
        {
            await before(name);
            if (name == call && Interlocked.Increment(ref seen) == times)
                reached.TrySetResult();
        };
        return reached.Task.WaitAsync(Patience);
    }
}
