using ShopBot.Messaging.Media;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Staff;
using ShopBot.Testing.Shops;
using ShopBot.Tests.Dialogs.Ordering;

namespace ShopBot.Tests.Dialogs.Staff;

public sealed class StaffTests
{
    [Fact]
    public async Task A_code_makes_somebody_staff_and_is_used_up()
    {
        await using var chat = await ShopChat.OpenAsync();
        var code = await chat.Shop.IssueCodeAsync(StaffRole.Courier);
        var (lan, eve) = (chat.Person("lan"), chat.Person("eve"));

        Assert.Contains("怎么称呼你", (await lan.SaysAsync($"员工{code}")).Text, StringComparison.Ordinal);
        Assert.Contains("小兰，欢迎！你现在是快递", (await lan.SaysAsync("小兰")).Text, StringComparison.Ordinal);
        Assert.Contains("4 more tries", (await eve.SaysAsync($"staff {code} Eve")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("接 1")]
    [InlineData("今天")]
    [InlineData("封 1 E0231")]
    public async Task Staff_words_of_a_customer_change_nothing(string said)
    {
        await using var chat = await ShopChat.OpenAsync();
        await OrderedAsync(chat);

        Assert.DoesNotContain("李女士", (await chat.Person("eve").SaysAsync(said)).Text, StringComparison.Ordinal);
        Assert.Equal(OrderState.Placed, (await chat.Shop.OrderAsync(1)).State);
    }

    [Fact]
    public async Task An_order_goes_its_way_by_tapping()
    {
        await using var chat = await ShopChat.OpenAsync();
        await OrderedAsync(chat);
        var lan = await chat.StaffAsync();

        await lan.SaysAsync("今天");
        Assert.Contains("13812345678", (await lan.TapsAsync("订单 1")).Text, StringComparison.Ordinal);
        Assert.Contains("店里已接单", (await lan.TapsAsync("接单")).Text, StringComparison.Ordinal);
        await lan.SaysAsync("订单 1");
        Assert.Contains("封签号", (await lan.TapsAsync("取件封袋")).Text, StringComparison.Ordinal);
        Assert.Contains("3 到 20", (await lan.SaysAsync("封好了！")).Text, StringComparison.Ordinal);
        await lan.SaysAsync("e0231");

        var order = await chat.Shop.OrderAsync(1);
        Assert.Equal((OrderState.Collected, "E0231"), (order.State, order.SealNumber));
        Assert.Equal("lan", order.History[^1].By);
    }

    [Fact]
    public async Task An_order_goes_its_way_by_words_and_the_number_may_be_left_out()
    {
        await using var chat = await ShopChat.OpenAsync();
        await OrderedAsync(chat);
        var lan = await chat.StaffAsync();

        await lan.SaysAsync("接1", "封 1 E0231", "洗", "洗好了", "送", "完成", "已付");

        var order = await chat.Shop.OrderAsync(1);
        Assert.Equal(OrderState.Completed, order.State);
        Assert.NotNull(order.PaidAt);
    }

    [Fact]
    public async Task A_parcel_is_sent_with_carrier_and_number_in_one_message_or_when_asked()
    {
        await using var chat = await ShopChat.OpenAsync(TestShop.Eunchae);
        var mei = chat.Person();
        await mei.SaysAsync("要 2 支防晒", "送货上门", "上海市黄浦区南京东路100号", "李女士", "13812345678", "1", "没有", "确认");
        await mei.SaysAsync("要 1 支防晒", "送货上门", "1", "1", "没有", "确认");
        var lan = await chat.StaffAsync();

        await lan.SaysAsync("接 1", "单号 1 顺丰 SF1234567890", "接 2");
        Assert.Contains("哪家快递", (await lan.SaysAsync("发货 2")).Text, StringComparison.Ordinal);
        await lan.SaysAsync("闪送");

        var (one, two) = (await chat.Shop.OrderAsync(1), await chat.Shop.OrderAsync(2));
        Assert.Equal((OrderState.Shipped, "顺丰", "SF1234567890"), (one.State, one.Carrier, one.TrackingNumber));
        Assert.Equal((OrderState.Shipped, "闪送", null), (two.State, two.Carrier, two.TrackingNumber));
    }

    [Fact]
    public async Task A_move_that_is_not_possible_is_refused_with_what_is()
    {
        await using var chat = await ShopChat.OpenAsync();
        await OrderedAsync(chat);
        var lan = await chat.StaffAsync();

        var reply = await lan.SaysAsync("完成 1");

        Assert.Contains("“已下单”", reply.Text, StringComparison.Ordinal);
        Assert.Contains("接单", reply.Text, StringComparison.Ordinal);
        Assert.Contains("没有订单 99", (await lan.SaysAsync("接 99")).Text, StringComparison.Ordinal);
        Assert.Equal(OrderState.Placed, (await chat.Shop.OrderAsync(1)).State);
    }

    [Fact]
    public async Task Taking_an_order_back_is_confirmed()
    {
        await using var chat = await ShopChat.OpenAsync();
        await OrderedAsync(chat);
        var lan = await chat.StaffAsync();

        Assert.Contains("取消李女士的订单 1", (await lan.SaysAsync("取消 1")).Text, StringComparison.Ordinal);
        await lan.TapsAsync("留着");
        Assert.Equal(OrderState.Placed, (await chat.Shop.OrderAsync(1)).State);
        await lan.SaysAsync("订单 1");
        await lan.TapsAsync("取消订单");
        await lan.TapsAsync("取消订单");

        Assert.Equal(OrderState.Cancelled, (await chat.Shop.OrderAsync(1)).State);
    }

    [Fact]
    public async Task A_photo_goes_out_only_after_order_and_confirmation()
    {
        await using var chat = await ShopChat.OpenAsync();
        await OrderedAsync(chat);
        var lan = await chat.StaffAsync();

        Assert.StartsWith("订单 1｜李女士", (await lan.SendsPictureAsync("stain")).Choices[0], StringComparison.Ordinal);
        Assert.Contains("发给订单 1 的李女士，确认发送吗", (await lan.SaysAsync("1")).Text, StringComparison.Ordinal);
        Assert.Empty((await chat.Shop.OrderAsync(1)).Photos);
        await lan.TapsAsync("配一句话");
        await lan.SaysAsync("领口有一处污渍");
        Assert.Contains("照片发给订单 1 的李女士了", (await lan.TapsAsync("发送")).Text, StringComparison.Ordinal);

        var photo = Assert.Single((await chat.Shop.OrderAsync(1)).Photos);
        Assert.Equal(("stain", "领口有一处污渍"), (photo.MediaId, photo.Caption));
        Assert.Single(chat.Shop.Owed<PhotoTaken>());
    }

    [Fact]
    public async Task Several_photos_go_together_and_none_when_staff_change_their_mind()
    {
        await using var chat = await ShopChat.OpenAsync();
        await OrderedAsync(chat);
        var lan = await chat.StaffAsync();

        await lan.SendsPictureAsync("a");
        Assert.Contains("2 张照片", (await lan.SendsPictureAsync("b")).Text, StringComparison.Ordinal);
        Assert.Contains("没有订单 77", (await lan.SaysAsync("77")).Text, StringComparison.Ordinal);
        await lan.SaysAsync("1");
        await lan.TapsAsync("不发了");
        Assert.Empty((await chat.Shop.OrderAsync(1)).Photos);

        await lan.SendsPictureAsync("c");
        await lan.SendsPictureAsync("d");
        await lan.SaysAsync("1", "确认");
        Assert.Equal(["c", "d"], (await chat.Shop.OrderAsync(1)).Photos.Select(p => p.MediaId));
    }

    [Fact]
    public async Task A_photo_the_platform_does_not_give_out_is_asked_for_again()
    {
        await using var chat = await ShopChat.OpenAsync();
        var lan = await chat.StaffAsync();
        chat.Media.Fails = new MediaUnavailableException("gone");

        Assert.Contains("麻烦再发一次", (await lan.SendsPictureAsync()).Text, StringComparison.Ordinal);
        chat.Media.Fails = new MediaRefusedException("too large");
        Assert.Contains("JPG", (await lan.SendsPictureAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_managers_give_out_codes()
    {
        await using var chat = await ShopChat.OpenAsync();
        var clerk = await chat.StaffAsync("lan");
        var boss = await chat.StaffAsync("boss", StaffRole.Manager);

        Assert.Contains("只有经理", (await clerk.SaysAsync("新员工 快递")).Text, StringComparison.Ordinal);
        Assert.Contains("新员工 快递", (await boss.SaysAsync("新员工")).Choices);
        var issued = await boss.TapsAsync("新员工 快递");
        var code = new string([.. issued.Text.Where(char.IsAsciiDigit).Take(6)]);
        Assert.Contains("你现在是快递", (await chat.Person("bo").SaysAsync($"员工 {code} 阿宝")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_can_be_customers_for_a_while()
    {
        await using var chat = await ShopChat.OpenAsync();
        var lan = await chat.StaffAsync();

        Assert.Equal("约一袋", (await lan.SaysAsync("顾客模式")).Choices[0]);
        Assert.Contains("没太明白", (await lan.SaysAsync("接 1")).Text, StringComparison.Ordinal);
        await lan.SaysAsync("员工模式");
        Assert.Contains("没有订单 1", (await lan.SaysAsync("接 1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_no_longer_works_here_moves_nothing_and_is_a_customer_again()
    {
        await using var chat = await ShopChat.OpenAsync();
        await OrderedAsync(chat);
        var boss = await chat.Shop.BindAsync("boss", StaffRole.Manager);
        var lan = await chat.StaffAsync();
        var card = await chat.Get<StaffReader>().FindAsync(chat.Shop.Id, lan.Contact, CancellationToken.None);
        await chat.Get<RevokeStaff>().RunAsync(chat.Shop.Id, chat.Shop.NextKey(), boss.Actor, card!.Id, CancellationToken.None);

        Assert.Contains("不是店员了", (await lan.SaysAsync("接 1")).Text, StringComparison.Ordinal);
        Assert.Equal("约一袋", (await lan.SaysAsync("你好")).Choices[0]);
        Assert.Equal(OrderState.Placed, (await chat.Shop.OrderAsync(1)).State);
    }

    [Fact]
    public async Task Staff_words_in_English_work_as_well()
    {
        await using var chat = await ShopChat.OpenAsync();
        await OrderedAsync(chat);
        var lan = await chat.StaffAsync();

        await lan.SaysAsync("english", "accept 1", "seal 1 E0231");

        Assert.Contains("Order 1: collected", lan.Last.Text, StringComparison.Ordinal);
    }

    private static async Task OrderedAsync(ShopChat chat) => await (await OrderingTests.AtSummaryAsync(chat)).SaysAsync("确认");
}
