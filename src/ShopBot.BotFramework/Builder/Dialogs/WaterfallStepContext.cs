namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>What a step of a waterfall has at hand.</summary>
public class WaterfallStepContext : DialogContext
{
    private readonly WaterfallDialog _waterfall;
    private bool _movedOn;

    internal WaterfallStepContext(WaterfallDialog waterfall, DialogContext dc, object options, IDictionary<string, object> values,
        int index, DialogReason reason, object result) : base(dc)
    {
        _waterfall = waterfall;
        Options = options;
        Values = values;
        Index = index;
        Reason = reason;
        Result = result;
    }

    /// <summary>Of this step, from 0.</summary>
    public int Index { get; }

    /// <summary>What the waterfall was begun with.</summary>
    public object Options { get; }

    /// <summary>Why this step runs.</summary>
    public DialogReason Reason { get; }

    /// <summary>What came of the step before: the result of its dialog or prompt, or what the person said.</summary>
    public object Result { get; }

    /// <summary>Kept from step to step, until the waterfall ends.</summary>
    public IDictionary<string, object> Values { get; }

    /// <summary>Takes the next step now, in this turn.</summary>
    /// <exception cref="InvalidOperationException">This step moved on already.</exception>
    public Task<DialogTurnResult> NextAsync(object result = null, CancellationToken cancellationToken = default)
    {
        if (result is CancellationToken)
            throw new ArgumentException("A cancellation token was given in the place of a result; name the argument.", nameof(result));
        if (_movedOn)
            throw new InvalidOperationException($"Step {Index} of '{_waterfall.Id}' has called NextAsync already.");

        _movedOn = true;
        return _waterfall.ResumeDialogAsync(this, DialogReason.NextCalled, result, cancellationToken);
    }
}
