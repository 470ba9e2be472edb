using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Inspections;
using ShopBot.Shops.Ordering;
using static ShopBot.Dialogs.Inspections.InspectionTexts;

namespace ShopBot.Dialogs.Inspections;

/// <summary>Questions as staff see them: where they stand, and what may be done now.</summary>
internal static class StaffFindings
{
    /// <summary>What the order costs, and whether it may go on.</summary>
    public static string Standing(Voice voice, FindingCard card) => string.Join(voice.IsChinese ? "" : " ",
        voice.Say(new NewTotal(card.Total.ToString())),
        voice.Say(card.Open.Count == 0 ? new AllAnswered() : new StillMissing(FindingWords.Labels(voice, card.Number, card.Open))));

    /// <summary>Lines to tap: decide for a customer who wants to talk, or move the order on.</summary>
    /// <param name="all">Everything found in the order and not taken back.</param>
    public static IEnumerable<string> Next(Voice voice, FindingCard card, IReadOnlyList<FindingCard> all)
    {
        if (card.Finding.State == FindingState.WithPerson && card.MayAnswer)
            return [.. Settling(voice, card), voice.Say(new WithdrawIt(card.Label))];
        if (card.Open.Count > 0 || card.OrderState != OrderState.Deciding)
            return [];
        // Where everything that was asked about goes back, that may have been all there was in the bag.
        return all.Count > 0 && all.All(f => f.Finding.Answer == FindingAnswer.Return)
            ? [voice.Say(new WashIt(card.Number)), voice.Say(new ReadyIt(card.Number))]
            : [voice.Say(new WashIt(card.Number))];
    }

    public static IEnumerable<string> Settling(Voice voice, FindingCard card) => card.Finding.Offers.Where(a => a != FindingAnswer.Person)
        .Select(a => voice.Say(new SettleIt(card.Label, Bare(voice, card, a))));

    // "决定 12B 照常洗": the words alone, as the customer's choices have them.
    private static string Bare(Voice voice, FindingCard card, FindingAnswer answer) => answer switch
    {
        FindingAnswer.Wash => voice.Say(new ChooseWash("")).Trim(),
        FindingAnswer.Treat => card.Finding.Treatment.In(voice),
        _ => voice.Say(new ChooseReturn("")).Trim(),
    };
}
