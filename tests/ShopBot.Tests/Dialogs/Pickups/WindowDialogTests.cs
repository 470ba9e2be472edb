using ShopBot.Shops.Ordering;
using ShopBot.Shops.Pickups;

namespace ShopBot.Tests.Dialogs.Pickups;

// The clock stands at 9 o'clock on Monday, 2 March 2026.
public sealed class WindowDialogTests
{
    [Fact]
    public async Task A_time_said_offers_its_windows_and_a_tap_books_one()
    {
        await using var chat = await ShopChat.OpenAsync();
        var john = await OrderedInEnglishAsync(chat);

        var offer = await john.SaysAsync("can you move it to Friday afternoon");

        Assert.Contains("Order 1 is booked for Tue 3 Mar 9:00–12:00", offer.Text, StringComparison.Ordinal);
        Assert.Equal(["Fri 6 Mar 12:00–15:00", "Fri 6 Mar 15:00–18:00", "Later", "Back to the soonest", "Leave it as it is"], offer.Choices);
        Assert.Contains("we'll come for order 1 Fri 6 Mar 15:00–18:00", (await john.SaysAsync("2")).Text, StringComparison.Ordinal);
        Assert.Equal(new(2026, 3, 6), (await chat.Shop.OrderAsync(1)).Pickup!.Day);
    }

    [Fact]
    public async Task One_window_that_fits_is_asked_about_before_it_is_booked()
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = await OrderedAsync(chat);

        var asked = await mei.SaysAsync("改到周五下午四点");

        Assert.Contains("3月6日（周五） 15:00–18:00 可以，就约这个时间吗", asked.Text, StringComparison.Ordinal);
        Assert.Equal(new(2026, 3, 3), (await chat.Shop.OrderAsync(1)).Pickup!.Day);
        Assert.Contains("改好了", (await mei.SaysAsync("好的")).Text, StringComparison.Ordinal);
        Assert.Equal(new(2026, 3, 6), (await chat.Shop.OrderAsync(1)).Pickup!.Day);
    }

    [Fact]
    public async Task Of_several_orders_the_right_one_is_asked_for_and_the_time_is_kept()
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = await OrderedAsync(chat);
        await mei.SaysAsync("要一袋，明天上午来取，静安区南京西路100号5楼", "1", "1", "没有", "确认");

        var which = await mei.SaysAsync("改到周五下午");
        Assert.Contains("要改哪一单", which.Text, StringComparison.Ordinal);
        Assert.Contains("订单 1 现在约的是", (await mei.TapsAsync("订单 1")).Text, StringComparison.Ordinal);
        await mei.TapsAsync("3月6日（周五） 15:00");

        Assert.Equal((new(2026, 3, 6), new(2026, 3, 3)), ((await chat.Shop.OrderAsync(1)).Pickup!.Day, (await chat.Shop.OrderAsync(2)).Pickup!.Day));
        Assert.Contains("订单 2 现在约的是", (await mei.SaysAsync("2号订单改到周五下午")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("不改了")]
    [InlineData("不用了")]
    [InlineData("返回")]
    [InlineData("取消")]
    public async Task Who_leaves_it_leaves_it_as_it_was(string said)
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = await OrderedAsync(chat);
        await mei.SaysAsync("改时间");

        Assert.DoesNotContain("改好了", (await mei.SaysAsync(said)).Text, StringComparison.Ordinal);

        Assert.Equal((new(2026, 3, 3), 0), (await chat.Shop.OrderAsync(1)).Pickup is { } booked ? (booked.Day, booked.Moves) : default);
        Assert.DoesNotContain("不改了", (await mei.SaysAsync("菜单")).Choices);
    }

    [Theory]
    [InlineData("昨天下午", "过去了")]
    [InlineData("2月30号", "没有")]
    [InlineData("明年三月三号", "60 天")]
    [InlineData("凌晨三点", "")]
    [InlineData("随便哪天都行吧你们定", "")]
    public async Task What_cannot_be_is_answered_and_asked_again(string said, string expected)
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = await OrderedAsync(chat);
        await mei.SaysAsync("改时间");

        var reply = await mei.SaysAsync(said);

        Assert.Contains(expected, reply.Text, StringComparison.Ordinal);
        Assert.Contains("不改了", reply.Choices);
        Assert.Equal(0, (await chat.Shop.OrderAsync(1)).Pickup!.Moves);
    }

    [Fact]
    public async Task The_line_of_an_order_is_understood_days_later_and_in_the_middle_of_another()
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = await OrderedAsync(chat);
        await mei.SaysAsync("要三袋", "1");

        Assert.Contains("订单 1 现在约的是", (await mei.SaysAsync("改时间 1")).Text, StringComparison.Ordinal);
        Assert.Contains("没找到你的订单 7", (await mei.SaysAsync("改时间 7")).Text, StringComparison.Ordinal);
        Assert.Contains("没找到你的订单 1", (await chat.Person("eve").SaysAsync("改时间 1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_late_or_fetched_already_a_person_is_offered()
    {
        await using var chat = await ShopChat.OpenAsync();
        var lan = await chat.Shop.BindAsync();
        var mei = await OrderedAsync(chat);
        chat.Shop.Clock.Advance(TimeSpan.FromHours(23));

        var late = await mei.SaysAsync("改时间 1");
        Assert.Contains("要提前 2 小时改", late.Text, StringComparison.Ordinal);
        Assert.Equal(["人工"], late.Choices);

        await chat.Shop.MoveAsync(lan, 1, OrderState.Accepted);
        await chat.Shop.MoveAsync(lan, 1, OrderState.Collected, new MoveDetails(SealNumber: "E0231"));
        Assert.Contains("“已取走”", (await mei.SaysAsync("改时间 1")).Text, StringComparison.Ordinal);
        Assert.Contains("改不了", (await mei.SaysAsync("改到后天下午")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_window_filled_while_the_list_was_open_is_said_and_others_are_offered()
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = await OrderedAsync(chat);
        await mei.SaysAsync("改到周五下午");
        await chat.Shop.FillAsync(chat.Windows().Single(w => w.Day.Day == 6 && w.Start.Hour == 15), room: 40 * PickupPlan.Bag);

        var reply = await mei.TapsAsync("3月6日（周五） 15:00");

        Assert.Contains("刚刚约满了", reply.Text, StringComparison.Ordinal);
        Assert.Contains("不改了", reply.Choices);
        Assert.Equal(new(2026, 3, 3), (await chat.Shop.OrderAsync(1)).Pickup!.Day);
    }

    [Fact]
    public async Task Where_every_window_is_taken_the_order_stays_and_a_person_is_offered()
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = await OrderedAsync(chat);
        foreach (var window in chat.Windows())
            await chat.Shop.FillAsync(window, window.Capacity);

        var reply = await mei.SaysAsync("改时间 1");

        Assert.Contains("都约满了", reply.Text, StringComparison.Ordinal);
        Assert.Equal(["人工"], reply.Choices);
    }

    private static async Task<ChatPerson> OrderedAsync(ShopChat chat)
    {
        var mei = chat.Person();
        await mei.SaysAsync("两袋，明天上午来取，静安区南京西路100号5楼", "李梅", "13812345678", "1", "没有", "确认");
        return mei;
    }

    private static async Task<ChatPerson> OrderedInEnglishAsync(ShopChat chat)
    {
        var john = chat.Person("john");
        await john.SaysAsync("English please", "two bags, collect tomorrow morning from 100 Nanjing West Road, Jing'an", "John", "13812345678", "1", "nothing", "yes");
        return john;
    }
}
