using Microsoft.Bot.Builder.Dialogs;

namespace ShopBot.Dialogs.Errands;

/// <summary>Something a person came for: a dialog that can be interrupted, resumed and walked backwards.</summary>
public abstract class Errand(string id) : WatchedDialog(id)
{
    protected override async Task<DialogTurnResult> OnContinueDialogAsync(DialogContext innerDc, CancellationToken cancellationToken = default) =>
        Visit.Of(innerDc.Context).Signal switch
        {
            Signal.AskAgain => await AskAgainAsync(innerDc, cancellationToken),
            Signal.Back => await GoBackAsync(innerDc, cancellationToken),
            _ => await base.OnContinueDialogAsync(innerDc, cancellationToken),
        };

    /// <summary>Raised with every change after which an errand begun before can no longer simply go on; 1 or more.</summary>
    public virtual int FlowVersion => 1;

    /// <summary>Brings an errand that an older version began to this one.</summary>
    /// <param name="from">The version it was begun with; below <see cref="FlowVersion"/>.</param>
    /// <returns>False where that cannot be done: it is left and begun anew, and the person is told.</returns>
    public virtual Task<bool> MigrateAsync(DialogContext dialogs, int from, CancellationToken ct) => Task.FromResult(false);

    /// <summary>Puts the open question again, in the language of this turn.</summary>
    protected abstract Task<DialogTurnResult> AskAgainAsync(DialogContext innerDc, CancellationToken ct);

    /// <summary>Puts the question before the open one; the errand ends where there is none.</summary>
    protected abstract Task<DialogTurnResult> GoBackAsync(DialogContext innerDc, CancellationToken ct);

    /// <summary>Drops the open question and begins the errand's own dialog again.</summary>
    protected async Task<DialogTurnResult> RestartAsync(DialogContext innerDc, object? options, CancellationToken ct)
    {
        await innerDc.CancelAllDialogsAsync(ct);
        return await innerDc.BeginDialogAsync(InitialDialogId, options, ct);
    }
}
