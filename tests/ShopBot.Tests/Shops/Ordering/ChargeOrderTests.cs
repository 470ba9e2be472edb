using ShopBot.Shops;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Staff;
using ShopBot.Testing.Shops;
using static ShopBot.Testing.Shops.TestShop;

namespace ShopBot.Tests.Shops.Ordering;

public sealed class ChargeOrderTests
{
    private static readonly Localised TakenBack = new("撤回：{0}", "Taken back: {0}");

    [Fact]
    public async Task What_is_charged_and_taken_off_makes_the_total_and_the_customer_is_told_old_and_new()
    {
        await using var shop = await WithOrderAsync();
        var (mei, lan) = (await shop.MeetAsync(), await shop.BindAsync());

        var charged = Assert.IsType<ChargeOrderResult.Charged>(await ChargeAsync(shop, lan, 2000, "去渍"));
        await ChargeAsync(shop, lan, -1000, "老顾客");

        Assert.Equal((1, 9900, 11900), (charged.Place, charged.BeforeInMinor, charged.TotalInMinor));
        var order = await shop.OrderAsync(1);
        Assert.Equal(10900, order.Total.Minor);
        Assert.Equal([(ChargeKind.AddOn, "去渍", 2000L, "lan"), (ChargeKind.Discount, "老顾客", -1000L, "lan")], order.Charges.Select(c => (c.Kind, c.Label.Chinese, c.Amount.Minor, c.By)));
        Assert.Equal([(mei.Contact, 9900L, 11900L), (mei.Contact, 11900L, 10900L)], shop.Owed<OrderCharged>().Select(m => (m.To, m.Fact.BeforeInMinor, m.Fact.TotalInMinor)));
    }

    [Fact]
    public async Task More_than_an_order_costs_is_not_taken_off()
    {
        await using var shop = await WithOrderAsync();
        var lan = await shop.BindAsync();

        Assert.Equal(new ChargeOrderResult.MoreThanItCosts(1, 9900, "CNY"), await ChargeAsync(shop, lan, -9901, "送的"));
        Assert.IsType<ChargeOrderResult.Charged>(await ChargeAsync(shop, lan, -9900, "送的"));

        Assert.Equal(0, (await shop.OrderAsync(1)).Total.Minor);
    }

    [Fact]
    public async Task A_charge_is_taken_back_once_by_its_opposite_and_both_stay()
    {
        await using var shop = await WithOrderAsync();
        var lan = await shop.BindAsync();
        await ChargeAsync(shop, lan, 2000, "去渍");
        await ChargeAsync(shop, lan, 500, "衣架");

        Assert.IsType<ChargeOrderResult.Charged>(await UndoAsync(shop, lan, place: 1));
        Assert.Equal(new ChargeOrderResult.AlreadyUndone(1, 1), await UndoAsync(shop, lan, place: 1));
        Assert.IsType<ChargeOrderResult.NothingToUndo>(await UndoAsync(shop, lan, place: 3));
        Assert.IsType<ChargeOrderResult.Charged>(await UndoAsync(shop, lan, place: null));
        Assert.IsType<ChargeOrderResult.NothingToUndo>(await UndoAsync(shop, lan, place: null));

        var order = await shop.OrderAsync(1);
        Assert.Equal(9900, order.Total.Minor);
        Assert.Equal([("去渍", 2000L), ("衣架", 500L), ("撤回：去渍", -2000L), ("撤回：衣架", -500L)], order.Charges.Select(c => (c.Label.Chinese, c.Amount.Minor)));
    }

    [Fact]
    public async Task A_paid_order_shows_what_is_still_to_pay_or_to_be_returned()
    {
        await using var shop = await WithOrderAsync();
        var lan = await shop.BindAsync();
        Task<MarkPaidResult> PayAsync() => shop.Get<MarkPaid>().RunAsync(shop.Id, shop.NextKey(), lan.Actor, 1, default);
        Task<ReturnMoneyResult> ReturnAsync() => shop.Get<ReturnMoney>().RunAsync(shop.Id, shop.NextKey(), lan.Actor, 1, default);
        Assert.IsType<ReturnMoneyResult.NothingToReturn>(await ReturnAsync());

        await PayAsync();
        Assert.Equal(2000, Assert.IsType<ChargeOrderResult.Charged>(await ChargeAsync(shop, lan, 2000, "去渍")).DueInMinor);
        Assert.Equal((9900, 2000), await PaidAndDueAsync(shop));
        Assert.IsType<MarkPaidResult.Paid>(await PayAsync());
        Assert.IsType<MarkPaidResult.AlreadyPaid>(await PayAsync());

        await ChargeAsync(shop, lan, -3000, "没洗干净");
        Assert.Equal((11900, -3000), await PaidAndDueAsync(shop));
        Assert.Equal(new MarkPaidResult.TooMuchPaid(1, 3000, "CNY"), await PayAsync());
        Assert.Equal(new ReturnMoneyResult.Returned(1, 3000, "CNY"), await ReturnAsync());
        Assert.Equal((8900, 0), await PaidAndDueAsync(shop));
    }

