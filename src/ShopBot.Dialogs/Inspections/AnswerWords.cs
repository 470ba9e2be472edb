using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using ShopBot.Dialogs.Hearing;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Inspections;
using static ShopBot.Dialogs.Inspections.InspectionTexts;

namespace ShopBot.Dialogs.Inspections;

/// <summary>An answer as somebody tapped or typed it.</summary>
/// <param name="Number">Of the order; null = not said.</param>
/// <param name="Letter">Of the finding, in capitals; null = not said.</param>
public sealed record SaidAnswer(FindingAnswer Answer, int? Number, string? Letter);

/// <summary>Knows the answers to a question about something found by their words alone: no message has to ask a database whether it is one.</summary>
public sealed partial class AnswerWords
{
    private const int Longest = 60;

    private readonly FrozenDictionary<string, FindingAnswer> _answers;

    private AnswerWords(Dictionary<string, FindingAnswer> answers) => _answers = answers.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The words of the file, of the choices in each language, and the names of the treatments.</summary>
    public static AnswerWords Of(Vocabulary<FindingAnswer> words, InspectionPlan plan, IReadOnlyList<Voice> voices)
    {
        var answers = new Dictionary<string, FindingAnswer>(StringComparer.Ordinal);
        foreach (var voice in voices)
        {
            // What can be tapped comes before what is usual: the shop may have put it differently.
            answers.TryAdd(WordsOf(voice.Say(new ChooseWash(""))), FindingAnswer.Wash);
            answers.TryAdd(WordsOf(voice.Say(new ChooseReturn(""))), FindingAnswer.Return);
            answers.TryAdd(WordsOf(voice.Say(new ChoosePerson(""))), FindingAnswer.Person);
            foreach (var treatment in plan.Kinds.Select(k => k.Treatment).OfType<Treatment>())
            {
                answers.TryAdd(WordsOf(voice.Say(new ChooseTreat(treatment.Name.In(voice), "", ""))), FindingAnswer.Treat);
                answers.TryAdd(WordsOf(treatment.Name.In(voice)), FindingAnswer.Treat);
            }
        }
        foreach (var answer in Enum.GetValues<FindingAnswer>())
            foreach (var word in words.WordsFor(answer))
                answers.TryAdd(word, answer);
        return new AnswerWords(answers);
    }

    /// <param name="key">As <see cref="Heard.Key"/> gives it.</param>
    /// <returns>Null where it is none.</returns>
    public SaidAnswer? Read(string key)
    {
        if (key.Length is 0 or > Longest)
            return null;
        var said = NumberBehind().Match(key) is { Success: true } behind ? behind : NumberBefore().Match(key);
        if (said.Success && !IsInBrackets(said) && Find(said.Groups["words"].Value) is { } numbered
            && int.TryParse(said.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return new SaidAnswer(numbered, number, said.Groups["letter"] is { Length: > 0, Value: var letter } ? letter.ToUpperInvariant() : null);
        return Find(key) is { } alone ? new SaidAnswer(alone, null, null) : null;
    }

    // "去渍(+¥20": that is the price.
    private static bool IsInBrackets(Match said) => said.Groups["words"].Value is var words && words.Contains('(', StringComparison.Ordinal) && !words.Contains(')', StringComparison.Ordinal);

    private FindingAnswer? Find(string words)
    {
        var meant = WordsOf(words);
        if (_answers.TryGetValue(meant, out var answer))
            return answer;
        // "那就照常洗吧", "just wash it please"
        var bare = Politeness().Replace(meant, "");
        return bare.Length > 0 && _answers.TryGetValue(bare, out answer) ? answer : null;
    }

    // "去渍(+¥20)": the price in the choice is no part of the words.
    private static string WordsOf(string label)
    {
        var key = Heard.Key(label);
        var bracket = key.IndexOf('(', StringComparison.Ordinal);
        return bracket < 0 ? key : Heard.Key(key[..bracket]);
    }

    [GeneratedRegex(@"^(?<words>.*?[^\d\s])[\s,、:#]*(?:订单|order)?\s*#?(?<number>\d{1,9})\s?(?<letter>[a-z])?\s?号?$")]
    private static partial Regex NumberBehind();

    [GeneratedRegex(@"^(?:订单|order)?\s*#?(?<number>\d{1,9})\s?(?<letter>[a-z](?![a-z]))?\s?号?[\s,、:]*(?<words>[^\d\s,、:].*)$")]
    private static partial Regex NumberBefore();

    [GeneratedRegex(@"^(?:那就|那|就|还是|请|麻烦|帮我|ok,? |okay,? |then |please |just |let's )+|(?:吧|好了|谢谢|,? ?please|,? ?thanks|,? ?thank you)+$")]
    private static partial Regex Politeness();
}

/// <summary>Asking customers about something found: what a shop asks, and how it is answered.</summary>
public sealed record ShopInspections(InspectionPlan Plan, AnswerWords Answers);
