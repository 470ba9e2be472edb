using Microsoft.EntityFrameworkCore;
using ShopBot.Messaging.Contacts;

namespace ShopBot.Shops.Customers;

/// <summary>Looks customers up; changes nothing.</summary>
public sealed class CustomerReader(IShopTransactions transactions)
{
    public Task<CustomerCard?> FindAsync(string shop, Guid customerId, CancellationToken ct) => transactions.ReadAsync(shop, db => db.Customers.AsNoTracking()
        .Where(c => c.Id == customerId).Select(c => new CustomerCard(c.Id, c.Language, c.Name, c.Phone, c.Address, c.OffersDeclinedAt == null)).FirstOrDefaultAsync(ct), ct);

    public Task<CustomerCard?> FindAsync(string shop, ContactPoint contact, CancellationToken ct)
    {
        var address = contact.ToString();
        return transactions.ReadAsync(shop, db => db.Contacts.AsNoTracking().Where(c => c.Contact == address)
            .Join(db.Customers, c => c.CustomerId, c => c.Id, (_, c) => new CustomerCard(c.Id, c.Language, c.Name, c.Phone, c.Address, c.OffersDeclinedAt == null))
            .FirstOrDefaultAsync(ct), ct);
    }
}
