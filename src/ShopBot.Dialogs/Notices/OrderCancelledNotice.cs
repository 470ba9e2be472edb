using Microsoft.Bot.Schema;
using ShopBot.Dialogs.Orders;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Ordering;
using static ShopBot.Dialogs.Notices.NoticesTexts;

namespace ShopBot.Dialogs.Notices;

/// <summary>To staff: the customer no longer wants it.</summary>
public sealed class OrderCancelledNotice(OrderReader orders, NoticeForms forms) : Notice<OrderCancelled>
{
    protected override IReadOnlyList<string> FormNames(OrderCancelled fact) => [NoticeForms.TakenBack];

    protected override async Task<Activity?> WriteAsync(OrderCancelled fact, Voice voice, CancellationToken ct)
    {
        if (await orders.FindAsync(fact.Shop, fact.OrderId, ct) is not { } order)
            return null;
        var message = Visit.Message(voice.Say(new CancelledByCustomer(order.Number, order.Name, OrderView.Lines(voice, order))));
        message.ChannelData = forms.ForStaff(order, voice, OrderView.State(voice, order));
        return message;
    }
}
