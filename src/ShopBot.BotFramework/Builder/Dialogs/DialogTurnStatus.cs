namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>How a stack of dialogs stands after a turn.</summary>
public enum DialogTurnStatus
{
    /// <summary>There is nothing on the stack and was nothing to do.</summary>
    Empty,

    /// <summary>The dialog on top waits for the person.</summary>
    Waiting,

    /// <summary>The last dialog ended.</summary>
    Complete,

    /// <summary>All dialogs were cancelled.</summary>
    Cancelled,

    /// <summary>The last dialog ended, and the person's words are still to be handled.</summary>
    CompleteAndWait,
}
