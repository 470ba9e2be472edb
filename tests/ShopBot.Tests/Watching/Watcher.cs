using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using ShopBot.Messaging.Watching;

namespace ShopBot.Tests.Watching;

/// <summary>Alone in the process: somebody who listens is heard by every turn.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class WatchingCollection
{
    public const string Name = "Watching";
}

/// <summary>Takes all spans and measurements while it lives.</summary>
internal sealed class Watcher : IDisposable
{
    private readonly ActivityListener _spans;
    private readonly MeterListener _measurements = new();

    public Watcher()
    {
        _spans = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Watch.Name,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = Spans.Enqueue,
        };
        ActivitySource.AddActivityListener(_spans);
        _measurements.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == Watch.Name)
                listener.EnableMeasurementEvents(instrument);
        };
        _measurements.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        _measurements.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        _measurements.Start();
    }

    /// <summary>As they ended.</summary>
    public ConcurrentQueue<Activity> Spans { get; } = new();

    /// <summary>Instrument, and its tags as <c>name=value</c>.</summary>
    public ConcurrentQueue<(string Instrument, string[] Tags)> Measurements { get; } = new();

    public static string[] TagsOf(Activity span) => [.. span.TagObjects.Select(Text)];

    public void Dispose()
    {
        _spans.Dispose();
        _measurements.Dispose();
    }

    private static string Text(KeyValuePair<string, object?> tag) => $"{tag.Key}={tag.Value}";

    private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        Assert.True(value >= 0);
        Measurements.Enqueue((instrument.Name, Array.ConvertAll(tags.ToArray(), Text)));
    }
}
