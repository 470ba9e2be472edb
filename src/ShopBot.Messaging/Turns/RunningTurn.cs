namespace ShopBot.Messaging.Turns;

/// <summary>A turn under way, shared by every delivery of the same event.</summary>
internal sealed class RunningTurn
{
    private readonly TaskCompletionSource<EventRecord> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();
    private Way _way = Way.Open;
    private int _waiting;
    private volatile bool _isPending;

    private enum Way
    {
        Open,
        InAnswer,
        Elsewhere,
    }

    /// <summary>The committed record, or the error that kept the turn from committing.</summary>
    public Task<EventRecord> Done => _done.Task;

    /// <summary>Set when the raw event was stored as pending; it is removed when the turn is done.</summary>
    public bool IsPending
    {
        get => _isPending;
        set => _isPending = value;
    }

    /// <summary>Deliveries whose request still waits for the answer.</summary>
    public bool IsAwaited
    {
        get
        {
            lock (_lock)
                return _waiting > 0;
        }
    }

    /// <summary>The replies cannot go into an answer any more.</summary>
    public bool AnswersElsewhere
    {
        get
        {
            lock (_lock)
                return _way == Way.Elsewhere;
        }
    }

    /// <summary>A delivery's request waits from now on.</summary>
    public void Join()
    {
        lock (_lock)
            _waiting++;
    }

    /// <summary>A request's guard struck: it stops waiting.</summary>
    /// <param name="forGood">True where the platform is told that the event is received; else it asks again and may still get the answer.</param>
    /// <returns>False when the turn was faster: its answer is about to be committed, wait for that.</returns>
    public bool TryLeave(bool forGood)
    {
        lock (_lock)
        {
            if (_way == Way.InAnswer)
                return false;
            _waiting--;
            if (forGood)
                _way = Way.Elsewhere;
            return true;
        }
    }

    /// <summary>The answer is made; from here on the requests that wait stay for its commit.</summary>
    /// <returns>False when nobody waits any more: the replies go another way.</returns>
    public bool TryAnswerNow()
    {
        lock (_lock)
        {
            if (_way == Way.Open)
                _way = _waiting > 0 ? Way.InAnswer : Way.Elsewhere;
            return _way == Way.InAnswer;
        }
    }

    public void Complete(EventRecord record) => _done.TrySetResult(record);

    public void Fail(Exception error)
    {
        _done.TrySetException(error);
        // Where nobody waits any more the error has been logged; it must not surface as unobserved.
        _ = _done.Task.Exception;
    }
}
