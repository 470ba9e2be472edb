using Microsoft.Bot.Builder.Dialogs;
using ShopBot.Dialogs.Hearing;
using ShopBot.Dialogs.Staff;
using ShopBot.Shops.Custody;
using static ShopBot.Dialogs.Custody.CustodyTexts;

namespace ShopBot.Dialogs.Custody;

/// <summary>Courier and laundry say what they do with a bag: <c>交接 E0231</c>, <c>收到 E0231</c>, <c>开袋 E0231 12件</c>, <c>验袋 E0231</c>, <c>装袋 E0231 12件</c>.</summary>
public sealed class CustodyDesk(ErrandSet errands, CustodyReader reader) : IStaffTask
{
    public IReadOnlyCollection<StaffWord> Words => CustodyWords.StaffWords;

    public async Task DoAsync(DialogContext dialogs, Visit visit, DeskNote note, StaffCommand command, CancellationToken ct)
    {
        var step = CustodyWords.StepOf(command.Word);
        if (CustodySaying.Read(command.Rest, step) is not { } said)
        {
            // "收到" alone is also what people say to anything they have heard.
            await errands.LeaveAsync(dialogs, ct);
            await visit.SendAsync(new WhichBag(CustodyWords.Command(visit, step, "E0231")), ct);
            return;
        }

        // Bought seals may be figures only, like orders.
        if (said is { Order: { } number, Seal: null } && await reader.FindBagAsync(visit.Shop, $"{number}", ct) is { } bag)
            said = said with { Order = null, Seal = bag.Seal };
        await errands.BeginAsync(dialogs, CustodyDialog.DialogId, CustodyDialog.Write(new CustodyReport(step, said.Order, said.Seal, said.Pieces, said.Place)), ct);
        if (said.Order is { } order)
            note.StaffOrder = order;
    }
}
