using ShopBot.Shops;
using ShopBot.Shops.Ordering;
using ShopBot.Testing.Shops;
using static ShopBot.Testing.Shops.TestShop;

namespace ShopBot.Tests.Shops.Ordering;

/// <summary>One order from the shelf to the customer, through every operation on its way.</summary>
public sealed class OrderLifeTests
{
    [Fact]
    public async Task An_order_is_placed_moved_on_photographed_and_read_back_and_another_taken_back()
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder("tint").Variant("rose", 9900, stock: 3).Variant("plum", 8900, stock: 3));
        var (mei, lan) = (await shop.MeetAsync("mei"), await shop.BindAsync("lan"));

        var kept = await shop.PlaceAsync(mei, Line("tint", "rose", 2), Line("tint", "plum"));
        var regretted = await shop.PlaceAsync(mei, Line("tint", "plum"));
        Assert.IsType<MoveOrderResult.Moved>(await shop.MoveAsync(lan, kept.Number, OrderState.Accepted));
        Assert.IsType<MarkPaidResult.Paid>(await shop.Get<MarkPaid>().RunAsync(shop.Id, shop.NextKey(), lan.Actor, kept.Number, default));
        Assert.IsType<AddPhotoResult.Added>(await shop.Get<AddPhoto>().RunAsync(shop.Id, shop.NextKey(), lan.Actor, kept.Number, "media-1", "包好了", default));
        Assert.IsType<CancelOrderResult.Cancelled>(await shop.CancelAsync(mei, regretted.Number));

        var order = await shop.OrderAsync(kept.Number);
        Assert.Equal((OrderState.Accepted, new Money(28700, "CNY"), shop.Clock.GetUtcNow()), (order.State, order.Total, order.PaidAt));
        Assert.Equal([(2, "rose"), (1, "plum")], order.Lines.Select(l => (l.Quantity, l.Variant.English)));
        Assert.Equal([(OrderState.Placed, ""), (OrderState.Accepted, "lan")], order.History.Select(h => (h.State, h.By)));
        Assert.Equal(("media-1", "包好了", "lan"), (order.Photos[0].MediaId, order.Photos[0].Caption, order.Photos[0].By));
        Assert.Equal((1, 2), (await shop.StockOfAsync("tint", "rose"), await shop.StockOfAsync("tint", "plum")));
        Assert.Equal([2, 1], (await shop.Get<OrderReader>().OfCustomerAsync(shop.Id, mei.Id, 10, default)).Select(o => o.Number));
        Assert.Equal(
            [("order-placed.v1", "lan"), ("order-placed.v1", "lan"), ("order-moved.v1", "mei"), ("photo-taken.v1", "mei"), ("order-cancelled.v1", "lan")],
            shop.Outbox.Select(m => (m.Kind, m.To.UserId)));
    }
}
