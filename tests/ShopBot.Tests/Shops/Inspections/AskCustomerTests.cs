using ShopBot.Messaging.Outbox;
using ShopBot.Shops.Customers;
using ShopBot.Shops.Inspections;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Staff;
using ShopBot.Testing.Shops;
using static ShopBot.Testing.Shops.TestShop;

namespace ShopBot.Tests.Shops.Inspections;

public sealed class AskCustomerTests : IAsyncDisposable
{
    private readonly TestShop _shop = Open(Laundry);

    [Fact]
    public async Task The_customer_is_owed_one_message_and_the_order_waits()
    {
        var (mei, lan) = (await _shop.MeetAsync(), await _shop.BindAsync());
        var number = await _shop.CollectedAsync(mei, lan);
        var before = _shop.Outbox.Count;

        var asked = Assert.IsType<AskCustomerResult.Asked>(await _shop.AskAsync(lan, number));

        var (to, fact) = Assert.Single(_shop.Owed<FindingAsked>());
        Assert.Equal((mei.Contact, asked.FindingId), (to, fact.FindingId));
        Assert.Equal(before + 1, _shop.Outbox.Count);
        var order = await _shop.OrderAsync(number);
        Assert.Equal(OrderState.Deciding, order.State);
        Assert.Equal(["media-1", "media-2"], order.Photos.Select(p => p.MediaId));
        Assert.Equal("lan", order.History[^1].By);
    }

    [Fact]
    public async Task Asked_again_by_the_same_event_it_is_asked_once()
    {
        var (mei, lan) = (await _shop.MeetAsync(), await _shop.BindAsync());
        var number = await _shop.CollectedAsync(mei, lan);
        var key = _shop.NextKey();

        var first = await _shop.AskAsync(lan, number, key: key);
        var again = await _shop.AskAsync(lan, number, key: key);

        Assert.Equal(first, again);
        Assert.Single(await _shop.FindingsAsync(number));
        Assert.Single(_shop.Owed<FindingAsked>());
    }

    [Fact]
    public async Task Of_two_who_ask_at_once_one_is_told_of_the_other()
    {
        var (mei, lan, ming) = (await _shop.MeetAsync(), await _shop.BindAsync("lan"), await _shop.BindAsync("ming", StaffRole.Laundry));
        var number = await _shop.CollectedAsync(mei, lan);

        var results = await Task.WhenAll(Task.Run(() => _shop.AskAsync(lan, number)), Task.Run(() => _shop.AskAsync(ming, number)));

        var asked = Assert.Single(results.OfType<AskCustomerResult.Asked>());
        var late = Assert.Single(results.OfType<AskCustomerResult.AskedMeanwhile>());
        Assert.Equal(("A", (await _shop.FindingsAsync(number))[0].Finding.AskedBy), (late.Letter, late.By));
        Assert.Equal("A", asked.Letter);
        Assert.IsType<AskCustomerResult.Asked>(await _shop.AskAsync(ming, number, _shop.Found(letter: "B")));
        Assert.Equal(2, _shop.Owed<FindingAsked>().Count);
    }

    [Fact]
    public async Task Only_an_opened_bag_that_is_not_washed_yet_can_be_asked_about()
    {
        var (mei, lan) = (await _shop.MeetAsync(), await _shop.BindAsync());
        await _shop.StockAsync(new ProductBuilder("bag").Laundry(), new ProductBuilder("tint"));
        var (bag, goods) = ((await _shop.PlaceAsync(mei, Line("bag"))).Number, (await _shop.PlaceAsync(mei, Line("tint"))).Number);

        Assert.Equal(new AskCustomerResult.NotNow(bag, OrderState.Placed), await _shop.AskAsync(lan, bag));
        Assert.Equal(new AskCustomerResult.NotNow(goods, OrderState.Placed), await _shop.AskAsync(lan, goods));
        Assert.Equal(new AskCustomerResult.NoSuchOrder(99), await _shop.AskAsync(lan, 99));
        await _shop.CancelAsync(mei, bag);
        Assert.Equal(new AskCustomerResult.NotNow(bag, OrderState.Cancelled), await _shop.AskAsync(lan, bag));
        var number = await _shop.CollectedAsync(mei, lan);
        await _shop.MoveAsync(lan, number, OrderState.Washing);
        Assert.Equal(new AskCustomerResult.NotNow(number, OrderState.Washing), await _shop.AskAsync(lan, number));
        Assert.Empty(_shop.Owed<FindingAsked>());
    }

