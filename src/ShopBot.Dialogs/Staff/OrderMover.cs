using ShopBot.Dialogs.Custody;
using ShopBot.Dialogs.Inspections;
using ShopBot.Dialogs.Orders;
using ShopBot.Dialogs.Shifts;
using ShopBot.Dialogs.Returns;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Settings;
using ShopBot.Shops.Shifts;
using static ShopBot.Dialogs.Staff.StaffTexts;

namespace ShopBot.Dialogs.Staff;

/// <summary>Moves orders on for staff and says what came of it.</summary>
public sealed class OrderMover(MoveOrder moveOrder, MarkPaid markPaid, OrderReader orders, VisitorBook visitors, IShiftRules rules)
{
    /// <returns>The answer; null where the move still lacks the seal or the parcel.</returns>
    public async Task<Text?> MoveAsync(Visit visit, int number, OrderState to, MoveDetails details, CancellationToken ct)
    {
        var result = await moveOrder.RunAsync(visit.Shop, visit.NextKey("move-order"), new Actor(visit.Contact), number, to, details, ct);
        return result is MoveOrderResult.SealNeeded or MoveOrderResult.CarrierNeeded ? null : await SayAsync(visit, number, result, ct);
    }

    /// <summary>What came of a move that lacks neither seal nor parcel.</summary>
    internal async Task<Text> SayAsync(Visit visit, int number, MoveOrderResult result, CancellationToken ct)
    {
        switch (result)
        {
            case MoveOrderResult.Moved moved:
                return await SayMovedAsync(visit, moved, ct);
            case MoveOrderResult.NotAllowed refused:
                return await SayRefusedAsync(visit, refused, ct);
            case MoveOrderResult.AnswerNeeded missing:
                return new InspectionTexts.AnswersMissing(number, FindingWords.Labels(visit.Voice, number, missing.Letters));
            case MoveOrderResult.QuestionNeeded:
                return new InspectionTexts.QuestionFirst(number);
            case MoveOrderResult.MustBeWashed:
                return new InspectionTexts.NothingReturned(number);
            case MoveOrderResult.NoSuchOrder:
                return new NoSuchOrder(number);
            case MoveOrderResult.SealTaken taken:
                return new CustodyTexts.SealTaken(number, taken.Seal, taken.By);
            case MoveOrderResult.SealMistyped mistyped:
                return new CustodyTexts.SealMistyped(number, mistyped.Seal);
            case MoveOrderResult.TooManySeals many:
                return new CustodyTexts.TooManySeals(number, many.Seals, many.Bags);
            case MoveOrderResult.NotStaff:
                await visitors.RecogniseStaffAsync(visit, ct);
                return new NoLongerStaff();
            default:
                return HandoverReplies.Refusal(visit.Voice, result)?.Words ?? throw new InvalidOperationException($"Moving an order gave {result}, which has no answer.");
        }
    }

    public async Task<Text> MarkPaidAsync(Visit visit, int number, CancellationToken ct)
    {
        var result = await markPaid.RunAsync(visit.Shop, visit.NextKey("mark-paid"), new Actor(visit.Contact), number, ct);
        if (result is MarkPaidResult.NotStaff)
        {
            await visitors.RecogniseStaffAsync(visit, ct);
            return new NoLongerStaff();
        }
        return result switch
        {
            MarkPaidResult.Paid => new MarkedPaid(number),
            MarkPaidResult.AlreadyPaid paid => new AlreadyPaid(number, OrderView.When(visit.Voice, paid.At, visit.Settings.Zone)),
            MarkPaidResult.TooMuchPaid much => new TooMuchPaid(number, new Money(much.ToReturnInMinor, much.Currency).ToString()),
            MarkPaidResult.OrderWasCancelled => new CancelledCannotBePaid(number),
            _ => new NoSuchOrder(number),
        };
    }

    /// <summary>What a move is called on a button.</summary>
    public static Text Label(Offer kind, OrderState from, OrderState to) => to switch
    {
        OrderState.Deciding => new InspectionTexts.AskTheCustomer(),
        OrderState.Ready when from == OrderState.Deciding => new InspectionTexts.DoReturnUnwashed(),
        OrderState.Ready when from == OrderState.Delivering => new ReturnTexts.DoNotHome(),
        OrderState.Accepted => new DoAccept(),
        OrderState.Ready => kind == Offer.Laundry ? new DoClean() : new DoReady(),
        OrderState.Shipped => new DoShip(),
        OrderState.Collected => new DoCollect(),
        OrderState.Washing => new DoWash(),
        OrderState.Delivering => new DoDeliver(),
        OrderState.Completed => new DoComplete(),
        _ => new DoCancel(),
    };

    /// <summary>Whether a move of this shop can be taken back for a moment.</summary>
    public bool MayUndo(Visit visit) => rules.For(visit.Shop).Undo > TimeSpan.Zero;

    /// <summary>What came of a move: what is so now, whether its customer knows, and what may follow.</summary>
    public async Task<Text> SayMovedAsync(Visit visit, MoveOrderResult.Moved moved, CancellationToken ct)
    {
        var order = (await orders.FindAsync(visit.Shop, moved.Number, ct))!;
        var state = OrderView.State(visit.Voice, order.Kind, moved.State);
        var next = OrderStates.Next(order.Kind, moved.State, order.Handover);
        if (moved.HeldUntil is null)
            return next.Count == 0 ? new MovedToTheEnd(moved.Number, state) : new Moved(moved.Number, state, Names(visit, order.Kind, moved.State, next));
        var seconds = (int)rules.For(visit.Shop).Undo.TotalSeconds;
        return next.Count == 0
            ? new ShiftsTexts.MovedHeldToTheEnd(moved.Number, state, seconds)
            : new ShiftsTexts.MovedHeld(moved.Number, state, seconds, Names(visit, order.Kind, moved.State, next));
    }

    private async Task<Text> SayRefusedAsync(Visit visit, MoveOrderResult.NotAllowed refused, CancellationToken ct)
    {
        var order = (await orders.FindAsync(visit.Shop, refused.Number, ct))!;
        var state = OrderView.State(visit.Voice, order.Kind, refused.State);
        return refused.Next.Count == 0
            ? new NotAllowedAnyMore(refused.Number, state)
            : new NotAllowed(refused.Number, state, Names(visit, order.Kind, refused.State, refused.Next));
    }

    private static string Names(Visit visit, Offer kind, OrderState from, IEnumerable<OrderState> states) =>
        string.Join(visit.Voice.IsChinese ? "、" : ", ", states.Select(s => visit.Say(Label(kind, from, s))));
}
