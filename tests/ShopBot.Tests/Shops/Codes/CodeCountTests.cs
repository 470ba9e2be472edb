using ShopBot.Shops.Codes;
using ShopBot.Shops.Customers;
using ShopBot.Shops.Staff;
using ShopBot.Testing.Shops;
using static ShopBot.Testing.Shops.TestShop;

namespace ShopBot.Tests.Shops.Codes;

/// <summary>A code counts the people it brought and the first orders they placed, also once they are gone.</summary>
public sealed class CodeCountTests
{
    [Fact]
    public async Task A_code_counts_who_came_by_it_first_and_their_first_orders()
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder());
        await KeepAsync(shop, await shop.BindAsync("wang", StaffRole.Manager), "poster");
        var (mei, late) = (await shop.MeetAsync("mei"), await shop.MeetAsync("late"));
        await shop.PlaceAsync(late);

        foreach (var (customer, scene) in new[] { (mei, "poster"), (mei, "poster"), (mei, "flyer"), (late, "poster") })
            await shop.Get<NoteScan>().RunAsync(shop.Id, shop.NextKey(), customer.Contact, scene, default);
        await shop.PlaceAsync(mei);
        await shop.PlaceAsync(mei);

        Assert.Equal((1, 1), await CountsAsync(shop, "poster"));
        await shop.Get<ForgetCustomer>().RunAsync(shop.Id, shop.NextKey(), mei.Contact, DateTimeOffset.MaxValue, default);
        Assert.Equal((1, 1), await CountsAsync(shop, "poster"));
    }

    [Fact]
    public async Task Who_came_by_the_scene_before_the_code_was_kept_counts_too()
    {
        await using var shop = Open();
        var manager = await shop.BindAsync("wang", StaffRole.Manager);
        await shop.Get<MeetCustomer>().RunAsync(shop.Id, shop.NextKey(), shop.ContactOf("mei"), "zh-CN", "poster", null, default);

        await KeepAsync(shop, manager, "poster");
        await KeepAsync(shop, manager, "poster");
        await shop.Get<MeetCustomer>().RunAsync(shop.Id, shop.NextKey(), shop.ContactOf("li"), "zh-CN", "poster", null, default);

        Assert.Equal((2, 0), await CountsAsync(shop, "poster"));
    }

    [Fact]
    public async Task Only_a_manager_keeps_codes()
    {
        await using var shop = Open();

        var result = await shop.Get<KeepCode>().RunAsync(
            shop.Id, shop.NextKey(), (await shop.BindAsync("lan", StaffRole.Clerk)).Actor, "poster", "poster", "t", "http://a", default);

        Assert.IsType<KeepCodeResult.NotManager>(result);
        Assert.Empty(await shop.Get<CodeReader>().AllAsync(shop.Id, shop.ContactOf("lan").Account, default));
    }

    private static Task<KeepCodeResult> KeepAsync(TestShop shop, BoundStaff manager, string scene) =>
        shop.Get<KeepCode>().RunAsync(shop.Id, shop.NextKey(), manager.Actor, scene, scene, "ticket", "http://a", default);

    private static async Task<(int Came, int Ordered)> CountsAsync(TestShop shop, string scene)
    {
        var code = Assert.Single(await shop.Get<CodeReader>().AllAsync(shop.Id, shop.ContactOf("mei").Account, default), c => c.Scene == scene);
        return (code.Came, code.Ordered);
    }
}
