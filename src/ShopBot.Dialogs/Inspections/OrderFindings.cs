using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;
using ShopBot.Dialogs.Errands;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Inspections;
using ShopBot.Shops.Ordering;
using static ShopBot.Dialogs.Inspections.InspectionTexts;

namespace ShopBot.Dialogs.Inspections;

/// <summary>What was found in an order, where its customer looks at it in the chat: open questions can be answered there.</summary>
public sealed class OrderFindings(InspectionReader inspections, InspectionDesk desk)
{
    private const string Mark = "finding";

    /// <returns>The words below the order, empty where nothing was found, and the choices of what is still open.</returns>
    public async Task<(string Words, IReadOnlyList<Choice> Choices)> OfAsync(Visit visit, OrderDetails order, CancellationToken ct)
    {
        // Most orders are never asked about; those that are stand in that state or have been through it.
        if (order.History.All(h => h.State != OrderState.Deciding))
            return ("", []);
        var found = await inspections.OfOrderAsync(visit.Shop, order.Id, ct);
        var open = found.Where(IsWaiting).ToList();
        return (
            string.Join("\n", found.Select(card => WordsFor(visit.Voice, card, visit.Settings.Zone))),
            [.. open.SelectMany(card => card.Finding.Offers.Select(answer => PickPrompt.Choice($"{Mark}:{card.Finding.Letter}:{answer}", FindingWords.Choice(visit.Voice, card, answer))))]);
    }

    /// <summary>Takes a choice that was picked by its place in the list.</summary>
    /// <returns>Null where the choice is none of ours.</returns>
    public async Task<Activity?> TakeAsync(Visit visit, int number, string picked, CancellationToken ct) =>
        picked.Split(':') is [Mark, var letter, var answer] ? await desk.AnswerAsync(visit, number, letter, Enum.Parse<FindingAnswer>(answer), isSure: true, ct) : null;

    internal static bool IsWaiting(FindingCard card) => card is { MayAnswer: true, Finding.State: FindingState.Asked };

    internal static string WordsFor(Voice voice, FindingCard card, TimeZoneInfo zone) =>
        IsWaiting(card) ? voice.Say(new Waiting(FindingWords.Question(voice, card, zone))) : FindingWords.Line(voice, card, zone);
}
