using Microsoft.EntityFrameworkCore;
using ShopBot.Shops.Customers;
using ShopBot.Shops.Ordering;
using ShopBot.Testing.Shops;
using static ShopBot.Testing.Shops.TestShop;

namespace ShopBot.Tests.Shops.Customers;

/// <summary>The platform obliges a shop to erase what it knows of somebody who leaves.</summary>
public sealed class ForgetCustomerTests
{
    [Fact]
    public async Task Of_somebody_who_never_ordered_nothing_is_left_and_who_comes_back_is_new()
    {
        await using var shop = Open();
        var mei = await shop.MeetAsync("mei");

        Assert.True(await ForgetAsync(shop, mei));

        Assert.Equal((0, 0), await shop.ReadAsync(async db => (await db.Customers.CountAsync(), await db.Contacts.CountAsync())));
        Assert.NotEqual(mei.Id, (await shop.MeetAsync("mei")).Id);
    }

    [Fact]
    public async Task A_report_of_leaving_that_comes_after_a_newer_follow_forgets_nobody()
    {
        await using var shop = Open();
        var mei = await shop.MeetAsync("mei");
        var followed = DateTimeOffset.UnixEpoch.AddDays(20_000);
        await shop.Get<MeetCustomer>().RunAsync(shop.Id, shop.NextKey(), mei.Contact, "zh-CN", null, followed, default);

        Assert.False(await ForgetAsync(shop, mei, followed.AddSeconds(-1)));
        Assert.Equal(1, await shop.ReadAsync(db => db.Contacts.CountAsync(c => c.LeftAt == null)));

        Assert.True(await ForgetAsync(shop, mei, followed.AddSeconds(1)));
        Assert.Equal(0, await shop.ReadAsync(db => db.Contacts.CountAsync()));
    }

    [Fact]
    public async Task An_order_that_is_over_stays_for_the_books_and_says_nothing_of_the_person()
    {
        await using var shop = Open();
        var (mei, lan) = (await shop.MeetAsync("mei"), await shop.BindAsync("lan"));
        await shop.StockAsync(new ProductBuilder());
        var placed = await shop.PlaceAsync(mei);
        await shop.CancelAsync(mei, placed.Number);

        await ForgetAsync(shop, mei);

        var kept = await shop.OrderAsync(placed.Number);
        Assert.Equal((ProductBuilder.UsualPrice, "tint品", 1), (kept.Total.Minor, kept.Lines[0].Product.Chinese, kept.Lines[0].Quantity));
        Assert.Equal(("", "", null), (kept.Name, kept.Phone, kept.Address));
        Assert.DoesNotContain("mei", kept.Contact.ToString(), StringComparison.Ordinal);
        Assert.Null((await shop.Get<CustomerReader>().FindAsync(shop.Id, mei.Id, default))!.Phone);
        Assert.NotEqual(mei.Id, (await shop.MeetAsync("mei")).Id);
        // A picture of the work may still come; nobody is told.
        await shop.Get<AddPhoto>().RunAsync(shop.Id, shop.NextKey(), lan.Actor, placed.Number, "media", null, default);
        Assert.Empty(shop.Owed<PhotoTaken>());
    }

    [Fact]
    public async Task An_order_under_way_can_be_finished_and_is_erased_when_it_is_over()
    {
        await using var shop = Open();
        var (mei, lan) = (await shop.MeetAsync("mei"), await shop.BindAsync("lan"));
        await shop.StockAsync(new ProductBuilder());
        var placed = await shop.PlaceAsync(mei);

        await ForgetAsync(shop, mei);
        Assert.Equal(("李梅", "13812345678"), ((await shop.OrderAsync(placed.Number)).Name, (await shop.OrderAsync(placed.Number)).Phone));
        Assert.Null((await shop.Get<CustomerReader>().FindAsync(shop.Id, mei.Id, default))!.Phone);

        foreach (var state in new[] { OrderState.Accepted, OrderState.Ready, OrderState.Completed })
            Assert.IsType<MoveOrderResult.Moved>(await shop.MoveAsync(lan, placed.Number, state));
        Assert.Empty(shop.Owed<OrderMoved>());
        var over = await shop.OrderAsync(placed.Number);
        Assert.Equal(("", "", OrderState.Completed), (over.Name, over.Phone, over.State));
        Assert.Equal(0, await shop.ReadAsync(db => db.Contacts.CountAsync()));
    }

    [Fact]
    public async Task Who_comes_back_while_an_order_is_under_way_finds_it()
    {
        await using var shop = Open();
        var (mei, lan) = (await shop.MeetAsync("mei"), await shop.BindAsync("lan"));
        await shop.StockAsync(new ProductBuilder());
        var placed = await shop.PlaceAsync(mei);
        await ForgetAsync(shop, mei);

        Assert.Equal(mei.Id, (await shop.MeetAsync("mei")).Id);

        await shop.MoveAsync(lan, placed.Number, OrderState.Accepted);
        Assert.Equal(mei.Contact, Assert.Single(shop.Owed<OrderMoved>()).To);
    }

    private static Task<bool> ForgetAsync(TestShop shop, MetCustomer customer, DateTimeOffset? at = null) =>
        shop.Get<ForgetCustomer>().RunAsync(shop.Id, shop.NextKey(), customer.Contact, at ?? DateTimeOffset.MaxValue, default);
}
