using ShopBot.Shops;
using ShopBot.Shops.Customers;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Settings;
using ShopBot.Testing.Shops;
using static ShopBot.Testing.Shops.TestShop;

namespace ShopBot.Tests.Shops.Ordering;

public sealed class PlaceOrderTests
{
    [Fact]
    public async Task The_last_piece_wanted_by_twenty_at_once_is_sold_once()
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder().Variant("one", stock: 1));
        var customers = new List<MetCustomer>();
        for (var i = 0; i < 20; i++)
            customers.Add(await shop.MeetAsync($"customer-{i}"));

        var results = await Task.WhenAll(customers.Select(c => Task.Run(() => shop.TryPlaceAsync(c, Line()))));

        Assert.Single(results.OfType<PlaceOrderResult.Placed>());
        Assert.Equal(19, results.Count(r => r == new PlaceOrderResult.OutOfStock(0, 0)));
        Assert.Equal(0, await shop.StockOfAsync("tint", "one"));
    }

    [Fact]
    public async Task A_customer_whom_only_the_conversation_remembers_can_order_and_is_known_again()
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder().Variant("one", stock: 5));
        var lost = new MetCustomer(Guid.CreateVersion7(), shop.ContactOf("mei"));

        var placed = await shop.PlaceAsync(lost);

        Assert.Equal(placed.Number, Assert.Single(await shop.Get<OrderReader>().OfCustomerAsync(shop.Id, lost.Id, 5, default)).Number);
        Assert.Equal(lost.Id, (await shop.Get<CustomerReader>().FindAsync(shop.Id, lost.Contact, default))!.Id);
        Assert.Equal(placed.Number + 1, (await shop.PlaceAsync(lost)).Number);
    }

    [Fact]
    public async Task Several_lines_of_one_variant_share_its_stock_and_a_refusal_takes_nothing()
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder().Variant("rose", stock: 3).Variant("plum", stock: 5));
        var mei = await shop.MeetAsync();

        var refused = await shop.TryPlaceAsync(mei, Line(variant: "plum", quantity: 2), Line(variant: "rose", quantity: 2), Line(variant: "rose", quantity: 2));

        Assert.Equal(new PlaceOrderResult.OutOfStock(Line: 2, Left: 1), refused);
        Assert.Equal((3, 5), (await shop.StockOfAsync("tint", "rose"), await shop.StockOfAsync("tint", "plum")));
        Assert.Empty(shop.Outbox);
        var placed = await shop.PlaceAsync(mei, Line(variant: "rose", quantity: 2), Line(variant: "rose"));
        Assert.Equal(0, await shop.StockOfAsync("tint", "rose"));
        Assert.Equal([2, 1], (await shop.OrderAsync(placed.Number)).Lines.Select(l => l.Quantity));
    }

    [Fact]
    public async Task The_same_request_again_gives_the_same_answer_and_takes_the_stock_once()
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder().Variant("one", stock: 5));
        var (mei, lan) = (await shop.MeetAsync(), await shop.BindAsync());
        var key = new OperationKey("draft/7");
        Task<PlaceOrderResult> PlaceOnceMore() => shop.Get<PlaceOrder>().RunAsync(shop.Id, key, mei.Actor, Request(mei, Line(quantity: 2)), default);

        var results = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(PlaceOnceMore)));

        Assert.IsType<PlaceOrderResult.Placed>(Assert.Single(results.Distinct()));
        Assert.Equal(3, await shop.StockOfAsync("tint", "one"));
        Assert.Equal(lan.Contact, Assert.Single(shop.Owed<OrderPlaced>()).To);
        Assert.Equal(1, await shop.Get<OrderReader>().CountOpenAsync(shop.Id, default));
    }

    [Fact]
    public async Task A_refusal_too_is_kept_under_its_key()
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder().Variant("one", stock: 0));
        var mei = await shop.MeetAsync();
        var key = new OperationKey("draft/8");
        var refused = await shop.Get<PlaceOrder>().RunAsync(shop.Id, key, mei.Actor, Request(mei, Line()), default);
        await shop.StockAsync(new ProductBuilder().Variant("one"), new ProductBuilder("new"));

        Assert.Equal(refused, await shop.Get<PlaceOrder>().RunAsync(shop.Id, key, mei.Actor, Request(mei, Line()), default));
    }

    [Theory]
    [InlineData("nothing", "one")]
    [InlineData("tint", "nothing")]
    [InlineData("tint", "ONE")]
    [InlineData("tint", "old")]
    [InlineData("gone", "one")]
    [InlineData("brought-only", "one")]
    [InlineData("'; DROP TABLE product; --", "one")]
    public async Task What_the_shop_does_not_sell_or_hand_over_that_way_is_gone(string product, string variant)
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder().Variant("one").Variant("old"), new ProductBuilder("gone"));
        await shop.StockAsync(new ProductBuilder().Variant("one"), new ProductBuilder("brought-only").HandedOver(Handover.Delivery));

        Assert.Equal(new PlaceOrderResult.Gone(1), await shop.TryPlaceAsync(await shop.MeetAsync(), Line(), Line(product, variant)));
    }

    [Theory]
    [InlineData(0, 3, 1)]
    [InlineData(0, int.MaxValue, int.MaxValue)]
    [InlineData(1, 2, 1)]
    [InlineData(1, 1, int.MaxValue)]
    public async Task More_of_a_product_than_one_order_may_have_is_refused_over_all_its_lines(int refusedLine, int first, int second)
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder().AtMost(2).Variant("rose").Variant("plum"));

        var refused = await shop.TryPlaceAsync(await shop.MeetAsync(), Line(variant: "rose", quantity: first), Line(variant: "plum", quantity: second));

        Assert.Equal(new PlaceOrderResult.TooMany(refusedLine, Most: 2), refused);
    }

    [Fact]
    public async Task Numbers_run_from_1_in_each_shop()
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder());
        var mei = await shop.MeetAsync();
        var other = shop.Neighbour(Laundry);
        await other.StockAsync(new ProductBuilder("bag").Laundry());

        Assert.Equal(1, (await shop.PlaceAsync(mei)).Number);
        Assert.Equal(2, (await shop.PlaceAsync(mei)).Number);
        Assert.Equal(1, (await other.PlaceAsync(await other.MeetAsync(), Line("bag"))).Number);
        Assert.Equal(3, (await shop.PlaceAsync(mei)).Number);
    }

    [Fact]
    public async Task A_price_the_customer_was_not_told_is_not_charged_and_nothing_is_taken()
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder().Variant("one", price: 12900, stock: 5));
        var mei = await shop.MeetAsync();
        var told = Request(mei, Line(quantity: 2)) with { TotalInMinor = 19800 };
        var refused = await shop.Get<PlaceOrder>().RunAsync(shop.Id, shop.NextKey(), mei.Actor, told, default);

        Assert.Equal(new PlaceOrderResult.PriceChanged(25800, "CNY"), refused);
        Assert.Equal(5, await shop.StockOfAsync("tint", "one"));
        Assert.Equal(0, await shop.Get<OrderReader>().CountOpenAsync(shop.Id, default));
        Assert.Empty(shop.Outbox);
        Assert.IsType<PlaceOrderResult.Placed>(await shop.Get<PlaceOrder>().RunAsync(
            shop.Id, shop.NextKey(), mei.Actor, told with { TotalInMinor = 25800 }, default));
        Assert.Equal(3, await shop.StockOfAsync("tint", "one"));
    }

    [Fact]
    public async Task An_order_keeps_the_words_and_prices_of_its_moment()
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder().Variant("one", price: 9900));
        var placed = await shop.PlaceAsync(await shop.MeetAsync());
        await shop.StockAsync(new ProductBuilder().Variant("one", price: 12900).Variant("two"));

        var order = await shop.OrderAsync(placed.Number);

        Assert.Equal((9900, "CNY", Offer.Goods), (order.Total.Minor, order.Total.Currency, order.Kind));
        Assert.Equal(("tint", ""), (order.Lines[0].Product.English, order.Lines[0].Variant.English));
    }

    [Fact]
    public async Task What_the_customer_told_is_remembered_and_an_address_not_forgotten_by_a_pickup()
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder());
        var mei = await shop.MeetAsync();
        var brought = Request(mei, Line()) with { Handover = Handover.Delivery, Payment = PaymentWay.Transfer, Address = "人民路 1 号", Note = "  " };
        await shop.Get<PlaceOrder>().RunAsync(shop.Id, shop.NextKey(), mei.Actor, brought, default);
        await shop.Get<PlaceOrder>().RunAsync(shop.Id, shop.NextKey(), mei.Actor, Request(mei, Line()) with { Name = "李小梅" }, default);

        var card = await shop.Get<ShopBot.Shops.Customers.CustomerReader>().FindAsync(shop.Id, mei.Contact, default);

        Assert.Equal(("李小梅", "13812345678", "人民路 1 号"), (card!.Name, card.Phone, card.Address));
        Assert.Null((await shop.OrderAsync(1)).Note);
    }

    [Fact]
    public async Task A_request_no_dialog_would_make_is_an_error_and_leaves_nothing()
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder().Variant("one", stock: 1));
        var mei = await shop.MeetAsync();
        Task Run(OrderRequest request) => shop.Get<PlaceOrder>().RunAsync(shop.Id, shop.NextKey(), mei.Actor, request, default);

        await Assert.ThrowsAsync<ArgumentException>(() => Run(Request(mei)));
        await Assert.ThrowsAsync<ArgumentException>(() => Run(Request(mei, Line(quantity: 0))));
        await Assert.ThrowsAsync<ArgumentException>(() => Run(Request(mei, Line()) with { Address = "人民路 1 号" }));
        await Assert.ThrowsAsync<ArgumentException>(() => Run(Request(mei, Line()) with { Handover = Handover.Delivery }));
        await Assert.ThrowsAsync<KeyNotFoundException>(() =>
            shop.Get<PlaceOrder>().RunAsync("nowhere", shop.NextKey(), mei.Actor, Request(mei, Line()), default));

        Assert.Equal(1, await shop.StockOfAsync("tint", "one"));
        Assert.Equal(1, (await shop.PlaceAsync(mei)).Number);
    }
}
