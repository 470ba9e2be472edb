using ShopBot.Dialogs.Content;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Staff;
using ShopBot.Testing.Driving;

namespace ShopBot.Tests.Dialogs.Charges;

public sealed class ChargeDeskTests
{
    [Theory]
    [InlineData("加收 1 20 去渍", 21800, "去渍")]
    [InlineData("加收1 20元去渍", 21800, "去渍")]
    [InlineData("加收 1 ¥20.50 去渍", 21850, "去渍")]
    [InlineData("加收 １ ２０ 去渍", 21800, "去渍")]
    [InlineData("charge 1 20 Stain removal", 21800, "Stain removal")]
    [InlineData("优惠 1 10 老顾客", 18800, "老顾客")]
    [InlineData("discount 1 10 yuan, regular", 18800, "regular")]
    public async Task A_clerk_changes_the_price_in_one_line(string said, long total, string label)
    {
        await using var chat = await WithOrderAsync();
        var lan = await chat.StaffAsync();

        await lan.SaysAsync(said);

        var order = await chat.Shop.OrderAsync(1);
        Assert.Equal((total, label), (order.Total.Minor, Assert.Single(order.Charges).Label.Chinese));
        Assert.Contains("¥198 →", lan.Last.Text, StringComparison.Ordinal);
        Assert.Equal(total, Assert.Single(chat.Shop.Owed<OrderCharged>()).Fact.TotalInMinor);
    }

    [Theory]
    [InlineData("加收 1 1e9 去渍", "看不出是多少钱")]
    [InlineData("加收 1 -5 去渍", "看不出是多少钱")]
    [InlineData("加收 1 ٣ 去渍", "看不出是多少钱")]
    [InlineData("加收 1 99.999 去渍", "看不出是多少钱")]
    [InlineData("加收 1 1,000 去渍", "看不出是多少钱")]
    [InlineData("加收 1 0 去渍", "看不出是多少钱")]
    [InlineData("加收 1 0.00 去渍", "看不出是多少钱")]
    [InlineData("加收 1 20x 去渍", "看不出是多少钱")]
    [InlineData("加收 1 0x20 去渍", "看不出是多少钱")]
    [InlineData("加收 1 99999999999999999999 去渍", "看不出是多少钱")]
    [InlineData("加收 1 500.01 去渍", "一次最多 ¥500")]
    [InlineData("加收 1 999999999999 去渍", "一次最多 ¥500")]
    [InlineData("加收 1 20", "原因也写上")]
    [InlineData("加收 1", "写上订单号、金额和原因")]
    [InlineData("加收", "写上订单号、金额和原因")]
    [InlineData("加收 去渍 20", "写上订单号、金额和原因")]
    [InlineData("加收 20 去渍", "看不出是多少钱")]
    [InlineData("加收 7 20 去渍", "没有订单 7")]
    [InlineData("优惠 1 198.01 老顾客", "一共才 ¥198")]
    public async Task What_is_no_plain_amount_changes_nothing_and_is_answered_with_how_to_write_it(string said, string answer)
    {
        await using var chat = await WithOrderAsync();
        var lan = await chat.StaffAsync();

        Assert.Contains(answer, (await lan.SaysAsync(said)).Text, StringComparison.Ordinal);
        Assert.Contains("40 个字以内", (await lan.SaysAsync("加收 1 20 " + new string('长', 41))).Text, StringComparison.Ordinal);

        Assert.Equal(19800, (await chat.Shop.OrderAsync(1)).Total.Minor);
        Assert.Empty(chat.Shop.Owed<OrderCharged>());
    }

