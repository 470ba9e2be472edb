using ShopBot.Messaging.Outbox;
using ShopBot.Shops;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Staff;
using ShopBot.Testing.Shops;
using static ShopBot.Testing.Shops.TestShop;

namespace ShopBot.Tests.Shops.Ordering;

public sealed class MoveOrderTests
{
    [Fact]
    public async Task The_customer_is_told_of_every_step_once_and_nobody_else_is()
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder());
        var (mei, lan, _) = (await shop.MeetAsync(), await shop.BindAsync("lan"), await shop.BindAsync("ming"));
        var placed = await shop.PlaceAsync(mei);
        var before = shop.Outbox.Count;

        await shop.MoveAsync(lan, placed.Number, OrderState.Accepted);
        await shop.MoveAsync(lan, placed.Number, OrderState.Accepted);
        await shop.MoveAsync(lan, placed.Number, OrderState.Ready);

        Assert.Equal(
            [(mei.Contact, OrderState.Accepted), (mei.Contact, OrderState.Ready)], shop.Owed<OrderMoved>().Select(m => (m.To, m.Fact.State)));
        Assert.All(shop.Outbox.Skip(before), m => Assert.Equal(MessageClass.Status, m.Class));
        Assert.Equal(before + 2, shop.Outbox.Count);
    }

    [Fact]
    public async Task Staff_who_move_their_own_order_have_the_answer_and_get_no_notice()
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder());
        var lan = await shop.BindAsync("lan");
        var placed = await shop.PlaceAsync(await shop.MeetAsync("lan"));

        await shop.MoveAsync(lan, placed.Number, OrderState.Accepted);
        await shop.Get<AddPhoto>().RunAsync(shop.Id, shop.NextKey(), lan.Actor, placed.Number, "media-1", null, default);

        Assert.Empty(shop.Outbox);
    }

    [Fact]
    public async Task A_laundry_bag_is_collected_only_with_its_seal()
    {
        await using var shop = Open(Laundry);
        await shop.StockAsync(new ProductBuilder("bag").Laundry());
        var (mei, lan) = (await shop.MeetAsync(), await shop.BindAsync());
        var number = (await shop.PlaceAsync(mei, Line("bag"))).Number;
        await shop.MoveAsync(lan, number, OrderState.Accepted);

        Assert.Equal(new MoveOrderResult.SealNeeded(number), await shop.MoveAsync(lan, number, OrderState.Collected));
        Assert.Equal(new MoveOrderResult.SealNeeded(number), await shop.MoveAsync(lan, number, OrderState.Collected, new MoveDetails(SealNumber: " ")));
        Assert.Equal(OrderState.Accepted, (await shop.OrderAsync(number)).State);
        Assert.IsType<MoveOrderResult.Moved>(await shop.MoveAsync(lan, number, OrderState.Collected, new MoveDetails(SealNumber: " A-17 ")));
        Assert.Equal("A-17", (await shop.OrderAsync(number)).SealNumber);
    }

    [Fact]
    public async Task What_came_back_because_nobody_was_home_goes_out_again_and_every_trip_is_told()
    {
        await using var shop = Open(Laundry);
        await shop.StockBagsAsync();
        var (mei, lan) = (await shop.MeetAsync(), await shop.BindAsync());
        await shop.TryPlaceAsync(mei, Fetched(mei, new("centre", new(2026, 3, 3), new(9, 0), new(12, 0), Capacity: 5)));
        OrderState[] way = [OrderState.Accepted, OrderState.Collected, OrderState.Washing, OrderState.Ready, OrderState.Delivering, OrderState.Ready,
            OrderState.Delivering, OrderState.Completed];

        foreach (var to in way)
            Assert.IsType<MoveOrderResult.Moved>(await shop.MoveAsync(lan, 1, to, new MoveDetails(SealNumber: "E0231", NotHome: true)));

        Assert.Equal(way, shop.Owed<OrderMoved>().Select(m => m.Fact.State));
    }

    [Fact]
    public async Task A_parcel_leaves_only_with_its_carrier_and_with_a_tracking_number_where_there_is_one()
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder().HandedOver(Handover.Delivery));
        var (mei, lan) = (await shop.MeetAsync(), await shop.BindAsync());
        var request = Request(mei, Line()) with { Handover = Handover.Delivery, Address = "人民路 1 号" };
        await shop.Get<PlaceOrder>().RunAsync(shop.Id, shop.NextKey(), mei.Actor, request, default);
        await shop.MoveAsync(lan, 1, OrderState.Accepted);

        Assert.Equal(new MoveOrderResult.CarrierNeeded(1), await shop.MoveAsync(lan, 1, OrderState.Shipped));
        Assert.Equal(new MoveOrderResult.CarrierNeeded(1), await shop.MoveAsync(lan, 1, OrderState.Shipped, new MoveDetails(Carrier: "", TrackingNumber: "SF1")));
        Assert.Null((await shop.OrderAsync(1)).TrackingNumber);
        Assert.IsType<MoveOrderResult.Moved>(await shop.MoveAsync(lan, 1, OrderState.Shipped, new MoveDetails(Carrier: "顺丰", TrackingNumber: " ")));
        Assert.Equal(("顺丰", null), ((await shop.OrderAsync(1)).Carrier, (await shop.OrderAsync(1)).TrackingNumber));
    }

    [Fact]
    public async Task Details_that_do_not_belong_to_a_step_change_nothing()
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder());
        var lan = await shop.BindAsync();
        var number = (await shop.PlaceAsync(await shop.MeetAsync())).Number;

        await shop.MoveAsync(lan, number, OrderState.Accepted, new MoveDetails("A-17", "顺丰", "SF1"));

        var order = await shop.OrderAsync(number);
        Assert.Equal((null, null, null), (order.SealNumber, order.Carrier, order.TrackingNumber));
    }

    [Fact]
    public async Task Only_those_who_work_here_now_may_touch_an_order()
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder());
        var (mei, boss, lan) = (await shop.MeetAsync(), await shop.BindAsync("boss", StaffRole.Manager), await shop.BindAsync("lan"));
        await shop.PlaceAsync(mei);
        await shop.Get<RevokeStaff>().RunAsync(shop.Id, shop.NextKey(), boss.Actor, lan.Id, default);
        var outside = await shop.Neighbour(Laundry).BindAsync("outside");

        foreach (var actor in (Actor[])[mei.Actor, lan.Actor, outside.Actor])
        {
            Assert.IsType<MoveOrderResult.NotStaff>(
                await shop.Get<MoveOrder>().RunAsync(shop.Id, shop.NextKey(), actor, 1, OrderState.Accepted, new MoveDetails(), default));
            Assert.IsType<AddPhotoResult.NotStaff>(await shop.Get<AddPhoto>().RunAsync(shop.Id, shop.NextKey(), actor, 1, "media-1", null, default));
            Assert.IsType<MarkPaidResult.NotStaff>(await shop.Get<MarkPaid>().RunAsync(shop.Id, shop.NextKey(), actor, 1, default));
        }

        Assert.Equal(OrderState.Placed, (await shop.OrderAsync(1)).State);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public async Task A_number_no_order_has_is_said_to_be_none(int number)
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder());
        var lan = await shop.BindAsync();
        await shop.PlaceAsync(await shop.MeetAsync());

        Assert.Equal(new MoveOrderResult.NoSuchOrder(number), await shop.MoveAsync(lan, number, OrderState.Accepted));
        Assert.Equal(
            new AddPhotoResult.NoSuchOrder(number), await shop.Get<AddPhoto>().RunAsync(shop.Id, shop.NextKey(), lan.Actor, number, "media-1", null, default));
        Assert.Equal(new MarkPaidResult.NoSuchOrder(number), await shop.Get<MarkPaid>().RunAsync(shop.Id, shop.NextKey(), lan.Actor, number, default));
    }
}
