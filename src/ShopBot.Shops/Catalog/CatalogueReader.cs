using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using ShopBot.Shops.Settings;

namespace ShopBot.Shops.Catalog;

/// <summary>Reads what shops offer. Almost always from memory: one read of the tables serves every turn of the next two seconds.</summary>
public sealed class CatalogueReader(IShopTransactions transactions, ShopBook shops, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, Snapshot> _snapshots = new(StringComparer.Ordinal);

    public ValueTask<Catalogue> ReadAsync(string shop, CancellationToken ct) =>
        _snapshots.TryGetValue(shop, out var snapshot) && time.GetElapsedTime(snapshot.ReadAt) < Fresh
            ? ValueTask.FromResult(snapshot.Catalogue)
            : new ValueTask<Catalogue>(RefreshAsync(shop, ct));

    /// <summary>What can still be ordered right now; null = no limit, 0 also where the variant is gone.</summary>
    public Task<int?> StockAsync(string shop, Guid variantId, CancellationToken ct) => transactions.ReadAsync(shop, async db =>
    {
        var found = await db.Variants.AsNoTracking().Where(v => v.Id == variantId && !v.IsWithdrawn).Select(v => new { v.Stock }).FirstOrDefaultAsync(ct);
        return found is null ? 0 : found.Stock;
    }, ct);

    /// <summary>The next read goes to the tables: something was changed here.</summary>
    public void Forget(string shop) => _snapshots.TryRemove(shop, out _);

    private async Task<Catalogue> RefreshAsync(string shop, CancellationToken ct)
    {
        var readAt = time.GetTimestamp();
        var currency = shops[shop].Currency;
        var products = await transactions.ReadAsync(shop, db => db.Products.AsNoTracking()
            .Where(p => !p.IsWithdrawn).Include(p => p.Variants.Where(v => !v.IsWithdrawn)).OrderBy(p => p.Position).ToListAsync(ct), ct);
        var catalogue = new Catalogue([.. products.Where(p => p.Variants.Count > 0).Select(p => Shown(p, currency))]);
        _snapshots[shop] = new Snapshot(catalogue, readAt);
        return catalogue;
    }

    private static CatalogueProduct Shown(Product product, string currency) => new(
        product.Code, product.Kind, product.Name, product.Description, product.Unit, product.Aliases, product.Handovers, product.MostPerOrder, product.PhotoId,
        [.. product.Variants.OrderBy(v => v.Position).Select(v => new CatalogueVariant(v.Id, v.Code, v.Name, v.Aliases, new Money(v.PriceInMinor, currency), v.Stock))]);

    private sealed record Snapshot(Catalogue Catalogue, long ReadAt);
}
