using ShopBot.Shops.Pickups;
using ShopBot.Shops.Staff;

namespace ShopBot.Tests.Dialogs.Pickups;

// The clock stands at 9 o'clock on Monday, 2 March 2026.
public sealed class PickupStaffTests
{
    [Theory]
    [InlineData("改时间 1 周五 15:00 顾客出差", 6, 15, "顾客出差")]
    [InlineData("改时间 1 周五下午四点 司机 临时有事", 6, 15, "司机 临时有事")]
    [InlineData("改时间1 周五15:00顾客出差", 6, 15, "顾客出差")]
    [InlineData("move 1 friday 3 pm customer is away", 6, 15, "customer is away")]
    [InlineData("改约 1 13:00 老人在家", 3, 12, "老人在家")]
    public async Task Order_time_and_reason_in_one_message_move_it(string said, int day, int hour, string reason)
    {
        await using var chat = await ShopChat.OpenAsync();
        await OrderedAsync(chat);
        var wang = await chat.StaffAsync("wang", StaffRole.Courier);

        Assert.Contains("李梅", (await wang.SaysAsync(said)).Text, StringComparison.Ordinal);

        var order = await chat.Shop.OrderAsync(1);
        Assert.Equal((day, hour), (order.Pickup!.Day.Day, order.Pickup.Start.Hour));
        Assert.Equal(reason, Assert.Single(await chat.Get<PickupMoveReader>().OfOrderAsync(chat.Shop.Id, order.Id, default)).Reason);
    }

    [Fact]
    public async Task What_the_message_lacks_is_asked_for()
    {
        await using var chat = await ShopChat.OpenAsync();
        await OrderedAsync(chat);
        var wang = await chat.StaffAsync("wang", StaffRole.Manager);

        Assert.Contains("这样写：改时间 1", (await wang.SaysAsync("改时间 1")).Text, StringComparison.Ordinal);
        Assert.Contains("没有上门的时段", (await wang.SaysAsync("改时间 1 周日 9:30 早")).Text, StringComparison.Ordinal);
        Assert.Equal(["3月6日（周五） 12:00–15:00", "3月6日（周五） 15:00–18:00", "不改了"], (await wang.SaysAsync("改时间 1 周五下午")).Choices);
        Assert.Contains("为什么改", (await wang.SaysAsync("2")).Text, StringComparison.Ordinal);
        Assert.Contains("最多 60 个字", (await wang.SaysAsync(new string('长', 61))).Text, StringComparison.Ordinal);
        Assert.Contains("已经告诉顾客", (await wang.SaysAsync("取件车坏了")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Into_a_full_window_it_goes_only_after_a_yes()
    {
        await using var chat = await ShopChat.OpenAsync();
        await OrderedAsync(chat);
        var wang = await chat.StaffAsync("wang", StaffRole.Manager);
        var friday = chat.Windows().Single(w => w.Day.Day == 6 && w.Start.Hour == 15);
        await chat.Shop.FillAsync(friday, friday.Capacity);

        Assert.Contains("已经满了", (await wang.SaysAsync("改时间 1 周五 15:00 顾客出差")).Text, StringComparison.Ordinal);
        Assert.Contains("照旧", (await wang.SaysAsync("不用")).Text, StringComparison.Ordinal);
        Assert.Equal(3, (await chat.Shop.OrderAsync(1)).Pickup!.Day.Day);
        await wang.SaysAsync("改时间 1 周五 15:00 顾客出差");
        Assert.Contains("已经告诉顾客", (await wang.TapsAsync("还是要排")).Text, StringComparison.Ordinal);
        Assert.Equal(6, (await chat.Shop.OrderAsync(1)).Pickup!.Day.Day);
    }

    [Theory]
    [InlineData(StaffRole.Clerk)]
    [InlineData(StaffRole.Laundry)]
    public async Task Others_do_not_move_orders(StaffRole role)
    {
        await using var chat = await ShopChat.OpenAsync();
        await OrderedAsync(chat);
        var lan = await chat.StaffAsync("lan", role);

        Assert.Contains("只有经理和快递", (await lan.SaysAsync("改时间 1 周五 15:00 顾客出差")).Text, StringComparison.Ordinal);
        Assert.Equal(3, (await chat.Shop.OrderAsync(1)).Pickup!.Day.Day);
    }

    [Theory]
    [InlineData("停约 明天 9:00-12:00 静安", 1)]
    [InlineData("停约 明天上午", 2)]
    [InlineData("close tomorrow 10 am", 2)]
    [InlineData("停约 明天 9:00-18:00 市中心", 3)]
    [InlineData("停约 明天", 8)]
    public async Task Windows_are_closed_by_day_hours_and_area(string said, int closed)
    {
        await using var chat = await ShopChat.OpenAsync();
        await OrderedAsync(chat);
        var lan = await chat.StaffAsync();

        var reply = await lan.SaysAsync(said);

        Assert.Contains("订单 1　李梅", reply.Text, StringComparison.Ordinal);
        Assert.Contains("改时间 1", reply.Text, StringComparison.Ordinal);
        Assert.Equal(["订单 1"], reply.Choices);
        Assert.Equal(closed, (await lan.SaysAsync("停约")).Text.Split('\n').Count(l => l.StartsWith("3月3日", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_closed_window_is_offered_to_no_customer_until_it_is_open_again()
    {
        await using var chat = await ShopChat.OpenAsync();
        var lan = await chat.StaffAsync();
        await lan.SaysAsync("停约 明天 9:00 静安");
        var mei = chat.Person();

        Assert.Contains("约不上", (await mei.SaysAsync("两袋，明天上午来取，静安区南京西路100号5楼")).Text, StringComparison.Ordinal);
        Assert.Contains("又可以约了", (await lan.SaysAsync("恢复 明天 9:00")).Text, StringComparison.Ordinal);
        Assert.Contains("没有停着的时段", (await lan.SaysAsync("停约")).Text, StringComparison.Ordinal);
        Assert.Contains("怎么称呼", (await mei.SaysAsync("明天上午")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("停约 静安", "没看懂")]
    [InlineData("停约 昨天", "过去")]
    [InlineData("停约 明天 9:00 火星", "没有“火星”这个区域")]
    [InlineData("停约 明天 22:30", "")]
    [InlineData("恢复 周二 3点", "")]
    public async Task What_cannot_be_read_is_answered_with_how_to_write_it(string said, string expected)
    {
        await using var chat = await ShopChat.OpenAsync();
        var lan = await chat.StaffAsync();

        Assert.Contains(expected, (await lan.SaysAsync(said)).Text, StringComparison.Ordinal);

        Assert.Contains("没有停着的时段", (await lan.SaysAsync("停约")).Text, StringComparison.Ordinal);
    }

    private static async Task OrderedAsync(ShopChat chat) =>
        await chat.Person().SaysAsync("两袋，明天上午来取，静安区南京西路100号5楼", "李梅", "13812345678", "1", "没有", "确认");
}
