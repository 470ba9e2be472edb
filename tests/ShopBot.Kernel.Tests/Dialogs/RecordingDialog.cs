using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;

namespace ShopBot.Kernel.Tests.Dialogs;

/// <summary>Waits, and writes down what is done to it.</summary>
internal sealed class RecordingDialog(string id, List<string> log) : Dialog(id)
{
    public override Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default) =>
        Wait($"begin {options}".TrimEnd());

    public override Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default) =>
        dc.Context.Activity.Text == "end" ? dc.EndDialogAsync($"{Id}'s result", cancellationToken) : Wait("continue");

    public override Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default) => Wait($"resume {reason} {result}".TrimEnd());

    public override Task RepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default) => Wait("reprompt");

    public override Task EndDialogAsync(
        ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default) => Wait($"end {reason}");

    private Task<DialogTurnResult> Wait(string what)
    {
        log.Add($"{Id}: {what}");
        return Task.FromResult(EndOfTurn);
    }
}
