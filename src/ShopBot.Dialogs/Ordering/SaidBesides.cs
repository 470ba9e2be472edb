using ShopBot.Dialogs.Sentences;

namespace ShopBot.Dialogs.Ordering;

/// <summary>Tells a sentence that fills in the order from a plain answer to the question that is open.</summary>
internal static class SaidBesides
{
    /// <param name="open">The question that waits for an answer.</param>
    /// <returns>False where the message is for that question.</returns>
    public static bool Answers(OrderTalk talk, OrderField open, ShopSentence sentence)
    {
        var changesGoods = sentence.Items.Any(i => i.Change != ItemChange.None);
        var saysMore = sentence.SaysWhen || sentence.Place is not null || sentence.Phone is not null;
        return open switch
        {
            // Words of a note may name anything; only a plain change is none.
            OrderField.Note or OrderField.Name or OrderField.Phone => sentence.IsChange && (changesGoods || saysMore) && sentence.Wish is null && !IsPhoneFor(open, sentence),
            OrderField.Address => (sentence.IsChange && (changesGoods || saysMore)) || (sentence.Place is not null && (sentence.SaysWhen || sentence.Phone is not null || HasCount(sentence))),
            OrderField.Wanted => changesGoods || HasCount(sentence) || sentence.Place is not null,
            OrderField.Product or OrderField.Variant or OrderField.Quantity => IsOfGoods(talk, sentence) || saysMore,
            OrderField.Summary => sentence.Items.Count > 0 || saysMore || sentence.Wish is not null || HasSeveral(sentence),
            _ => changesGoods || HasCount(sentence) || saysMore,
        };
    }

    private static bool IsPhoneFor(OrderField open, ShopSentence sentence) => open == OrderField.Phone && sentence is { Phone: not null, Place: null, SaysWhen: false };

    private static bool HasCount(ShopSentence sentence) => sentence.Items.Any(i => i.Quantity is not null || i.BadQuantity is not null);

    private static bool HasSeveral(ShopSentence sentence) => sentence.Troubles.Any(t => t.Kind == TroubleKind.SeveralProducts);

    // "一瓶" is an answer to "how many", and so is "two lip tints" while that is what is being counted.
    private static bool IsOfGoods(OrderTalk talk, ShopSentence sentence)
    {
        if (sentence.Items.Count == 0)
            return HasSeveral(sentence) && talk.Draft.Pick?.Product is null;
        var counted = talk.Draft.Changing == OrderField.Quantity ? talk.CurrentLine : talk.Draft.Pick;
        return sentence.Items is not [{ Change: ItemChange.None } only] || counted is not { Variant: not null }
            || (only.IsNamed && (only.Product.Code != counted.Product || only.Variant is not null));
    }
}
