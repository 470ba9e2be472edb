using ShopBot.Dialogs.Content;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Prepaid;
using ShopBot.Shops.Staff;

namespace ShopBot.Tests.Dialogs.Prepaid;

public sealed class PrepaidChatTests
{
    private static readonly string[] FirstOrder = ["要一袋", "自己送店、自己取", "李小姐", "13800138000", "到店付", "没有", "确认"];

    [Fact]
    public async Task Topped_up_by_phone_after_a_confirmation_and_spent_with_the_next_order()
    {
        await using var chat = await ShopChat.OpenAsync();
        var (mei, lan) = (chat.Person(), await chat.StaffAsync());
        await mei.SaysAsync(FirstOrder);
        Assert.Contains("还没有钱", (await mei.SaysAsync("余额")).Text, StringComparison.Ordinal);

        Assert.Contains("给李小姐（138****8000）充值 ¥500？\n余额 ¥0 → ¥500", (await lan.SaysAsync("充值 138 0013 8000 500")).Text, StringComparison.Ordinal);
        Assert.Contains("余额 ¥500，记好了", (await lan.TapsAsync("确认充值")).Text, StringComparison.Ordinal);
        await lan.SaysAsync("确认充值");

        await mei.SaysAsync("要两袋", "自己送店、自己取", "1");
        Assert.Equal("储值卡（余额 ¥500）", mei.Last.Choices[0]);
        await mei.SaysAsync("储值卡", "没有");
        Assert.Contains("付款：储值卡", mei.Last.Text, StringComparison.Ordinal);
        Assert.Contains("已用储值卡付清，余额 ¥302", (await mei.SaysAsync("确认")).Text, StringComparison.Ordinal);

        Assert.Contains("余额 ¥302", (await mei.SaysAsync("余额")).Text, StringComparison.Ordinal);
        Assert.Contains("订单 2　-¥198", mei.Last.Text, StringComparison.Ordinal);
        Assert.Contains("付款：储值卡\n已付款", (await lan.SaysAsync("订单 2")).Text, StringComparison.Ordinal);
        Assert.Contains("李小姐（138****8000）余额 ¥302", (await lan.SaysAsync("余额 13800138000")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("充值 13800138000 1e9", "看不出是多少钱")]
    [InlineData("充值 13800138000 -5", "看不出是多少钱")]
    [InlineData("充值 13800138000 ٣٠٠", "看不出是多少钱")]
    [InlineData("充值 13800138000 99.999", "看不出是多少钱")]
    [InlineData("充值 13800138000", "看不出是多少钱")]
    [InlineData("充值 13800138000 500 送50", "看不出是多少钱")]
    [InlineData("充值 13800138000 49.99", "一次 ¥50 到 ¥5000")]
    [InlineData("充值 13800138000 5000.01", "一次 ¥50 到 ¥5000")]
    [InlineData("充值 500", "看不出手机号")]
    [InlineData("充值", "看不出手机号")]
    [InlineData("充值 12345 500", "看不出手机号")]
    [InlineData("充值 13900139000 500", "没有顾客留过 139****9000")]
    [InlineData("更正余额 13800138000 -50", "更正要写原因")]
    [InlineData("更正余额 13800138000 -50 多充了", "卡里只有 ¥0")]
    [InlineData("找回余额 13800138000", "只有经理")]
    public async Task What_will_not_do_is_answered_with_how_to_write_it_and_changes_nothing(string said, string answer)
    {
        await using var chat = await ShopChat.OpenAsync();
        var (mei, lan) = (chat.Person(), await chat.StaffAsync());
        await mei.SaysAsync(FirstOrder);

        Assert.Contains(answer, (await lan.SaysAsync(said)).Text, StringComparison.Ordinal);
        await lan.SaysAsync("确认");

        Assert.Empty(chat.Shop.Owed<PrepaidChanged>());
    }

    [Fact]
    public async Task Two_customers_of_one_number_are_told_apart_before_any_money_moves()
    {
        await using var chat = await ShopChat.OpenAsync();
        var (mei, other, lan) = (chat.Person(), chat.Person("other"), await chat.StaffAsync());
        await mei.SaysAsync(FirstOrder);
        await other.SaysAsync([.. FirstOrder[..2], "王先生", .. FirstOrder[3..]]);

        await lan.SaysAsync("充值 13800138000 500");
        Assert.Equal(["王先生｜余额 ¥0｜上一单 2", "李小姐｜余额 ¥0｜上一单 1", "都不是"], lan.Last.Choices);
        await lan.TapsAsync("李小姐");
        await lan.SaysAsync("好");

        Assert.Contains("余额 ¥500", (await mei.SaysAsync("余额")).Text, StringComparison.Ordinal);
        Assert.Contains("还没有钱", (await other.SaysAsync("余额")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_that_covers_only_a_part_is_not_offered_and_one_that_no_longer_does_is_asked_anew()
    {
        await using var chat = await ShopChat.OpenAsync();
        var (mei, lan) = (chat.Person(), await chat.StaffAsync());
        await mei.SaysAsync(FirstOrder);
        await lan.SaysAsync("充值 13800138000 150", "好");

        await mei.SaysAsync("要两袋", "自己送店、自己取", "1");
        Assert.Contains("储值卡余额 ¥150，这单 ¥198，不够整单付", mei.Last.Text, StringComparison.Ordinal);
        Assert.Equal(["到店付", "银行转账"], mei.Last.Choices);

        await mei.SaysAsync("取消");
        await mei.SaysAsync("要一袋", "自己送店、自己取", "1", "1", "没有");
        Assert.Contains("付款：储值卡", mei.Last.Text, StringComparison.Ordinal);
        // Made dearer at the summary.
        Assert.Contains("这单 ¥198，不够整单付", (await mei.SaysAsync("改成两袋")).Text, StringComparison.Ordinal);
        await mei.SaysAsync("取消");

        // Taken off by staff between summary and confirmation.
        await mei.SaysAsync("要一袋", "自己送店、自己取", "1", "1", "没有");
        await lan.SaysAsync("更正余额 13800138000 -100 多充了", "好");
        Assert.Contains("储值卡余额 ¥50", (await mei.SaysAsync("确认")).Text, StringComparison.Ordinal);
        Assert.Single(await chat.OpenOrdersAsync());
        await mei.SaysAsync("到店付");
        Assert.Contains("下好了", (await mei.SaysAsync("确认")).Text, StringComparison.Ordinal);
        Assert.Equal(PaymentWay.AtPickup, (await chat.Shop.OrderAsync(2)).Payment);
    }

    [Fact]
    public async Task Customers_top_up_nobody_and_couriers_are_told_who_does()
    {
        await using var chat = await ShopChat.OpenAsync();
        var (mei, chen) = (chat.Person(), await chat.StaffAsync("chen", StaffRole.Courier));
        await mei.SaysAsync(FirstOrder);

        await mei.SaysAsync("充值 13800138000 500");
        await mei.SaysAsync("确认");
        Assert.Contains("要店员或经理来做", (await chen.SaysAsync("充值 13800138000 500")).Text, StringComparison.Ordinal);
        Assert.Contains("要店员或经理来做", (await chen.SaysAsync("余额 13800138000")).Text, StringComparison.Ordinal);

        Assert.Contains("还没有钱", (await mei.SaysAsync("余额")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("least: 50", "least: -1", "'-1' is no price")]
    [InlineData("most: 5000", "most: 5", "is less than 'least'")]
    [InlineData("most-on-card: 10000", "most-on-card: 100", "is less than 'most'")]
    public void What_is_wrong_in_the_file_is_shown_with_its_line(string good, string bad, string says)
    {
        using var folder = ContentFolder.Copy();
        folder.Write("shops/laundry/prepaid.yaml", "least: 50\nmost: 5000\nmost-on-card: 10000\n".Replace(good, bad, StringComparison.Ordinal));

        var wrong = Assert.Throws<ContentException>(() => DialogContent.Read(folder.Root));

        Assert.Contains(wrong.Errors, e => e.ToString().StartsWith("shops/laundry/prepaid.yaml:", StringComparison.Ordinal) && e.ToString().Contains(says, StringComparison.Ordinal));
    }
}
