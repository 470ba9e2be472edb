using Microsoft.EntityFrameworkCore;
using ShopBot.Messaging.Contacts;

namespace ShopBot.Shops.Customers;

/// <param name="Name">Null until they told us; the same for phone and address.</param>
/// <param name="WantsOffers">Whether offers, news and surveys may be sent; nothing about their orders depends on it.</param>
public sealed record CustomerCard(Guid Id, string Language, string? Name, string? Phone, string? Address, bool WantsOffers = true);

/// <summary>Finds the customer behind a contact point, or begins one. Notes who follows and who left.</summary>
public sealed class MeetCustomer(IShopTransactions transactions, AudienceSignal audiences)
{
    /// <param name="language">For somebody new: zh-CN or en-US.</param>
    /// <param name="source">Scene of the code that brought them; kept as <see cref="FirstTouch"/> says.</param>
    /// <param name="followedAt">When they followed, by the platform's clock; null where it is another message that shows them.</param>
    /// <exception cref="ArgumentException">Another language.</exception>
    public async Task<CustomerCard> RunAsync(
        string shop, OperationKey key, ContactPoint contact, string language, string? source, DateTimeOffset? followedAt, CancellationToken ct)
    {
        if (!Localised.IsLanguage(language))
            throw new ArgumentException($"The shop does not speak '{language}'.", nameof(language));
        var card = await transactions.RunOnceAsync(shop, key, async change =>
        {
            var (db, address) = (change.Db, contact.ToString());
            var known = await db.Contacts.SingleOrDefaultAsync(c => c.Contact == address, ct);
            if (known is not null)
            {
                // Whoever left and is back carries no tag any more.
                (known.LeftAt, known.Audience) = (null, null);
                if (followedAt > (known.FollowedAt ?? DateTimeOffset.MinValue))
                    known.FollowedAt = followedAt;
                await FirstTouch.NoteAsync(db, known, source, ct);
                return Card(await db.Customers.SingleAsync(c => c.Id == known.CustomerId, ct));
            }

            var customer = new Customer { Language = language, CreatedAt = change.Now };
            db.Add(customer);
            var met = new CustomerContact(contact, customer.Id) { MetAt = change.Now, FollowedAt = followedAt };
            db.Add(met);
            if (FirstTouch.Clean(source) is { } scene)
                await FirstTouch.SetAsync(db, met, scene, ct);
            return Card(customer);
        }, ct);
        audiences.Wake();
        return card;
    }

    private static CustomerCard Card(Customer customer) => new(customer.Id, customer.Language, customer.Name, customer.Phone, customer.Address, customer.OffersDeclinedAt is null);
}
