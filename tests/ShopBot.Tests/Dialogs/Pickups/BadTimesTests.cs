namespace ShopBot.Tests.Dialogs.Pickups;

// The clock stands at 9 o'clock on Monday, 2 March 2026.
public sealed class BadTimesTests
{
    private const string Where = "静安区南京西路100号5楼";

    [Theory]
    [InlineData("两袋，昨天下午来取，", "过去了")]
    [InlineData("两袋，今天早上八点来取，", "")]
    [InlineData("两袋，2月30号来取，", "没有")]
    [InlineData("两袋，明天凌晨三点来取，", "")]
    [InlineData("两袋，半年后来取，", "")]
    [InlineData("两袋，3月30号来取，", "约不上")] // Further than windows can be booked.
    public async Task A_time_at_which_nobody_can_come_is_answered_and_another_is_asked_for(string said, string expected)
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = chat.Person();

        var reply = await mei.SaysAsync(said + Where);

        Assert.Contains(expected, reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("怎么称呼", reply.Text, StringComparison.Ordinal);
        Assert.Contains("怎么称呼", (await mei.SaysAsync("明天上午")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_soon_as_possible_is_understood_where_other_times_are_offered()
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = chat.Person();
        await mei.SaysAsync("两袋，3月30号来取，" + Where);

        Assert.StartsWith("最早 3月2日（周一） 12:00", (await mei.SaysAsync("尽快")).Choices[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("30袋，明天上午来取，")]
    [InlineData("一百万袋，明天上午来取，")]
    [InlineData("0.5袋，明天上午来取，")]
    public async Task More_or_less_bags_than_can_be_ordered_take_no_window(string said)
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = chat.Person();

        var reply = await mei.SaysAsync(said + Where);

        Assert.DoesNotContain("怎么称呼", reply.Text, StringComparison.Ordinal);
        Assert.All(chat.Windows(), w => Assert.Equal(0, chat.Shop.BookedAsync(w).GetAwaiter().GetResult()));
        Assert.Contains("怎么称呼", (await mei.SaysAsync("10")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_pairs_of_shoes_are_two_bags_and_a_half()
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = chat.Person();

        await mei.SaysAsync("十双运动鞋，明天上午来取，" + Where, "李梅", "13812345678", "1", "没有", "确认");

        Assert.Equal(10, await chat.Shop.BookedAsync(chat.Windows().Single(w => w.Day.Day == 3 && w.Start.Hour == 9)));
    }
}
