using ShopBot.Dialogs.Ordering.Steps;
using ShopBot.Dialogs.Sentences;
using ShopBot.Shops.Ordering;
using static ShopBot.Dialogs.Ordering.OrderingTexts;

namespace ShopBot.Dialogs.Ordering;

/// <summary>Puts everything a sentence says into the draft, wherever the order stands, and says what will not do.</summary>
internal static class SentenceTaker
{
    public static void Take(OrderTalk talk, ShopSentence sentence)
    {
        var (visit, draft) = (talk.Visit, talk.Draft);
        GoodsTaker.Take(talk, sentence);
        if (sentence.SaysWhen && WantedTaker.Take(talk, sentence) is { } wrong)
        {
            draft.AsksWanted = true;
            visit.First(wrong);
        }
        if (sentence.Handover is { } handover)
            draft.SaidHandover = handover;
        if (sentence.Place is { } place)
            TakePlace(talk, place);
        draft.Phone = sentence.Phone ?? draft.Phone;
        if (sentence.Wish is { } wish)
            TakeWish(talk, wish);
    }

    // "公司" is no address yet; the question for it comes by itself.
    private static void TakePlace(OrderTalk talk, string place)
    {
        var (draft, before) = (talk.Draft, talk.Draft.Place);
        draft.Place = null;
        if (AddressStep.Take(draft, place) is not null)
            draft.Place = before;
        else if (draft.Handover == Handover.Pickup && HandoverStep.Offered(talk).Any(h => h != Handover.Pickup))
            draft.Handover = null;
    }

    private static void TakeWish(OrderTalk talk, string wish)
    {
        var draft = talk.Draft;
        var note = string.IsNullOrEmpty(draft.Note) ? wish : $"{draft.Note}；{wish}";
        if (note.Length > NoteStep.Longest)
            talk.Visit.First(new NoteTooLong(NoteStep.Longest));
        else
            draft.Note = note;
    }
}
