namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>What a prompt made of an answer.</summary>
public class PromptRecognizerResult<T>
{
    public bool Succeeded { get; set; }

    /// <summary>Only meaningful when it succeeded.</summary>
    public T Value { get; set; }

    /// <summary>For a prompt that would rather have its answer looked at by others first.</summary>
    public bool AllowInterruption { get; set; }
}
