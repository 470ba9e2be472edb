using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ShopBot.Messaging.Watching;

/// <summary>What can be watched from outside, OpenTelemetry for one: spans and measurements under one name.</summary>
/// <remarks>
/// Free while nobody listens: whoever is watched asks <see cref="IsOn"/> first and then does its work as if this did not exist.
/// No tag names a person or says what was said.
/// </remarks>
public static class Watch
{
    /// <summary>Name of the <see cref="ActivitySource"/> and of the <see cref="System.Diagnostics.Metrics.Meter"/>.</summary>
    public const string Name = "ShopBot";

    /// <summary>Tag of what went wrong: the name of the exception. Absent where nothing did.</summary>
    public const string ErrorTag = "error.type";

    private static readonly ActivitySource Spans = new(Name);

    public static Meter Meter { get; } = new(Name);

    /// <summary>Whether anybody takes spans, or this measurement.</summary>
    public static bool IsOn(Instrument measurement) => Spans.HasListeners() || measurement.Enabled;

    /// <summary>Does a piece of work inside a span and measures how long it takes.</summary>
    /// <param name="span">What is done; the same for all of a kind.</param>
    /// <param name="seconds">Takes the time, with the same tags as the span.</param>
    /// <param name="whatCame">A tag made of the result.</param>
    public static async Task<T> RunAsync<T>(
        string span, Histogram<double> seconds, TagList tags, Func<Task<T>> work, Func<T, KeyValuePair<string, object?>>? whatCame = null)
    {
        using var activity = Spans.StartActivity(span);
        var began = Stopwatch.GetTimestamp();
        try
        {
            var result = await work().ConfigureAwait(false);
            if (whatCame is not null)
                tags.Add(whatCame(result));
            return result;
        }
        catch (Exception error)
        {
            tags.Add(ErrorTag, error.GetType().Name);
            activity?.SetStatus(ActivityStatusCode.Error, error.GetType().Name);
            throw;
        }
        finally
        {
            seconds.Record(Stopwatch.GetElapsedTime(began).TotalSeconds, tags);
            if (activity is { IsAllDataRequested: true })
                foreach (var (key, value) in tags)
                    activity.SetTag(key, value);
        }
    }

    /// <inheritdoc cref="RunAsync{T}"/>
    public static Task RunAsync(string span, Histogram<double> seconds, TagList tags, Func<Task> work) =>
        RunAsync(span, seconds, tags, async () =>
        {
            await work().ConfigureAwait(false);
            return true;
        });
}
