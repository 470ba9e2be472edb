using System.Globalization;
using Microsoft.Bot.Schema;
using ShopBot.Dialogs.Hearing;
using ShopBot.Dialogs.Notices;
using ShopBot.Dialogs.Staff;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Custody;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Staff;
using static ShopBot.Dialogs.Custody.CustodyTexts;

namespace ShopBot.Dialogs.Custody;

/// <summary>What staff are told about a bag, with what they can tap next.</summary>
public sealed class CustodyAnswers(CustodyReader reader, OrderReader orders, StaffReader staff, VisitorBook visitors)
{
    public async Task<Activity> ToAsync(Visit visit, CustodyReport report, RecordCustodyResult result, CancellationToken ct)
    {
        if (result is RecordCustodyResult.NotStaff)
            await visitors.RecogniseStaffAsync(visit, ct);
        return result switch
        {
            RecordCustodyResult.Recorded recorded => visit.Message(Recorded(visit, recorded), await NextAsync(visit, recorded.Seals, ct)),
            RecordCustodyResult.NotNow refused => visit.Message(
                refused.Next.Count + refused.Moves.Count == 0 ? new NotAnyMore(refused.Number, refused.Seal, Step(visit, refused.Last))
                    : new NotNow(refused.Number, refused.Seal, Step(visit, refused.Last), Step(visit, refused.Asked), Possible(visit, refused)),
                await NextAsync(visit, [refused.Seal], ct)),
            RecordCustodyResult.UnknownSeal unknown => visit.Message(unknown.ManagersAreTold ? new UnknownSealTold(unknown.Seal) : new UnknownSeal(unknown.Seal)),
            RecordCustodyResult.WrongSeal wrong => visit.Message(wrong.ManagersAreTold
                ? new WrongSealTold(wrong.Number, wrong.Seal, Join(visit, wrong.Sealed)) : new WrongSeal(wrong.Number, wrong.Seal, Join(visit, wrong.Sealed))),
            RecordCustodyResult.SealNeeded needed => needed.Asked == CustodyKind.Received
                // Whoever takes a bag in reads its seal and is not told what to read.
                ? visit.Message(new ReadTheSeal(CustodyWords.Command(visit, CustodyKind.Received, "E0231")))
                : visit.Message(new WhichOfItsBags(needed.Number), needed.Seals.Select(seal => CustodyWords.Command(visit, needed.Asked, WithPieces(seal, report.Pieces)))),
            RecordCustodyResult.NotSealed none => visit.Message(new NotSealedYet(none.Number)),
            RecordCustodyResult.NoSuchOrder none => visit.Message(new StaffTexts.NoSuchOrder(none.Number)),
            RecordCustodyResult.NotYours others => visit.Message(new NotYourStep(Step(visit, others.Asked), Join(visit, others.Whose.Select(r => visit.Say(StaffRoles.Name(r)))))),
            _ => visit.Message(new StaffTexts.NoLongerStaff()),
        };
    }

    /// <summary>A seal was scanned: which bag it is and what comes next. Null where no open order's bag carries it.</summary>
    public async Task<(Activity Message, int Number)?> ShowAsync(Visit visit, string seal, CancellationToken ct) => await reader.FindBagAsync(visit.Shop, seal, ct) is { } bag
        ? (visit.Message(
            bag.Pieces is { } pieces ? new BagWithPieces(bag.Number, bag.Seal, Step(visit, bag.Last), pieces) : new Bag(bag.Number, bag.Seal, Step(visit, bag.Last)),
            [.. await NextAsync(visit, [bag.Seal], ct), visit.Say(new NoticesTexts.ShowIt(bag.Number))]), bag.Number)
        : null;

    private static Text Recorded(Visit visit, RecordCustodyResult.Recorded recorded)
    {
        var (number, seals, step) = (recorded.Number, Join(visit, recorded.Seals), Step(visit, recorded.Kind));
        return recorded switch
        {
            { Pieces: { } pieces, Before: { } before } when pieces < before => new RecordedFewer(number, seals, step, pieces, before - pieces),
            { Pieces: { } pieces } => new RecordedPieces(number, seals, step, pieces),
            _ => new CustodyTexts.Recorded(number, seals, step),
        };
    }

    /// <summary>What the one who speaks may write of a bag next, or move its order to: words to tap.</summary>
    private async Task<IReadOnlyList<string>> NextAsync(Visit visit, IReadOnlyList<string> seals, CancellationToken ct)
    {
        var role = (await staff.FindAsync(visit.Shop, visit.Contact, ct))?.Role;
        var lines = new List<string>();
        foreach (var seal in seals)
        {
            if (await reader.FindBagAsync(visit.Shop, seal, ct) is not { } bag)
                continue;
            lines.AddRange(bag.Next.Where(step => role is { } mine && CustodySteps.RolesFor(step).Contains(mine)).Select(step => CustodyWords.Command(visit, step, seal)));
            if (bag.Next.Count == 0 && await orders.FindAsync(visit.Shop, bag.Number, ct) is { } order)
                lines.AddRange(OrderStates.Next(order.Kind, order.State, order.Handover).Select(WordFor).OfType<StaffWord>()
                    .Select(word => string.Create(CultureInfo.InvariantCulture, $"{StaffCommand.WordFor(visit, word)} {bag.Number}")));
        }

        return [.. lines.Distinct().Take(6), visit.Say(new StaffTexts.MenuToday())];
    }

    private static StaffWord? WordFor(OrderState state) => state switch
    {
        OrderState.Washing => StaffWord.Wash,
        OrderState.Ready => StaffWord.Ready,
        OrderState.Delivering => StaffWord.Deliver,
        OrderState.Completed => StaffWord.Complete,
        _ => null,
    };

    private static string Possible(Visit visit, RecordCustodyResult.NotNow refused) => Join(visit, refused.Next.Select(s => Step(visit, s))
        .Concat(refused.Moves.Select(m => visit.Say(OrderMover.Label(refused.Offer, refused.State, m)))));

    private static string Step(Visit visit, CustodyKind kind) => visit.Say(CustodyWords.Step(kind));

    private static string WithPieces(string seal, int? pieces) => pieces is null ? seal : string.Create(CultureInfo.InvariantCulture, $"{seal} {pieces}");

    private static string Join(Visit visit, IEnumerable<string> parts) => string.Join(visit.Voice.IsChinese ? "、" : ", ", parts);
}
