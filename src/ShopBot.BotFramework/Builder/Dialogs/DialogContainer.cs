namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>A dialog that holds others.</summary>
public abstract class DialogContainer : Dialog
{
    protected DialogContainer(string dialogId = null) : base(dialogId)
    {
    }

    public DialogSet Dialogs { get; set; } = new();

    /// <summary>The stack inside this dialog, which is on top of the given one.</summary>
    public abstract DialogContext CreateChildContext(DialogContext dc);

    /// <returns>Null when there is none of that id.</returns>
    public Dialog FindDialog(string dialogId) => Dialogs.Find(dialogId);

    /// <summary>Changes when one of the dialogs inside does.</summary>
    protected virtual string GetInternalVersion() => Dialogs.GetVersion();
}
