#pragma warning disable CA1725 // Named outerDc where it is the stack around the component, as in the SDK.

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>A dialog made of others, whose stack is part of its own state: from outside it is one.</summary>
public class ComponentDialog : DialogContainer
{
    /// <summary>Where the inner stack stands in the state of the instance.</summary>
    public const string PersistedDialogState = "dialogs";

    private const string OuterKey = "Microsoft.Bot.Builder.Dialogs.ComponentDialog.Outer";

    public ComponentDialog(string dialogId = null) : base(dialogId)
    {
    }

    /// <summary>The inner dialog to begin with; the first one added, unless set.</summary>
    public string InitialDialogId { get; set; }

    public virtual ComponentDialog AddDialog(Dialog dialog)
    {
        Dialogs.Add(dialog);
        if (string.IsNullOrEmpty(InitialDialogId))
            InitialDialogId = dialog.Id;
        return this;
    }

    public override async Task<DialogTurnResult> BeginDialogAsync(
        DialogContext outerDc, object options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(outerDc);
        if (options is CancellationToken)
            throw new ArgumentException("A cancellation token was given in the place of options; name the argument.", nameof(options));
        await EnsureInitializedAsync(outerDc).ConfigureAwait(false);
        var result = await OnBeginDialogAsync(CreateChildContext(outerDc), options, cancellationToken).ConfigureAwait(false);
        return await AfterTurnAsync(outerDc, result, cancellationToken).ConfigureAwait(false);
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext outerDc, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(outerDc);
        await EnsureInitializedAsync(outerDc).ConfigureAwait(false);
        var result = await OnContinueDialogAsync(CreateChildContext(outerDc), cancellationToken).ConfigureAwait(false);
        return await AfterTurnAsync(outerDc, result, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Asks again: a dialog that was put on top of this one, an interruption, has ended.</summary>
    public override async Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext outerDc, DialogReason reason, object result = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(outerDc);
        await EnsureInitializedAsync(outerDc).ConfigureAwait(false);
        Remember(outerDc);
        await RepromptDialogAsync(outerDc.Context, outerDc.ActiveDialog, cancellationToken).ConfigureAwait(false);
        return EndOfTurn;
    }

    public override async Task RepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default)
    {
        await InnerContext(turnContext, instance).RepromptDialogAsync(cancellationToken).ConfigureAwait(false);
        await OnRepromptDialogAsync(turnContext, instance, cancellationToken).ConfigureAwait(false);
    }

    public override async Task EndDialogAsync(
        ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
    {
        // What is still inside leaves with it and is told so.
        if (reason is DialogReason.CancelCalled or DialogReason.ReplaceCalled)
            await InnerContext(turnContext, instance).CancelAllDialogsAsync(cancellationToken).ConfigureAwait(false);
        await OnEndDialogAsync(turnContext, instance, reason, cancellationToken).ConfigureAwait(false);
    }

    public override DialogContext CreateChildContext(DialogContext dc)
    {
        ArgumentNullException.ThrowIfNull(dc);
        return new DialogContext(Dialogs, dc, InnerState(dc.ActiveDialog));
    }

    /// <summary>Leaves word of the stack around a component for its calls that are not given it: what is inside may be from further out.</summary>
    internal static void Remember(DialogContext outerDc) => outerDc.Context.TurnState.Set(OuterKey, outerDc);

    /// <summary>Called before anything else in each turn.</summary>
    protected virtual Task EnsureInitializedAsync(DialogContext outerDc) => OnInitializeAsync(outerDc);

    /// <summary>For adding dialogs as late as the first turn.</summary>
    protected virtual Task OnInitializeAsync(DialogContext dc)
    {
        if (string.IsNullOrEmpty(InitialDialogId))
            InitialDialogId = Dialogs.GetDialogs().FirstOrDefault()?.Id;
        return Task.CompletedTask;
    }

    protected virtual Task<DialogTurnResult> OnBeginDialogAsync(
        DialogContext innerDc, object options, CancellationToken cancellationToken = default) =>
        innerDc.BeginDialogAsync(InitialDialogId, options, cancellationToken);

    protected virtual Task<DialogTurnResult> OnContinueDialogAsync(DialogContext innerDc, CancellationToken cancellationToken = default) =>
        innerDc.ContinueDialogAsync(cancellationToken);

    protected virtual Task OnEndDialogAsync(
        ITurnContext context, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default) => Task.CompletedTask;

    protected virtual Task OnRepromptDialogAsync(
        ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default) => Task.CompletedTask;

    /// <summary>Called when the inner stack is empty; ends the component with the result.</summary>
    protected virtual Task<DialogTurnResult> EndComponentAsync(DialogContext outerDc, object result, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(outerDc);
        return outerDc.EndDialogAsync(result, cancellationToken);
    }

    private Task<DialogTurnResult> AfterTurnAsync(DialogContext outerDc, DialogTurnResult inner, CancellationToken cancellationToken) =>
        inner.Status == DialogTurnStatus.Waiting ? Task.FromResult(EndOfTurn) : EndComponentAsync(outerDc, inner.Result, cancellationToken);

    private DialogContext InnerContext(ITurnContext turnContext, DialogInstance instance)
    {
        var inner = new DialogContext(Dialogs, turnContext, InnerState(instance));
        if (turnContext.TurnState.Get<DialogContext>(OuterKey) is { } outer && outer.Stack.Contains(instance))
            inner.Parent = outer;
        return inner;
    }

    private static DialogState InnerState(DialogInstance instance)
    {
        ArgumentNullException.ThrowIfNull(instance);
        if (instance.State.TryGetValue(PersistedDialogState, out var stored) && stored is DialogState state)
            return state;

        state = new DialogState();
        instance.State[PersistedDialogState] = state;
        return state;
    }
}
