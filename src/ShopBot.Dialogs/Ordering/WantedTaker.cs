using System.Globalization;
using ShopBot.Dialogs.Hearing;
using ShopBot.Dialogs.Pickups;
using ShopBot.Dialogs.Sentences;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Ordering;
using static ShopBot.Dialogs.Ordering.OrderingTexts;

namespace ShopBot.Dialogs.Ordering;

/// <summary>Puts a day and time that were said into the draft where the shop can keep them.</summary>
internal static class WantedTaker
{
    private const int MostDays = 60;

    /// <returns>Why it will not do; null = it is in the draft.</returns>
    public static Text? Take(OrderTalk talk, ShopSentence sentence)
    {
        foreach (var trouble in sentence.Troubles)
            if (Problem(trouble) is { } problem)
                return problem;
        if (sentence.Day is null && sentence.Window is null)
            return null;
        var (draft, hours) = (talk.Draft, talk.Visit.Settings.OpeningHours);
        var today = DateOnly.FromDateTime(talk.Now);
        var before = draft.WantedTime ?? PickedTime(draft);
        var window = sentence.Window ?? before?.Window;
        var day = sentence.Day ?? before?.Day ?? (IsOver(window!, TimeOnly.FromDateTime(talk.Now)) ? today.AddDays(1) : today);
        if (day.DayNumber - today.DayNumber > MostDays)
            return new WantedTooFar(MostDays);
        if (hours.On(day) is not var (open, close))
            return new WantedClosedDay(WantedWords.Day(talk.Visit.Voice, day));
        if (window is not null && (window.Bounds() is var (from, to)) && (from > close || to < open || (window.IsMoment && (from < open || to > close))))
            return new WantedOutsideHours(WantedWords.Clock(open), WantedWords.Clock(close));
        // A new day keeps the time said before, unless that is over by then.
        if (sentence.Window is null && window is not null && day == today && IsOver(window, TimeOnly.FromDateTime(talk.Now)))
            window = null;
        draft.WantedDay = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        draft.WantedWindow = window?.ToString();
        if (sentence.Window is not null)
            draft.OrWantedWindow = sentence.OrWindow?.ToString();
        draft.AsksWanted = false;
        return null;
    }

    // "改到周五" keeps the hour of the window that was chosen, "改到五点" its day.
    private static WantedTime? PickedTime(OrderDraft draft) =>
        PickupWords.Read(draft.Pickup) is var (day, start) ? new WantedTime(day, WantedWindow.At(start)) : null;

    private static bool IsOver(WantedWindow window, TimeOnly now) => window.Bounds().To <= now;

    private static Text? Problem(SentenceTrouble trouble) => trouble.Kind switch
    {
        TroubleKind.ImpossibleDay => new WantedDayImpossible(Heard.Quote(trouble.Said)),
        TroubleKind.ImpossibleTime => new WantedTimeImpossible(Heard.Quote(trouble.Said)),
        TroubleKind.Past => new WantedPast(Heard.Quote(trouble.Said)),
        _ => null,
    };
}
