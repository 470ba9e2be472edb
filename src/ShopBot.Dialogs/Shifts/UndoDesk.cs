using Microsoft.Bot.Builder.Dialogs;
using ShopBot.Dialogs.Hearing;
using ShopBot.Dialogs.Orders;
using ShopBot.Dialogs.Staff;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Undoing;
using static ShopBot.Dialogs.Shifts.ShiftsTexts;

namespace ShopBot.Dialogs.Shifts;

/// <summary>Takes back what somebody at work did a moment ago, and says what is so now.</summary>
public sealed class UndoDesk(UndoMove undoMove, OrderReader orders, VisitorBook visitors, ErrandSet errands) : IStaffTask
{
    public IReadOnlyCollection<StaffWord> Words { get; } = [StaffWord.Undo];

    public async Task DoAsync(DialogContext dialogs, Visit visit, DeskNote note, StaffCommand command, CancellationToken ct)
    {
        var result = await undoMove.RunAsync(visit.Shop, visit.NextKey("undo-move"), new Actor(visit.Contact), ct);
        if (result is UndoMoveResult.NotStaff)
            await visitors.RecogniseStaffAsync(visit, ct);
        await errands.LeaveAsync(dialogs, ct);
        await visit.SendAsync(visit.Message(await AnswerAsync(visit, note, result, ct), visit.Say(new StaffTexts.MenuToday())), ct);
    }

    private async Task<Text> AnswerAsync(Visit visit, DeskNote note, UndoMoveResult result, CancellationToken ct)
    {
        switch (result)
        {
            case UndoMoveResult.Undone undone:
                note.StaffOrder = undone.Number;
                var (was, now) = (await StateAsync(visit, undone.Number, undone.To, ct), await StateAsync(visit, undone.Number, undone.Now, ct));
                return undone.IsTold ? new TakenBackTold(undone.Number, was, now) : new TakenBack(undone.Number, was, now);
            case UndoMoveResult.TooLate late:
                return new UndoTooLate(late.Number, await StateAsync(visit, late.Number, late.To, ct), (int)late.Within.TotalSeconds);
            case UndoMoveResult.Overtaken overtaken:
                return new UndoOvertaken(overtaken.Number, await StateAsync(visit, overtaken.Number, overtaken.Now, ct));
            case UndoMoveResult.NothingDone:
                return new NothingToUndo();
            default:
                return new StaffTexts.NoLongerStaff();
        }
    }

    private async Task<string> StateAsync(Visit visit, int number, OrderState state, CancellationToken ct) =>
        OrderView.State(visit.Voice, (await orders.FindAsync(visit.Shop, number, ct))!.Kind, state);
}
