using System.Globalization;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>What a validator has at hand.</summary>
public class PromptValidatorContext<T>
{
    internal PromptValidatorContext(
        ITurnContext turnContext, PromptRecognizerResult<T> recognized, IDictionary<string, object> state, PromptOptions options)
    {
        Context = turnContext;
        Recognized = recognized;
        State = state;
        Options = options;
    }

    public ITurnContext Context { get; }
    public PromptRecognizerResult<T> Recognized { get; }
    public PromptOptions Options { get; }

    /// <summary>Kept until the prompt ends; for the validator's own notes.</summary>
    public IDictionary<string, object> State { get; }

    /// <summary>Answers so far, this one included: 1 for the first.</summary>
    public int AttemptCount => State.TryGetValue(Prompt<T>.AttemptCountKey, out var count) ? Convert.ToInt32(count, CultureInfo.InvariantCulture) : 0;
}
