using ShopBot.Dialogs.Sentences;

namespace ShopBot.Dialogs.Intents;

/// <summary>Puts what was read in a sentence (goods, counts, changes) together with what its words are like.</summary>
internal static class SentenceEvidence
{
    // How many times likelier an order is for a count of goods, or for goods alone; tried on sentences, not on examples.
    private const float OfCount = 8, OfGoods = 2, OfMore = 4, OfMoving = 3;

    /// <returns>With confidences that are together 1 again.</returns>
    public static IntentReading With(this IntentReading reading, ShopSentence sentence)
    {
        var shares = reading.Guesses.ToDictionary(g => g.Intent, g => g.Confidence);
        if (sentence.Items.Any(i => i.Change != ItemChange.None))
            // "不要鞋了" is no cancelling and "再加一袋" no new order: one thing is another than before.
            Give(shares, Intent.Change, OfCount, Intent.Order, Intent.Pickup, Intent.Cancel);
        else if (sentence.Items.Any(i => i.Quantity is not null || i.BadQuantity is not null))
            // "9点来取一袋" names goods: it is an order, whoever fetches what.
            Give(shares, Intent.Order, HasMore(sentence) ? OfCount * OfMore : OfCount, Intent.Pickup);
        else if (sentence.IsChange)
            // "改到后天": another time or place than before.
            Give(shares, Intent.Change, OfMoving, Intent.Pickup);
        else if (sentence.Items.Count > 0)
            Give(shares, Intent.Order, OfGoods);
        else
            return reading;
        var all = shares.Values.Sum();
        return new IntentReading([.. shares.Select(s => new IntentGuess(s.Key, s.Value / all)).OrderByDescending(g => g.Confidence).ThenBy(g => g.Intent)]);
    }

    // Who says how many, and where or how, does not ask whether.
    private static bool HasMore(ShopSentence sentence) => sentence.Place is not null || sentence.Wish is not null || sentence.Phone is not null || sentence.Window is not null;

    private static void Give(Dictionary<Intent, float> shares, Intent to, float times, params ReadOnlySpan<Intent> from)
    {
        foreach (var other in from)
        {
            shares[to] += shares[other];
            shares[other] = 0;
        }
        shares[to] *= times;
    }
}
