using Microsoft.Bot.Schema;
using ShopBot.Dialogs.Wording;
using ShopBot.Shops.Customers;
using static ShopBot.Dialogs.Notices.NoticesTexts;

namespace ShopBot.Dialogs.Notices;

/// <summary>To staff: somebody wants a person.</summary>
public sealed class PersonNotice(CustomerReader customers) : Notice<PersonAsked>
{
    protected override IReadOnlyList<string> FormNames(PersonAsked fact) => [NoticeForms.Person];

    protected override async Task<Activity?> WriteAsync(PersonAsked fact, Voice voice, CancellationToken ct)
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
