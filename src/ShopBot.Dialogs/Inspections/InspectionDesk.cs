using Microsoft.Bot.Schema;
using ShopBot.Dialogs.Orders;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops;
using ShopBot.Shops.Customers;
using ShopBot.Shops.Inspections;
using ShopBot.Shops.Ordering;
using static ShopBot.Dialogs.Inspections.InspectionTexts;

namespace ShopBot.Dialogs.Inspections;

/// <summary>Takes what customers say about something found in their order, and says truthfully what came of it.</summary>
public sealed class InspectionDesk(AnswerFinding answerFinding, InspectionReader inspections, OrderReader orders)
{
    /// <param name="isSure">Whether the words can mean nothing but an answer.</param>
    /// <returns>Null where they are not, and the customer was asked nothing about such an order.</returns>
    public async Task<Activity?> AnswerAsync(Visit visit, int number, string? letter, FindingAnswer answer, bool isSure, CancellationToken ct)
    {
        var result = await answerFinding.RunAsync(
            visit.Shop, visit.NextKey("answer-finding"), new Actor(visit.Contact), visit.Visitor.CustomerId, number, letter, answer, ct);
        return result switch
        {
            AnswerFindingResult.Taken taken => await SayTakenAsync(visit, taken, ct),
            AnswerFindingResult.Same same => await AboutAsync(visit, same.FindingId, card => new SameAgain(card.Label, FindingWords.What(visit.Voice, card, same.Answer)), ct),
            AnswerFindingResult.NotOffered refused =>
                await AboutAsync(visit, refused.FindingId, card => new NotOffered(card.Label, card.Finding.Name.In(visit.Voice)), ct, withChoices: true),
            AnswerFindingResult.TooLate late => await AboutAsync(visit, late.FindingId, card => TooLate(visit, card), ct),
            AnswerFindingResult.TakenBack gone => await AboutAsync(visit, gone.FindingId, card => new NothingToDecide(card.Label), ct),
            AnswerFindingResult.NoSuchFinding none => await NoSuchAsync(visit, none, letter, ct),
            AnswerFindingResult.NothingAsked when isSure => visit.Message(new NothingToDecide(FindingCard.LabelOf(number, letter ?? "A"))),
            AnswerFindingResult.NotYours when isSure => visit.Message(new NotYourOrder(number)),
            _ => null,
        };
    }

    /// <summary>Several pieces wait and none was named: which one is it?</summary>
    public static Activity AskWhich(Visit visit, IReadOnlyList<FindingCard> open, FindingAnswer answer)
    {
        var pieces = open.OrderBy(card => card.Number).ThenBy(card => card.Finding.Letter, StringComparer.Ordinal).ToList();
        var lines = pieces.Select(card => visit.Say(new WhichPiece(card.Label, card.Finding.Reason ?? card.Finding.Name.In(visit.Voice))));
        return Visit.Message(string.Join("\n", [visit.Say(new WhichQuestion()), .. lines]), pieces.Where(c => c.Finding.Offers.Contains(answer))
            .Select(c => FindingWords.Choice(visit.Voice, c, answer)));
    }

    private async Task<Activity> SayTakenAsync(Visit visit, AnswerFindingResult.Taken taken, CancellationToken ct)
    {
        var card = (await inspections.FindAsync(visit.Shop, taken.FindingId, ct))!;
        var total = new Money(taken.TotalInMinor, taken.Currency).ToString();
        var lines = new List<string>();
        if (taken.Before == FindingState.Defaulted)
            lines.Add(visit.Say(new AfterTheTime(card.Label, FindingWords.What(visit.Voice, card, card.Finding.Otherwise))));
        lines.Add(visit.Say(taken.Answer switch
        {
            FindingAnswer.Wash => new TookWash(card.Label),
            FindingAnswer.Treat => new TookTreat(card.Label, card.Finding.Treatment.In(visit.Voice), card.Price.ToString()!, total),
            FindingAnswer.Return => new TookReturn(card.Label, total),
            _ => new TookPerson(card.Label, PhoneNumbers.Masked(card.Phone)),
        }));
        var others = (await inspections.OfOrderAsync(visit.Shop, card.OrderId, ct)).Where(c => c.Finding.State == FindingState.Asked).ToList();
        if (others.Count > 0)
            lines.Add(visit.Say(new StillOpen(FindingWords.Labels(visit.Voice, card.Number, others.Select(o => o.Finding.Letter)))));
        else if (taken.Answer != FindingAnswer.Person)
            lines.Add(visit.Say(new MayChange()));
        return Visit.Message(string.Join("\n", lines), others.Count > 0 ? FindingWords.Choices(visit.Voice, others[0]) : []);
    }

    private async Task<Activity?> AboutAsync(Visit visit, Guid findingId, Func<FindingCard, Text> words, CancellationToken ct, bool withChoices = false) =>
        await inspections.FindAsync(visit.Shop, findingId, ct) is { } card
            ? visit.Message(words(card), withChoices ? FindingWords.Choices(visit.Voice, card) : [])
            : null;

    private static Text TooLate(Visit visit, FindingCard card) => card.Finding switch
    {
        { Answer: { } done, State: FindingState.Defaulted } => new TooLateAfterSilence(card.Label, FindingWords.What(visit.Voice, card, done)),
        { Answer: { } done } when card.OrderState != OrderState.Cancelled => new TooLateNow(card.Label, FindingWords.What(visit.Voice, card, done)),
        _ => new TooLateUndecided(card.Label, OrderView.State(visit.Voice, Shops.Settings.Offer.Laundry, card.OrderState)),
    };

    private async Task<Activity?> NoSuchAsync(Visit visit, AnswerFindingResult.NoSuchFinding none, string? letter, CancellationToken ct)
    {
        if (await orders.FindOfCustomerAsync(visit.Shop, visit.Visitor.CustomerId, none.Number, ct) is not { } order)
            return null;
        var waiting = (await inspections.OfOrderAsync(visit.Shop, order.Id, ct)).Where(c => c.Finding.State == FindingState.Asked).ToList();
        return visit.Message(
            new NoSuchQuestion(FindingCard.LabelOf(none.Number, letter ?? "A"), FindingWords.Labels(visit.Voice, none.Number, none.Letters)),
            waiting is [var only] ? FindingWords.Choices(visit.Voice, only) : []);
    }
}
