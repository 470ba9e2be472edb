using Microsoft.EntityFrameworkCore;
using ShopBot.Shops.Customers;
using ShopBot.Testing.Shops;
using static ShopBot.Testing.Shops.TestShop;

namespace ShopBot.Tests.Shops.Customers;

/// <summary>The first code scanned before the first order is what brought a customer; the first order, and no other, names it.</summary>
public sealed class FirstTouchTests
{
    [Fact]
    public async Task The_first_scan_counts_and_the_first_order_names_it()
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder());
        var mei = await shop.MeetAsync();

        await ScanAsync(shop, mei, "poster");
        await ScanAsync(shop, mei, "flyer");

        var (first, second) = (await shop.PlaceAsync(mei), await shop.PlaceAsync(mei));
        Assert.Equal(["poster", null], await SourcesAsync(shop, first.Number, second.Number));
    }

    [Fact]
    public async Task A_code_scanned_after_the_first_order_brought_nobody()
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder());
        var mei = await shop.MeetAsync();
        var first = await shop.PlaceAsync(mei);

        await ScanAsync(shop, mei, "poster");

        var second = await shop.PlaceAsync(mei);
        Assert.Equal([null, null], await SourcesAsync(shop, first.Number, second.Number));
        Assert.Null(await shop.ReadAsync(db => db.Contacts.Select(c => c.Source).SingleAsync()));
    }

    [Fact]
    public async Task Following_by_a_code_counts_like_a_scan_also_after_a_plain_first_message()
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder());
        var mei = await shop.MeetAsync();

        await shop.Get<MeetCustomer>().RunAsync(shop.Id, shop.NextKey(), mei.Contact, "zh-CN", "poster", null, default);

        Assert.Equal(["poster"], await SourcesAsync(shop, (await shop.PlaceAsync(mei)).Number));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("a-scene-that-is-longer-than-the-sixty-four-characters-of-the-platform")]
    public async Task What_is_no_scene_is_not_kept(string scene)
    {
        await using var shop = Open();
        var mei = await shop.MeetAsync();

        await ScanAsync(shop, mei, scene);

        Assert.Null(await shop.ReadAsync(db => db.Contacts.Select(c => c.Source).SingleAsync()));
        Assert.False(await shop.Get<NoteScan>().RunAsync(shop.Id, shop.NextKey(), shop.ContactOf("stranger"), "poster", default));
    }

    private static Task<bool> ScanAsync(TestShop shop, MetCustomer customer, string scene) =>
        shop.Get<NoteScan>().RunAsync(shop.Id, shop.NextKey(), customer.Contact, scene, default);

    private static Task<List<string?>> SourcesAsync(TestShop shop, params int[] numbers) =>
        shop.ReadAsync(db => db.Orders.Where(o => numbers.Contains(o.Number)).OrderBy(o => o.Number).Select(o => o.Source).ToListAsync());
}
