namespace ShopBot.Dialogs.Intents;

/// <summary>What a message may want, the likeliest first.</summary>
/// <param name="Guesses">Every intent once; the confidences together are 1.</param>
public sealed record IntentReading(IReadOnlyList<IntentGuess> Guesses)
{
    public IntentGuess Best => Guesses[0];

    public float ConfidenceOf(Intent intent) => Guesses.First(g => g.Intent == intent).Confidence;
}

/// <param name="Confidence">0 to 1: of messages told with 0.8, four in five are told rightly.</param>
public readonly record struct IntentGuess(Intent Intent, float Confidence);
