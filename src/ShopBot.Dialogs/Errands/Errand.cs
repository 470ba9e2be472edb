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
