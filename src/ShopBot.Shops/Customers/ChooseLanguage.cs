using Microsoft.EntityFrameworkCore;

namespace ShopBot.Shops.Customers;

/// <summary>From here on the shop writes to the customer in this language.</summary>
public sealed class ChooseLanguage(IShopTransactions transactions)
{
    /// <param name="language">zh-CN or en-US.</param>
    /// <returns>False where there is no such customer.</returns>
    /// <exception cref="ArgumentException">Another language.</exception>
    public async Task<bool> RunAsync(string shop, OperationKey key, Guid customerId, string language, CancellationToken ct)
    {
        if (!Localised.IsLanguage(language))
            throw new ArgumentException($"The shop does not speak '{language}'.", nameof(language));
        return await transactions.RunOnceAsync(shop, key, async change =>
            await change.Db.Customers.Where(c => c.Id == customerId).ExecuteUpdateAsync(set => set.SetProperty(c => c.Language, language), ct) == 1, ct);
    }
}
