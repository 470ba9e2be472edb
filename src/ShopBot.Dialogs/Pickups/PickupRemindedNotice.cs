using Microsoft.Bot.Schema;
using ShopBot.Dialogs.Notices;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Pickups;
using ShopBot.Shops.Settings;

namespace ShopBot.Dialogs.Pickups;

/// <summary>To the customer: when we come, and what to have ready. Nothing is said once the window is another one, or has begun.</summary>
public sealed class PickupRemindedNotice(OrderReader orders, OrderLinks links, NoticeForms forms, ShopBook shops, TimeProvider clock) : Notice<PickupReminded>
{
    protected override IReadOnlyList<string> FormNames(PickupReminded fact) => [NoticeForms.PickupReminder, NoticeForms.AnyOrder];

    protected override async Task<Activity?> WriteAsync(PickupReminded fact, Voice voice, CancellationToken ct)
    {
        if (await orders.FindAsync(fact.Shop, fact.OrderId, ct) is not { State: OrderState.Placed or OrderState.Accepted, Pickup: { } pickup } order
            || (pickup.Day, pickup.Start) != (fact.Day, fact.Start))
            return null;
        var now = clock.GetUtcNow();
        if (TimeZoneInfo.ConvertTime(now, shops[fact.Shop].Zone).DateTime >= pickup.Day.ToDateTime(pickup.Start))
            return null;
        var when = PickupWords.When(voice, pickup);
        var message = Visit.Message(
            voice.Say(new PickupTexts.PickupReminder(order.Number, when, order.Lines.Sum(l => l.Quantity), order.Address ?? "", links.For(order.Token))), voice.Say(new PickupTexts.MoveIt(order.Number)));
        message.ChannelData = forms.ForCustomer(order, voice, now, voice.Say(new PickupTexts.ReminderShort()), when);
        return message;
    }
}
