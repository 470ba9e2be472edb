using Microsoft.Bot.Builder.Dialogs;
using ShopBot.Dialogs.Hearing;
using ShopBot.Dialogs.Orders;
using ShopBot.Dialogs.Staff;
using ShopBot.Dialogs.Wording;
using ShopBot.Messaging.Contacts;
using ShopBot.Shops;
using ShopBot.Shops.Rounds;
using ShopBot.Shops.Shifts;
using static ShopBot.Dialogs.Shifts.ShiftsTexts;

namespace ShopBot.Dialogs.Shifts;

/// <summary>Begins and ends shifts, and says until when the one who begins can be written to.</summary>
public sealed class ShiftDesk(
    StartShift startShift, EndShift endShift, RoundReader rounds, IContacts contacts, VisitorBook visitors, ErrandSet errands, TimeProvider clock) : IStaffTask
{
    public IReadOnlyCollection<StaffWord> Words { get; } = [StaffWord.StartShift, StaffWord.EndShift];

    public async Task DoAsync(DialogContext dialogs, Visit visit, DeskNote note, StaffCommand command, CancellationToken ct)
    {
        await errands.LeaveAsync(dialogs, ct);
        var answer = command.Word == StaffWord.StartShift ? await StartAsync(visit, ct) : await EndAsync(visit, ct);
        await visit.SendAsync(answer is StaffTexts.NoLongerStaff
            ? visit.Message(answer)
            : visit.Message(answer, visit.Say(new StaffTexts.MenuToday())), ct);
    }

    private async Task<Text> StartAsync(Visit visit, CancellationToken ct)
    {
        switch (await startShift.RunAsync(visit.Shop, visit.NextKey("start-shift"), new Actor(visit.Contact), ct))
        {
            case StartShiftResult.Begun begun:
                return new ShiftBegun(await NameAsync(visit, ct), await ReachAsync(visit, ct), await WaitingAsync(visit, ct), When(visit, begun.EndsAt));
            case StartShiftResult.AlreadyOn on:
                return new ShiftAlreadyOn(When(visit, on.BeganAt), await ReachAsync(visit, ct), await WaitingAsync(visit, ct), When(visit, on.EndsAt));
            default:
                await visitors.RecogniseStaffAsync(visit, ct);
                return new StaffTexts.NoLongerStaff();
        }
    }

    private async Task<Text> EndAsync(Visit visit, CancellationToken ct)
    {
        switch (await endShift.RunAsync(visit.Shop, visit.NextKey("end-shift"), new Actor(visit.Contact), ct))
        {
            case EndShiftResult.Ended ended:
                var mine = (await rounds.CountAsync(visit.Shop, visit.Visitor.StaffId!.Value, ct)).Mine;
                if (mine.Count > 0)
                    visit.First(new StillYours(Numbers(visit, mine)));
                if (ended.Others == 0)
                    visit.First(new NobodyElse());
                return new ShiftEnded(When(visit, ended.BeganAt));
            case EndShiftResult.NotOn:
                return new NotOnShift();
            default:
                await visitors.RecogniseStaffAsync(visit, ct);
                return new StaffTexts.NoLongerStaff();
        }
    }

    /// <summary>What the platform still lets us send them unasked.</summary>
    private async Task<string> ReachAsync(Visit visit, CancellationToken ct)
    {
        var windows = await contacts.OpenWindowsAsync(visit.Contact, clock.GetUtcNow(), ct);
        return visit.Say(windows.Count == 0 ? new ReachOnlyAnswers() : new ReachUntil(When(visit, windows.Max(w => w.ExpiresAt)), windows.Sum(w => w.Remaining)));
    }

    private async Task<string> WaitingAsync(Visit visit, CancellationToken ct)
    {
        var count = await rounds.CountAsync(visit.Shop, visit.Visitor.StaffId!.Value, ct);
        var lines = new List<string>();
        if (count.Free > 0)
            lines.Add(visit.Say(new SomeWait(count.Free)));
        if (count.Mine.Count > 0)
            lines.Add(visit.Say(new YoursWait(Numbers(visit, count.Mine))));
        return lines.Count == 0 ? visit.Say(new NothingWaits()) : string.Join("\n", lines);
    }

    private async Task<string> NameAsync(Visit visit, CancellationToken ct) => (await visitors.StaffAsync(visit, ct))?.Name ?? "";

    private static string Numbers(Visit visit, IEnumerable<int> numbers) => string.Join(visit.Voice.IsChinese ? "、" : ", ", numbers);

    private static string When(Visit visit, DateTimeOffset at) => OrderView.When(visit.Voice, at, visit.Settings.Zone);
}
