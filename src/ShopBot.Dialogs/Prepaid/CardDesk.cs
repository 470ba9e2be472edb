using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Prepaid;
using static ShopBot.Dialogs.Prepaid.PrepaidTexts;

namespace ShopBot.Dialogs.Prepaid;

/// <summary>Tells customers what is on their card, and what came and went last.</summary>
public sealed class CardDesk(PrepaidReader cards)
{
    private const int LinesShown = 5;

    public async Task<Text> BalanceAsync(Visit visit, CancellationToken ct)
    {
        var card = await cards.CardAsync(visit.Shop, visit.Visitor.CustomerId, LinesShown, ct);
        if (card.Lines.Count > 0)
            return new Card(card.Balance.ToString(), PrepaidWords.Lines(visit.Voice, card.Lines, visit.Settings.Zone));
        return visit.Content.Prepaid is null ? new NoCards() : new CardEmpty();
    }
}
