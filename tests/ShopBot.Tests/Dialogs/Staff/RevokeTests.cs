using ShopBot.Shops.Staff;
using ShopBot.Tests.Dialogs.Ordering;

namespace ShopBot.Tests.Dialogs.Staff;

public sealed class RevokeTests
{
    [Theory]
    [InlineData("中文", "停用 LAN", "停用lan（店员）", "确认", "lan已停用")]
    [InlineData("english", "remove Lan", "End the access of lan (clerk)", "yes", "lan is a customer")]
    public async Task A_manager_ends_somebodys_access_by_name_after_a_yes(string language, string said, string question, string yes, string done)
    {
        await using var chat = await ShopChat.OpenAsync();
        var (boss, lan) = (await chat.StaffAsync("boss", StaffRole.Manager), await chat.StaffAsync());
        await boss.SaysAsync(language);

        Assert.Contains(question, (await boss.SaysAsync(said)).Text, StringComparison.Ordinal);
        Assert.Equal(["boss", "lan"], await NamesAsync(chat));
        Assert.Contains(done, (await boss.SaysAsync(yes)).Text, StringComparison.Ordinal);

        Assert.Equal(["boss"], await NamesAsync(chat));
        Assert.Contains("不是店员了", (await lan.SaysAsync("今天")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_no_changes_nothing()
    {
        await using var chat = await ShopChat.OpenAsync();
        var (boss, _) = (await chat.StaffAsync("boss", StaffRole.Manager), await chat.StaffAsync());

        Assert.Contains("谁都没动", (await boss.SaysAsync("停用 lan", "不")).Text, StringComparison.Ordinal);
        await boss.SaysAsync("停用 lan", "返回");
        await boss.SaysAsync("停用 lan", "取消", "确认");

        Assert.Equal(["boss", "lan"], await NamesAsync(chat));
    }

    [Fact]
    public async Task Of_two_with_one_name_the_right_one_is_picked()
    {
        await using var chat = await ShopChat.OpenAsync();
        var (boss, first) = (await chat.StaffAsync("boss", StaffRole.Manager), await chat.StaffAsync());
        var second = chat.Person("second");
        await second.SaysAsync($"员工 {await chat.Shop.IssueCodeAsync(StaffRole.Courier)} lan");

        var reply = await boss.SaysAsync("停用 lan");
        Assert.Equal(["lan｜店员", "lan｜快递", "谁都不停用"], reply.Choices.Select(c => string.Join('｜', c.Split('｜').Take(2))));
        Assert.Contains("lan（快递）", (await boss.TapsAsync("lan｜快递")).Text, StringComparison.Ordinal);
        await boss.TapsAsync("确认停用");

        Assert.Null(await chat.Get<StaffReader>().FindAsync(chat.Shop.Id, second.Contact, CancellationToken.None));
        Assert.NotNull(await chat.Get<StaffReader>().FindAsync(chat.Shop.Id, first.Contact, CancellationToken.None));
    }

    [Fact]
    public async Task An_unknown_name_or_none_shows_who_there_is()
    {
        await using var chat = await ShopChat.OpenAsync();
        var (boss, _) = (await chat.StaffAsync("boss", StaffRole.Manager), await chat.StaffAsync());

        Assert.Contains("没有叫“小明”的", (await boss.SaysAsync("停用 小明")).Text, StringComparison.Ordinal);
        Assert.Equal(3, boss.Last.Choices.Count);
        Assert.Contains("要停用谁", (await boss.SaysAsync("停用")).Text, StringComparison.Ordinal);
        await boss.SaysAsync("2", "确认");

        Assert.Equal(["boss"], await NamesAsync(chat));
    }

    [Fact]
    public async Task The_last_manager_stays_and_clerks_are_told_who_may()
    {
        await using var chat = await ShopChat.OpenAsync();
        var (boss, lan) = (await chat.StaffAsync("boss", StaffRole.Manager), await chat.StaffAsync());

        Assert.Contains("最后一位经理", (await boss.SaysAsync("停用 boss")).Text, StringComparison.Ordinal);
        Assert.Contains("只有经理能做", (await lan.SaysAsync("停用 boss")).Text, StringComparison.Ordinal);
        await lan.SaysAsync("确认");

        Assert.Equal(["boss", "lan"], await NamesAsync(chat));
    }

    [Fact]
    public async Task Whose_access_was_ended_sees_no_order_any_more()
    {
        await using var chat = await ShopChat.OpenAsync();
        await (await OrderingTests.AtSummaryAsync(chat)).SaysAsync("确认");
        var (boss, lan) = (await chat.StaffAsync("boss", StaffRole.Manager), await chat.StaffAsync());
        Assert.Contains("李女士", (await lan.SaysAsync("今天")).Choices[0], StringComparison.Ordinal);
        await boss.SaysAsync("停用 lan", "确认");

        var reply = await lan.SaysAsync("1");

        Assert.Contains("不是店员了", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("13812345678", (await lan.SaysAsync("订单 1")).Text, StringComparison.Ordinal);
    }

    private static async Task<IEnumerable<string>> NamesAsync(ShopChat chat) =>
        (await chat.Get<StaffReader>().AllAsync(chat.Shop.Id, CancellationToken.None)).Select(s => s.Name).Order(StringComparer.Ordinal);
}
