using System.Collections.Concurrent;

namespace ShopBot.Simulator.WeChat.Pushing;

/// <summary>The last pushes, so that they can be looked up and delivered again.</summary>
internal sealed class PushBook
{
    private const int Kept = 5_000;
    private readonly ConcurrentDictionary<long, Push> _pushes = new();
    private readonly ConcurrentDictionary<long, PushOutcome> _outcomes = new();
    private readonly ConcurrentQueue<long> _order = new();

    public void Keep(Push push)
    {
        if (!_pushes.TryAdd(push.Id, push))
            return;
        _order.Enqueue(push.Id);
        if (_order.Count > Kept && _order.TryDequeue(out var oldest))
        {
            _pushes.TryRemove(oldest, out _);
            _outcomes.TryRemove(oldest, out _);
        }
    }

    public void Note(PushOutcome outcome) => _outcomes[outcome.PushId] = outcome;

    public Push? Find(long id) => _pushes.GetValueOrDefault(id);

    /// <summary>The outcome of the latest delivery; null while it is under way.</summary>
    public PushOutcome? OutcomeOf(long id) => _outcomes.GetValueOrDefault(id);
}
