namespace ShopBot.Simulator.Clock;

/// <summary>The one clock of a simulated world: real time plus an offset, or frozen at a moment, and movable in both.</summary>
/// <remarks>
/// A move works like a machine waking from sleep: the time jumps at once, then every timer that came due fires, in due order,
/// on the caller's thread; a periodic one fires for each period passed, the last 1,000 at most. Timers and
/// <see cref="GetTimestamp"/> never run backwards: setting the clock back changes only what <see cref="GetUtcNow"/> says.
/// </remarks>
public sealed class MovableClock : TimeProvider, IDisposable
{
    private const int CatchUpPeriods = 1_000;

    private readonly Lock _gate = new();
    private readonly SortedSet<MovableTimer> _armed = new(MovableTimer.ByDue);
    private readonly TimeProvider _real;
    private readonly ITimer _wake;
    private long _timers;
    private bool _frozen;
    private DateTimeOffset _frozenAt;
    private TimeSpan _offset;
    private TimeSpan _elapsed;
    private long _runningSince;

    /// <summary>Starts at the real time and runs with it.</summary>
    public MovableClock() : this(System) { }

    internal MovableClock(TimeProvider real)
    {
        _real = real;
        _runningSince = real.GetTimestamp();
        _wake = real.CreateTimer(_ => FireDue(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>A clock that stands at <paramref name="moment"/> until it is moved.</summary>
    public static MovableClock FrozenAt(DateTimeOffset moment)
    {
        var clock = new MovableClock();
        clock.Freeze();
        clock.SetTo(moment);
        return clock;
    }

    public bool IsFrozen { get { lock (_gate) return _frozen; } }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() { lock (_gate) return Now(); }

    public override long GetTimestamp() { lock (_gate) return Elapsed().Ticks; }

    /// <exception cref="ArgumentOutOfRangeException">A negative move; use <see cref="SetTo"/> to go back.</exception>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        lock (_gate)
        {
            Shift(by);
            _elapsed += by;
        }
        FireDue();
    }

    /// <summary>Moves to a moment; forwards as <see cref="Advance"/> does, backwards without touching timers.</summary>
    public void SetTo(DateTimeOffset moment)
    {
        lock (_gate)
        {
            var by = moment - Now();
            Shift(by);
            if (by > TimeSpan.Zero)
                _elapsed += by;
        }
        FireDue();
    }

    /// <summary>Stops the clock where it is.</summary>
    public void Freeze()
    {
        lock (_gate)
        {
            if (_frozen)
                return;
            _frozenAt = Now();
            _elapsed = Elapsed();
            _frozen = true;
            _wake.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Lets the clock run on with real time from where it stands.</summary>
    public void Run()
    {
        lock (_gate)
        {
            if (!_frozen)
                return;
            _offset = _frozenAt - _real.GetUtcNow();
            _runningSince = _real.GetTimestamp();
            _frozen = false;
            SetWake();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new MovableTimer(this, Interlocked.Increment(ref _timers), callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    public void Dispose() => _wake.Dispose();

    /// <param name="dueTime">Infinite disarms; zero fires at once on the thread pool.</param>
    internal void Arm(MovableTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            _armed.Remove(timer);
            timer.Period = period > TimeSpan.Zero ? period : Timeout.InfiniteTimeSpan;
            if (dueTime == TimeSpan.Zero)
            {
                ThreadPool.UnsafeQueueUserWorkItem(static fired => fired.Fire(), timer, preferLocal: false);
                dueTime = timer.Period;
            }
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                timer.Due = Elapsed() + dueTime;
                _armed.Add(timer);
            }
            if (_armed.Min == timer)
                SetWake();
        }
    }

    internal void Disarm(MovableTimer timer)
    {
        lock (_gate)
            _armed.Remove(timer);
    }

    private DateTimeOffset Now() => _frozen ? _frozenAt : _real.GetUtcNow() + _offset;

    private TimeSpan Elapsed() => _frozen ? _elapsed : _elapsed + _real.GetElapsedTime(_runningSince);

    private void Shift(TimeSpan by)
    {
        if (_frozen)
            _frozenAt += by;
        else
            _offset += by;
    }

    private void FireDue()
    {
        while (true)
        {
            MovableTimer timer;
            lock (_gate)
            {
                var now = Elapsed();
                if (_armed.Min is not { } first || first.Due > now)
                {
                    SetWake();
                    return;
                }
                timer = first;
                _armed.Remove(timer);
                if (timer.Period != Timeout.InfiniteTimeSpan)
                {
                    var missed = (now - timer.Due).Ticks / timer.Period.Ticks;
                    timer.Due += timer.Period * Math.Max(1, missed - CatchUpPeriods + 1);
                    _armed.Add(timer);
                }
            }
            timer.Fire();
        }
    }

    private void SetWake()
    {
        if (_frozen || _armed.Min is not { } first)
            return;
        var wait = first.Due - Elapsed();
        // The real timer counts whole milliseconds: rounding up keeps it from waking just too early, again and again.
        var milliseconds = Math.Clamp(Math.Ceiling(wait.TotalMilliseconds), 0, int.MaxValue);
        _wake.Change(TimeSpan.FromMilliseconds(milliseconds), Timeout.InfiniteTimeSpan);
    }
}
