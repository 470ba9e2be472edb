using ShopBot.Dialogs.Orders;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Pickups;
using static ShopBot.Dialogs.Pickups.WaitTexts;

namespace ShopBot.Dialogs.Pickups;

/// <summary>How an order's wait shows among the customer's orders.</summary>
internal static class WaitView
{
    /// <summary>The line to tap for who may join or leave; null where neither can be.</summary>
    public static Text? Choice(Visit visit, OrderDetails order, PickupWaiting? wait)
    {
        if (wait is not null)
            return PickupWaitStates.IsOpen(wait.State) ? new LeaveLine(order.Number) : null;
        return visit.Content.Pickups is { Patience.Offer.Ticks: > 0 }
            && order is { Pickup: null, Handover: Handover.Collection, State: OrderState.Placed or OrderState.Accepted } ? new JoinLine(order.Number) : null;
    }

    /// <summary>An order's facts with what it waits for, or what is kept for it.</summary>
    /// <param name="plan">Null where the shop has no windows.</param>
    /// <param name="wait">Null where the order never waited.</param>
    public static string Facts(Voice voice, string facts, PickupPlan? plan, PickupWaiting? wait) => plan is null || wait is null || !PickupWaitStates.IsOpen(wait.State)
        ? facts
        : $"{facts}\n{voice.Say(new PickupTexts.SummaryPickupWindow(WaitWish.Say(voice, plan, wait.Wish)))}";

    /// <summary>The same for its customer, who also reads until when a window is kept.</summary>
    public static string Facts(Visit visit, string facts, PickupWaiting? wait) => wait is { Offer: { } offer, OfferUntil: { } until }
        ? $"{facts}\n{visit.Say(new PickupTexts.SummaryPickupWindow(visit.Say(new OfferKept(PickupWords.When(visit.Voice, offer), OrderView.When(visit.Voice, until, visit.Settings.Zone)))))}"
        : Facts(visit.Voice, facts, visit.Content.Pickups, wait);
}
