using System.Globalization;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using ShopBot.Dialogs.Errands;
using ShopBot.Dialogs.Hearing;
using ShopBot.Dialogs.Notices;
using ShopBot.Dialogs.Orders;
using ShopBot.Dialogs.Pickups;
using ShopBot.Dialogs.Staff;
using ShopBot.Shops.Returns;
using ShopBot.Shops.Rounds;
using ShopBot.Shops.Staff;
using static ShopBot.Dialogs.DaySheets.DaySheetTexts;

namespace ShopBot.Dialogs.DaySheets;

/// <summary>Shows staff where to go: to couriers their own stops and those nobody has, to the others all, fetched and brought back; and gives the day as a page to print.</summary>
public sealed class RoundList(
    RoundReader rounds, ReturnReader returns, DaySheetReader sheets, DaySheetLinks links, VisitorBook visitors, ErrandSet errands, TimeProvider clock) : IStaffTask
{
    /// <summary>With an address and a link each, more would not fit one message.</summary>
    private const int PageSize = 4;

    public IReadOnlyCollection<StaffWord> Words { get; } = [StaffWord.Round, StaffWord.DaySheet];

    public async Task DoAsync(DialogContext dialogs, Visit visit, DeskNote note, StaffCommand command, CancellationToken ct)
    {
        await errands.LeaveAsync(dialogs, ct);
        if (await visitors.StaffAsync(visit, ct) is not { } staff)
            await visit.SendAsync(new StaffTexts.NoLongerStaff(), ct);
        else if (command.Word == StaffWord.DaySheet)
            await visit.SendAsync(await SheetAsync(visit, staff, command.Rest, ct), ct);
        else
            await visit.SendAsync(await PageAsync(visit, staff, PageIn(command), ct), ct);
    }

    private async Task<Activity> PageAsync(Visit visit, StaffCard staff, int page, CancellationToken ct)
    {
        Guid? whose = staff.Role == StaffRole.Courier ? staff.Id : null;
        var (pickups, toBring) = (await rounds.OpenAsync(visit.Shop, whose, ct), await returns.ToBringAsync(visit.Shop, whose, ct));
        if (pickups.Count + toBring.Count == 0)
            return visit.Message(new NoStops(), visit.Say(new StaffTexts.MenuToday()));
        var ordered = DaySheetReader.Blocks(visit.Voice, visit.Content.Pickups, pickups.Concat(toBring)).SelectMany(b => b.Stops.Select(s => (Block: b, Stop: s))).ToList();
        var pages = (ordered.Count + PageSize - 1) / PageSize;
        page = Math.Clamp(page, 1, pages);
        var lines = new List<string> { visit.Say(toBring.Count == 0 ? new RoundHead(pickups.Count, page, pages) : new RoundHeadBoth(pickups.Count, toBring.Count, page, pages)) };
        var shown = ordered.Skip((page - 1) * PageSize).Take(PageSize).ToList();
        foreach (var block in shown.GroupBy(s => s.Block))
        {
            lines.Add(visit.Say(new RoundBlock(block.Key.When, block.Key.District)));
            lines.AddRange(block.Select(s => LineOf(visit, staff, s.Stop)));
        }

        var message = Visit.Message(string.Join("\n", lines), [.. shown.Where(s => s.Stop is { TakenBy: null, Return: null }).Select(s => visit.Say(new NoticesTexts.AcceptIt(s.Stop.Number)))]);
        message.SuggestedActions ??= new SuggestedActions { Actions = [] };
        foreach (var (_, stop) in shown)
            message.SuggestedActions.Actions.Add(Choices.Open(visit.Say(new MapOf(stop.Number)), MapLinks.Search(stop.Address)));
        if (page < pages)
            message.SuggestedActions.Actions.Add(Choices.Say(visit.Say(new MoreStops(page + 1))));
        return message;
    }

    private static string LineOf(Visit visit, StaffCard staff, Stop stop)
    {
        var by = visit.Say(stop is { By: null, Return: not null } ? new StopNotOut() : stop.TakenBy is null ? new StopFree() : stop.TakenBy == staff.Id ? new StopYours() : new StopOf(stop.By ?? ""));
        var line = visit.Say(stop.Return is null ? new StopLine(stop.Number, stop.Name, stop.Bags, by) : new ReturnLine(stop.Number, stop.Name, stop.Bags, by));
        if (stop.NobodyHome > 0)
            line += visit.Say(new StopMissed(stop.NobodyHome));
        return string.Join("\n", [line, stop.Address, stop.Phone, .. stop.Note is { Length: > 0 } wish ? [wish] : Array.Empty<string>()]);
    }

    private async Task<Activity> SheetAsync(Visit visit, StaffCard staff, string said, CancellationToken ct)
    {
        if (staff.Role is not (StaffRole.Manager or StaffRole.Courier))
            return visit.Message(new OnlyForRounds());
        if (DayIn(visit, said) is not { } day)
            return visit.Message(new SheetDayUnclear(Heard.Quote(said)));
        var sheet = new DaySheet(visit.Shop, day, visit.Voice.Language);
        var page = await sheets.ReadAsync(sheet, ct);
        if (page.Stops == 0)
            return visit.Message(new SheetEmpty(page.Day));
        var (link, until) = links.For(sheet);
        return visit.Message(new SheetLink(page.Day, page.Stops, page.Bags, link, OrderView.When(visit.Voice, until, visit.Settings.Zone)));
    }

    /// <summary>Nothing is today; otherwise a day as people say it.</summary>
    private DateOnly? DayIn(Visit visit, string said)
    {
        var now = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), visit.Settings.Zone).DateTime;
        if (said.Length == 0)
            return DateOnly.FromDateTime(now);
        return TimePhrase.Read(visit, said, now, day: null).Wanted is [var wanted, ..] ? wanted.Day : null;
    }

    private static int PageIn(StaffCommand command) => command.Rest.Length > 0 && int.TryParse(command.Rest, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1;
}
