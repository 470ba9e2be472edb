using ShopBot.Shops.Ordering;
using ShopBot.Testing.Shops;
using static ShopBot.Testing.Shops.TestShop;

namespace ShopBot.Tests.Shops.Ordering;

public sealed class PriceRulesTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    private static readonly AddOn Express = new("express", new("加急", "Express"), [], 30, IsPerPiece: false, []);
    private static readonly AddOn Hanging = new("hanging", new("挂装", "On hangers"), [], 10, IsPerPiece: true, ["tint"]);
    private static readonly DiscountRule Second = new(new("第二件", "Second"), 10, DiscountFor.SecondPiece, "tint", null, null);
    private static readonly DiscountRule First = new(new("首单", "First order"), 10, DiscountFor.FirstOrder, null, null, null);

    [Fact]
    public void Add_ons_count_once_or_for_each_piece_they_go_with()
    {
        var rules = new PriceRules([Express, Hanging], []);
        PricedGoods[] goods = [new("tint", 3, 29700), new("shoes", 2, 7000)];

        Assert.Equal([3000, 3000], rules.For(goods, ["hanging", "express"], Today, false, "CNY").Select(l => l.AmountInMinor));
        Assert.Equal([3000], rules.For(goods[1..], ["hanging", "express", "unknown"], Today, false, "CNY").Select(l => l.AmountInMinor));
        Assert.Empty(rules.For(goods, [], Today, false, "CNY"));
    }

    [Theory]
    [InlineData(1, false, 0)]
    [InlineData(2, false, -1000)]
    [InlineData(9, false, -1000)]
    [InlineData(1, true, -1000)]
    [InlineData(2, true, -2000)]
    public void A_discount_is_taken_off_once_where_it_is_earned(int pieces, bool isFirst, long off) =>
        Assert.Equal(off, new PriceRules([], [Second, First]).For([new("tint", pieces, 9900 * pieces)], [], Today, isFirst, "CNY").Sum(l => l.AmountInMinor));

    [Theory]
    [InlineData(1, 31, true)]
    [InlineData(2, 2, true)]
    [InlineData(3, 31, false)]
    [InlineData(1, 1, false)]
    public void A_discount_has_its_days_both_ends_included(int from, int until, bool isOn)
    {
        var rules = new PriceRules([], [Second with { From = new(2026, 3, from), Until = new(2026, 3, until) }]);
        Assert.Equal(isOn, rules.For([new("tint", 2, 19800)], [], Today, false, "CNY").Count == 1);
    }

    [Fact]
    public void Discounts_never_make_an_order_cost_less_than_nothing()
    {
        var rules = new PriceRules([], [Second with { Amount = 150 }, First with { Amount = 100 }]);
        Assert.Equal([-15000, -4800], rules.For([new("tint", 2, 19800)], [], Today, true, "CNY").Select(l => l.AmountInMinor));
        Assert.Equal(-150, rules.For([new("tint", 2, 150)], [], Today, true, "JPY").Sum(l => l.AmountInMinor));
    }

    [Fact]
    public async Task Placing_reckons_the_same_keeps_every_line_and_refuses_another_total()
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder());
        var mei = await shop.MeetAsync();
        var request = Request(mei, Line(quantity: 2)) with { Rules = new PriceRules([Express, Hanging], [Second, First]), AddOns = ["express", "hanging"] };
        Task<PlaceOrderResult> PlaceAt(long total) => shop.TryPlaceAsync(mei, request with { TotalInMinor = total });

        Assert.Equal(new PlaceOrderResult.PriceChanged(19800 + 3000 + 2000 - 2000, "CNY"), await PlaceAt(19800));
        Assert.Equal(22800, Assert.IsType<PlaceOrderResult.Placed>(await PlaceAt(22800)).TotalInMinor);

        var order = await shop.OrderAsync(1);
        Assert.Equal(22800, order.Total.Minor);
        Assert.Equal([("加急", 3000), ("挂装", 2000), ("第二件", -1000), ("首单", -1000)], order.Charges.Select(c => (c.Label.Chinese, c.Amount.Minor)));
        Assert.All(order.Charges, c => Assert.Equal("", c.By));
        // The next one is no first order any more, so what was seen before does not hold.
        Assert.Equal(new PlaceOrderResult.PriceChanged(23800, "CNY"), await PlaceAt(22800));
    }

    [Fact]
    public async Task The_first_order_of_a_phone_is_first_once_and_a_cancelled_one_does_not_count()
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder());
        var (mei, again) = (await shop.MeetAsync("mei"), await shop.MeetAsync("again"));
        OrderRequest Of(MetCustomer who) => Request(who, Line()) with { Rules = new PriceRules([], [First]), TotalInMinor = 8900 };

        Assert.IsType<PlaceOrderResult.Placed>(await shop.TryPlaceAsync(mei, Of(mei)));
        Assert.IsType<PlaceOrderResult.PriceChanged>(await shop.TryPlaceAsync(again, Of(again)));
        Assert.IsType<PlaceOrderResult.Placed>(await shop.TryPlaceAsync(again, Of(again) with { Phone = "13900139000" }));
        await shop.CancelAsync(mei, 1);
        Assert.IsType<PlaceOrderResult.Placed>(await shop.TryPlaceAsync(mei, Of(mei)));
    }

    [Fact]
    public async Task Of_two_first_orders_at_once_one_is_cheaper()
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder());
        var mei = await shop.MeetAsync();
        var request = Request(mei, Line()) with { Rules = new PriceRules([], [First]), TotalInMinor = 8900 };

        var results = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => shop.TryPlaceAsync(mei, request))));

        Assert.Single(results.OfType<PlaceOrderResult.Placed>());
        Assert.Equal(9, results.Count(r => r == new PlaceOrderResult.PriceChanged(9900, "CNY")));
    }
}
