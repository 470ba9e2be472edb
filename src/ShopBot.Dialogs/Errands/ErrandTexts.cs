using ShopBot.Dialogs.Hearing;
using ShopBot.Dialogs.Wording;

namespace ShopBot.Dialogs.Errands;

/// <summary>What every errand says where an answer does not fit: <c>dialogs/errands/wording.*.yaml</c>.</summary>
public static class ErrandTexts
{
    public sealed record ChoiceNotUnderstood(string Said, int Choices) : Text;
    public sealed record ChoiceNotUnderstoodAgain(int Choices) : Text;
    public sealed record ChoiceNotUnderstoodStill(int Choices) : Text;
    public sealed record WordsNeeded : Text;
    public sealed record PleaseYesOrNo : Text;
    public sealed record Yes : Text;
    public sealed record No : Text;

    /// <summary>An explanation that differs from the one before, so that nobody talks to a parrot.</summary>
    /// <param name="attempt">From 1.</param>
    internal static Text NoSuchChoice(Visit visit, int choices, int attempt) =>
        visit.Said.Length == 0 ? new WordsNeeded()
        : attempt <= 1 ? new ChoiceNotUnderstood(Heard.Quote(visit.Said), choices)
        : attempt % 2 == 0 ? new ChoiceNotUnderstoodAgain(choices)
        : new ChoiceNotUnderstoodStill(choices);
}
