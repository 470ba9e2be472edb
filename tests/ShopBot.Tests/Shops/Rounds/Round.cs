using ShopBot.Shops.Pickups;
using ShopBot.Shops.Rounds;
using ShopBot.Shops.Staff;
using ShopBot.Testing.Shops;
using static ShopBot.Testing.Shops.TestShop;

namespace ShopBot.Tests.Shops.Rounds;

/// <summary>A laundry on Monday at nine: a manager, a courier, and a customer whose bag is fetched at noon.</summary>
internal sealed class Round : IAsyncDisposable
{
    public static readonly PickupWindow Noon = new("centre", new(2026, 3, 2), new(12, 0), new(15, 0), 50);

    private Round(TestShop shop, BoundStaff wang, BoundStaff chen, MetCustomer mei) => (Shop, Wang, Chen, Mei) = (shop, wang, chen, mei);

    public TestShop Shop { get; }

    public BoundStaff Wang { get; }

    public BoundStaff Chen { get; }

    public MetCustomer Mei { get; }

    public static async Task<Round> OpenAsync(bool place = true, bool mayUndo = false)
    {
        var shop = Open(Laundry);
        shop.Rules.Now = mayUndo ? Strict : Strict with { Undo = TimeSpan.Zero };
        await shop.StockBagsAsync();
        var round = new Round(shop, await shop.BindAsync("wang", StaffRole.Manager), await shop.BindAsync("chen", StaffRole.Courier), await shop.MeetAsync());
        if (place)
            await round.PlaceAsync();
        return round;
    }

    public Task PlaceAsync(PickupWindow? window = null) => Shop.TryPlaceAsync(Mei, Fetched(Mei, window ?? Noon));

    public async Task<Stop> StopAsync() => Assert.Single(await Shop.Get<RoundReader>().OpenAsync(Shop.Id, null, default));

    public ValueTask DisposeAsync() => Shop.DisposeAsync();
}
