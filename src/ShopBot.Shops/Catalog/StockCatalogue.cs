using Microsoft.EntityFrameworkCore;

namespace ShopBot.Shops.Catalog;

/// <summary>Brings the shop's tables in line with its content: names, prices, what is new, what is withdrawn.</summary>
/// <remarks>Stock belongs to the tables: a variant that exists keeps its figure, only a new one gets the content's.</remarks>
public sealed class StockCatalogue(IShopTransactions transactions, CatalogueReader reader)
{
    /// <returns>How many products are offered now.</returns>
    public async Task<int> RunAsync(string shop, OperationKey key, CatalogueContent content, CancellationToken ct)
    {
        var offered = await transactions.RunOnceAsync(shop, key, async change =>
        {
            var stored = await change.Db.Products.Include(p => p.Variants).ToDictionaryAsync(p => p.Code, StringComparer.Ordinal, ct);
            for (var position = 0; position < content.Products.Count; position++)
            {
                var wanted = content.Products[position];
                if (!stored.Remove(wanted.Code, out var product))
                {
                    product = new Product { Code = wanted.Code };
                    change.Db.Add(product);
                }

                Fill(product, wanted, position);
            }

            foreach (var gone in stored.Values)
                gone.IsWithdrawn = true;
            return content.Products.Count;
        }, ct);
        reader.Forget(shop);
        return offered;
    }

    private static void Fill(Product product, ProductContent wanted, int position)
    {
        product.Kind = wanted.Kind;
        product.Name = wanted.Name;
        product.Description = wanted.Description;
        product.Unit = wanted.Unit;
        product.Aliases = [.. wanted.Aliases];
        product.Handovers = [.. wanted.Handovers];
        product.MostPerOrder = wanted.MostPerOrder;
        product.Position = position;
        product.IsWithdrawn = false;
        foreach (var gone in product.Variants.Where(v => wanted.Variants.All(w => w.Code != v.Code)))
            gone.IsWithdrawn = true;
        for (var i = 0; i < wanted.Variants.Count; i++)
            Fill(product, wanted.Variants[i], i);
    }

    private static void Fill(Product product, VariantContent wanted, int position)
    {
        var variant = product.Variants.FirstOrDefault(v => v.Code == wanted.Code);
        if (variant is null)
        {
            variant = new Variant { Code = wanted.Code, Stock = wanted.InitialStock };
            product.Variants.Add(variant);
        }

        variant.Name = wanted.Name;
        variant.Aliases = [.. wanted.Aliases];
        variant.PriceInMinor = wanted.PriceInMinor;
        variant.Position = position;
        variant.IsWithdrawn = false;
    }
}
