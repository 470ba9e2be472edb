using Microsoft.EntityFrameworkCore;
using ShopBot.Messaging.Contacts;

namespace ShopBot.Shops.Customers;

/// <summary>Somebody left the account: nothing can reach them by this contact point until they come back.</summary>
public sealed class NoteLeft(IShopTransactions transactions)
{
    /// <returns>False for somebody who was never met.</returns>
    public Task<bool> RunAsync(string shop, OperationKey key, ContactPoint contact, CancellationToken ct) =>
        transactions.RunOnceAsync(shop, key, async change =>
        {
            var address = contact.ToString();
            if (await change.Db.Contacts.SingleOrDefaultAsync(c => c.Contact == address, ct) is not { } known)
                return false;
            known.LeftAt ??= change.Now;
            return true;
        }, ct);
}
