using System.Globalization;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using ShopBot.Dialogs.Hearing;
using ShopBot.Dialogs.Orders;
using ShopBot.Dialogs.Staff;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops;
using ShopBot.Shops.Inspections;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Settings;
using static ShopBot.Dialogs.Inspections.InspectionTexts;

namespace ShopBot.Dialogs.Inspections;

/// <summary>What staff say about things they found: ask about it, decide it after a call, take the question back.</summary>
public sealed class InspectionTask(
    ErrandSet errands, OrderReader orders, InspectionReader inspections, AnswerFinding answerFinding, WithdrawFinding withdraw, VisitorBook visitors) : IStaffTask
{
    public IReadOnlyCollection<StaffWord> Words => [StaffWord.Finding, StaffWord.Settle, StaffWord.Withdraw];

    public async Task DoAsync(DialogContext dialogs, Visit visit, DeskNote note, StaffCommand command, CancellationToken ct)
    {
        if (visit.Content.Inspections is not { } asked)
            await visit.SendAsync(new NoInspections(), ct);
        else if (command.Number is not { } number)
            await visit.SendAsync(new StaffTexts.WhichOrder(Heard.Quote(visit.Said)), ct);
        else if (command.Word == StaffWord.Finding)
            await AskAsync(dialogs, visit, note, asked.Plan, number, command.Rest, ct);
        else
            await AnswerAsync(dialogs, visit, note, command, number, ct);
    }

    private async Task AskAsync(DialogContext dialogs, Visit visit, DeskNote note, InspectionPlan plan, int number, string reason, CancellationToken ct)
    {
        // Pictures sent just now belong to it; those of something that was left do not.
        var isAboutPictures = dialogs.ActiveDialog?.Id is PhotoDialog.DialogId or InspectionDialog.DialogId;
        if (!isAboutPictures)
            note.Photos.Clear();
        var found = note.Photos.Count > 0 || reason.Length > 0 || await orders.FindAsync(visit.Shop, number, ct) is not { } order
            ? [] : await inspections.OfOrderAsync(visit.Shop, order.Id, ct);
        if (found.Count > 0)
            await ListAsync(dialogs, visit, note, number, found, ct);
        else
            await errands.BeginAsync(dialogs, InspectionDialog.DialogId, string.Create(CultureInfo.InvariantCulture, $"{number}:{KindIn(visit, plan)}:{reason}"), ct);
    }

    private async Task ListAsync(DialogContext dialogs, Visit visit, DeskNote note, int number, IReadOnlyList<FindingCard> found, CancellationToken ct)
    {
        note.StaffOrder = number;
        await errands.LeaveAsync(dialogs, ct);
        var lines = string.Join("\n", found.Select(f => FindingWords.Line(visit.Voice, f, visit.Settings.Zone)));
        var open = found.Where(f => f.MayAnswer && FindingStates.IsOpen(f.Finding.State)).ToList();
        await visit.SendAsync(visit.Message(new ListOf(number, lines),
            open.Count > 0 ? open.SelectMany(f => StaffFindings.Settling(visit.Voice, f).Append(visit.Say(new WithdrawIt(f.Label)))) : StaffFindings.Next(visit.Voice, found[^1], found)), ct);
    }

    private async Task AnswerAsync(DialogContext dialogs, Visit visit, DeskNote note, StaffCommand command, int number, CancellationToken ct)
    {
        await errands.LeaveAsync(dialogs, ct);
        // A treatment may begin with a letter of its own: "a new button".
        var (letter, words) = visit.Content.Inspections!.Answers.Read(Heard.Key(command.Rest)) is null ? LetterIn(command.Rest) : (null, command.Rest);
        if (command.Word == StaffWord.Withdraw)
            await visit.SendAsync(await WithdrawAsync(visit, number, letter, ct), ct);
        else if (visit.Content.Inspections.Answers.Read(Heard.Key(words)) is { Number: null, Answer: not FindingAnswer.Person and var answer })
            await visit.SendAsync(await SettleAsync(visit, number, letter, answer, ct), ct);
        else
            await AskHowAsync(visit, number, letter, ct);
        note.StaffOrder = number;
    }

    private async Task<Activity> SettleAsync(Visit visit, int number, string? letter, FindingAnswer answer, CancellationToken ct)
    {
        var result = await answerFinding.SettleAsync(visit.Shop, visit.NextKey("settle-finding"), new Actor(visit.Contact), number, letter, answer, ct);
        switch (result)
        {
            case AnswerFindingResult.Taken taken:
                return await SaySettledAsync(visit, taken.FindingId, answer, ct);
            case AnswerFindingResult.Same same:
                return await SaySettledAsync(visit, same.FindingId, answer, ct);
            case AnswerFindingResult.NotOffered { FindingId: var id }:
                var refused = (await inspections.FindAsync(visit.Shop, id, ct))!;
                return visit.Message(new NotOffered(refused.Label, refused.Finding.Name.In(visit.Voice)), StaffFindings.Settling(visit.Voice, refused));
            case AnswerFindingResult.NotStaff:
                await visitors.RecogniseStaffAsync(visit, ct);
                return visit.Message(visit.Visitor.StaffId is null ? new StaffTexts.NoLongerStaff() : new NotForCouriers());
            default:
                return visit.Message(Refused(visit, number, letter, result));
        }
    }

    private async Task<Activity> SaySettledAsync(Visit visit, Guid findingId, FindingAnswer answer, CancellationToken ct)
    {
        var card = (await inspections.FindAsync(visit.Shop, findingId, ct))!;
        return Visit.Message(
            $"{visit.Say(new SettledFor(card.Label, FindingWords.What(visit.Voice, card, answer)))}\n{StaffFindings.Standing(visit.Voice, card)}",
            StaffFindings.Next(visit.Voice, card, await inspections.OfOrderAsync(visit.Shop, card.OrderId, ct)));
    }

    private static Text Refused(Visit visit, int number, string? letter, AnswerFindingResult result) => result switch
    {
        AnswerFindingResult.TooLate late => new TooLateToChange(number, StateOf(visit, late.State)),
        AnswerFindingResult.TakenBack => new WithdrawnAlready(FindingCard.LabelOf(number, letter ?? "A")),
        AnswerFindingResult.NoSuchFinding none => new WithdrawWhich(number, FindingWords.Labels(visit.Voice, number, none.Letters)),
        AnswerFindingResult.NothingAsked => new NothingFound(number),
        _ => new StaffTexts.NoSuchOrder(number),
    };

    private async Task<Text> WithdrawAsync(Visit visit, int number, string? letter, CancellationToken ct)
    {
        var result = await withdraw.RunAsync(visit.Shop, visit.NextKey("withdraw-finding"), new Actor(visit.Contact), number, letter, ct);
        if (result is WithdrawFindingResult.NotStaff)
        {
            await visitors.RecogniseStaffAsync(visit, ct);
            return visit.Visitor.StaffId is null ? new StaffTexts.NoLongerStaff() : new NotForCouriers();
        }
        return result switch
        {
            WithdrawFindingResult.Withdrawn done => new Withdrawn(FindingCard.LabelOf(number, done.Letter)),
            WithdrawFindingResult.Already already => new WithdrawnAlready(FindingCard.LabelOf(number, already.Letter)),
            WithdrawFindingResult.TooLate late => new TooLateToChange(number, StateOf(visit, late.State)),
            WithdrawFindingResult.NoSuchFinding { Letters.Count: > 0 } none => new WithdrawWhich(number, FindingWords.Labels(visit.Voice, number, none.Letters)),
            WithdrawFindingResult.NoSuchFinding => new NothingFound(number),
            _ => new StaffTexts.NoSuchOrder(number),
        };
    }

    // "决定 12" without how: what may be decided is put to choose from.
    private async Task AskHowAsync(Visit visit, int number, string? letter, CancellationToken ct)
    {
        var found = await orders.FindAsync(visit.Shop, number, ct) is { } order ? await inspections.OfOrderAsync(visit.Shop, order.Id, ct) : [];
        var meant = found.Where(f => f.MayAnswer && (letter is null || f.Finding.Letter == letter)).ToList();
        if (meant.Count == 0)
            await visit.SendAsync(new NothingFound(number), ct);
        else
            await visit.SendAsync(visit.Message(new SettleHow(FindingWords.Labels(visit.Voice, number, meant.Select(f => f.Finding.Letter))),
                meant.SelectMany(f => StaffFindings.Settling(visit.Voice, f))), ct);
    }

    /// <summary>Code of the kind whose word the message begins with; empty where it was asked for in general.</summary>
    private static string KindIn(Visit visit, InspectionPlan plan) => plan.Kinds
        .SelectMany(k => k.Words.Select(w => (k.Code, Word: w))).Where(k => visit.Key.StartsWith(k.Word, StringComparison.Ordinal))
        .OrderByDescending(k => k.Word.Length).Select(k => k.Code).FirstOrDefault() ?? "";

    private static (string? Letter, string Words) LetterIn(string rest)
    {
        var blank = rest.IndexOf(' ', StringComparison.Ordinal);
        var first = blank < 0 ? rest : rest[..blank];
        return first is [var letter] && char.IsAsciiLetter(letter)
            ? (char.ToUpperInvariant(letter).ToString(), blank < 0 ? "" : rest[(blank + 1)..].Trim())
            : (null, rest);
    }

    private static string StateOf(Visit visit, OrderState state) => OrderView.State(visit.Voice, Offer.Laundry, state);
}
