using ShopBot.Shops;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Settings;
using ShopBot.Testing.Shops;
using static ShopBot.Testing.Shops.TestShop;

namespace ShopBot.Tests.Shops.Ordering;

public sealed class OrderReaderTests
{
    [Fact]
    public async Task A_customer_sees_their_latest_orders_first_and_nobody_elses()
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder().Variant("rose").Variant("plum", 5000));
        var (mei, other) = (await shop.MeetAsync("mei"), await shop.MeetAsync("other"));
        await shop.PlaceAsync(mei, Line(variant: "rose"));
        await shop.PlaceAsync(other, Line(variant: "rose"));
        shop.Clock.Advance(TimeSpan.FromHours(1));
        await shop.PlaceAsync(mei, Line(variant: "plum", quantity: 2), Line(variant: "rose"));
        await shop.PlaceAsync(mei, Line(variant: "rose"));

        var cards = await shop.Get<OrderReader>().OfCustomerAsync(shop.Id, mei.Id, 2, default);

        Assert.Equal([4, 3], cards.Select(c => c.Number));
        var card = cards[1];
        Assert.Equal((OrderState.Placed, Offer.Goods, Handover.Pickup, "李梅", Start + TimeSpan.FromHours(1)), (card.State, card.Kind, card.Handover, card.Name, card.PlacedAt));
        Assert.Equal((new Money(19900, "CNY"), "tint", 3), (card.Total, card.First.English, card.Pieces));
        Assert.Empty(await shop.Get<OrderReader>().OfCustomerAsync(shop.Id, Guid.NewGuid(), 10, default));
    }

    [Fact]
    public async Task Staff_see_what_is_still_to_do_oldest_first_page_by_page()
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder());
        var (mei, lan) = (await shop.MeetAsync(), await shop.BindAsync());
        for (var i = 1; i <= 7; i++)
            await shop.PlaceAsync(mei, Line(), Line());
        await shop.CancelAsync(mei, 2);
        foreach (var step in (OrderState[])[OrderState.Accepted, OrderState.Ready, OrderState.Completed])
            await shop.MoveAsync(lan, 4, step);
        await shop.MoveAsync(lan, 5, OrderState.Accepted);
        var reader = shop.Get<OrderReader>();

        Assert.Equal(5, await reader.CountOpenAsync(shop.Id, default));
        Assert.Equal([1, 3, 5], (await reader.OpenAsync(shop.Id, 0, 3, default)).Select(c => c.Number));
        Assert.Equal([6, 7], (await reader.OpenAsync(shop.Id, 3, 3, default)).Select(c => c.Number));
        Assert.Empty(await reader.OpenAsync(shop.Id, 6, 3, default));
        Assert.Empty(await reader.OpenAsync(Laundry, 0, 3, default));
        Assert.Equal(0, await reader.CountOpenAsync(Laundry, default));
    }

    [Fact]
    public async Task An_orders_page_shows_history_and_photos_in_their_order_and_everything_told()
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder().HandedOver(Handover.Delivery));
        var (mei, lan) = (await shop.MeetAsync(), await shop.BindAsync());
        var request = Request(mei, Line()) with { Handover = Handover.Delivery, Payment = PaymentWay.OnDelivery, Address = "人民路 1 号", Note = "按门铃" };
        var placed = (PlaceOrderResult.Placed)await shop.Get<PlaceOrder>().RunAsync(shop.Id, shop.NextKey(), mei.Actor, request, default);
        await shop.MoveAsync(lan, 1, OrderState.Accepted);
        await shop.Get<AddPhoto>().RunAsync(shop.Id, shop.NextKey(), lan.Actor, 1, "media-b", null, default);
        await shop.Get<AddPhoto>().RunAsync(shop.Id, shop.NextKey(), lan.Actor, 1, "media-a", "  ", default);
        shop.Clock.Advance(TimeSpan.FromHours(1));
        await shop.MoveAsync(lan, 1, OrderState.Shipped, new MoveDetails(Carrier: "顺丰", TrackingNumber: "SF1"));

        var order = await shop.Get<OrderReader>().FindByTokenAsync(placed.Token, default);

        Assert.NotNull(order);
        Assert.Equal((placed.OrderId, 1, mei.Id, mei.Contact), (order.Id, order.Number, order.CustomerId, order.Contact));
        Assert.Equal(("李梅", "13812345678", "人民路 1 号", "按门铃"), (order.Name, order.Phone, order.Address, order.Note));
        Assert.Equal((Handover.Delivery, PaymentWay.OnDelivery, null), (order.Handover, order.Payment, order.PaidAt));
        Assert.Equal(("顺丰", "SF1"), (order.Carrier, order.TrackingNumber));
        Assert.Equal(
            [(OrderState.Placed, Start), (OrderState.Accepted, Start), (OrderState.Shipped, Start + TimeSpan.FromHours(1))], order.History.Select(h => (h.State, h.At)));
        Assert.Equal([("media-b", null), ("media-a", null)], order.Photos.Select(p => (p.MediaId, p.Caption)));
        Assert.Equal(new Money(9900, "CNY"), Assert.Single(order.Lines).Price);
    }

    [Fact]
    public async Task A_photo_is_owed_to_its_customer_once_for_each_photo()
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder());
        var (mei, lan) = (await shop.MeetAsync(), await shop.BindAsync());
        var placed = await shop.PlaceAsync(mei);
        var (add, key) = (shop.Get<AddPhoto>(), new OperationKey("event/7/photo/0"));

        var added = Assert.IsType<AddPhotoResult.Added>(await add.RunAsync(shop.Id, key, lan.Actor, 1, "media-1", null, default));
        Assert.Equal(added, await add.RunAsync(shop.Id, key, lan.Actor, 1, "media-1", null, default));

        Assert.Equal((1, "李梅"), (added.Number, added.CustomerName));
        Assert.Equal((mei.Contact, new PhotoTaken(shop.Id, placed.OrderId, added.PhotoId)), Assert.Single(shop.Owed<PhotoTaken>()));
        Assert.Single((await shop.OrderAsync(1)).Photos);
    }

    [Fact]
    public async Task Payment_is_noted_once()
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder());
        var (mei, lan) = (await shop.MeetAsync(), await shop.BindAsync());
        await shop.PlaceAsync(mei);
        Task<MarkPaidResult> Pay() => shop.Get<MarkPaid>().RunAsync(shop.Id, shop.NextKey(), lan.Actor, 1, default);
        var owed = shop.Outbox.Count;

        Assert.Equal(new MarkPaidResult.Paid(1), await Pay());
        shop.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(new MarkPaidResult.AlreadyPaid(1, Start), await Pay());
        Assert.Equal((Start, owed), ((await shop.OrderAsync(1)).PaidAt!.Value, shop.Outbox.Count));
    }
}
