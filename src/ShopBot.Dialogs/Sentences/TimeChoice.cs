using System.Text.RegularExpressions;
using ShopBot.Shops.Ordering;

namespace ShopBot.Dialogs.Sentences;

/// <summary>The one day and time that a sentence asks for.</summary>
/// <param name="Or">The other reading where the opening hours allow both.</param>
internal readonly partial record struct TimeChoice(DateOnly? Day, WantedWindow? Window, WantedWindow? Or)
{
    /// <param name="reads">As <see cref="TimeFinder.Find"/> gives them.</param>
    public static TimeChoice Of(SentenceText sentence, List<TimeRead> reads, SentenceSetting setting, List<SentenceTrouble> troubles)
    {
        if (troubles.Exists(t => t.Kind is TroubleKind.ImpossibleDay or TroubleKind.ImpossibleTime))
            return default;
        // What was promised before, or does not suit, is not wanted; of "周五八点半之前别来" the day stays.
        reads = reads.FindAll(r => !Promised().IsMatch(sentence.Text.AsSpan(0, r.From)) && (!Unsuited().IsMatch(sentence.Text.AsSpan(r.To)) || (r.Days.Count > 0 && r.Windows.Count > 0)))
            .ConvertAll(r => Unsuited().IsMatch(sentence.Text.AsSpan(r.To)) ? r with { Windows = [], Part = null } : r);
        var dayRead = Pick(sentence, reads.FindAll(r => r.Days.Count > 0));
        var clockRead = Pick(sentence, reads.FindAll(r => r.Windows.Count > 0 && (r.Days.Count == 0 || r == dayRead)));
        var part = clockRead?.Part ?? dayRead?.Part ?? Pick(sentence, reads.FindAll(r => r.Part is not null))?.Part;
        DateOnly? day = null;
        if (dayRead is not null)
        {
            day = dayRead.Days.Where(d => d >= setting.Today).Order().Cast<DateOnly?>().FirstOrDefault();
            if (day is null)
            {
                troubles.Add(new SentenceTrouble(TroubleKind.Past, sentence.Written(dayRead.From, dayRead.To)));
                return default;
            }
        }
        var (window, or) = clockRead is not null ? Settle(clockRead.Windows, part, day, setting) : (part is { } said ? PartOf(sentence, reads, said) : null, null);
        if (window is null || day != setting.Today || (or ?? window).Bounds().To >= TimeOnly.FromDateTime(setting.Now))
            return new TimeChoice(day, window, or);
        var (from, to) = clockRead is null ? (dayRead!.From, dayRead.To) : (Math.Min(clockRead.From, dayRead!.From), Math.Max(clockRead.To, dayRead.To));
        troubles.Add(new SentenceTrouble(TroubleKind.Past, sentence.Written(from, to)));
        return default;
    }

    // "Before noon", "到晚上之前".
    private static WantedWindow PartOf(SentenceText sentence, List<TimeRead> reads, DayPart part) =>
        reads.Exists(r => r.Part == part && r.Windows.Count == 0 && Until().IsMatch(sentence.Text.AsSpan(r.To))) && part is not DayPart.Morning
            ? WantedWindow.Before(new TimeOnly(part == DayPart.Evening ? 18 : 12, 0))
            : WantedWindow.In(part);

    [GeneratedRegex("(说好|约好|讲好|说是|说的|答应|承诺|本来|原来说|等到|等了|promised( me| us)?|(were|was) supposed to (come|be here|arrive)|waited (until|till))[^，,。.;；]{0,6}$")]
    private static partial Regex Promised();

    [GeneratedRegex("^(之前|以前|以后|之后|前|后)?(你们?|先|都|就)?(别来|不要来|别送|别取|不行|没空|不方便|来不及|不在家)")]
    private static partial Regex Unsuited();

    [GeneratedRegex("^(之前|以前|前)")]
    private static partial Regex Until();

    // The first one said, unless a later one takes its place ("no, Friday") or says by itself that somebody comes then.
    private static TimeRead? Pick(SentenceText sentence, List<TimeRead> reads)
    {
        if (reads.Count == 0)
            return null;
        var chosen = reads[0];
        for (var i = 1; i < reads.Count; i++)
        {
            var between = sentence.Text.AsSpan(reads[i - 1].To, Math.Max(0, reads[i].From - reads[i - 1].To));
            if (Kept().IsMatch(between))
                continue;
            if (Refused().IsMatch(sentence.Text.AsSpan(0, chosen.From)) || Correction().IsMatch(between) || (between is " to " && Moving().IsMatch(sentence.Text)) || (IsMeeting(sentence, reads[i]) && !IsMeeting(sentence, chosen)))
                chosen = reads[i];
        }
        return chosen;
    }

    private static bool IsMeeting(SentenceText sentence, TimeRead read)
    {
        var rest = sentence.Text.AsSpan(read.To);
        return Meeting().IsMatch(rest[..Math.Min(rest.Length, 8)]);
    }

    private static (WantedWindow? Window, WantedWindow? Or) Settle(
        IReadOnlyList<WantedWindow> windows, DayPart? part, DateOnly? day, SentenceSetting setting)
    {
        var left = windows;
        if (part is { } said)
            left = Kept(left, w => Lies(w, WantedWindow.Hours(said)));
        var (open, close) = (day is { } on ? setting.Hours.On(on) : null) ?? setting.Hours.Widest;
        left = Kept(left, w => (w.From, w.To) switch
        {
            ({ } from, { } to) => from >= open && to <= close,
            ({ } from, _) => from >= open && from < close,
            (_, { } to) => to > open && to <= close,
            _ => true,
        });
        if (day == setting.Today)
            left = Kept(left, w => w.Bounds().To >= TimeOnly.FromDateTime(setting.Now));
        // Both lie outside: at such hours the later one is meant.
        if (left.Count > 1 && left[0].Bounds() is var (from, to) && (to < open || from > close))
            return (left[^1], null);
        return (left[0], left.Count > 1 ? left[1] : null);
    }

    private static bool Lies(WantedWindow window, (TimeOnly From, TimeOnly To) hours)
    {
        var at = window.From ?? window.To!.Value;
        return at >= hours.From && at <= hours.To;
    }

    // A rule that leaves nothing says nothing.
    private static IReadOnlyList<WantedWindow> Kept(IReadOnlyList<WantedWindow> windows, Func<WantedWindow, bool> keep) =>
        windows.Count > 1 && windows.Where(keep).ToList() is { Count: > 0 } left ? left : windows;

    [GeneratedRegex("instead of|rather than|而不是|not ")]
    private static partial Regex Kept();

    [GeneratedRegex("(不是|不要|别|\\bnot( on| for)?) ?$")]
    private static partial Regex Refused();

    [GeneratedRegex("改|换|不对|不是|是|算了|哦不|不行|没空|不方便|有事|来不及|推到|挪到|延到|提前到|actually|no wait|wait no|sorry|instead|mean|rather|make it|change|move|can't|cant|cannot|doesn't|not |push|->")]
    private static partial Regex Correction();

    [GeneratedRegex("change|move|from|reschedule|push|switch")]
    private static partial Regex Moving();

    [GeneratedRegex("^[^,.，。！!?？;；|]{0,3}(来|取|送|拿|收|到|pick|collect|deliver)")]
    private static partial Regex Meeting();
}
