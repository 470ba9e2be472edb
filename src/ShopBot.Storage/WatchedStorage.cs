using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Bot.Builder;
using ShopBot.Messaging.Watching;

namespace ShopBot.Storage;

/// <summary>The bot's state as it is watched from outside: every call to the store behind it.</summary>
/// <param name="name">What kind of store it is, as a tag.</param>
public sealed class WatchedStorage(IStorage store, string name) : IStorage
{
    private static readonly Histogram<double> Seconds =
        Watch.Meter.CreateHistogram<double>("shopbot.storage.duration", "s", "One call to the store of the bot's state.");

    // The watched ways are methods of their own: their closures would otherwise cost something when nobody watches, too.
    public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default) =>
        Watch.IsOn(Seconds) ? WatchedReadAsync(keys, cancellationToken) : store.ReadAsync(keys, cancellationToken);

    public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default) =>
        Watch.IsOn(Seconds) ? WatchedWriteAsync(changes, cancellationToken) : store.WriteAsync(changes, cancellationToken);

    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default) =>
        Watch.IsOn(Seconds) ? WatchedDeleteAsync(keys, cancellationToken) : store.DeleteAsync(keys, cancellationToken);

    private Task<IDictionary<string, object>> WatchedReadAsync(string[] keys, CancellationToken ct) =>
        Watch.RunAsync("storage read", Seconds, Tags("read"), () => store.ReadAsync(keys, ct));

    private Task WatchedWriteAsync(IDictionary<string, object> changes, CancellationToken ct) =>
        Watch.RunAsync("storage write", Seconds, Tags("write"), () => store.WriteAsync(changes, ct));

    private Task WatchedDeleteAsync(string[] keys, CancellationToken ct) =>
        Watch.RunAsync("storage delete", Seconds, Tags("delete"), () => store.DeleteAsync(keys, ct));

    private TagList Tags(string call) => [new("shopbot.store", name), new("shopbot.call", call)];
}
