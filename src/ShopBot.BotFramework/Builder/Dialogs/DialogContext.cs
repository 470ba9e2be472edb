namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>The dialogs under way in this turn, and what can be done to them.</summary>
public class DialogContext
{
    public DialogContext(DialogSet dialogs, ITurnContext turnContext, DialogState state)
    {
        ArgumentNullException.ThrowIfNull(dialogs);
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(state);
        Dialogs = dialogs;
        Context = turnContext;
        Stack = state.DialogStack;
    }

    /// <summary>The dialogs inside a dialog.</summary>
    public DialogContext(DialogSet dialogs, DialogContext parentDialogContext, DialogState state)
        : this(dialogs, parentDialogContext?.Context, state) => Parent = parentDialogContext;

    /// <summary>The same stack, seen by one of its dialogs.</summary>
    private protected DialogContext(DialogContext other) =>
        (Dialogs, Context, Stack, Parent) = (other.Dialogs, other.Context, other.Stack, other.Parent);

    public DialogSet Dialogs { get; }
    public ITurnContext Context { get; }

    /// <summary>The dialog on top first.</summary>
    public List<DialogInstance> Stack { get; }

    /// <summary>Of the dialog that holds these; null at the root.</summary>
    public DialogContext Parent { get; set; }

    /// <summary>The dialog on top of the stack; null when it is empty.</summary>
    public DialogInstance ActiveDialog => Stack.Count > 0 ? Stack[0] : null;

    /// <summary>What the dialog on top holds; null when it holds none.</summary>
    public DialogContext Child =>
        ActiveDialog is { } active && FindDialog(active.Id) is DialogContainer container ? container.CreateChildContext(this) : null;

    /// <summary>Puts a dialog on the stack and begins it.</summary>
    /// <exception cref="ArgumentNullException">No id.</exception>
    /// <exception cref="InvalidOperationException">No dialog of that id, here or further out.</exception>
    public Task<DialogTurnResult> BeginDialogAsync(string dialogId, object options = null, CancellationToken cancellationToken = default)
    {
        ThrowIfNoId(dialogId);
        ThrowIfToken(options);
        var dialog = Needed(dialogId);
        Stack.Insert(0, new DialogInstance { Id = dialogId, State = new Dictionary<string, object>() });
        return dialog.BeginDialogAsync(this, options, cancellationToken);
    }

    /// <summary>Begins a prompt.</summary>
    /// <exception cref="ArgumentNullException">No id, or no options.</exception>
    public Task<DialogTurnResult> PromptAsync(string dialogId, PromptOptions options, CancellationToken cancellationToken = default)
    {
        ThrowIfNoId(dialogId);
        ArgumentNullException.ThrowIfNull(options);
        return BeginDialogAsync(dialogId, options, cancellationToken);
    }

    /// <summary>Hands the person's words to the dialog on top; <see cref="DialogTurnStatus.Empty"/> when there is none.</summary>
    /// <exception cref="InvalidOperationException">The stored stack names a dialog that is not there.</exception>
    public Task<DialogTurnResult> ContinueDialogAsync(CancellationToken cancellationToken = default) =>
        ActiveDialog is { } active
            ? Needed(active.Id).ContinueDialogAsync(this, cancellationToken)
            : Task.FromResult(new DialogTurnResult(DialogTurnStatus.Empty));

    /// <summary>Takes the dialog on top off the stack and gives its result to the one below, if there is one.</summary>
    public async Task<DialogTurnResult> EndDialogAsync(object result = null, CancellationToken cancellationToken = default)
    {
        ThrowIfToken(result);
        await EndActiveDialogAsync(DialogReason.EndCalled, cancellationToken).ConfigureAwait(false);
        if (ActiveDialog is not { } below)
            return new DialogTurnResult(DialogTurnStatus.Complete, result);
        return await Needed(below.Id).ResumeDialogAsync(this, DialogReason.EndCalled, result, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes all dialogs off the stack, the one on top first.</summary>
    public Task<DialogTurnResult> CancelAllDialogsAsync(CancellationToken cancellationToken) => CancelAllDialogsAsync(false, cancellationToken: cancellationToken);

    /// <param name="cancelParents">Those further out too.</param>
    /// <param name="eventName">Taken for the sake of the SDK's signature; no events are raised.</param>
    /// <param name="eventValue">See <paramref name="eventName"/>.</param>
    /// <inheritdoc cref="CancelAllDialogsAsync(CancellationToken)"/>
    public async Task<DialogTurnResult> CancelAllDialogsAsync(
        bool cancelParents = false, string eventName = null, object eventValue = null, CancellationToken cancellationToken = default)
    {
        if (Stack.Count == 0 && Parent is null)
            return new DialogTurnResult(DialogTurnStatus.Empty);

        for (var context = this; context is not null; context = cancelParents ? context.Parent : null)
        {
            while (context.Stack.Count > 0)
                await context.EndActiveDialogAsync(DialogReason.CancelCalled, cancellationToken).ConfigureAwait(false);
        }

        return new DialogTurnResult(DialogTurnStatus.Cancelled);
    }

    /// <summary>Ends the dialog on top without a word to the one below, and begins another in its place.</summary>
    /// <exception cref="ArgumentNullException">No id.</exception>
    /// <exception cref="InvalidOperationException">No dialog of that id, here or further out.</exception>
    public async Task<DialogTurnResult> ReplaceDialogAsync(string dialogId, object options = null, CancellationToken cancellationToken = default)
    {
        ThrowIfNoId(dialogId);
        ThrowIfToken(options);
        await EndActiveDialogAsync(DialogReason.ReplaceCalled, cancellationToken).ConfigureAwait(false);
        return await BeginDialogAsync(dialogId, options, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Has the dialog on top ask again.</summary>
    public Task RepromptDialogAsync(CancellationToken cancellationToken = default)
    {
        if (ActiveDialog is not { } active)
            return Task.CompletedTask;
        var dialog = Needed(active.Id);
        if (dialog is ComponentDialog)
            ComponentDialog.Remember(this);
        return dialog.RepromptDialogAsync(Context, active, cancellationToken);
    }

    /// <summary>Looks among these dialogs, then further out.</summary>
    /// <returns>Null when there is none of that id.</returns>
    public Dialog FindDialog(string dialogId)
    {
        for (var context = this; context is not null; context = context.Parent)
        {
            if (context.Dialogs.Find(dialogId) is { } dialog)
                return dialog;
        }

        return null;
    }

    private async Task EndActiveDialogAsync(DialogReason reason, CancellationToken cancellationToken)
    {
        if (ActiveDialog is not { } active)
            return;

        // One that a newer program no longer has can still be taken away.
        var dialog = FindDialog(active.Id);
        if (dialog is ComponentDialog)
            ComponentDialog.Remember(this);
        if (dialog is not null)
            await dialog.EndDialogAsync(Context, active, reason, cancellationToken).ConfigureAwait(false);
        Stack.Remove(active);
    }

    private Dialog Needed(string dialogId) => FindDialog(dialogId) ?? throw new InvalidOperationException(
        $"There is no dialog '{dialogId}' here or further out. Was it added to the DialogSet or ComponentDialog that uses it?");

    private static void ThrowIfNoId(string dialogId)
    {
        if (string.IsNullOrEmpty(dialogId))
            throw new ArgumentNullException(nameof(dialogId));
    }

    private static void ThrowIfToken(object value)
    {
        if (value is CancellationToken)
            throw new ArgumentException("A cancellation token was given in the place of an object; name the argument.", nameof(value));
    }
}
