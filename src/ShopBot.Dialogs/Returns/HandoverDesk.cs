using Microsoft.Bot.Builder.Dialogs;
using ShopBot.Dialogs.Hearing;
using ShopBot.Dialogs.Shifts;
using ShopBot.Dialogs.Staff;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Settings;

namespace ShopBot.Dialogs.Returns;

/// <summary>What couriers say at the door: handed over, a part of it, left somewhere.</summary>
public sealed class HandoverDesk(ErrandSet errands, Handovers handovers, OrderMover mover, OrderReader orders) : IStaffTask
{
    public IReadOnlyCollection<StaffWord> Words => [StaffWord.Complete, StaffWord.SendPart];

    public async Task DoAsync(DialogContext dialogs, Visit visit, DeskNote note, StaffCommand command, CancellationToken ct)
    {
        if (command.Number is not { } number)
        {
            await visit.SendAsync(new StaffTexts.WhichOrder(Heard.Quote(visit.Said)), ct);
            return;
        }
        await errands.LeaveAsync(dialogs, ct);
        var answer = await AnswerAsync(visit, command, number, ct);
        if (answer.Words is not StaffTexts.NoSuchOrder)
            note.StaffOrder = number;
        string[] undo = answer.IsDone && mover.MayUndo(visit) ? [visit.Say(new ShiftsTexts.DoUndo())] : [];
        await visit.SendAsync(visit.Message(answer.Words, [.. answer.Lines, .. undo, visit.Say(new StaffTexts.MenuToday())]), ct);
    }

    private async Task<HandoverAnswer> AnswerAsync(Visit visit, StaffCommand command, int number, CancellationToken ct) => command.Word switch
    {
        // Goods have neither pieces nor neighbours: whatever stands behind means nothing.
        StaffWord.Complete when await orders.FindAsync(visit.Shop, number, ct) is not { Kind: Offer.Laundry } => await handovers.CompleteAsync(visit, number, ct),
        _ => await handovers.RunAsync(visit, number, command.Rest, command.Word == StaffWord.SendPart, [], ct),
    };
}
