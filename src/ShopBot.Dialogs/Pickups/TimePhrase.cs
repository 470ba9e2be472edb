using ShopBot.Dialogs.Ordering;
using ShopBot.Dialogs.Sentences;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Catalog;
using ShopBot.Shops.Ordering;

namespace ShopBot.Dialogs.Pickups;

/// <summary>A day and hours at the beginning of what staff typed, and what stands behind: "明天 15:00 顾客出差", "tomorrow 3 pm Jing'an".</summary>
/// <param name="Wanted">In each of its readings; empty where no day or time was read, or it will not do.</param>
/// <param name="Behind">As typed; empty where nothing is left.</param>
/// <param name="Wrong">Why the time will not do; null = it does, or there is none.</param>
internal sealed record TimePhrase(IReadOnlyList<WantedTime> Wanted, string Behind, Text? Wrong)
{
    private static readonly Catalogue NoGoods = new([]);

    /// <param name="now">Wall-clock time at the shop.</param>
    /// <param name="day">Which a time said alone is for; null = today, or tomorrow where it is over.</param>
    public static TimePhrase Read(Visit visit, string typed, DateTime now, DateOnly? day)
    {
        var setting = new SentenceSetting(now, visit.Settings.OpeningHours, visit.Visitor.Language);
        var words = typed.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (sentence, behind) = (ShopSentence.Nothing, typed);
        // The longest beginning that is a time and nothing else.
        for (var i = words.Length; i > 0 && !sentence.SaysWhen; i--)
        {
            if (ShopSentence.Read(string.Join(' ', words[..i]), NoGoods, setting) is { SaysWhen: true, Rest: "", Place: null, Phone: null, Wish: null, Handover: null } time)
                (sentence, behind) = (time, string.Join(' ', words[i..]));
        }
        // Without blanks what is left of the whole stands behind.
        if (!sentence.SaysWhen && ShopSentence.Read(typed, NoGoods, setting) is { SaysWhen: true } whole)
            (sentence, behind) = (whole, whole.Rest.Length > 0 ? whole.Rest : whole.Place ?? whole.Wish ?? "");
        var reading = WantedReading.Of(sentence, visit.Voice, visit.Settings.OpeningHours, now, day is { } of ? new WantedTime(of, null) : null);
        return reading.Wanted is { } wanted
            ? new TimePhrase(reading.Or is { } or ? [wanted, wanted with { Window = or }] : [wanted], behind, null)
            : new TimePhrase([], typed, reading.Wrong);
    }
}
