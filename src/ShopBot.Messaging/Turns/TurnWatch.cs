using System.Diagnostics.Metrics;
using ShopBot.Messaging.Watching;

namespace ShopBot.Messaging.Turns;

/// <summary>Turns as they are watched from outside.</summary>
internal static class TurnWatch
{
    private static readonly Histogram<double> Seconds =
        Watch.Meter.CreateHistogram<double>("shopbot.turn.duration", "s", "One event, from its place in line to its committed record.");

    private static readonly Counter<long> Reruns =
        Watch.Meter.CreateCounter<long>("shopbot.turn.reruns", "{turn}", "Turns run again because another one of the same person was faster.");

    public static bool IsOn => Watch.IsOn(Seconds);

    public static Task<EventRecord> RunAsync(IncomingEvent incoming, Func<Task<EventRecord>> turn) => Watch.RunAsync(
        "turn",
        Seconds,
        [
            new("shopbot.channel", incoming.Activity.ChannelId),
            new("shopbot.account", incoming.Account),
            new("shopbot.activity", incoming.Activity.Type),
        ],
        turn,
        record => new("shopbot.answer", record.IsHeld ? "held" : record.Body.Length > 0 ? "now" : record.Overflow is null ? "none" : "later"));

    public static void RanAgain(IncomingEvent incoming) => Reruns.Add(1, new KeyValuePair<string, object?>("shopbot.channel", incoming.Activity.ChannelId));
}
