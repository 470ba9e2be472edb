using Microsoft.Bot.Schema;
using ShopBot.Dialogs.Notices;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Pickups;
using static ShopBot.Dialogs.Pickups.PickupTexts;

namespace ShopBot.Dialogs.Pickups;

/// <summary>To staff: a customer chose another window, or their first one.</summary>
public sealed class PickupMovedNotice(OrderReader orders, PickupMoveReader moves, NoticeForms forms) : Notice<PickupMoved>
{
    protected override IReadOnlyList<string> FormNames(PickupMoved fact) => [NoticeForms.Rebooked, NoticeForms.NewOrder];

    /// <returns>Null where the order was taken back before anybody heard of it.</returns>
    protected override async Task<Activity?> WriteAsync(PickupMoved fact, Voice voice, CancellationToken ct)
    {
        if (await orders.FindAsync(fact.Shop, fact.OrderId, ct) is not { State: not OrderState.Cancelled } order || await moves.FindAsync(fact.Shop, fact.MoveId, ct) is not { } move)
            return null;
        var to = PickupWords.When(voice, move.ToDay, move.ToStart, move.ToEnd);
        var message = Visit.Message(
            voice.Say(PickupWords.From(voice, move) is { } from ? new MovedByCustomer(order.Number, order.Name, from, to) : new BookedByCustomer(order.Number, order.Name, to)),
            voice.Say(new NoticesTexts.ShowIt(order.Number)));
        message.ChannelData = forms.ForStaff(order, voice, to);
        return message;
    }
}
