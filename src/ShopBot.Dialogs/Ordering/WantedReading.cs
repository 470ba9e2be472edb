using ShopBot.Dialogs.Hearing;
using ShopBot.Dialogs.Sentences;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Settings;
using static ShopBot.Dialogs.Ordering.OrderingTexts;

namespace ShopBot.Dialogs.Ordering;

/// <summary>The day and time that a sentence asks for, where the shop can keep them.</summary>
/// <param name="Wanted">Null where nothing was said, or it will not do.</param>
/// <param name="Or">The other reading of its window; null = it is settled, or no time was said.</param>
/// <param name="Wrong">Why it will not do; null = it does.</param>
internal sealed record WantedReading(WantedTime? Wanted, WantedWindow? Or, Text? Wrong)
{
    private const int MostDays = 60;

    /// <param name="now">Wall-clock time at the shop.</param>
    /// <param name="before">What was wished or booked before: a new day keeps its time, and a new time its day.</param>
    public static WantedReading Of(ShopSentence sentence, Voice voice, OpeningHours hours, DateTime now, WantedTime? before)
    {
        foreach (var trouble in sentence.Troubles)
            if (Problem(trouble) is { } problem)
                return No(problem);
        if (sentence.Day is null && sentence.Window is null)
            return new WantedReading(null, null, null);
        var today = DateOnly.FromDateTime(now);
        var window = sentence.Window ?? before?.Window;
        var day = sentence.Day ?? before?.Day ?? (IsOver(window!, TimeOnly.FromDateTime(now)) ? today.AddDays(1) : today);
        if (day.DayNumber - today.DayNumber > MostDays)
            return No(new WantedTooFar(MostDays));
        if (hours.On(day) is not var (open, close))
            return No(new WantedClosedDay(WantedWords.Day(voice, day)));
        if (window is not null && (window.Bounds() is var (from, to)) && (from > close || to < open || (window.IsMoment && (from < open || to > close))))
            return No(new WantedOutsideHours(WantedWords.Clock(open), WantedWords.Clock(close)));
        // A new day keeps the time said before, unless that is over by then.
        if (sentence.Window is null && window is not null && day == today && IsOver(window, TimeOnly.FromDateTime(now)))
            window = null;
        return new WantedReading(new WantedTime(day, window), sentence.OrWindow, null);
    }

    private static WantedReading No(Text why) => new(null, null, why);

    private static bool IsOver(WantedWindow window, TimeOnly now) => window.Bounds().To <= now;

    private static Text? Problem(SentenceTrouble trouble) => trouble.Kind switch
    {
        TroubleKind.ImpossibleDay => new WantedDayImpossible(Heard.Quote(trouble.Said)),
        TroubleKind.ImpossibleTime => new WantedTimeImpossible(Heard.Quote(trouble.Said)),
        TroubleKind.Past => new WantedPast(Heard.Quote(trouble.Said)),
        _ => null,
    };
}
