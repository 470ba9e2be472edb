using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using ShopBot.Dialogs.Hearing;
using ShopBot.Dialogs.Notices;
using ShopBot.Dialogs.Staff;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Pickups;
using static ShopBot.Dialogs.Pickups.PickupStaffTexts;

namespace ShopBot.Dialogs.Pickups;

/// <summary>Staff close single windows and open them again: "停约 明天 15:00-18:00 静安", "恢复 明天 15:00".</summary>
/// <remarks>Every message stands alone; what it lacks is answered with how to write it.</remarks>
public sealed class WindowsTask(ErrandSet errands, CloseWindows closeWindows, PickupReader pickups, VisitorBook visitors, TimeProvider clock) : IStaffTask
{
    private const int MostShown = 5;

    public IReadOnlyCollection<StaffWord> Words { get; } = [StaffWord.CloseWindows, StaffWord.ReopenWindows];

    public async Task DoAsync(DialogContext dialogs, Visit visit, DeskNote note, StaffCommand command, CancellationToken ct)
    {
        await errands.LeaveAsync(dialogs, ct);
        await visit.SendAsync(await AnswerAsync(visit, command.Word == StaffWord.CloseWindows, command.Rest, ct), ct);
    }

    private async Task<Activity> AnswerAsync(Visit visit, bool closes, string typed, CancellationToken ct)
    {
        var now = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), visit.Settings.Zone).DateTime;
        if (visit.Content.Pickups is not { } plan)
            return visit.Message(new NoWindowsHere());
        var example = visit.Say(closes ? new CloseExample() : new ReopenExample());
        if (typed.Length == 0)
            return await ListAsync(visit, plan, now, example, ct);
        var phrase = TimePhrase.Read(visit, typed, now, day: null);
        if (phrase.Wanted.Count == 0)
            return visit.Message(phrase.Wrong ?? new HowToClose(Heard.Quote(typed), example));
        var areas = AreasIn(plan, phrase.Behind);
        if (areas.Count == 0)
            return visit.Message(new AreaUnknown(Heard.Quote(phrase.Behind), List(visit.Voice, plan.Areas.Select(a => a.Name.In(visit.Voice)))));
        var windows = areas.SelectMany(a => plan.On(a, phrase.Wanted[0].Day)).Where(w => w.Day.ToDateTime(w.End) > now && phrase.Wanted.Any(t => Touches(w, t))).ToList();
        if (windows.Count == 0)
            return visit.Message(new NoWindowThen(example));
        var result = closes
            ? await closeWindows.RunAsync(visit.Shop, visit.NextKey("close-windows"), new Actor(visit.Contact), windows, ct)
            : await closeWindows.ReopenAsync(visit.Shop, visit.NextKey("reopen-windows"), new Actor(visit.Contact), windows, ct);
        if (result is CloseWindowsResult.Done done)
            return closes ? SayClosed(visit, plan, windows, done) : visit.Message(new WindowsReopened(Lines(visit, plan, windows)));
        await visitors.RecogniseStaffAsync(visit, ct);
        return visit.Message(new StaffTexts.NoLongerStaff());
    }

    private async Task<Activity> ListAsync(Visit visit, PickupPlan plan, DateTime now, string example, CancellationToken ct)
    {
        var closed = await pickups.ClosedAsync(visit.Shop, plan, now, ct);
        return visit.Message(closed.Count == 0 ? new NothingClosed(example) : new ClosedList(Lines(visit, plan, closed), example));
    }

    // Who is booked there still expects somebody.
    private static Activity SayClosed(Visit visit, PickupPlan plan, IReadOnlyList<PickupWindow> windows, CloseWindowsResult.Done done)
    {
        var lines = Lines(visit, plan, windows);
        if (done.Booked.Count == 0)
            return visit.Message(new WindowsClosed(lines));
        var orders = done.Booked.Select(o => visit.Say(new BookedThere(o.Number, o.Name, PickupWords.When(visit.Voice, o.Day, o.Start, o.End))));
        return visit.Message(
            new WindowsClosedWithOrders(lines, string.Join("\n", orders), visit.Say(new MoveExample(done.Booked[0].Number))),
            done.Booked.Take(MostShown).Select(o => visit.Say(new NoticesTexts.ShowIt(o.Number))));
    }

    private static IReadOnlyList<PickupArea> AreasIn(PickupPlan plan, string said)
    {
        var key = Heard.Key(said);
        return key.Length == 0 ? plan.Areas
            : [.. plan.Areas.Where(a => Heard.Key(a.Name.Chinese) == key || Heard.Key(a.Name.English) == key || a.Code == key || a.Districts.Any(d => key.Contains(Heard.Key(d), StringComparison.Ordinal)))];
    }

    // A moment is in the window that has begun and not ended; a stretch takes every window it touches.
    private static bool Touches(PickupWindow window, WantedTime time)
    {
        if (time.Window is not { } said)
            return true;
        var (from, to) = said.Bounds();
        return said.IsMoment ? window.Start <= from && from < window.End : window.Start < to && from < window.End;
    }

    private static string Lines(Visit visit, PickupPlan plan, IEnumerable<PickupWindow> windows) => string.Join("\n", windows.Select(w =>
        visit.Say(new WindowLine(PickupWords.When(visit.Voice, w), plan.Areas.First(a => a.Code == w.Area).Name.In(visit.Voice)))));

    private static string List(Voice voice, IEnumerable<string> names) => string.Join(voice.IsChinese ? "、" : ", ", names);
}
