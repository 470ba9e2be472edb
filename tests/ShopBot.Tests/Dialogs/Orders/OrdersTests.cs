using ShopBot.Messaging.Media;
using ShopBot.Shops.Ordering;
using ShopBot.Tests.Dialogs.Ordering;

namespace ShopBot.Tests.Dialogs.Orders;

public sealed class OrdersTests
{
    [Fact]
    public async Task The_only_order_is_shown_at_once_with_its_timeline_and_page()
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = await OrderedAsync(chat);

        var reply = await mei.SaysAsync("我的订单");

        Assert.Contains("订单 1：已下单", reply.Text, StringComparison.Ordinal);
        Assert.Contains("3月2日 09:00　已下单", reply.Text, StringComparison.Ordinal);
        Assert.Contains((await chat.Shop.OrderAsync(1)).Token, reply.Text, StringComparison.Ordinal);
        Assert.Equal(["改时间 1", "取消这单", "看别的订单", "好了"], reply.Choices);
    }

    [Fact]
    public async Task Of_several_one_is_picked_by_its_number_and_its_picture_comes_along()
    {
        await using var chat = await ShopChat.OpenAsync();
        var lan = await chat.Shop.BindAsync();
        var mei = await OrderedAsync(chat);
        await mei.SaysAsync("要一袋", "1", "1", "1", "1", "没有", "确认");
        await chat.Get<AddPhoto>().RunAsync(chat.Shop.Id, chat.Shop.NextKey(), lan.Actor, 1, "photo-1", "领口有一处污渍", CancellationToken.None);

        var list = await mei.SaysAsync("我的订单");
        Assert.StartsWith("订单 2｜", list.Choices[0], StringComparison.Ordinal);
        var one = await mei.SaysAsync("1");

        Assert.Contains("订单 1：", one.Text, StringComparison.Ordinal);
        Assert.Equal(MediaReference.For("photo-1"), Assert.Single(one.Messages[0].Attachments).ContentUrl);
        Assert.Contains("领口有一处污渍", one.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_is_cancelled_after_a_confirmation()
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = await OrderedAsync(chat);

        await mei.SaysAsync("我的订单");
        Assert.Contains("真的要取消", (await mei.TapsAsync("取消这单")).Text, StringComparison.Ordinal);
        Assert.Contains("订单 1 取消了", (await mei.TapsAsync("是的，取消")).Text, StringComparison.Ordinal);

        Assert.Equal(OrderState.Cancelled, (await chat.Shop.OrderAsync(1)).State);
        Assert.DoesNotContain("取消这单", (await mei.SaysAsync("订单 1")).Choices);
    }

    [Fact]
    public async Task An_order_in_work_meanwhile_is_not_cancelled_and_the_customer_hears_why()
    {
        await using var chat = await ShopChat.OpenAsync();
        var lan = await chat.Shop.BindAsync();
        var mei = await OrderedAsync(chat);
        await mei.SaysAsync("我的订单", "取消这单");
        await chat.Shop.MoveAsync(lan, 1, OrderState.Accepted);
        await chat.Shop.MoveAsync(lan, 1, OrderState.Collected, new MoveDetails(SealNumber: "E0231"));

        var reply = await mei.SaysAsync("是");

        Assert.Contains("“已取走”", reply.Text, StringComparison.Ordinal);
        Assert.Equal(OrderState.Collected, (await chat.Shop.OrderAsync(1)).State);
    }

    [Theory]
    [InlineData("谢谢", "不客气")]
    [InlineData("要两袋", "怎么给你方便")]
    [InlineData("帮助", "你可以这样说")]
    public async Task Who_has_seen_enough_just_goes_on_talking(string said, string expected)
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = await OrderedAsync(chat);
        await mei.SaysAsync("我的订单");

        var reply = await mei.SaysAsync(said);

        Assert.Contains(expected, reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("取消这单", reply.Choices);
    }

    [Fact]
    public async Task Nobody_sees_somebody_elses_order()
    {
        await using var chat = await ShopChat.OpenAsync();
        await OrderedAsync(chat);

        Assert.Contains("没找到你的订单 1", (await chat.Person("eve").SaysAsync("订单 1")).Text, StringComparison.Ordinal);
        Assert.Contains("还没有订单", (await chat.Person("eve").SaysAsync("my orders")).Text, StringComparison.Ordinal);
    }

    private static async Task<ChatPerson> OrderedAsync(ShopChat chat)
    {
        var mei = await OrderingTests.AtSummaryAsync(chat);
        await mei.SaysAsync("确认");
        return mei;
    }
}
