using System.Text.Json.Serialization;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>The dialogs under way in one conversation.</summary>
[JsonConverter(typeof(DialogStateConverter))]
public class DialogState
{
    public DialogState() : this(null)
    {
    }

    /// <param name="stack">Shared, not copied.</param>
    public DialogState(List<DialogInstance> stack) => DialogStack = stack ?? [];

    /// <summary>The one on top first.</summary>
    public List<DialogInstance> DialogStack { get; set; }
}
