using Microsoft.Bot.Builder.Dialogs;
using ShopBot.Dialogs.Hearing;
using ShopBot.Dialogs.Staff;

namespace ShopBot.Dialogs.Pickups;

/// <summary>"改时间 12 明天 15:00 顾客出差": staff move an order to another window.</summary>
public sealed class MovePickupTask(ErrandSet errands) : IStaffTask
{
    public IReadOnlyCollection<StaffWord> Words { get; } = [StaffWord.MovePickup];

    public async Task DoAsync(DialogContext dialogs, Visit visit, DeskNote note, StaffCommand command, CancellationToken ct)
    {
        if (command.Number is not { } number)
        {
            await visit.SendAsync(new StaffTexts.WhichOrder(Heard.Quote(visit.Said)), ct);
            return;
        }
        note.StaffOrder = number;
        await errands.BeginAsync(dialogs, MovePickupDialog.DialogId, MovePickupDialog.For(number, command.Rest), ct);
    }
}
