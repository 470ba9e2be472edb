using ShopBot.Dialogs.Ordering.Steps;
using ShopBot.Dialogs.Pickups;
using ShopBot.Dialogs.Sentences;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Customers;
using static ShopBot.Dialogs.Ordering.OrderingTexts;

namespace ShopBot.Dialogs.Ordering;

/// <summary>What a sentence put into the order, said back at once: nobody is left to wonder whether the time was heard.</summary>
internal static class SentenceEcho
{
    /// <param name="isBeginning">The goods are said too; later on, what changes them says so itself.</param>
    /// <returns>Null where there is nothing but goods: the questions name those.</returns>
    public static Text? Of(OrderTalk talk, ShopSentence sentence, bool isBeginning)
    {
        var besides = Besides(talk, sentence).ToList();
        if (besides.Count == 0)
            return null;
        var parts = isBeginning ? Goods(talk).Concat(besides) : besides;
        return new Noted(string.Join(talk.Visit.Say(new NotedBetween()), parts));
    }

    private static IEnumerable<string> Goods(OrderTalk talk) => talk.Draft.Lines
        .Where(line => talk.Shelf.Find(line) is not null)
        .Select(line => talk.Visit.Say(new NotedGoods(
            OrderWords.Item(talk.Visit.Voice, talk.Shelf, line), line.Quantity, talk.Shelf.Find(line.Product!)!.Unit.In(talk.Visit.Voice))));

    private static IEnumerable<string> Besides(OrderTalk talk, ShopSentence sentence)
    {
        var draft = talk.Draft;
        // What is still to be asked about the time is asked, not noted.
        if (sentence.SaysWhen && !draft.AsksWanted && draft.OrWantedWindow is null && When(talk) is { } when)
            yield return when;
        if (sentence.Place is not null && draft.Address is { } address)
            yield return address;
        if (sentence.Phone is { } phone)
            yield return PhoneNumbers.Masked(phone);
        if (sentence.Wish is { } wish && draft.Note is { } note && note.EndsWith(wish, StringComparison.Ordinal))
            yield return wish;
    }

    // Where somebody comes in windows, the one that was settled is said; one that is still to be chosen is asked for.
    private static string? When(OrderTalk talk)
    {
        var voice = talk.Visit.Voice;
        if (PickupStep.Chosen(talk) is { } window)
            return PickupWords.When(voice, window);
        return talk.Draft.WantedTime is not { } wanted || (PickupStep.PlanFor(talk) is not null && talk.Draft.Address is not null) ? null : WantedWords.When(voice, wanted);
    }
}
