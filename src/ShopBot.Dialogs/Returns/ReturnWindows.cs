using ShopBot.Dialogs.Content;
using ShopBot.Dialogs.Pickups;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Pickups;
using ShopBot.Shops.Returns;
using ShopBot.Shops.Settings;
using static ShopBot.Dialogs.Returns.ReturnTexts;

namespace ShopBot.Dialogs.Returns;

/// <summary>The windows in which an order can come back, and the lines to tap below a notice that asks for one.</summary>
public sealed class ReturnWindows(PickupReader pickups, ContentBook content, ShopBook shops, TimeProvider clock)
{
    /// <summary>How many a notice offers; the others are one tap away.</summary>
    private const int Shown = 3;

    /// <summary>The free ones, the soonest first; empty where the shop has none, or does not come to the address.</summary>
    public async Task<IReadOnlyList<PickupWindow>> FreeAsync(string shop, Guid customerId, ReturnCard card, CancellationToken ct) =>
        content.Current.For(shop).Pickups is { } plan && AreaOf(plan, card) is { } area
            ? await pickups.FreeAsync(shop, plan, area, Now(shop), card.Room, customerId, ct)
            : [];

    /// <summary>The window a line names, free or not; null where there is none of these words any more.</summary>
    public PickupWindow? Named(string shop, ReturnCard card, Func<PickupWindow, bool> isNamed)
    {
        if (content.Current.For(shop).Pickups is not { } plan || AreaOf(plan, card) is not { } area)
            return null;
        var today = DateOnly.FromDateTime(Now(shop));
        return Enumerable.Range(0, plan.DaysAhead + 1).SelectMany(ahead => plan.On(area, today.AddDays(ahead))).FirstOrDefault(isNamed);
    }

    /// <summary>The nearest free windows and what may be done instead.</summary>
    /// <param name="isMissed">Nobody was home: then it may also be left somewhere.</param>
    /// <returns>Whether there are windows, and the lines.</returns>
    public async Task<(bool HasWindows, IReadOnlyList<string> Lines)> LinesAsync(
        string shop, Guid customerId, ReturnCard card, Voice voice, bool isMissed, CancellationToken ct)
    {
        var free = await FreeAsync(shop, customerId, card, ct);
        var lines = free.Take(Shown).Select(w => voice.Say(new ReturnAt(card.Number, PickupWords.When(voice, w)))).ToList();
        if (free.Count > Shown)
            lines.Add(voice.Say(new OtherTimes(card.Number)));
        if (isMissed)
            lines.AddRange([voice.Say(new WithNeighbour(card.Number)), voice.Say(new InLocker(card.Number))]);
        lines.Add(voice.Say(new AtShop(card.Number)));
        if (!isMissed)
            lines.Add(voice.Say(new Later(card.Number)));
        return (free.Count > 0, lines);
    }

    /// <summary>Wall-clock time at the shop.</summary>
    public DateTime Now(string shop) => TimeZoneInfo.ConvertTime(clock.GetUtcNow(), shops[shop].Zone).DateTime;

    private static PickupArea? AreaOf(PickupPlan plan, ReturnCard card) => plan.AreaOf(card.Address, card.Point, card.FetchedIn);
}
