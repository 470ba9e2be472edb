using System.Text.Json.Serialization;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>The dialogs under way in one conversation.</summary>
public class DialogState
{
    public DialogState() : this(null)
    {
    }

    /// <param name="stack">Shared, not copied.</param>
    public DialogState(List<DialogInstance> stack) => DialogStack = stack ?? [];

    /// <summary>The one on top first.</summary>
    [JsonPropertyName("stack")]
    public List<DialogInstance> DialogStack { get; set; }
}
