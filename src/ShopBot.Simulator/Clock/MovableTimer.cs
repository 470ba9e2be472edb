namespace ShopBot.Simulator.Clock;

/// <summary>A timer of a <see cref="MovableClock"/>; the clock decides when it fires.</summary>
internal sealed class MovableTimer(MovableClock clock, long number, TimerCallback callback, object? state) : ITimer
{
    private readonly ExecutionContext? _context = ExecutionContext.Capture();
    private volatile bool _disposed;

    /// <summary>Earliest due first; of two due together, the one made first.</summary>
    public static IComparer<MovableTimer> ByDue { get; } = Comparer<MovableTimer>.Create(
        (a, b) => a.Due.CompareTo(b.Due) is var byDue and not 0 ? byDue : a.Number.CompareTo(b.Number));

    public long Number { get; } = number;

    /// <summary>On the clock's elapsed time; guarded by the clock, which changes it only while the timer is not in its set.</summary>
    public TimeSpan Due { get; set; }

    public TimeSpan Period { get; set; } = Timeout.InfiniteTimeSpan;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime < TimeSpan.Zero && dueTime != Timeout.InfiniteTimeSpan)
            throw new ArgumentOutOfRangeException(nameof(dueTime), dueTime, "Not negative, or infinite.");
        if (period < TimeSpan.Zero && period != Timeout.InfiniteTimeSpan)
            throw new ArgumentOutOfRangeException(nameof(period), period, "Not negative, or infinite.");
        if (_disposed)
            return false;
        clock.Arm(this, dueTime, period);
        return true;
    }

    public void Fire()
    {
        if (_disposed)
            return;
        if (_context is null)
            callback(state);
        else
            ExecutionContext.Run(_context, static timer => ((MovableTimer)timer!).Call(), this);
    }

    public void Dispose()
    {
        _disposed = true;
        clock.Disarm(this);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void Call() => callback(state);
}
