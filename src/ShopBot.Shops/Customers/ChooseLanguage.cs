using Microsoft.EntityFrameworkCore;
using ShopBot.Messaging.Contacts;

namespace ShopBot.Shops.Customers;

/// <summary>From here on the shop writes to the customer in this language.</summary>
public sealed class ChooseLanguage(IShopTransactions transactions, AudienceSignal audiences)
{
    /// <param name="language">zh-CN or en-US.</param>
    /// <returns>False where there is no such customer.</returns>
    /// <exception cref="ArgumentException">Another language.</exception>
    public async Task<bool> RunAsync(string shop, OperationKey key, Guid customerId, string language, CancellationToken ct)
    {
        if (!Localised.IsLanguage(language))
            throw new ArgumentException($"The shop does not speak '{language}'.", nameof(language));
        var isKnown = await transactions.RunOnceAsync(shop, key, async change =>
            await change.Db.Customers.Where(c => c.Id == customerId).ExecuteUpdateAsync(set => set.SetProperty(c => c.Language, language), ct) == 1, ct);
        audiences.Wake();
        return isKnown;
    }
}
