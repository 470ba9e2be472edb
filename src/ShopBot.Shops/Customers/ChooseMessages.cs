using Microsoft.EntityFrameworkCore;

namespace ShopBot.Shops.Customers;

/// <summary>Whether a customer wants offers, news and surveys. What concerns their orders is told in any case.</summary>
public sealed class ChooseMessages(IShopTransactions transactions)
{
    /// <returns>False where it was so already, or there is no such customer.</returns>
    public Task<bool> RunAsync(string shop, OperationKey key, Guid customerId, bool wantsOffers, CancellationToken ct) =>
        transactions.RunOnceAsync(shop, key, async change =>
        {
            DateTimeOffset? declinedAt = wantsOffers ? null : change.Now;
            return await change.Db.Customers.Where(c => c.Id == customerId && (c.OffersDeclinedAt == null) != wantsOffers)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.OffersDeclinedAt, declinedAt), ct) == 1;
        }, ct);
}
