namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>A dialog on the stack.</summary>
public class DialogInstance
{
    /// <summary>Id of the <see cref="Dialog"/>.</summary>
    public string Id { get; set; }

    /// <summary>What the dialog remembers. Types of values must be known to <see cref="StorageSerializer"/>.</summary>
    public IDictionary<string, object> State { get; set; }
}
