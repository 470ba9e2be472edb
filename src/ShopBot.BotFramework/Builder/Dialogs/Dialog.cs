namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>A piece of a conversation. Holds no state of its own: that stands in its <see cref="DialogInstance"/>.</summary>
public abstract class Dialog
{
    /// <summary>What a dialog returns when it waits for the person.</summary>
    public static readonly DialogTurnResult EndOfTurn = new(DialogTurnStatus.Waiting);

    private string? _id;

    protected Dialog(string dialogId = null) => _id = dialogId;

    /// <summary>Under which it is begun; the name of its class unless it was given another.</summary>
    public string Id
    {
        get => _id ??= OnComputeId();
        set => _id = value;
    }

    /// <summary>Called when it was put on the stack.</summary>
    public abstract Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object options = null, CancellationToken cancellationToken = default);

    /// <summary>Called when the person says something while it is on top of the stack. Ends, unless overridden.</summary>
    public virtual Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        return dc.EndDialogAsync(null, cancellationToken);
    }

    /// <summary>Called when a dialog that it began has ended. Ends with the same result, unless overridden.</summary>
    public virtual Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object result = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        if (result is CancellationToken)
            throw new ArgumentException("A cancellation token is no result.", nameof(result));
        return dc.EndDialogAsync(result, cancellationToken);
    }

    /// <summary>Called when the person is to be asked again.</summary>
    public virtual Task RepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default) =>
        Task.CompletedTask;

    /// <summary>Called when it leaves the stack, whatever the reason.</summary>
    public virtual Task EndDialogAsync(
        ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default) => Task.CompletedTask;

    /// <summary>Changes when what it does changes; the id, unless overridden.</summary>
    public virtual string GetVersion() => Id;

    protected virtual string OnComputeId() => GetType().Name;
}
