using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using ShopBot.Shops.Settings;

namespace ShopBot.Shops.Catalog;

/// <summary>Reads what shops offer. Almost always from memory: one read of the tables serves every turn of the next two seconds.</summary>
public sealed class CatalogueReader(IShopTransactions transactions, ShopBook shops, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, Snapshot> _snapshots = new(StringComparer.Ordinal);

    /// <exception cref="KeyNotFoundException">No such shop in the settings.</exception>
    public ValueTask<Catalogue> ReadAsync(string shop, CancellationToken ct) =>
        _snapshots.TryGetValue(shop, out var snapshot) && IsFresh(snapshot) && snapshot.Catalogue is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true } read }
            ? ValueTask.FromResult(read.Result)
            : new ValueTask<Catalogue>(RefreshAsync(shop, ct));

    /// <summary>What can still be ordered right now; null = no limit, 0 also where the variant or its product is gone.</summary>
    public Task<int?> StockAsync(string shop, Guid variantId, CancellationToken ct) => transactions.ReadAsync(shop, async db =>
    {
        var found = await db.Products.Where(p => !p.IsWithdrawn).SelectMany(p => p.Variants).Where(v => v.Id == variantId && !v.IsWithdrawn)
            .Select(v => new { v.Stock }).FirstOrDefaultAsync(ct);
        return found is null ? 0 : found.Stock;
    }, ct);

    /// <summary>The next read goes to the tables: something was changed here.</summary>
    public void Forget(string shop) => _snapshots.TryRemove(shop, out _);

    private bool IsFresh(Snapshot snapshot) => time.GetElapsedTime(snapshot.ReadAt) < Fresh;

    /// <summary>Whoever comes first reads, the others wait for that read.</summary>
    /// <remarks>The snapshot is in its place before it is read, so that a change meanwhile takes it out and no later turn sees the old figures.</remarks>
    private async Task<Catalogue> RefreshAsync(string shop, CancellationToken ct)
    {
        var currency = shops[shop].Currency;
        var next = new Snapshot(time.GetTimestamp(), new Lazy<Task<Catalogue>>(() => FromTablesAsync(shop, currency)));
        var snapshot = _snapshots.AddOrUpdate(shop, next, (_, current) => IsFresh(current) ? current : next);
        try
        {
            return await snapshot.Catalogue.Value.WaitAsync(ct);
        }
        catch (Exception) when (snapshot.Catalogue.Value is { IsCompleted: true, IsCompletedSuccessfully: false })
        {
            _snapshots.TryRemove(KeyValuePair.Create(shop, snapshot));
            throw;
        }
    }

    private async Task<Catalogue> FromTablesAsync(string shop, string currency)
    {
        // Many turns may wait for this read; none of them may stop it.
        var products = await transactions.ReadAsync(shop, db => db.Products.AsNoTracking()
            .Where(p => !p.IsWithdrawn).Include(p => p.Variants.Where(v => !v.IsWithdrawn)).OrderBy(p => p.Position).ToListAsync(CancellationToken.None), CancellationToken.None);
        return new Catalogue([.. products.Where(p => p.Variants.Count > 0).Select(p => Shown(p, currency))]);
    }

    private static CatalogueProduct Shown(Product product, string currency) => new(
        product.Code, product.Kind, product.Name, product.Description, product.Unit, product.Aliases, product.Handovers, product.MostPerOrder,
        [.. product.Variants.OrderBy(v => v.Position).Select(v => new CatalogueVariant(v.Id, v.Code, v.Name, v.Aliases, new Money(v.PriceInMinor, currency), v.Stock))]);

    /// <param name="ReadAt">A timestamp of the clock.</param>
    private sealed record Snapshot(long ReadAt, Lazy<Task<Catalogue>> Catalogue);
}
