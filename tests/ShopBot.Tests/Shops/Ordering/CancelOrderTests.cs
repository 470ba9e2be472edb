using ShopBot.Messaging.Outbox;
using ShopBot.Shops;
using ShopBot.Shops.Ordering;
using ShopBot.Testing.Shops;
using static ShopBot.Testing.Shops.TestShop;

namespace ShopBot.Tests.Shops.Ordering;

public sealed class CancelOrderTests
{
    [Fact]
    public async Task The_stock_comes_back_once_and_staff_are_told_once()
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder().Variant("rose", stock: 3).Variant("plum"));
        var (mei, lan, ming) = (await shop.MeetAsync(), await shop.BindAsync("lan"), await shop.BindAsync("ming"));
        var number = (await shop.PlaceAsync(mei, Line(variant: "rose", quantity: 2), Line(variant: "plum"))).Number;

        Assert.Equal(new CancelOrderResult.Cancelled(number), await shop.CancelAsync(mei, number));
        Assert.Equal(new CancelOrderResult.AlreadyCancelled(number), await shop.CancelAsync(mei, number));

        Assert.Equal(3, await shop.StockOfAsync("tint", "rose"));
        Assert.Null(await shop.StockOfAsync("tint", "plum"));
        Assert.Equal([lan.Contact, ming.Contact], shop.Owed<OrderCancelled>().Select(m => m.To));
        Assert.All(shop.Outbox, m => Assert.Equal(MessageClass.StaffAlert, m.Class));
        Assert.Equal([OrderState.Placed, OrderState.Cancelled], (await shop.OrderAsync(number)).History.Select(h => h.State));
    }

    [Fact]
    public async Task Twenty_at_once_cancel_one_order_once()
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder().Variant("one", stock: 1));
        var mei = await shop.MeetAsync();
        await shop.PlaceAsync(mei);

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => shop.CancelAsync(mei, 1))));

        Assert.Single(results.OfType<CancelOrderResult.Cancelled>());
        Assert.Equal(1, await shop.StockOfAsync("tint", "one"));
    }

    [Theory]
    [InlineData(OrderState.Ready)]
    [InlineData(OrderState.Completed)]
    public async Task Once_the_shop_has_something_in_hand_it_is_too_late(OrderState reached)
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder().Variant("one", stock: 1));
        var (mei, lan) = (await shop.MeetAsync(), await shop.BindAsync());
        await shop.PlaceAsync(mei);
        foreach (var step in ((OrderState[])[OrderState.Accepted, OrderState.Ready, OrderState.Completed]).TakeWhile(s => s <= reached))
            await shop.MoveAsync(lan, 1, step);

        Assert.Equal(new CancelOrderResult.TooLate(1, reached), await shop.CancelAsync(mei, 1));
        Assert.Equal(0, await shop.StockOfAsync("tint", "one"));
        Assert.Empty(shop.Owed<OrderCancelled>());
    }

    [Fact]
    public async Task Somebody_elses_order_and_one_that_never_was_answer_alike()
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder().Variant("one", stock: 1));
        var (mei, other) = (await shop.MeetAsync("mei"), await shop.MeetAsync("other"));
        await shop.PlaceAsync(mei);

        Assert.Equal(new CancelOrderResult.NotYours(), await shop.CancelAsync(other, 1));
        Assert.Equal(new CancelOrderResult.NotYours(), await shop.CancelAsync(other, 99));
        Assert.Null(await shop.Get<OrderReader>().FindOfCustomerAsync(shop.Id, other.Id, 1, default));
        Assert.Equal(OrderState.Placed, (await shop.OrderAsync(1)).State);
    }

    [Fact]
    public async Task Staff_who_turn_an_order_down_return_the_stock_and_tell_its_customer()
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder().Variant("one", stock: 1));
        var (mei, lan) = (await shop.MeetAsync(), await shop.BindAsync());
        await shop.PlaceAsync(mei);

        await shop.MoveAsync(lan, 1, OrderState.Cancelled);

        Assert.Equal(1, await shop.StockOfAsync("tint", "one"));
        Assert.Equal((mei.Contact, OrderState.Cancelled), shop.Owed<OrderMoved>().Select(m => (m.To, m.Fact.State)).Single());
        Assert.Equal(new CancelOrderResult.AlreadyCancelled(1), await shop.CancelAsync(mei, 1));
        Assert.Equal(new MarkPaidResult.OrderWasCancelled(1), await shop.Get<MarkPaid>().RunAsync(shop.Id, shop.NextKey(), lan.Actor, 1, default));
    }

    [Fact]
    public async Task The_same_request_again_gives_the_first_answer()
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder());
        var mei = await shop.MeetAsync();
        await shop.PlaceAsync(mei);
        var key = new OperationKey("event/9/cancel/0");
        Task<CancelOrderResult> Run() => shop.Get<CancelOrder>().RunAsync(shop.Id, key, mei.Actor, mei.Id, 1, default);

        Assert.Equal(new CancelOrderResult.Cancelled(1), await Run());
        Assert.Equal(new CancelOrderResult.Cancelled(1), await Run());
    }
}
