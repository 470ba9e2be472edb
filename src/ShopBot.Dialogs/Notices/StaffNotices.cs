using Microsoft.Bot.Schema;
using ShopBot.Dialogs.Orders;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Customers;
using ShopBot.Shops.Ordering;
using static ShopBot.Dialogs.Notices.NoticesTexts;

namespace ShopBot.Dialogs.Notices;

/// <summary>What staff hear: new work, and work that is off.</summary>
public sealed class StaffNotices(OrderReader orders, CustomerReader customers, NoticeForms forms)
{
    /// <returns>Null where the order was taken back before anybody heard of it.</returns>
    public async Task<Activity?> PlacedAsync(OrderPlaced fact, Voice voice, CancellationToken ct)
    {
        if (await orders.FindAsync(fact.Shop, fact.OrderId, ct) is not { State: not OrderState.Cancelled } order)
            return null;
        var words = voice.Say(new NewOrder(order.Number, OrderView.Lines(voice, order), order.Total.ToString(), OrderView.Facts(voice, order)));
        var message = order.State == OrderState.Placed
            ? Visit.Message(words, voice.Say(new AcceptIt(order.Number)), voice.Say(new ShowIt(order.Number)))
            : Visit.Message(words, voice.Say(new ShowIt(order.Number)));
        message.ChannelData = forms.ForStaff(order, voice, OrderView.State(voice, order));
        return message;
    }

    public async Task<Activity?> CancelledAsync(OrderCancelled fact, Voice voice, CancellationToken ct)
    {
        if (await orders.FindAsync(fact.Shop, fact.OrderId, ct) is not { } order)
            return null;
        var message = Visit.Message(voice.Say(new CancelledByCustomer(order.Number, order.Name, OrderView.Lines(voice, order))));
        message.ChannelData = forms.ForStaff(order, voice, OrderView.State(voice, order));
        return message;
    }

    public async Task<Activity?> PersonAsync(PersonAsked fact, Voice voice, CancellationToken ct)
    {
        var card = await customers.FindAsync(fact.Shop, fact.CustomerId, ct);
        // Who left no number before was asked for one: then it is what they said.
        var phone = card?.Phone ?? PhoneNumbers.Read(fact.Said);
        var message = Visit.Message(voice.Say(phone is null ? new PersonWantedUnreachable(fact.Said)
            : card?.Name is { } name ? new PersonWanted(name, phone, fact.Said)
            : new PersonWantedNameless(phone, fact.Said)));
        message.ChannelData = NoticeForms.ForPerson(card?.Name ?? "", phone ?? "", fact.Said);
        return message;
    }
}
