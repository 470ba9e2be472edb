using ShopBot.Dialogs.Catalog;
using ShopBot.Shops;
using ShopBot.Shops.Catalog;
using ShopBot.Shops.Settings;

namespace ShopBot;

/// <summary>Before the first message: brings every shop's products and prices in line with its content.</summary>
internal sealed class CatalogueImport(ShopBook shops, CatalogueContentReader content, StockCatalogue stock, ILogger<CatalogueImport> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var shop in shops.All)
        {
            var offer = content.Load(shop.Id);
            // Every start looks anew, so every start has a key of its own; old ones are swept with the other operations.
            var key = new OperationKey($"catalogue/{Guid.NewGuid():N}");
            var products = await stock.RunAsync(shop.Id, key, offer, cancellationToken);
            if (products == 0)
                log.LogWarning("Shop {Shop} offers nothing: dialogs/shops/{Shop}/catalog.yaml is missing or empty.", shop.Id, shop.Id);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
