using ShopBot.Shops;
using ShopBot.Shops.Catalog;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Staff;
using ShopBot.Testing.Shops;
using static ShopBot.Testing.Shops.TestShop;

namespace ShopBot.Tests.Shops.Catalog;

public sealed class StockCatalogueTests
{
    [Fact]
    public async Task Everything_the_content_says_is_offered_in_its_order()
    {
        await using var shop = Open();

        Assert.Equal(2, await shop.StockAsync(
            new ProductBuilder("tint").HandedOver(Handover.Delivery, Handover.Pickup).AtMost(3).Variant("rose", 9900, stock: 5).Variant("plum", 8900), new ProductBuilder("mask")));

        var catalogue = await ReadAsync(shop);
        var tint = catalogue.Find("tint")!;
        Assert.Equal(["tint", "mask"], catalogue.Products.Select(p => p.Code));
        Assert.Equal([Handover.Delivery, Handover.Pickup], tint.Handovers);
        Assert.Equal((new Localised("tint品", "tint"), new Localised("支", "piece"), 3, "tint?"), (tint.Name, tint.Unit, tint.MostPerOrder, Assert.Single(tint.Aliases)));
        Assert.Equal([("rose", new Money(9900, "CNY"), 5), ("plum", new Money(8900, "CNY"), null)], tint.Variants.Select(v => (v.Code, v.Price, v.Stock)));
        Assert.Equal(["rose!"], tint.Find("rose")!.Aliases);
        Assert.Null(tint.Find("Rose"));
        Assert.Null(catalogue.Find("nothing"));
    }

    [Fact]
    public async Task A_change_of_content_changes_words_and_prices_and_leaves_the_stock()
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder().Variant("one", 9900, stock: 5));
        await shop.PlaceAsync(await shop.MeetAsync(), Line(quantity: 2));
        var before = (await ReadAsync(shop)).Find("tint")!.Find("one")!;

        await shop.StockAsync(new ProductBuilder().Variant("one", 10900, stock: 50).Variant("two", stock: 7));

        var tint = (await ReadAsync(shop)).Find("tint")!;
        Assert.Equal([("one", 10900, 3), ("two", 9900, 7)], tint.Variants.Select(v => (v.Code, v.Price.Minor, v.Stock)));
        Assert.Equal(before.Id, tint.Find("one")!.Id);
    }

    [Fact]
    public async Task What_the_content_no_longer_names_is_withdrawn_and_comes_back_with_its_stock()
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder("tint").Variant("one", stock: 5).Variant("old", stock: 4), new ProductBuilder("mask").Variant("one", stock: 2));
        var old = (await ReadAsync(shop)).Find("tint")!.Find("old")!.Id;
        var mask = (await ReadAsync(shop)).Find("mask")!.Variants[0].Id;

        await shop.StockAsync(new ProductBuilder("tint").Variant("one"));

        Assert.Equal(["tint/one"], (await ReadAsync(shop)).Products.SelectMany(p => p.Variants.Select(v => $"{p.Code}/{v.Code}")));
        Assert.Equal((0, 0), (await StockAsync(shop, old), await StockAsync(shop, mask)));

        await shop.StockAsync(new ProductBuilder("mask").Variant("one", stock: 99), new ProductBuilder("tint").Variant("old", stock: 99));

        Assert.Equal(["mask/one/2", "tint/old/4"], (await ReadAsync(shop)).Products.SelectMany(p => p.Variants.Select(v => $"{p.Code}/{v.Code}/{v.Stock}")));
    }

    [Fact]
    public async Task The_same_import_again_changes_nothing()
    {
        await using var shop = Open();
        var content = new CatalogueContent([new ProductBuilder().Variant("one", stock: 5).Build()]);
        var key = new OperationKey("content/1");

        await shop.Get<StockCatalogue>().RunAsync(shop.Id, key, content, default);
        var first = (await ReadAsync(shop)).Find("tint")!.Variants[0];
        await shop.Get<StockCatalogue>().RunAsync(shop.Id, key, content, default);
        await shop.Get<StockCatalogue>().RunAsync(shop.Id, shop.NextKey(), content, default);

        Assert.Equal(first.Id, Assert.Single(Assert.Single((await ReadAsync(shop)).Products).Variants).Id);
    }

    [Fact]
    public async Task Two_shops_may_use_the_same_codes()
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder().Variant("one", 100));
        await shop.Neighbour(Laundry).StockAsync(new ProductBuilder().Variant("one", 200));

        await shop.StockAsync();

        Assert.Empty((await ReadAsync(shop)).Products);
        Assert.Equal(200, (await ReadAsync(shop.Neighbour(Laundry))).Find("tint")!.Variants[0].Price.Minor);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(null)]
    public async Task Counted_stock_replaces_the_figure(int? counted)
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder().Variant("one", stock: 5));
        var variant = (await ReadAsync(shop)).Find("tint")!.Variants[0].Id;
        var adjust = shop.Get<AdjustStock>();

        Assert.Equal(new AdjustStockResult.Adjusted(counted), await adjust.RunAsync(shop.Id, shop.NextKey(), null, variant, counted, default));
        Assert.Equal(counted, (await ReadAsync(shop)).Find("tint")!.Variants[0].Stock);
        Assert.Equal(counted == 0, (await ReadAsync(shop)).Find("tint")!.IsSoldOut);
        Assert.Equal(new AdjustStockResult.NoSuchVariant(), await adjust.RunAsync(Laundry, shop.NextKey(), null, variant, 9, default));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => adjust.RunAsync(shop.Id, shop.NextKey(), null, variant, -1, default));
    }

    [Fact]
    public async Task Staff_count_only_as_managers_of_the_shop()
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder().Variant("one", stock: 5));
        var variant = (await ReadAsync(shop)).Find("tint")!.Variants[0].Id;
        var (boss, lan) = (await shop.BindAsync("boss", StaffRole.Manager), await shop.BindAsync("lan"));
        var outside = await shop.Neighbour(Laundry).BindAsync("outside", StaffRole.Manager);
        Task<AdjustStockResult> Adjust(BoundStaff staff) => shop.Get<AdjustStock>().RunAsync(shop.Id, shop.NextKey(), staff.Actor, variant, 9, default);

        Assert.Equal(new AdjustStockResult.NotManager(), await Adjust(lan));
        Assert.Equal(new AdjustStockResult.NotManager(), await Adjust(outside));
        Assert.Equal(5, await shop.StockOfAsync("tint", "one"));
        Assert.Equal(new AdjustStockResult.Adjusted(9), await Adjust(boss));
    }

    private static async Task<Catalogue> ReadAsync(TestShop shop) => await shop.Get<CatalogueReader>().ReadAsync(shop.Id, default);

    private static Task<int?> StockAsync(TestShop shop, Guid variant) => shop.Get<CatalogueReader>().StockAsync(shop.Id, variant, default);
}
