using System.Globalization;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Steps taken one after the other, one a turn; each gets what came of the one before.</summary>
public class WaterfallDialog : Dialog
{
    private const string PersistedOptions = "options", PersistedValues = "values", StepIndex = "stepIndex";
    private readonly List<WaterfallStep> _steps;

    public WaterfallDialog(string dialogId, IEnumerable<WaterfallStep> actions = null) : base(dialogId) => _steps = actions is null ? [] : [.. actions];

    /// <exception cref="ArgumentNullException">No step.</exception>
    public WaterfallDialog AddStep(WaterfallStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        _steps.Add(step);
        return this;
    }

    public override string GetVersion() => $"{Id}:{_steps.Count.ToString(CultureInfo.InvariantCulture)}";

    public override Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        if (options is CancellationToken)
            throw new ArgumentException("A cancellation token was given in the place of options; name the argument.", nameof(options));

        var state = dc.ActiveDialog.State;
        if (options is not null)
            state[PersistedOptions] = options;
        state[PersistedValues] = new Dictionary<string, object>();
        return RunStepAsync(dc, 0, DialogReason.BeginCalled, null, cancellationToken);
    }

    /// <summary>Takes the next step with the text of the message; anything but a message it lets pass.</summary>
    public override Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        var activity = dc.Context.Activity;
        return activity.Type == Schema.ActivityTypes.Message
            ? ResumeDialogAsync(dc, DialogReason.ContinueCalled, activity.Text, cancellationToken)
            : Task.FromResult(EndOfTurn);
    }

    public override Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object result = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        var index = Convert.ToInt32(dc.ActiveDialog.State[StepIndex], CultureInfo.InvariantCulture);
        return RunStepAsync(dc, index + 1, reason, result, cancellationToken);
    }

    public override Task EndDialogAsync(
        ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default) => Task.CompletedTask;

    protected virtual Task<DialogTurnResult> OnStepAsync(WaterfallStepContext stepContext, CancellationToken cancellationToken) =>
        _steps[stepContext.Index](stepContext, cancellationToken);

    /// <summary>Runs a step; past the last one, ends the dialog with the result.</summary>
    protected Task<DialogTurnResult> RunStepAsync(
        DialogContext dc, int index, DialogReason reason, object result, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dc);
        if (index >= _steps.Count)
            return dc.EndDialogAsync(result, cancellationToken);

        var state = dc.ActiveDialog.State;
        state[StepIndex] = index;
        state.TryGetValue(PersistedOptions, out var options);
        var values = (IDictionary<string, object>)state[PersistedValues];
        return OnStepAsync(new WaterfallStepContext(this, dc, options, values, index, reason, result), cancellationToken);
    }
}
