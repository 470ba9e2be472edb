namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Decides whether an answer will do. It may reply, and then the prompt does not ask again; and it may change the value.</summary>
/// <returns>True to end the prompt with the recognised value.</returns>
public delegate Task<bool> PromptValidator<T>(PromptValidatorContext<T> promptContext, CancellationToken cancellationToken);
