using Microsoft.EntityFrameworkCore;
using ShopBot.Messaging.Contacts;
using ShopBot.Shops.Custody;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Prepaid;
using ShopBot.Shops.Returns;

namespace ShopBot.Shops.Customers;

/// <summary>Somebody left the account, or withdrew their consent: the platform obliges the shop to erase what it knows of them.</summary>
/// <remarks>
/// Erased: name, phone, address, neighbours named, language, what brought them, the tie to the platform's id, and all of that on orders that are over.
/// Kept: of orders that are over number, goods, prices, times and pictures of the work, which bookkeeping obliges to, tied to nobody;
/// an order under way whole until it is over, or it could not be finished: then it is erased like the others;
/// the lines of a prepaid card, which name no customer, and with money on it the phone, so that whoever comes back can have it: see <see cref="PrepaidClaim"/>.
/// </remarks>
public sealed class ForgetCustomer(IShopTransactions transactions)
{
    /// <param name="at">When they left, by the platform's clock.</param>
    /// <returns>False for somebody who has followed again since: the platform does not promise to tell things in their order.</returns>
    public Task<bool> RunAsync(string shop, OperationKey key, ContactPoint contact, DateTimeOffset at, CancellationToken ct) =>
        transactions.RunOnceAsync(shop, key, async change =>
        {
            var address = contact.ToString();
            if (await change.Db.Contacts.SingleOrDefaultAsync(c => c.Contact == address, ct) is not { } known)
                return true;
            if (known.FollowedAt > at)
                return false;
            known.LeftAt ??= change.Now;
            await EraseAsync(change.Db, known, ct);
            return true;
        }, ct);

    /// <summary>Whether the person behind an order has left, so that nothing can or may be told them.</summary>
    internal static Task<bool> HasLeftAsync(ShopDb db, Order order, CancellationToken ct) =>
        order.Contact == Order.OfNobody ? Task.FromResult(true) : db.Contacts.AnyAsync(c => c.Contact == order.Contact && c.LeftAt != null, ct);

    /// <summary>An order has ended: if only it kept somebody who left from being forgotten, they are forgotten now.</summary>
    internal static async Task AfterAsync(ShopDb db, Order ended, CancellationToken ct)
    {
        if (await db.Contacts.SingleOrDefaultAsync(c => c.Contact == ended.Contact && c.LeftAt != null, ct) is not { } left)
            return;
        await db.SaveChangesAsync(ct);
        await EraseAsync(db, left, ct);
    }

    private static async Task EraseAsync(ShopDb db, CustomerContact left, CancellationToken ct)
    {
        var over = db.Orders.Where(o => o.Contact == left.Contact && (o.State == OrderState.Completed || o.State == OrderState.Cancelled));
        await CustodyChain.EraseCustomerAsync(db, over, ct);
        // Why an order was moved may say something of its customer.
        await db.PickupMoves.Where(m => m.Reason != null && over.Any(o => o.Id == m.OrderId)).ExecuteUpdateAsync(set => set.SetProperty(m => m.Reason, (string?)null), ct);
        await ForgetReturns.RunAsync(db, left.Contact, ct);
        await over.ExecuteUpdateAsync(
            set => set.SetProperty(o => o.Contact, Order.OfNobody).SetProperty(o => o.Name, "").SetProperty(o => o.Phone, "")
                .SetProperty(o => o.Address, (string?)null).SetProperty(o => o.Latitude, (double?)null).SetProperty(o => o.Longitude, (double?)null).SetProperty(o => o.Note, (string?)null),
            ct);
        (left.Source, left.Audience) = (null, null);
        // Another way to the same customer is that customer's own; what they told us stays with it.
        var customerId = left.CustomerId;
        var isElsewhere = await db.Contacts.AnyAsync(c => c.CustomerId == customerId && c.Contact != left.Contact && c.LeftAt == null, ct);
        var customer = await db.Customers.SingleAsync(c => c.Id == customerId, ct);
        if (!isElsewhere)
        {
            await ClaimPrepaid.KeepAsync(db, customer, left.LeftAt ?? customer.CreatedAt, ct);
            (customer.Name, customer.Phone, customer.Address) = (null, null, null);
        }
        if (await db.Orders.AnyAsync(o => o.Contact == left.Contact, ct))
            return;
        db.Remove(left);
        if (!isElsewhere && !await db.Orders.AnyAsync(o => o.CustomerId == customerId, ct) && !await db.Contacts.AnyAsync(c => c.CustomerId == customerId && c.Contact != left.Contact, ct))
            db.Remove(customer);
    }
}
