using Microsoft.Bot.Schema;
using ShopBot.Dialogs.Notices;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Pickups;
using static ShopBot.Dialogs.Pickups.PickupTexts;

namespace ShopBot.Dialogs.Pickups;

/// <summary>To the customer: the shop moved their order to another window, and why.</summary>
public sealed class PickupMovedByShopNotice(OrderReader orders, PickupMoveReader moves, NoticeForms forms, OrderLinks links) : Notice<PickupMovedByShop>
{
    protected override IReadOnlyList<string> FormNames(PickupMovedByShop fact) => [NoticeForms.AnyOrder];

    /// <returns>Null where the order was taken back, or moved again, before anybody heard of it.</returns>
    protected override async Task<Activity?> WriteAsync(PickupMovedByShop fact, Voice voice, CancellationToken ct)
    {
        if (await orders.FindAsync(fact.Shop, fact.OrderId, ct) is not { State: not OrderState.Cancelled } order || await moves.FindAsync(fact.Shop, fact.MoveId, ct) is not { } move
            || order.Pickup is not { } booked || (booked.Day, booked.Start) != (move.ToDay, move.ToStart))
            return null;
        var when = PickupWords.When(voice, booked);
        var message = Visit.Message(voice.Say(new MovedByShop(order.Number, when, move.Reason ?? "", links.For(order.Token))), voice.Say(new MoveIt(order.Number)));
        message.ChannelData = forms.ForCustomer(order, voice, move.At, when, move.Reason ?? "");
        return message;
    }
}
