using Microsoft.Bot.Schema;
using ShopBot.Dialogs.Inspections;
using ShopBot.Dialogs.Orders;
using ShopBot.Dialogs.Returns;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Custody;
using ShopBot.Shops.Ordering;
using static ShopBot.Dialogs.Notices.NoticesTexts;

namespace ShopBot.Dialogs.Notices;

/// <summary>To the customer: their order is a step further. Nothing is said where a later notice says all that this one would.</summary>
public sealed class OrderMovedNotice(OrderReader orders, CustodyReader custody, ReturnWords returns, OrderLinks links, NoticeForms forms) : Notice<OrderMoved>
{
    protected override IReadOnlyList<string> FormNames(OrderMoved fact) => [NoticeForms.OfState(fact.State), NoticeForms.AnyOrder];

    protected override async Task<Activity?> WriteAsync(OrderMoved fact, Voice voice, CancellationToken ct)
    {
        if (await orders.FindAsync(fact.Shop, fact.OrderId, ct) is not { } order || IsTakenBack(fact, order) || Overtaken.Is(fact.State, order.State, order.Handover))
            return null;
        // The head of the chain is the customer's from the sealing on: what is changed later no longer fits it.
        var head = fact.State == OrderState.Collected ? (await custody.OfOrderAsync(fact.Shop, fact.OrderId, ct)).SealedHead : null;
        var link = head is null ? links.For(order.Token) : links.For(order.Token, head);
        var step = order.History.LastOrDefault(h => fact.StepId is { } told ? h.StepId == told : h.State == fact.State);
        var message = (step is null ? null : await returns.ForAsync(order, step, voice, ct))
            ?? Visit.Message(voice.Say(head is null ? Moved(voice, order, fact.State, link) : new CollectedAndSealed(order.Number, order.SealNumber ?? "", CustodyForm.Short(head), link)));
        message.ChannelData = forms.ForCustomer(order, voice, step?.At ?? order.PlacedAt, OrderView.State(voice, order.Kind, fact.State), NoteOf(voice, order, fact.State), link);
        return message;
    }

    private static string NoteOf(Voice voice, OrderDetails order, OrderState state) => state switch
    {
        OrderState.Shipped => OrderView.Parcel(voice, order.Carrier ?? "", order.TrackingNumber),
        OrderState.Collected => order.SealNumber ?? "",
        _ => "",
    };

    private static Text Moved(Voice voice, OrderDetails order, OrderState state, string link) => state switch
    {
        OrderState.Accepted => new Accepted(order.Number, link),
        // Nothing was washed: all that was asked about goes back as it is.
        OrderState.Ready when order.History.LastOrDefault(h => h.State is not OrderState.Ready) is { State: OrderState.Deciding } => new InspectionTexts.ReturnedUnwashed(order.Number, link),
        OrderState.Ready => order.Handover == Handover.Pickup ? new ReadyForPickup(order.Number, link) : new Clean(order.Number, link),
        OrderState.Shipped => new Shipped(order.Number, OrderView.Parcel(voice, order.Carrier ?? "", order.TrackingNumber), link),
        OrderState.Collected => new Collected(order.Number, order.SealNumber ?? "", link),
        OrderState.Washing => new Washing(order.Number, link),
        OrderState.Delivering => new Delivering(order.Number, link),
        OrderState.Completed => new Completed(order.Number),
        OrderState.Cancelled => new CancelledByShop(order.Number, link),
        _ => throw new InvalidOperationException($"Nobody is told that an order is {state}."),
    };

    private static bool IsTakenBack(OrderMoved fact, OrderDetails order) => fact.StepId is { } step && order.History.All(h => h.StepId != step);
}
