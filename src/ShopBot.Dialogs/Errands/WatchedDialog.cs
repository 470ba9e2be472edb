using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using ShopBot.Messaging.Watching;

namespace ShopBot.Dialogs.Errands;

/// <summary>A dialog whose begin, turns and end can be watched from outside.</summary>
public abstract class WatchedDialog(string id) : ComponentDialog(id)
{
    private static readonly Histogram<double> Seconds =
        Watch.Meter.CreateHistogram<double>("shopbot.dialog.duration", "s", "One call of an errand: it begins, goes on or ends.");

    // The watched ways are methods of their own: their closures would otherwise cost something when nobody watches, too.
    public override Task<DialogTurnResult> BeginDialogAsync(DialogContext outerDc, object? options = null, CancellationToken cancellationToken = default) =>
        Watch.IsOn(Seconds) ? WatchedBeginAsync(outerDc, options, cancellationToken) : base.BeginDialogAsync(outerDc, options, cancellationToken);

    public override Task<DialogTurnResult> ContinueDialogAsync(DialogContext outerDc, CancellationToken cancellationToken = default) =>
        Watch.IsOn(Seconds) ? WatchedContinueAsync(outerDc, cancellationToken) : base.ContinueDialogAsync(outerDc, cancellationToken);

    public override Task EndDialogAsync(
        ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default) =>
        Watch.IsOn(Seconds)
            ? WatchedEndAsync(turnContext, instance, reason, cancellationToken)
            : base.EndDialogAsync(turnContext, instance, reason, cancellationToken);

    private Task<DialogTurnResult> WatchedBeginAsync(DialogContext outerDc, object? options, CancellationToken ct) =>
        Watch.RunAsync("dialog begin", Seconds, Tags("begin"), () => base.BeginDialogAsync(outerDc, options, ct), WhatCame);

    private Task<DialogTurnResult> WatchedContinueAsync(DialogContext outerDc, CancellationToken ct) =>
        Watch.RunAsync("dialog continue", Seconds, Tags("continue"), () => base.ContinueDialogAsync(outerDc, ct), WhatCame);

    private Task WatchedEndAsync(ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken ct) =>
        Watch.RunAsync("dialog end", Seconds, [.. Tags("end"), new("shopbot.reason", reason.ToString())], () => base.EndDialogAsync(turnContext, instance, reason, ct));

    private static KeyValuePair<string, object?> WhatCame(DialogTurnResult result) => new("shopbot.status", result.Status.ToString());

    private TagList Tags(string call) => [new("shopbot.dialog", Id), new("shopbot.call", call)];
}
