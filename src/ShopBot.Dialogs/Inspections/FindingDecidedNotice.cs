using Microsoft.Bot.Schema;
using ShopBot.Dialogs.Notices;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Inspections;
using ShopBot.Shops.Ordering;
using static ShopBot.Dialogs.Inspections.InspectionTexts;

namespace ShopBot.Dialogs.Inspections;

/// <summary>To staff: what is to be done about something they found, and what they can do next.</summary>
public sealed class FindingDecidedNotice(InspectionReader inspections, OrderReader orders, NoticeForms forms) : Notice<FindingDecided>
{
    protected override IReadOnlyList<string> FormNames(FindingDecided fact) => [NoticeForms.NewOrder];

    protected override async Task<Activity?> WriteAsync(FindingDecided fact, Voice voice, CancellationToken ct)
    {
        if (await inspections.FindAsync(fact.Shop, fact.FindingId, ct) is not { } card || IsOvertaken(fact, card.Finding))
            return null;
        var message = Visit.Message(Say(fact, voice, card), StaffFindings.Next(voice, card, await inspections.OfOrderAsync(fact.Shop, card.OrderId, ct)));
        if (await orders.FindAsync(fact.Shop, card.OrderId, ct) is { } order)
            message.ChannelData = forms.ForStaff(order, voice, FindingWords.Shortly(voice, card, fact.Answer));
        return message;
    }

    private static string Say(FindingDecided fact, Voice voice, FindingCard card)
    {
        var (name, by) = (card.CustomerName, card.Finding.AskedBy);
        var about = card.Finding.Reason ?? card.Finding.Name.In(voice);
        var what = FindingWords.What(voice, card, fact.Answer);
        if (fact.Answer == FindingAnswer.Person)
            return voice.Say(new WantsToTalk(name, card.Label, about, by, card.Phone));
        Text decided = fact.By.Length > 0 ? new DecidedByColleague(fact.By, name, card.Label, what)
            : card.Finding.State == FindingState.Defaulted ? new DecidedBySilence(name, card.Label, what, by)
            : new InspectionTexts.Decided(name, card.Label, what, by);
        return $"{voice.Say(decided)}\n{StaffFindings.Standing(voice, card)}";
    }

    // What was changed meanwhile is told by the notice of the change, which is already in the lane.
    private static bool IsOvertaken(FindingDecided fact, Finding finding) => fact.Answer == FindingAnswer.Person
        ? finding.State != FindingState.WithPerson
        : finding.Answer != fact.Answer || finding.State == FindingState.Withdrawn;
}
