using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using ShopBot.Shops.Staff;

namespace ShopBot.Shops.Catalog;

[JsonDerivedType(typeof(Adjusted), "adjusted")]
[JsonDerivedType(typeof(NoSuchVariant), "no-such-variant")]
[JsonDerivedType(typeof(NotManager), "not-manager")]
public abstract record AdjustStockResult
{
    private AdjustStockResult() { }

    public sealed record Adjusted(int? Stock) : AdjustStockResult;

    public sealed record NoSuchVariant : AdjustStockResult;

    public sealed record NotManager : AdjustStockResult;
}

/// <summary>Sets what can be ordered of a variant: after a delivery, or after counting.</summary>
public sealed class AdjustStock(IShopTransactions transactions, CatalogueReader reader)
{
    /// <param name="manager">A manager of the shop; null = whoever runs the program.</param>
    /// <param name="stock">0 or more; null = no limit.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative stock.</exception>
    public async Task<AdjustStockResult> RunAsync(string shop, OperationKey key, Actor? manager, Guid variantId, int? stock, CancellationToken ct)
    {
        if (stock < 0)
            throw new ArgumentOutOfRangeException(nameof(stock), stock, "0 or more, or null.");
        var result = await transactions.RunOnceAsync<AdjustStockResult>(shop, key, async change =>
        {
            if (manager is not null && await WorkingStaff.FindAsync(change.Db, manager.Contact, ct) is not { Role: StaffRole.Manager })
                return new AdjustStockResult.NotManager();
            return await change.Db.Variants.Where(v => v.Id == variantId).ExecuteUpdateAsync(set => set.SetProperty(v => v.Stock, stock), ct) == 1
                ? new AdjustStockResult.Adjusted(stock)
                : new AdjustStockResult.NoSuchVariant();
        }, ct);
        reader.Forget(shop);
        return result;
    }
}
