using System.Collections.Concurrent;
using System.Threading.Channels;

namespace ShopBot.Simulator.Phones;

/// <summary>What happens in the simulated world, told to everybody who listens.</summary>
internal sealed class LiveEvents
{
    // A listener that is this far behind misses the oldest events; it catches up by the chat's cursor.
    private const int Backlog = 1_000;
    private readonly ConcurrentDictionary<Channel<LiveEvent>, byte> _listeners = new();

    public void Tell(string kind, object about)
    {
        var told = new LiveEvent(kind, about);
        foreach (var listener in _listeners.Keys)
            listener.Writer.TryWrite(told);
    }

    public Listening Listen()
    {
        var channel = Channel.CreateBounded<LiveEvent>(new BoundedChannelOptions(Backlog) { FullMode = BoundedChannelFullMode.DropOldest });
        _listeners[channel] = 0;
        return new Listening(channel.Reader, () => _listeners.TryRemove(channel, out _));
    }
}

/// <param name="Kind">message, push, typing, follow, menu, people or clock.</param>
internal sealed record LiveEvent(string Kind, object About);

/// <summary>One listener's queue, until disposed.</summary>
internal sealed class Listening(ChannelReader<LiveEvent> events, Action stop) : IDisposable
{
    public ChannelReader<LiveEvent> Events { get; } = events;

    public void Dispose() => stop();
}