    [Fact]
    public async Task What_was_paid_for_a_cancelled_order_is_to_be_returned()
    {
        await using var shop = await WithOrderAsync();
        var (mei, lan) = (await shop.MeetAsync(), await shop.BindAsync());
        await shop.Get<MarkPaid>().RunAsync(shop.Id, shop.NextKey(), lan.Actor, 1, default);
        await shop.CancelAsync(mei, 1);

        Assert.Equal((9900, -9900), await PaidAndDueAsync(shop));
        Assert.Equal(new ChargeOrderResult.OrderIsOver(1, OrderState.Cancelled), await ChargeAsync(shop, lan, 100, "袋子"));
        Assert.Equal(new ChargeOrderResult.OrderIsOver(1, OrderState.Cancelled), await ChargeAsync(shop, lan, -100, "袋子"));
        Assert.Empty(shop.Owed<OrderCharged>());
        await shop.Get<ReturnMoney>().RunAsync(shop.Id, shop.NextKey(), lan.Actor, 1, default);
        Assert.Equal((0, 0), await PaidAndDueAsync(shop));
    }

    [Fact]
    public async Task A_completed_order_becomes_cheaper_but_never_dearer()
    {
        await using var shop = await WithOrderAsync();
        var lan = await shop.BindAsync();
        foreach (var step in (OrderState[])[OrderState.Accepted, OrderState.Ready, OrderState.Completed])
            await shop.MoveAsync(lan, 1, step);

        Assert.Equal(new ChargeOrderResult.OrderIsOver(1, OrderState.Completed), await ChargeAsync(shop, lan, 100, "袋子"));
        Assert.IsType<ChargeOrderResult.Charged>(await ChargeAsync(shop, lan, -100, "赔一点"));
    }

    [Theory]
    [InlineData(StaffRole.Courier)]
    [InlineData(StaffRole.Laundry)]
    public async Task Couriers_and_the_laundry_decide_about_no_amount(StaffRole role)
    {
        await using var shop = await WithOrderAsync();
        var courier = await shop.BindAsync("xiaochen", role);

        Assert.IsType<ChargeOrderResult.NotAllowed>(await ChargeAsync(shop, courier, 100, "袋子"));
        Assert.IsType<ChargeOrderResult.NotAllowed>(await UndoAsync(shop, courier, place: null));
        Assert.IsType<ReturnMoneyResult.NotAllowed>(await shop.Get<ReturnMoney>().RunAsync(shop.Id, shop.NextKey(), courier.Actor, 1, default));
        Assert.Empty((await shop.OrderAsync(1)).Charges);
    }

    [Fact]
    public async Task Customers_charge_nothing_and_an_order_that_never_was_is_said_so()
    {
        await using var shop = await WithOrderAsync();
        var (mei, lan) = (await shop.MeetAsync(), await shop.BindAsync());

        Assert.IsType<ChargeOrderResult.NotStaff>(await shop.Get<ChargeOrder>().RunAsync(shop.Id, shop.NextKey(), mei.Actor, 1, -9900, "free", default));
        Assert.Equal(new ChargeOrderResult.NoSuchOrder(7), await shop.Get<ChargeOrder>().RunAsync(shop.Id, shop.NextKey(), lan.Actor, 7, 100, "袋子", default));
        Assert.Empty(shop.Owed<OrderCharged>());
    }

    [Fact]
    public async Task The_same_request_again_charges_once()
    {
        await using var shop = await WithOrderAsync();
        var lan = await shop.BindAsync();
        var key = new OperationKey("event/7/charge/1");
        Task<ChargeOrderResult> Run() => shop.Get<ChargeOrder>().RunAsync(shop.Id, key, lan.Actor, 1, 2000, "去渍", default);

        Assert.Equal(await Run(), await Run());
        Assert.Equal(11900, (await shop.OrderAsync(1)).Total.Minor);
    }

    private static async Task<TestShop> WithOrderAsync()
    {
        var shop = Open();
        await shop.StockAsync(new ProductBuilder());
        await shop.PlaceAsync(await shop.MeetAsync());
        return shop;
    }

    private static Task<ChargeOrderResult> ChargeAsync(TestShop shop, BoundStaff staff, long amount, string label) =>
        shop.Get<ChargeOrder>().RunAsync(shop.Id, shop.NextKey(), staff.Actor, 1, amount, label, default);

    private static Task<ChargeOrderResult> UndoAsync(TestShop shop, BoundStaff staff, int? place) =>
        shop.Get<ChargeOrder>().UndoAsync(shop.Id, shop.NextKey(), staff.Actor, 1, place, TakenBack, default);

    private static async Task<(long Paid, long Due)> PaidAndDueAsync(TestShop shop)
    {
        var order = await shop.OrderAsync(1);
        return (order.Paid.Minor, order.Due.Minor);
    }
}