    [Fact]
    public async Task Couriers_customers_and_the_staff_of_others_ask_nobody()
    {
        var (mei, lan, courier) = (await _shop.MeetAsync(), await _shop.BindAsync(), await _shop.BindAsync("courier", StaffRole.Courier));
        var number = await _shop.CollectedAsync(mei, lan);
        var outside = await _shop.Neighbour(Eunchae).BindAsync("outside");

        Assert.IsType<AskCustomerResult.NotForCouriers>(await _shop.AskAsync(courier, number));
        Assert.IsType<AskCustomerResult.NotStaff>(await _shop.AskAsync(outside, number));
        Assert.IsType<AskCustomerResult.NotStaff>(await _shop.AskAsync(new BoundStaff(mei.Id, mei.Contact, "mei"), number));
        Assert.Equal(OrderState.Collected, (await _shop.OrderAsync(number)).State);
    }

    [Fact]
    public async Task Who_has_left_the_account_is_not_asked()
    {
        var (mei, lan) = (await _shop.MeetAsync(), await _shop.BindAsync());
        var number = await _shop.CollectedAsync(mei, lan);
        await _shop.Get<ForgetCustomer>().RunAsync(_shop.Id, _shop.NextKey(), mei.Contact, Start, default);

        Assert.Equal(new AskCustomerResult.CustomerHasLeft(number), await _shop.AskAsync(lan, number));
        Assert.Equal(OrderState.Collected, (await _shop.OrderAsync(number)).State);
    }

    [Fact]
    public async Task An_order_takes_only_so_many_questions()
    {
        var (mei, lan) = (await _shop.MeetAsync(), await _shop.BindAsync());
        var number = await _shop.CollectedAsync(mei, lan);
        foreach (var letter in (string[])["A", "B", "C"])
            Assert.IsType<AskCustomerResult.Asked>(await _shop.AskAsync(lan, number, _shop.Found(letter: letter)));

        Assert.Equal(new AskCustomerResult.TooMany(number, 3), await _shop.AskAsync(lan, number, _shop.Found(letter: "D")));
    }

    [Fact]
    public async Task A_preview_left_over_night_is_looked_at_again()
    {
        var (mei, lan) = (await _shop.MeetAsync(), await _shop.BindAsync());
        var number = await _shop.CollectedAsync(mei, lan);
        var found = _shop.Found();

        _shop.Clock.Advance(TimeSpan.FromHours(12));

        Assert.IsType<AskCustomerResult.TooOld>(await _shop.AskAsync(lan, number, found));
        Assert.IsType<AskCustomerResult.Asked>(await _shop.AskAsync(lan, number));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(50001)]
    public async Task A_price_nobody_can_mean_is_the_dialogs_to_refuse(long price)
    {
        var (mei, lan) = (await _shop.MeetAsync(), await _shop.BindAsync());
        var number = await _shop.CollectedAsync(mei, lan);

        await Assert.ThrowsAsync<ArgumentException>(() => _shop.AskAsync(lan, number, _shop.Found(price: price)));
    }

    [Fact]
    public async Task Staff_who_ask_about_their_own_bag_get_the_question_too()
    {
        var lan = await _shop.BindAsync("lan");
        var number = await _shop.CollectedAsync(await _shop.MeetAsync("lan"), lan);

        await _shop.AskAsync(lan, number);

        Assert.Equal(lan.Contact, Assert.Single(_shop.Owed<FindingAsked>()).To);
        Assert.Equal(MessageClass.Status, _shop.Outbox[^1].Class);
    }

    public ValueTask DisposeAsync() => _shop.DisposeAsync();
}
