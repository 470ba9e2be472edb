namespace ShopBot.Messaging.Turns;

/// <summary>A turn under way, shared by every delivery of the same event.</summary>
internal sealed class RunningTurn
{
    private const int Open = 0, InAnswer = 1, ThroughOutbox = 2;

    private readonly TaskCompletionSource<EventRecord> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _replies = Open;
    private int _waiting;

    /// <summary>The committed record, or the error that kept the turn from committing.</summary>
    public Task<EventRecord> Done => _done.Task;

    /// <summary>Deliveries whose request still waits for the answer.</summary>
    public bool IsAwaited => Volatile.Read(ref _waiting) > 0;

    /// <summary>Set when the raw event was stored as pending; it is removed when the turn is done.</summary>
    public bool IsPending { get; set; }

    public void Join() => Interlocked.Increment(ref _waiting);

    public void Part() => Interlocked.Decrement(ref _waiting);

    /// <summary>The turn is ready to answer. From here on the request waits for it.</summary>
    /// <returns>False when the guard was faster: everything goes through the outbox.</returns>
    public bool TryAnswerNow() => Interlocked.CompareExchange(ref _replies, InAnswer, Open) != ThroughOutbox;

    /// <summary>The guard struck.</summary>
    /// <returns>False when the turn was faster: its answer is about to be committed.</returns>
    public bool TryAnswerLater() => Interlocked.CompareExchange(ref _replies, ThroughOutbox, Open) != InAnswer;

    public void Complete(EventRecord record) => _done.TrySetResult(record);

    public void Fail(Exception error)
    {
        _done.TrySetException(error);
        // Where nobody waits any more the error has been logged; it must not surface as unobserved.
        _ = _done.Task.Exception;
    }
}
