using System.Globalization;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Ordering;
using static ShopBot.Dialogs.Ordering.OrderingTexts;

namespace ShopBot.Dialogs.Ordering;

/// <summary>A wished day and time in words. Days are named by their date: what is read tomorrow must mean the same.</summary>
internal static class WantedWords
{
    public static string When(Voice voice, WantedTime wanted) =>
        wanted.Window is { } window ? voice.Say(new WantedDayAndTime(Day(voice, wanted.Day), Window(voice, window))) : Day(voice, wanted.Day);

    public static string Day(Voice voice, DateOnly day) => voice.IsChinese
        ? day.ToString("M月d日", CultureInfo.InvariantCulture) + "（周" + "日一二三四五六"[(int)day.DayOfWeek] + "）"
        : day.ToString("ddd d MMM", CultureInfo.InvariantCulture);

    public static string Window(Voice voice, WantedWindow window) => (window.Part, window.From, window.To) switch
    {
        (DayPart.Morning, _, _) => voice.Say(new WantedMorning()),
        (DayPart.Noon, _, _) => voice.Say(new WantedNoon()),
        (DayPart.Afternoon, _, _) => voice.Say(new WantedAfternoon()),
        (DayPart.Evening, _, _) => voice.Say(new WantedEvening()),
        (_, { } at, _) when window.IsMoment => Clock(at),
        (_, { } from, { } to) => voice.Say(new WantedBetween(Clock(from), Clock(to))),
        (_, { } from, _) => voice.Say(new WantedAfter(Clock(from))),
        _ => voice.Say(new WantedBefore(Clock(window.To!.Value))),
    };

    /// <summary>With the half of the day, for the question which one is meant.</summary>
    public static string Choice(Voice voice, WantedWindow window)
    {
        var at = window.From ?? window.To!.Value;
        var (part, clock) = (Window(voice, WantedWindow.In(at.Hour < 12 ? DayPart.Morning : at.Hour < 18 ? DayPart.Afternoon : DayPart.Evening)), Window(voice, window));
        return voice.Say(new WantedChoice(part, clock));
    }

    public static string Clock(TimeOnly time) => time.ToString("H:mm", CultureInfo.InvariantCulture);
}
