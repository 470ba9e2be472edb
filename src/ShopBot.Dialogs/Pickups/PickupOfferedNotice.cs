using Microsoft.Bot.Schema;
using ShopBot.Dialogs.Notices;
using ShopBot.Dialogs.Orders;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Pickups;
using ShopBot.Shops.Settings;
using static ShopBot.Dialogs.Pickups.WaitTexts;

namespace ShopBot.Dialogs.Pickups;

/// <summary>To the customer: a window they waited for is kept for them. Nothing is said once that is over.</summary>
public sealed class PickupOfferedNotice(OrderReader orders, PickupWaitReader waits, NoticeForms forms, ShopBook shops, TimeProvider clock) : Notice<PickupOffered>
{
    protected override IReadOnlyList<string> FormNames(PickupOffered fact) => [NoticeForms.PickupOffer, NoticeForms.AnyOrder];

    protected override async Task<Activity?> WriteAsync(PickupOffered fact, Voice voice, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await waits.FindAsync(fact.Shop, fact.OrderId, ct) is not { Offer: { } offer, OfferUntil: { } until } || until <= now || (offer.Day, offer.Start) != (fact.Day, fact.Start)
            || await orders.FindAsync(fact.Shop, fact.OrderId, ct) is not { } order)
            return null;
        var when = PickupWords.When(voice, offer);
        var message = Visit.Message(
            voice.Say(new PickupOffer(order.Number, when, OrderView.When(voice, until, shops[fact.Shop].Zone))),
            voice.Say(new TakeOffer(order.Number)), voice.Say(new RefuseOffer(order.Number)));
        message.ChannelData = forms.ForCustomer(order, voice, until, voice.Say(new PickupOfferShort()), when);
        return message;
    }
}

/// <summary>To the customer: they did not answer in time, and the window went to the next.</summary>
public sealed class PickupOfferPassedNotice(OrderReader orders, NoticeForms forms) : Notice<PickupOfferPassed>
{
    protected override IReadOnlyList<string> FormNames(PickupOfferPassed fact) => [NoticeForms.AnyOrder];

    protected override async Task<Activity?> WriteAsync(PickupOfferPassed fact, Voice voice, CancellationToken ct)
    {
        if (await orders.FindAsync(fact.Shop, fact.OrderId, ct) is not { State: OrderState.Placed or OrderState.Accepted, Pickup: null } order)
            return null;
        var when = PickupWords.When(voice, fact.Day, fact.Start, fact.End);
        var message = Visit.Message(voice.Say(new OfferPassed(order.Number, when)), voice.Say(new PickupTexts.MoveIt(order.Number)));
        message.ChannelData = forms.ForCustomer(order, voice, order.PlacedAt, voice.Say(new PickupOfferShort()), when);
        return message;
    }
}

/// <summary>To the customer: no room came free in time.</summary>
public sealed class PickupWaitedInVainNotice(OrderReader orders, PickupWaitReader waits, IPickupPlans plans, NoticeForms forms) : Notice<PickupWaitedInVain>
{
    protected override IReadOnlyList<string> FormNames(PickupWaitedInVain fact) => [NoticeForms.AnyOrder];

    protected override async Task<Activity?> WriteAsync(PickupWaitedInVain fact, Voice voice, CancellationToken ct)
    {
        if (await orders.FindAsync(fact.Shop, fact.OrderId, ct) is not { State: OrderState.Placed or OrderState.Accepted, Pickup: null } order
            || await waits.FindAsync(fact.Shop, fact.OrderId, ct) is not { } wait || plans.Of(fact.Shop) is not { } plan)
            return null;
        var words = voice.Say(new WaitedInVain(order.Number, WaitWish.Say(voice, plan, wait.Wish)));
        var message = Visit.Message(words, voice.Say(new PickupTexts.MoveIt(order.Number)));
        message.ChannelData = forms.ForCustomer(order, voice, order.PlacedAt, voice.Say(new PickupOfferShort()), WaitWish.Say(voice, plan, wait.Wish));
        return message;
    }
}
