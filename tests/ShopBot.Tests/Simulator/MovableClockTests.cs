using ShopBot.Simulator.Clock;

namespace ShopBot.Tests.Simulator;

public sealed class MovableClockTests
{
    private static readonly DateTimeOffset Nine = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_frozen_clock_stands_until_it_is_moved()
    {
        using var clock = MovableClock.FrozenAt(Nine);

        Assert.Equal(Nine, clock.GetUtcNow());
        clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(Nine.AddMinutes(5), clock.GetUtcNow());
        Assert.True(clock.IsFrozen);
    }

    [Fact]
    public void Timers_fire_in_the_order_they_are_due_and_see_the_new_time()
    {
        using var clock = MovableClock.FrozenAt(Nine);
        var fired = new List<(string, DateTimeOffset)>();
        using var late = clock.CreateTimer(_ => fired.Add(("late", clock.GetUtcNow())), null, TimeSpan.FromSeconds(30), Timeout.InfiniteTimeSpan);
        using var soon = clock.CreateTimer(_ => fired.Add(("soon", clock.GetUtcNow())), null, TimeSpan.FromSeconds(10), Timeout.InfiniteTimeSpan);
        using var later = clock.CreateTimer(_ => fired.Add(("later", clock.GetUtcNow())), null, TimeSpan.FromSeconds(90), Timeout.InfiniteTimeSpan);

        clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal([("soon", Nine.AddMinutes(1)), ("late", Nine.AddMinutes(1))], fired);
    }

    [Fact]
    public void A_timer_is_due_on_the_very_moment_and_only_once()
    {
        using var clock = MovableClock.FrozenAt(Nine);
        var fired = 0;
        using var timer = clock.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(10), Timeout.InfiniteTimeSpan);

        clock.Advance(TimeSpan.FromSeconds(10) - TimeSpan.FromTicks(1));
        Assert.Equal(0, fired);
        clock.Advance(TimeSpan.FromTicks(1));
        clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(1, fired);
    }

    [Fact]
    public void A_periodic_timer_fires_for_every_period_passed()
    {
        using var clock = MovableClock.FrozenAt(Nine);
        var fired = 0;
        using var timer = clock.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10));

        clock.Advance(TimeSpan.FromSeconds(36));
        Assert.Equal(4, fired);
        clock.Advance(TimeSpan.FromSeconds(9));

        Assert.Equal(5, fired);
    }

    [Fact]
    public void A_long_sleep_does_not_make_a_fast_timer_fire_for_ever()
    {
        using var clock = MovableClock.FrozenAt(Nine);
        var fired = 0;
        using var timer = clock.CreateTimer(_ => fired++, null, TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(1));

        clock.Advance(TimeSpan.FromDays(30));

        Assert.InRange(fired, 1, 1_001);
    }

    [Fact]
    public void A_disposed_or_disarmed_timer_stays_silent_and_a_changed_one_waits_anew()
    {
        using var clock = MovableClock.FrozenAt(Nine);
        var fired = new List<string>();
        var disposed = clock.CreateTimer(_ => fired.Add("disposed"), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        using var disarmed = clock.CreateTimer(_ => fired.Add("disarmed"), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        using var changed = clock.CreateTimer(_ => fired.Add("changed"), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        disposed.Dispose();
        disarmed.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        changed.Change(TimeSpan.FromSeconds(20), Timeout.InfiniteTimeSpan);

        clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Empty(fired);
        clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(["changed"], fired);
        Assert.False(disposed.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan));
    }

    [Fact]
    public async Task Delays_and_cancellation_by_time_follow_the_clock()
    {
        using var clock = MovableClock.FrozenAt(Nine);
        var delay = Task.Delay(TimeSpan.FromHours(1), clock);
        using var cancel = new CancellationTokenSource(TimeSpan.FromHours(2), clock);

        clock.Advance(TimeSpan.FromHours(1));
        await delay;
        Assert.False(cancel.IsCancellationRequested);
        clock.Advance(TimeSpan.FromHours(1));

        Assert.True(cancel.IsCancellationRequested);
    }

    [Fact]
    public void Setting_it_back_changes_what_it_shows_but_neither_timers_nor_timestamps()
    {
        using var clock = MovableClock.FrozenAt(Nine);
        var fired = 0;
        using var timer = clock.CreateTimer(_ => fired++, null, TimeSpan.FromMinutes(10), Timeout.InfiniteTimeSpan);
        var before = clock.GetTimestamp();

        clock.SetTo(Nine.AddHours(-3));
        Assert.Equal(Nine.AddHours(-3), clock.GetUtcNow());
        Assert.Equal(TimeSpan.Zero, clock.GetElapsedTime(before));
        clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(1, fired);
        Assert.Equal(TimeSpan.FromMinutes(10), clock.GetElapsedTime(before));
    }

    [Fact]
    public void Setting_it_forward_fires_what_came_due()
    {
        using var clock = MovableClock.FrozenAt(Nine);
        var fired = 0;
        using var timer = clock.CreateTimer(_ => fired++, null, TimeSpan.FromMinutes(10), Timeout.InfiniteTimeSpan);

        clock.SetTo(Nine.AddDays(1));

        Assert.Equal(1, fired);
    }

    [Fact]
    public async Task A_running_clock_fires_by_real_time_too()
    {
        using var clock = new MovableClock();
        var fired = new TaskCompletionSource();
        var periods = 0;
        using var periodic = clock.CreateTimer(_ => { if (++periods == 3) fired.TrySetResult(); }, null, TimeSpan.FromMilliseconds(2), TimeSpan.FromMilliseconds(2));

        await fired.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_timer_due_at_once_fires_even_on_a_frozen_clock()
    {
        using var clock = MovableClock.FrozenAt(Nine);
        var fired = new TaskCompletionSource();
        using var timer = clock.CreateTimer(_ => fired.TrySetResult(), null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);

        await fired.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Let_go_again_it_runs_on_from_where_it_stood()
    {
        using var clock = MovableClock.FrozenAt(Nine);
        var fired = new TaskCompletionSource();
        using var timer = clock.CreateTimer(_ => fired.TrySetResult(), null, TimeSpan.FromMilliseconds(5), Timeout.InfiniteTimeSpan);

        clock.Run();
        await fired.Task.WaitAsync(TimeSpan.FromSeconds(20));

        Assert.InRange(clock.GetUtcNow(), Nine, Nine.AddMinutes(1));
    }

    [Fact]
    public async Task Many_threads_may_use_it_at_once()
    {
        using var clock = MovableClock.FrozenAt(Nine);
        var fired = 0;
        await Parallel.ForAsync(0, 2_000, async (i, _) =>
        {
            var timer = clock.CreateTimer(_ => Interlocked.Increment(ref fired), null, TimeSpan.FromSeconds(1 + i % 7), Timeout.InfiniteTimeSpan);
            if (i % 4 == 0)
                await timer.DisposeAsync();
            clock.Advance(TimeSpan.FromMilliseconds(1));
        });

        clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(1_500, fired);
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.Advance(TimeSpan.FromTicks(-1)));
    }
}
