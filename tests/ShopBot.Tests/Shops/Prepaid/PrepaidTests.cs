using Microsoft.Data.Sqlite;
using ShopBot.Shops;
using ShopBot.Shops.Customers;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Prepaid;
using ShopBot.Shops.Staff;
using ShopBot.Testing.Shops;
using static ShopBot.Testing.Shops.TestShop;

namespace ShopBot.Tests.Shops.Prepaid;

public sealed class PrepaidTests
{
    [Fact]
    public async Task What_is_put_on_the_card_pays_an_order_whole_and_the_customer_is_told_of_the_top_up()
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder());
        var (mei, lan) = (await shop.MeetAsync(), await shop.BindAsync());

        Assert.Equal(new TopUpPrepaidResult.Written(20000, 20000, "CNY"), await shop.TopUpAsync(lan, mei, 20000));
        Assert.Equal(mei.Contact, Assert.Single(shop.Owed<PrepaidChanged>()).To);
        Assert.IsType<PlaceOrderResult.Placed>(await shop.TryPlaceAsync(mei, PaidByCard(mei)));

        var order = await shop.OrderAsync(1);
        Assert.Equal((9900, 0, Start), (order.Paid.Minor, order.Due.Minor, order.PaidAt!.Value));
        Assert.Equal(
            [(PrepaidKind.Spent, -9900L, 10100L, 1, ""), (PrepaidKind.TopUp, 20000L, 20000L, null, "lan")],
            (await shop.Get<PrepaidReader>().CardAsync(shop.Id, mei.Id, 9, default)).Lines.Select(l => (l.Kind, l.Amount.Minor, l.Balance.Minor, l.OrderNumber, l.By)));
    }

    [Fact]
    public async Task A_card_that_does_not_cover_the_order_pays_nothing_and_nothing_is_ordered()
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder().Variant("one", stock: 3));
        var (mei, lan) = (await shop.MeetAsync(), await shop.BindAsync());
        await shop.TopUpAsync(lan, mei, 9899);

        Assert.Equal(new PlaceOrderResult.PrepaidShort(9899, "CNY"), await shop.TryPlaceAsync(mei, PaidByCard(mei)));

        Assert.Equal((9899, 3), (await shop.BalanceAsync(mei), await shop.StockOfAsync("tint", "one")));
        Assert.Empty(await shop.Get<OrderReader>().OpenAsync(shop.Id, 0, 9, default));
    }

    [Fact]
    public async Task Twenty_orders_at_once_spend_what_is_there_and_not_a_fen_more()
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder());
        var (mei, lan) = (await shop.MeetAsync(), await shop.BindAsync());
        await shop.TopUpAsync(lan, mei, (3 * 9900) + 9899);

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => shop.TryPlaceAsync(mei, PaidByCard(mei)))));

        Assert.Equal(3, results.OfType<PlaceOrderResult.Placed>().Count());
        Assert.Equal(17, results.Count(r => r == new PlaceOrderResult.PrepaidShort(9899, "CNY")));
        Assert.Equal(9899, await shop.BalanceAsync(mei));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cancelled_order_gives_back_once_what_the_card_paid(bool byCustomer)
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder());
        var (mei, lan) = (await shop.MeetAsync(), await shop.BindAsync());
        await shop.TopUpAsync(lan, mei, 20000);
        await shop.TryPlaceAsync(mei, PaidByCard(mei));
        await ChargeAsync(shop, lan, 2000);

        for (var i = 0; i < 2; i++)
            _ = byCustomer ? (object)await shop.CancelAsync(mei, 1) : await shop.MoveAsync(lan, 1, OrderState.Cancelled);

        Assert.Equal(20000, await shop.BalanceAsync(mei));
        Assert.Equal((0, 0), await PaidAndDueAsync(shop));
    }

    [Fact]
    public async Task A_charge_afterwards_is_taken_where_the_card_covers_it_and_otherwise_remains_to_pay()
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder());
        var (mei, lan) = (await shop.MeetAsync(), await shop.BindAsync());
        await shop.TopUpAsync(lan, mei, 9900 + 2500);
        await shop.TryPlaceAsync(mei, PaidByCard(mei));

        await ChargeAsync(shop, lan, 2000);
        Assert.Equal((500, 11900, 0), await CardPaidAndDueAsync(shop, mei));
        await ChargeAsync(shop, lan, 600);
        Assert.Equal((500, 11900, 600), await CardPaidAndDueAsync(shop, mei));
        // What becomes cheaper first lessens what is still to pay; the rest goes back to the card.
        await ChargeAsync(shop, lan, -1000);
        Assert.Equal((900, 11500, 0), await CardPaidAndDueAsync(shop, mei));
    }

    [Fact]
    public async Task What_was_paid_in_cash_does_not_go_back_to_the_card()
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder());
        var (mei, lan) = (await shop.MeetAsync(), await shop.BindAsync());
        await shop.TopUpAsync(lan, mei, 9900);
        await shop.TryPlaceAsync(mei, PaidByCard(mei));
        await ChargeAsync(shop, lan, 600);
        await shop.Get<MarkPaid>().RunAsync(shop.Id, shop.NextKey(), lan.Actor, 1, default);

        await shop.MoveAsync(lan, 1, OrderState.Cancelled);

        Assert.Equal((9900, 600, -600), await CardPaidAndDueAsync(shop, mei));
        Assert.Equal(new ReturnMoneyResult.Returned(1, 600, "CNY"), await shop.Get<ReturnMoney>().RunAsync(shop.Id, shop.NextKey(), lan.Actor, 1, default));
    }

    [Fact]
    public async Task Corrections_have_a_reason_and_take_no_more_than_there_is()
    {
        await using var shop = Open();
        var (mei, lan) = (await shop.MeetAsync(), await shop.BindAsync());
        await shop.TopUpAsync(lan, mei, 5000);

        Assert.Equal(new TopUpPrepaidResult.NotCovered(5000, "CNY"), await shop.CorrectAsync(lan, mei, -5001));
        Assert.Equal(new TopUpPrepaidResult.Written(-5000, 0, "CNY"), await shop.CorrectAsync(lan, mei, -5000, "输错人了"));
        await Assert.ThrowsAsync<ArgumentException>(() => shop.CorrectAsync(lan, mei, 100, " "));
        await Assert.ThrowsAsync<ArgumentException>(() => shop.CorrectAsync(lan, mei, 100, new string('x', 61)));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => shop.TopUpAsync(lan, mei, -100));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => shop.CorrectAsync(lan, mei, 0));

        Assert.Equal("输错人了", (await shop.Get<PrepaidReader>().CardAsync(shop.Id, mei.Id, 1, default)).Lines[0].Reason);
    }

    [Fact]
    public async Task More_than_a_card_may_hold_is_refused_without_overflowing()
    {
        await using var shop = Open();
        var (mei, lan) = (await shop.MeetAsync(), await shop.BindAsync());
        await shop.TopUpAsync(lan, mei, MostOnCard);

        Assert.Equal(new TopUpPrepaidResult.TooMuch(MostOnCard, "CNY"), await shop.TopUpAsync(lan, mei, 1));
        Assert.Equal(new TopUpPrepaidResult.TooMuch(MostOnCard, "CNY"), await shop.TopUpAsync(lan, mei, long.MaxValue));
        Assert.Equal(MostOnCard, await shop.BalanceAsync(mei));
    }

    [Fact]
    public async Task Who_may_not_handle_money_puts_none_on_a_card()
    {
        await using var shop = Open();
        var (mei, chen) = (await shop.MeetAsync(), await shop.BindAsync("chen", StaffRole.Courier));

        Assert.IsType<TopUpPrepaidResult.NotAllowed>(await shop.TopUpAsync(chen, mei, 100));
        Assert.IsType<TopUpPrepaidResult.NotStaff>(await shop.TopUpAsync(new BoundStaff(mei.Id, mei.Contact, "mei"), mei, 100));
        Assert.IsType<TopUpPrepaidResult.NoSuchCustomer>(await shop.TopUpAsync(await shop.BindAsync(), new MetCustomer(Guid.NewGuid(), mei.Contact), 100));
        Assert.Equal(0, await shop.BalanceAsync(mei));
        Assert.Empty(shop.Owed<PrepaidChanged>());
    }

    [Fact]
    public async Task The_same_request_again_tops_up_once()
    {
        await using var shop = Open();
        var (mei, lan) = (await shop.MeetAsync(), await shop.BindAsync());
        var key = new OperationKey("event/9/top-up/1");
        Task<TopUpPrepaidResult> Run() => shop.Get<TopUpPrepaid>().RunAsync(shop.Id, key, lan.Actor, mei.Id, 5000, MostOnCard, default);

        var results = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(Run)));

        Assert.Single(results.Distinct());
        Assert.Equal(5000, await shop.BalanceAsync(mei));
        Assert.Single(shop.Owed<PrepaidChanged>());
        // Once the key itself is forgotten, the ledger still knows it.
        await shop.Database.WriteAsync(db => db.Execute("DELETE FROM operation"));
        await Assert.ThrowsAnyAsync<Exception>(Run);
        Assert.Equal(5000, await shop.BalanceAsync(mei));
    }

    [Theory]
    [InlineData("UPDATE prepaid_entry SET AmountInMinor = 1", "never changed")]
    [InlineData("UPDATE prepaid_entry SET Reason = 'x'", "never changed")]
    [InlineData("DELETE FROM prepaid_entry", "never removed")]
    [InlineData("INSERT OR REPLACE INTO prepaid_entry SELECT * FROM prepaid_entry", "follows the one before")]
    [InlineData("INSERT INTO prepaid_entry SELECT 'a', ShopId, CustomerId, 2, Kind, 100, 5000, NULL, At, '', '', 'a' FROM prepaid_entry", "follows the one before")]
    [InlineData("INSERT INTO prepaid_entry SELECT 'a', ShopId, CustomerId, 3, Kind, 100, 5100, NULL, At, '', '', 'a' FROM prepaid_entry", "follows the one before")]
    [InlineData("INSERT INTO prepaid_entry SELECT 'a', ShopId, CustomerId, 2, Kind, -5001, -1, NULL, At, '', '', 'a' FROM prepaid_entry", "CK_prepaid_entry_balance")]
    [InlineData("INSERT INTO prepaid_entry SELECT 'a', ShopId, CustomerId, 2, Kind, 0, 5000, NULL, At, '', '', 'a' FROM prepaid_entry", "CK_prepaid_entry_amount")]
    [InlineData("INSERT INTO prepaid_entry SELECT 'a', ShopId, CustomerId, 2, Kind, 100, 5100, NULL, At, '', '', Occasion FROM prepaid_entry", "Occasion")]
    public async Task The_table_itself_refuses_whatever_would_bend_the_books(string sql, string why)
    {
        await using var shop = Open();
        var (mei, lan) = (await shop.MeetAsync(), await shop.BindAsync());
        await shop.TopUpAsync(lan, mei, 5000);

        var refused = await Assert.ThrowsAsync<SqliteException>(() => shop.Database.WriteAsync(db => db.Execute(sql)));

        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
        Assert.Equal(5000, await shop.BalanceAsync(mei));
    }

    [Fact]
    public async Task Who_leaves_with_money_has_it_when_they_come_back_and_the_ledger_names_nobody()
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder());
        var (mei, lan, wang) = (await shop.MeetAsync(), await shop.BindAsync(), await shop.BindAsync("wang", StaffRole.Manager));
        await shop.TopUpAsync(lan, mei, 20000);
        await shop.TryPlaceAsync(mei, PaidByCard(mei));
        foreach (var step in (OrderState[])[OrderState.Accepted, OrderState.Ready, OrderState.Completed])
            await shop.MoveAsync(lan, 1, step);
        await shop.Get<ForgetCustomer>().RunAsync(shop.Id, shop.NextKey(), mei.Contact, shop.Clock.GetUtcNow(), default);
        Assert.Equal(10100, (await shop.Get<PrepaidReader>().ClaimableAsync(shop.Id, "13812345678", default)).Minor);

        var back = await shop.MeetAsync();
        Assert.NotEqual(mei.Id, back.Id);
        Assert.Equal(0, await shop.BalanceAsync(back));
        Task<ClaimPrepaidResult> ClaimAsync(BoundStaff staff) => shop.Get<ClaimPrepaid>().RunAsync(shop.Id, shop.NextKey(), staff.Actor, "13812345678", back.Id, default);
        Assert.IsType<ClaimPrepaidResult.NoSuchCustomer>(await ClaimAsync(wang));
        await shop.PlaceAsync(back);
        Assert.IsType<ClaimPrepaidResult.NotManager>(await ClaimAsync(lan));
        Assert.Equal(new ClaimPrepaidResult.Claimed(10100, 10100, "CNY"), await ClaimAsync(wang));
        Assert.IsType<ClaimPrepaidResult.NothingLeft>(await ClaimAsync(wang));

        Assert.Equal((0, 10100), (await shop.BalanceAsync(mei), await shop.BalanceAsync(back)));
        Assert.Equal(0, (await shop.Get<PrepaidReader>().ClaimableAsync(shop.Id, "13812345678", default)).Minor);
    }

    [Fact]
    public async Task Who_leaves_with_an_empty_card_leaves_no_phone_behind()
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder());
        var (mei, lan) = (await shop.MeetAsync(), await shop.BindAsync());
        await shop.TopUpAsync(lan, mei, 9900);
        await shop.TryPlaceAsync(mei, PaidByCard(mei));
        foreach (var step in (OrderState[])[OrderState.Accepted, OrderState.Ready, OrderState.Completed])
            await shop.MoveAsync(lan, 1, step);

        await shop.Get<ForgetCustomer>().RunAsync(shop.Id, shop.NextKey(), mei.Contact, shop.Clock.GetUtcNow(), default);

        Assert.Empty(await shop.ReadAsync(db => Task.FromResult(db.PrepaidClaims.ToList())));
    }

    private static Task<ChargeOrderResult> ChargeAsync(TestShop shop, BoundStaff staff, long amount) =>
        shop.Get<ChargeOrder>().RunAsync(shop.Id, shop.NextKey(), staff.Actor, 1, amount, "去渍", default);

    private static async Task<(long Paid, long Due)> PaidAndDueAsync(TestShop shop)
    {
        var order = await shop.OrderAsync(1);
        return (order.Paid.Minor, order.Due.Minor);
    }

    private static async Task<(long Card, long Paid, long Due)> CardPaidAndDueAsync(TestShop shop, MetCustomer customer)
    {
        var (paid, due) = await PaidAndDueAsync(shop);
        return (await shop.BalanceAsync(customer), paid, due);
    }
}
