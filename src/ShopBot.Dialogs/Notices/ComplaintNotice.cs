using Microsoft.Bot.Schema;
using ShopBot.Dialogs.Orders;
using ShopBot.Dialogs.Wording;
using ShopBot.Messaging.Media;
using ShopBot.Shops.Complaints;
using ShopBot.Shops.Customers;
using ShopBot.Shops.Settings;
using static ShopBot.Dialogs.Notices.NoticesTexts;

namespace ShopBot.Dialogs.Notices;

/// <summary>To staff: somebody is not content, with the time that was promised.</summary>
public sealed class ComplaintNotice(CustomerReader customers, ShopBook shops) : Notice<ComplaintMade>
{
    protected override IReadOnlyList<string> FormNames(ComplaintMade fact) => [NoticeForms.Complaint, NoticeForms.Person];

    protected override async Task<Activity?> WriteAsync(ComplaintMade fact, Voice voice, CancellationToken ct)
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
}
