using System.Text.Json.Serialization;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>What a prompt asks and offers.</summary>
[JsonConverter(typeof(PromptOptionsConverter))]
public class PromptOptions
{
    /// <summary>The question.</summary>
    public Activity Prompt { get; set; }

    /// <summary>What is sent when the answer does not do; the question again when not set.</summary>
    public Activity RetryPrompt { get; set; }

    public IList<Choice> Choices { get; set; }

    /// <summary>How choices are shown; the prompt's own style when not set.</summary>
    public ListStyle? Style { get; set; }

    /// <summary>For the validator. Its type must be known to <see cref="StorageSerializer"/>.</summary>
    public object Validations { get; set; }

    /// <summary>Culture the answer is read in; that of the activity when not set.</summary>
    public string RecognizeLanguage { get; set; }
}
