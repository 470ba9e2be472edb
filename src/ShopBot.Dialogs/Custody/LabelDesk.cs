using Microsoft.Bot.Builder.Dialogs;
using ShopBot.Dialogs.Hearing;
using ShopBot.Dialogs.Orders;
using ShopBot.Dialogs.Staff;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops;
using ShopBot.Shops.Custody;
using static ShopBot.Dialogs.Custody.CustodyTexts;

namespace ShopBot.Dialogs.Custody;

/// <summary>Gives managers new seal labels to print: <c>封签 20</c>.</summary>
public sealed class LabelDesk(ErrandSet errands, ReserveSeals reserveSeals, LabelLinks links) : IStaffTask
{
    public IReadOnlyCollection<StaffWord> Words { get; } = [StaffWord.Labels];

    public async Task DoAsync(DialogContext dialogs, Visit visit, DeskNote note, StaffCommand command, CancellationToken ct)
    {
        await errands.LeaveAsync(dialogs, ct);
        await visit.SendAsync(await AnswerAsync(visit, command, ct), ct);
    }

    private async Task<Text> AnswerAsync(Visit visit, StaffCommand command, CancellationToken ct)
    {
        if (!visit.Visitor.IsManager)
            return new StaffTexts.OnlyManagersDo();
        // Said alone the word brings the number of the order looked at last.
        var isAlone = visit.Content.StaffWords.Find(visit.Key) is not null;
        if (isAlone || command.Number is not (>= 1 and <= ReserveSeals.MostAtOnce and var count))
            return new HowManyLabels(ReserveSeals.MostAtOnce, $"{StaffCommand.WordFor(visit, StaffWord.Labels)} 24");
        if (await reserveSeals.RunAsync(visit.Shop, visit.NextKey("reserve-seals"), new Actor(visit.Contact), count, ct) is not ReserveSealsResult.Reserved reserved)
            return new StaffTexts.OnlyManagersDo();
        var (link, until) = links.For(new LabelSheet(visit.Shop, reserved.First, reserved.Count, visit.Voice.Language));
        return new Labels(
            reserved.Count, SealNumber.OfLabel(reserved.First), SealNumber.OfLabel(reserved.First + reserved.Count - 1), link,
            OrderView.When(visit.Voice, until, visit.Settings.Zone));
    }
}
