using ShopBot.Dialogs.Content;
using ShopBot.Dialogs.Pickups;
using ShopBot.Dialogs.Returns;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Pickups;
using ShopBot.Shops.Returns;
using ShopBot.Shops.Rounds;
using ShopBot.Shops.Settings;

namespace ShopBot.Dialogs.DaySheets;

/// <summary>The stops of one window in one district.</summary>
public sealed record SheetBlock(string When, string District, IReadOnlyList<Stop> Stops);

/// <summary>A day sheet as it is printed.</summary>
/// <param name="ShopName">As people read it.</param>
/// <param name="Bags">Of all stops together.</param>
public sealed record SheetPage(string ShopName, string Day, IReadOnlyList<SheetBlock> Blocks, int Stops, int Bags);

/// <summary>Puts the stops of a day, pickups and returns, in the order in which they are driven: by window, then by district.</summary>
public sealed class DaySheetReader(RoundReader rounds, ReturnReader returns, ContentBook content, ShopBook shops)
{
    public async Task<SheetPage> ReadAsync(DaySheet sheet, CancellationToken ct)
    {
        var ours = content.Current.For(sheet.Shop);
        var voice = ours.In(sheet.Language);
        Stop[] stops = [.. await rounds.OfDayAsync(sheet.Shop, sheet.Day, ct), .. await returns.OnAsync(sheet.Shop, sheet.Day, ct)];
        return new SheetPage(shops[sheet.Shop].Name, Ordering.WantedWords.Day(voice, sheet.Day), Blocks(voice, ours.Pickups, stops), stops.Length, stops.Sum(s => s.Bags));
    }

    internal static IReadOnlyList<SheetBlock> Blocks(Voice voice, PickupPlan? plan, IEnumerable<Stop> stops) =>
    [
        .. stops.GroupBy(s => (s.Window?.Day, s.Window?.Start, s.Window?.End, District: plan?.DistrictOf(s.Address)))
            .OrderBy(g => g.Key.Day is null).ThenBy(g => g.Key.Day).ThenBy(g => g.Key.Start).ThenBy(g => g.Key.District is null).ThenBy(g => g.Key.District, StringComparer.Ordinal)
            .Select(g => new SheetBlock(
                g.First().Window is { } window ? PickupWords.When(voice, window) : voice.Say(new Shifts.ShiftsTexts.NoWindow()),
                g.Key.District ?? voice.Say(new DaySheetTexts.OtherDistrict()), [.. g.OrderBy(s => s.Address, StringComparer.Ordinal).ThenBy(s => s.Number).Select(s => WithPlace(voice, s))])),
    ];

    // Where a return may be left is for whoever stands at the door, as the note is.
    private static Stop WithPlace(Voice voice, Stop stop) =>
        stop.Return is { } card && ReturnView.Leave(voice, card) is { } place ? stop with { Note = stop.Note is { Length: > 0 } note ? $"{note}\n{place}" : place } : stop;
}