    [Fact]
    public async Task The_line_below_takes_the_charge_back_and_a_second_tap_takes_back_nothing_else()
    {
        await using var chat = await WithOrderAsync();
        var lan = await chat.StaffAsync();
        await lan.SaysAsync("加收 1 5 衣架");
        await lan.SaysAsync("加收 1 20 去渍");
        var undo = lan.Last.Choices[0];

        Assert.Contains("撤回：去渍", (await lan.SaysAsync(undo)).Text, StringComparison.Ordinal);
        Assert.Contains("之前已经撤回", (await lan.SaysAsync(undo)).Text, StringComparison.Ordinal);
        Assert.Equal(20300, (await chat.Shop.OrderAsync(1)).Total.Minor);
        Assert.Contains("撤回：衣架", (await lan.SaysAsync("撤销加收 1")).Text, StringComparison.Ordinal);
        Assert.Contains("没有可以撤回", (await lan.SaysAsync("撤销加收 1")).Text, StringComparison.Ordinal);
        Assert.Equal(19800, (await chat.Shop.OrderAsync(1)).Total.Minor);
    }

    [Fact]
    public async Task A_paid_order_says_what_is_still_to_pay_and_what_goes_back()
    {
        await using var chat = await WithOrderAsync();
        var lan = await chat.StaffAsync();
        await lan.SaysAsync("已付 1");

        Assert.Contains("还要补 ¥20", (await lan.SaysAsync("加收 1 20 去渍")).Text, StringComparison.Ordinal);
        Assert.Contains("已付 ¥198，还要付 ¥20", (await lan.SaysAsync("订单 1")).Text, StringComparison.Ordinal);
        await lan.SaysAsync("已付 1");
        Assert.Contains("要退给顾客 ¥30", (await lan.SaysAsync("优惠 1 30 老顾客")).Text, StringComparison.Ordinal);
        Assert.Contains("还要退给顾客 ¥30", (await lan.SaysAsync("已付 1")).Text, StringComparison.Ordinal);
        Assert.Contains("退给顾客 ¥30", (await lan.SaysAsync("已退款 1")).Text, StringComparison.Ordinal);
        Assert.Contains("没有要退的钱", (await lan.SaysAsync("已退款 1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_customer_sees_each_amount_and_the_total()
    {
        await using var chat = await WithOrderAsync();
        var lan = await chat.StaffAsync();
        await lan.SaysAsync("加收 1 20 去渍");
        await lan.SaysAsync("优惠 1 10 老顾客");

        var mine = await chat.Person().SaysAsync("我的订单");

        Assert.Contains("去渍　+¥20\n老顾客　-¥10\n合计 ¥208", mine.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StaffRole.Courier)]
    [InlineData(StaffRole.Laundry)]
    public async Task Who_handles_no_money_is_told_who_does(StaffRole role)
    {
        await using var chat = await WithOrderAsync();
        var chen = await chat.StaffAsync("chen", role);

        Assert.Contains("要店员或经理来做", (await chen.SaysAsync("优惠 1 10 老顾客")).Text, StringComparison.Ordinal);
        Assert.Contains("要店员或经理来做", (await chen.SaysAsync("已退款 1")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("加收", (await chat.Person("other").SaysAsync("加收 1 20 去渍")).Text, StringComparison.Ordinal);
        Assert.Equal(19800, (await chat.Shop.OrderAsync(1)).Total.Minor);
    }

    [Fact]
    public void A_shop_without_the_file_changes_no_price_and_a_wrong_one_stops_the_start()
    {
        using var folder = ContentFolder.Copy();
        folder.Write("shops/laundry/charges.yaml", "most: -5\n");
        var wrong = Assert.Throws<ContentException>(() => DialogContent.Read(folder.Root));
        Assert.Contains(wrong.Errors, e => e.ToString().Contains("charges.yaml:1", StringComparison.Ordinal));

        File.Delete(Path.Combine(folder.Root, "shops/laundry/charges.yaml"));
        Assert.Null(DialogContent.Read(folder.Root).For("laundry").Charges);
    }

    private static async Task<ShopChat> WithOrderAsync()
    {
        var chat = await ShopChat.OpenAsync();
        var mei = chat.Person();
        await mei.SaysAsync([.. LaundryOrder.UpToTheSummary, LaundryOrder.Confirmation]);
        Assert.Equal(19800, (await chat.Shop.OrderAsync(1)).Total.Minor);
        return chat;
    }
}
