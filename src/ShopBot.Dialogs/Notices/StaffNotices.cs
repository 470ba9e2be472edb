using Microsoft.Bot.Schema;
using ShopBot.Dialogs.Orders;
using ShopBot.Dialogs.Wording;
using ShopBot.Messaging.Media;
using ShopBot.Shops.Complaints;
using ShopBot.Shops.Customers;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Settings;
using static ShopBot.Dialogs.Notices.NoticesTexts;

namespace ShopBot.Dialogs.Notices;

/// <summary>What staff hear: new work, and work that is off.</summary>
public sealed class StaffNotices(OrderReader orders, CustomerReader customers, ShopBook shops, NoticeForms forms)
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

    public async Task<Activity?> ComplaintAsync(ComplaintMade fact, Voice voice, CancellationToken ct)
    {
        var card = await customers.FindAsync(fact.Shop, fact.CustomerId, ct);
        var name = card?.Name ?? voice.Say(new NamelessCustomer());
        var lines = new List<string>();
        if (fact.AnswerBy is { } until)
            lines.Add(voice.Say(new Complaint(name, fact.Said, OrderView.When(voice, until, shops[fact.Shop].Zone))));
        else
            lines.Add(voice.Say(fact.Said.Length > 0 || fact.MediaId is null ? new ComplaintMore(name, fact.Said) : new ComplaintPicture(name)));
        if (fact.Order is { } number)
            lines.Add(voice.Say(new ComplaintOrder(number)));
        if (fact.AnswerBy is not null && card?.Phone is { } phone)
            lines.Add(voice.Say(new ComplaintPhone(phone)));
        var message = fact.Order is { } shown ? Visit.Message(string.Join("\n", lines), voice.Say(new ShowIt(shown))) : Visit.Message(string.Join("\n", lines));
        if (fact.MediaId is { } picture)
            message.Attachments = [new Attachment("image/jpeg", MediaReference.For(picture))];
        message.ChannelData = NoticeForms.ForPerson(name, card?.Phone ?? "", fact.Said);
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
