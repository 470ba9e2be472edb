using Microsoft.Bot.Schema;
using ShopBot.Dialogs.Orders;
using ShopBot.Dialogs.Pickups;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Pickups;
using static ShopBot.Dialogs.Notices.NoticesTexts;

namespace ShopBot.Dialogs.Notices;

/// <summary>To staff: there is something to do. Nothing is said where the order was taken back before anybody heard of it.</summary>
public sealed class OrderPlacedNotice(OrderReader orders, PickupWaitReader waits, IPickupPlans plans, NoticeForms forms) : Notice<OrderPlaced>
{
    protected override IReadOnlyList<string> FormNames(OrderPlaced fact) => [NoticeForms.NewOrder];

    protected override async Task<Activity?> WriteAsync(OrderPlaced fact, Voice voice, CancellationToken ct)
    {
        if (await orders.FindAsync(fact.Shop, fact.OrderId, ct) is not { State: not OrderState.Cancelled } order)
            return null;
        var words = voice.Say(new NewOrder(order.Number, OrderView.Lines(voice, order), order.Total.ToString(), WaitView.Facts(voice, OrderView.Facts(voice, order), plans.Of(fact.Shop), await waits.FindAsync(fact.Shop, order.Id, ct))));
        var message = order.State == OrderState.Placed
            ? Visit.Message(words, voice.Say(new AcceptIt(order.Number)), voice.Say(new ShowIt(order.Number)))
            : Visit.Message(words, voice.Say(new ShowIt(order.Number)));
        message.ChannelData = forms.ForStaff(order, voice, OrderView.State(voice, order));
        return message;
    }
}
