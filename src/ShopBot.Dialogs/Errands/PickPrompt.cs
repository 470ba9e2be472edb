using System.Globalization;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;
using ShopBot.Dialogs.Hearing;

namespace ShopBot.Dialogs.Errands;

/// <summary>Lets a person tap a choice, send its number or its name. The result's <c>Value</c> is the choice's code.</summary>
public sealed class PickPrompt : ChoicePrompt
{
    /// <summary>For <see cref="PromptOptions.Validations"/>: a number that is neither a code nor a place in the list counts as a code.</summary>
    public const string AnyNumber = "any-number";

    // Nobody can say these: signs at the ends of a message are not heard.
    private const string YesMark = "#yes", NoMark = "#no";
    private const int LongestAnswer = 30;

    public PickPrompt(string dialogId)
        : base(dialogId, RecogniseOrExplainAsync, defaultLocale: Wording.Languages.English) => Style = ListStyle.SuggestedAction;

    /// <summary>A choice that shows and says <paramref name="label"/> and gives <paramref name="code"/>.</summary>
    public static Choice Choice(string code, string label, params IEnumerable<string> synonyms) => new(code)
    {
        Action = Choices.Say(label),
        Synonyms = [.. synonyms],
    };

    /// <summary>A choice that any word for yes picks as well.</summary>
    public static Choice Yes(string code, string label) => Choice(code, label, YesMark);

    /// <summary>A choice that any word for no picks as well.</summary>
    public static Choice No(string code, string label) => Choice(code, label, NoMark);

    protected override Task<PromptRecognizerResult<FoundChoice>> OnRecognizeAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
    {
        var visit = Visit.Of(turnContext);
        // What was tapped comes back letter by letter, however long it is.
        if (!Numbers.IsPlain(visit.Key, out var place) && IndexOfLabel(visit.Key, options.Choices) is { } tapped)
            return Task.FromResult(Found(options.Choices[tapped].Value, tapped));
        var mark = visit.Content.Commands.Find(visit.Key) switch { Command.Yes => YesMark, Command.No => NoMark, _ => null };
        if (mark is not null && IndexOfMark(mark, options.Choices) is { } meant)
            return Task.FromResult(Found(options.Choices[meant].Value, meant));
        // A bare number is a place in the list, whatever digits stand in the names.
        if (place > 0 || visit.Key == "0")
            return Task.FromResult(At(place, options));
        // An answer is short: in a longer text a number or a word stands for something else.
        return visit.Said.Length is 0 or > LongestAnswer
            ? Task.FromResult(new PromptRecognizerResult<FoundChoice>())
            : base.OnRecognizeAsync(turnContext, state, options, cancellationToken);
    }

    private static PromptRecognizerResult<FoundChoice> At(long place, PromptOptions options)
    {
        var code = place.ToString(CultureInfo.InvariantCulture);
        var byName = IndexOf(code, options.Choices);
        var index = byName ?? (place >= 1 && place <= options.Choices.Count ? (int)place - 1 : null);
        if (index is { } i)
            return Found(options.Choices[i].Value, i);
        return options.Validations is AnyNumber && place is > 0 and <= int.MaxValue ? Found(code, -1) : new PromptRecognizerResult<FoundChoice>();
    }

    private static PromptRecognizerResult<FoundChoice> Found(string code, int index) => new()
    {
        Succeeded = true,
        Value = new FoundChoice { Index = index, Value = code, Score = 1 },
    };

    private static int? IndexOfLabel(string key, IList<Choice> choices)
    {
        for (var i = 0; i < choices.Count && key.Length > 0; i++)
            if (Heard.Key(choices[i].Action.Title) == key)
                return i;
        return null;
    }

    private static int? IndexOfMark(string mark, IList<Choice> choices)
    {
        for (var i = 0; i < choices.Count; i++)
            if (choices[i].Synonyms?.Contains(mark) == true)
                return i;
        return null;
    }

    // Orders go by their number: "12" means order 12 where it is among the choices.
    private static int? IndexOf(string code, IList<Choice> choices)
    {
        for (var i = 0; i < choices.Count; i++)
            if (choices[i].Value == code)
                return i;
        return null;
    }

    private static Task<bool> RecogniseOrExplainAsync(PromptValidatorContext<FoundChoice> prompt, CancellationToken ct)
    {
        if (prompt.Recognized.Succeeded)
            return Task.FromResult(true);
        var visit = Visit.Of(prompt.Context);
        visit.First(ErrandTexts.NoSuchChoice(visit, prompt.Options.Choices.Count, prompt.AttemptCount));
        return Task.FromResult(false);
    }
}
