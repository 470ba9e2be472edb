using ShopBot.Shops;
using ShopBot.Shops.Staff;
using ShopBot.Testing.Shops;
using static ShopBot.Testing.Shops.TestShop;

namespace ShopBot.Tests.Shops.Staff;

public sealed class RevokeStaffTests
{
    [Fact]
    public async Task A_manager_ends_somebodys_work_at_once_and_they_may_be_bound_again()
    {
        await using var shop = Open();
        var (boss, lan) = (await shop.BindAsync("boss", StaffRole.Manager), await shop.BindAsync("lan"));

        Assert.Equal(new RevokeStaffResult.Revoked("lan"), await Revoke(shop, boss.Actor, lan.Id));
        Assert.Equal(new RevokeStaffResult.NoSuchStaff(), await Revoke(shop, boss.Actor, lan.Id));
        Assert.Null(await shop.Get<StaffReader>().FindAsync(shop.Id, lan.Contact, default));
        var back = await shop.BindAsync("lan");

        Assert.NotEqual(lan.Id, back.Id);
        Assert.Equal(["boss", "lan"], (await shop.Get<StaffReader>().AllAsync(shop.Id, default)).Select(s => s.Name));
    }

    [Fact]
    public async Task The_last_manager_stays()
    {
        await using var shop = Open();
        var (boss, second) = (await shop.BindAsync("boss", StaffRole.Manager), await shop.BindAsync("second", StaffRole.Manager));
        await shop.Neighbour(Laundry).BindAsync("outside", StaffRole.Manager);

        Assert.IsType<RevokeStaffResult.Revoked>(await Revoke(shop, boss.Actor, boss.Id));
        Assert.Equal(new RevokeStaffResult.NotManager(), await Revoke(shop, boss.Actor, second.Id));
        Assert.Equal(new RevokeStaffResult.LastManager(), await Revoke(shop, second.Actor, second.Id));
    }

    [Fact]
    public async Task Clerks_and_managers_of_other_shops_end_nobodys_work()
    {
        await using var shop = Open();
        await shop.BindAsync("boss", StaffRole.Manager);
        var (lan, ming) = (await shop.BindAsync("lan"), await shop.BindAsync("ming"));
        var outside = await shop.Neighbour(Laundry).BindAsync("outside", StaffRole.Manager);

        Assert.Equal(new RevokeStaffResult.NotManager(), await Revoke(shop, lan.Actor, ming.Id));
        Assert.Equal(new RevokeStaffResult.NotManager(), await Revoke(shop, outside.Actor, ming.Id));
        Assert.Equal(new RevokeStaffResult.NoSuchStaff(), await Revoke(shop.Neighbour(Laundry), outside.Actor, ming.Id));
    }

    private static Task<RevokeStaffResult> Revoke(TestShop shop, Actor manager, Guid staffId) =>
        shop.Get<RevokeStaff>().RunAsync(shop.Id, shop.NextKey(), manager, staffId, default);
}
