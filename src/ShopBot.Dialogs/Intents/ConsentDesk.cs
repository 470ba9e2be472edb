using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Customers;
using static ShopBot.Dialogs.Intents.IntentTexts;

namespace ShopBot.Dialogs.Intents;

/// <summary>Stops offers for a customer, or lets them come again, and says what comes in any case.</summary>
public sealed class ConsentDesk(ChooseMessages chooseMessages)
{
    public async Task<Text> ChooseAsync(Visit visit, bool wantsOffers, CancellationToken ct)
    {
        var isNew = await chooseMessages.RunAsync(visit.Shop, visit.NextKey("choose-messages"), visit.Visitor.CustomerId, wantsOffers, ct);
        return wantsOffers ? isNew ? new OffersWanted() : new OffersWantedBefore() : isNew ? new OffersStopped() : new OffersStoppedBefore();
    }
}
