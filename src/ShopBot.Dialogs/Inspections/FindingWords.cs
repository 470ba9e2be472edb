using System.Globalization;
using ShopBot.Dialogs.Hearing;
using ShopBot.Dialogs.Ordering;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops;
using ShopBot.Shops.Inspections;
using static ShopBot.Dialogs.Inspections.InspectionTexts;

namespace ShopBot.Dialogs.Inspections;

/// <summary>A question about something found, in words: in the chat, in its preview, in notices and on the order's page the same.</summary>
internal static class FindingWords
{
    /// <summary>What was found, what it means, and what happens without an answer.</summary>
    public static string Question(Voice voice, FindingCard card, TimeZoneInfo zone) => Question(voice, card.Label, card.Finding, card.Total.Currency, zone);

    /// <param name="label">Of the order, with the finding's letter where it has one.</param>
    public static string Question(Voice voice, string label, Finding finding, string currency, TimeZoneInfo zone)
    {
        Text found = finding.Reason is { } reason ? new FoundWithReason(label, finding.Name.In(voice), reason) : new Found(label, finding.Name.In(voice));
        Text unwashed = finding.UnwashedInMinor > 0 ? new UnwashedLess(new Money(finding.UnwashedInMinor, currency).ToString()) : new UnwashedSame();
        return string.Join("\n",
            voice.Say(found), finding.Explanation.In(voice), voice.Say(unwashed), voice.Say(new Until(When(voice, finding.AnswerBy, zone), Otherwise(voice, finding))));
    }

    /// <summary>What is announced for silence, as it stands behind "we'll".</summary>
    public static string Otherwise(Voice voice, Finding finding) => voice.Say(
        finding.Otherwise == FindingAnswer.Return ? new OtherwiseReturn()
        : finding.TreatmentInMinor is null ? new OtherwiseWash()
        : new OtherwiseWashWithout(finding.Treatment.In(voice)));

    /// <summary>Lines to tap, or to be typed.</summary>
    public static IEnumerable<string> Choices(Voice voice, FindingCard card) => Choices(voice, card.Label, card.Finding, card.Total.Currency);

    /// <inheritdoc cref="Choices(Voice, FindingCard)"/>
    public static IEnumerable<string> Choices(Voice voice, string label, Finding finding, string currency) => finding.Offers.Select(answer => Choice(voice, label, finding, currency, answer));

    public static string Choice(Voice voice, FindingCard card, FindingAnswer answer) => Choice(voice, card.Label, card.Finding, card.Total.Currency, answer);

    /// <summary>Whether somebody tapped, or typed letter by letter, one of the choices of a question, whatever its treatment and price.</summary>
    public static bool IsChoice(Voice voice, string key, SaidAnswer said)
    {
        var label = FindingCard.LabelOf(said.Number ?? 0, said.Letter ?? "A");
        return said.Answer == FindingAnswer.Treat
            ? key.Contains('(', StringComparison.Ordinal)
            : key == Heard.Key(voice.Say(said.Answer switch
            {
                FindingAnswer.Wash => new ChooseWash(label),
                FindingAnswer.Return => new ChooseReturn(label),
                _ => new ChoosePerson(label),
            }));
    }

    /// <summary>What is to be done, in a few words.</summary>
    public static string What(Voice voice, FindingCard card, FindingAnswer answer) => voice.Say(answer switch
    {
        FindingAnswer.Wash => new ToWash(),
        FindingAnswer.Treat => new ToTreat(card.Finding.Treatment.In(voice), card.Price.ToString()!),
        FindingAnswer.Return => new ToReturn(),
        _ => new ToTalk(),
    });

    /// <summary>The same without its price, for forms whose fields take a few characters and no signs.</summary>
    public static string Shortly(Voice voice, FindingCard card, FindingAnswer answer) =>
        answer == FindingAnswer.Treat ? card.Finding.Treatment.In(voice) : What(voice, card, answer);

    /// <summary>A question where it stands now, in one line.</summary>
    public static string Line(Voice voice, FindingCard card, TimeZoneInfo zone) => voice.Say(card.Finding switch
    {
        { State: FindingState.Asked } => new LineAsked(card.Label, card.Finding.Name.In(voice), When(voice, card.Finding.AnswerBy, zone)),
        { Answer: { } answer } => new DecidedAs(card.Label, card.Finding.Name.In(voice), What(voice, card, answer)),
        _ => new WaitingForCall(card.Label, card.Finding.Name.In(voice)),
    });

    /// <summary>Labels of several questions: 12, 12B.</summary>
    public static string Labels(Voice voice, int number, IEnumerable<string> letters) =>
        string.Join(voice.IsChinese ? "、" : ", ", letters.Select(letter => FindingCard.LabelOf(number, letter)));

    /// <summary>Day and time on the shop's clock; the day by its date, for it may be read tomorrow.</summary>
    public static string When(Voice voice, DateTimeOffset at, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone).DateTime;
        return string.Create(CultureInfo.InvariantCulture, $"{WantedWords.Day(voice, DateOnly.FromDateTime(local))} {local:HH:mm}");
    }

    private static string Choice(Voice voice, string label, Finding finding, string currency, FindingAnswer answer) => voice.Say(answer switch
    {
        FindingAnswer.Wash => new ChooseWash(label),
        FindingAnswer.Treat => new ChooseTreat(finding.Treatment.In(voice), new Money(finding.TreatmentInMinor ?? 0, currency).ToString(), label),
        FindingAnswer.Return => new ChooseReturn(label),
        _ => new ChoosePerson(label),
    });
}
