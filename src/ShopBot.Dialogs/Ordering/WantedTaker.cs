using System.Globalization;
using ShopBot.Dialogs.Pickups;
using ShopBot.Dialogs.Sentences;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Ordering;

namespace ShopBot.Dialogs.Ordering;

/// <summary>Puts a day and time that were said into the draft where the shop can keep them.</summary>
internal static class WantedTaker
{
    /// <returns>Why it will not do; null = it is in the draft.</returns>
    public static Text? Take(OrderTalk talk, ShopSentence sentence)
    {
        var draft = talk.Draft;
        var reading = WantedReading.Of(sentence, talk.Visit.Voice, talk.Visit.Settings.OpeningHours, talk.Now, draft.WantedTime ?? PickedTime(draft));
        if (reading.Wanted is not { } wanted)
            return reading.Wrong;
        draft.WantedDay = wanted.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        draft.WantedWindow = wanted.Window?.ToString();
        if (sentence.Window is not null)
            draft.OrWantedWindow = reading.Or?.ToString();
        draft.AsksWanted = false;
        // Another wish is looked for anew.
        (draft.PickupWithout, draft.Wait) = (false, null);
        return null;
    }

    // "改到周五" keeps the hour of the window that was chosen, "改到五点" its day.
    private static WantedTime? PickedTime(OrderDraft draft) =>
        PickupWords.Read(draft.Pickup) is var (day, start) ? new WantedTime(day, WantedWindow.At(start)) : null;
}
