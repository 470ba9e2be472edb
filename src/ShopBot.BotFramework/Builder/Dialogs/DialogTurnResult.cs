namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>What came of a turn of the dialogs.</summary>
public class DialogTurnResult
{
    public DialogTurnResult(DialogTurnStatus status, object result = null)
    {
        Status = status;
        Result = result;
    }

    public DialogTurnStatus Status { get; set; }

    /// <summary>What the last dialog ended with; null while one waits.</summary>
    public object Result { get; set; }

    /// <summary>True when a dialog ended its parent too.</summary>
    public bool ParentEnded { get; set; }
}
