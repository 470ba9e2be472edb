namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Why a method of a dialog is called.</summary>
public enum DialogReason
{
    BeginCalled,
    ContinueCalled,
    EndCalled,
    ReplaceCalled,
    CancelCalled,

    /// <summary>A step of a waterfall moved on by <see cref="WaterfallStepContext.NextAsync"/>.</summary>
    NextCalled,
}
