using System.Globalization;
using Microsoft.Bot.Builder.Dialogs.Choices;
using ShopBot.Dialogs.Errands;
using ShopBot.Dialogs.Ordering;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Pickups;
using static ShopBot.Dialogs.Pickups.WaitTexts;

namespace ShopBot.Dialogs.Pickups;

/// <summary>What somebody waits for: written into a draft, offered as a choice, in words.</summary>
internal static class WaitWish
{
    private const string Mark = "wait ", AnyTime = "any";

    /// <summary>The choices to wait, for somebody whose wish cannot be met now; none where the shop has no line, or what they wish can be had.</summary>
    /// <param name="free">What is free now.</param>
    /// <param name="wanted">Null = no time was wished.</param>
    /// <param name="now">Wall-clock time at the shop.</param>
    public static IEnumerable<Choice> Choices(
        Voice voice, PickupPlan plan, PickupArea area, IReadOnlyList<PickupWindow> free, WantedTime? wanted, DateTime now)
    {
        if (plan.Patience.Offer <= TimeSpan.Zero)
            yield break;
        if (wanted is not null && WindowChoices.Fitting(free, wanted).Count == 0 && Full(plan, area, wanted, now) is [var first, ..] full)
        {
            var when = full.Count == 1 ? PickupWords.When(voice, first) : WantedWords.When(voice, wanted);
            yield return PickPrompt.Choice(Mark + Code(first.Day, full.Select(w => w.Start)), voice.Say(new WaitFor(when)), Words(voice));
        }
        else if (free.Count == 0)
            yield return PickPrompt.Choice(Mark + AnyTime, voice.Say(new WaitForAny()), Words(voice));
    }

    /// <returns>What to keep in the draft; null where another choice was picked.</returns>
    public static string? Read(string code) => code.StartsWith(Mark, StringComparison.Ordinal) ? code[Mark.Length..] : null;

    /// <param name="kept">As <see cref="Read"/> gave it; null = nobody waits.</param>
    public static PickupWish? Of(PickupArea area, string? kept)
    {
        if (kept is null or AnyTime)
            return kept is null ? null : new PickupWish(area.Code, null, []);
        var parts = kept.Split(' ');
        return new PickupWish(area.Code, DateOnly.ParseExact(parts[0], "yyyy-MM-dd", CultureInfo.InvariantCulture),
            [.. parts.Skip(1).Select(p => TimeOnly.ParseExact(p, "HH:mm", CultureInfo.InvariantCulture))]);
    }

    /// <summary>The wish of an order that was placed without a window: its wished time where that is full, otherwise any.</summary>
    public static PickupWish For(PickupPlan plan, PickupArea area, WantedTime? wanted, DateTime now) =>
        wanted is not null && Full(plan, area, wanted, now) is [var first, ..] full ? new PickupWish(area.Code, first.Day, [.. full.Select(w => w.Start)]) : new PickupWish(area.Code, null, []);

    /// <summary>As a line of a summary, behind "when".</summary>
    public static string Say(Voice voice, PickupPlan plan, PickupWish wish)
    {
        if (wish.Day is not { } day)
            return voice.Say(new WaitingForAny());
        // An area the shop no longer has says nothing of its windows.
        var windows = plan.Areas.FirstOrDefault(a => a.Code == wish.Area) is { } area ? wish.Starts.Select(start => plan.Find(area, day, start)).OfType<PickupWindow>().ToList() : [];
        return voice.Say(new WaitingFor(windows switch
        {
            [] => WantedWords.Day(voice, day),
            [var only] => PickupWords.When(voice, only),
            _ => PickupWords.When(voice, day, windows[0].Start, windows[^1].End),
        }));
    }

    private static List<PickupWindow> Full(PickupPlan plan, PickupArea area, WantedTime wanted, DateTime now) =>
        [.. WindowChoices.Fitting([.. plan.On(area, wanted.Day).Where(w => plan.IsOpen(w, now))], wanted)];

    private static string Code(DateOnly day, IEnumerable<TimeOnly> starts) => string.Create(CultureInfo.InvariantCulture,
        $"{day:yyyy-MM-dd} {string.Join(' ', starts.Select(s => s.ToString("HH:mm", CultureInfo.InvariantCulture)))}");

    private static string[] Words(Voice voice) => voice.Say(new WaitWords()).Split([',', '，', '、'], StringSplitOptions.TrimEntries);
}
