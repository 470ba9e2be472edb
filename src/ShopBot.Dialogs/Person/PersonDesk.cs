using ShopBot.Dialogs.Wording;
using ShopBot.Shops;
using ShopBot.Shops.Customers;
using static ShopBot.Dialogs.Person.PersonTexts;

namespace ShopBot.Dialogs.Person;

/// <summary>Tells staff that a customer wants a person, and the customer what that means.</summary>
public sealed class PersonDesk(AskForPerson askForPerson, CustomerReader customers)
{
    /// <summary>The number we may call; null where the customer never gave one.</summary>
    public async Task<string?> PhoneOfAsync(Visit visit, CancellationToken ct) =>
        (await customers.FindAsync(visit.Shop, visit.Visitor.CustomerId, ct))?.Phone;

    /// <summary>Tells staff, and gives the answer for somebody in the middle of an order.</summary>
    public async Task<Text> AskInPassingAsync(Visit visit, CancellationToken ct)
    {
        var phone = await PhoneOfAsync(visit, ct);
        if (!await TellStaffAsync(visit, visit.Said, ct))
            return new NobodyThere();
        return phone is null ? new ToldWithoutPhone() : new ToldInPassing(PhoneNumbers.Masked(phone));
    }

    /// <summary>Tells staff, and gives the answer.</summary>
    /// <param name="said">What staff read: the words, or a number to call.</param>
    public async Task<Text> AskAsync(Visit visit, string said, string phone, CancellationToken ct) =>
        await TellStaffAsync(visit, said, ct) ? new ToldWithPhone(PhoneNumbers.Masked(phone)) : new NobodyThere();

    private async Task<bool> TellStaffAsync(Visit visit, string said, CancellationToken ct) =>
        await askForPerson.RunAsync(visit.Shop, visit.NextKey("ask-for-person"), new Actor(visit.Contact), visit.Visitor.CustomerId, said, ct) > 0;
}
