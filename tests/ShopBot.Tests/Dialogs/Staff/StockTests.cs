using ShopBot.Shops.Staff;
using ShopBot.Testing.Shops;

namespace ShopBot.Tests.Dialogs.Staff;

public sealed class StockTests
{
    [Theory]
    [InlineData("库存", "1. 丝绒唇釉：玫瑰豆沙 24、砖红 18、蜜桃 12", "4. 清透防晒乳：40", "“库存 丝绒唇釉 玫瑰豆沙 20”")]
    [InlineData("Stock", "1. Velvet lip tint: Rosewood 24, Brick red 18, Peach 12", "4. Airy sunscreen: 40", "\"stock Velvet lip tint Rosewood 20\"")]
    public async Task The_word_alone_lists_what_is_left_and_how_to_set_it(string said, params string[] expected)
    {
        await using var chat = await ShopChat.OpenAsync(TestShop.Eunchae);
        var boss = await ManagerAsync(chat, said);

        var reply = await boss.SaysAsync(said);

        Assert.All(expected, part => Assert.Contains(part, reply.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("库存 口红 玫瑰豆沙 20", 20, "丝绒唇釉（玫瑰豆沙）现在还剩 20")]
    [InlineData("库存口红豆沙色二十支", 20, "现在还剩 20")]
    [InlineData("补货 1 玫瑰豆沙 ３０", 30, "现在还剩 30")]
    [InlineData("盘点 丝绒唇釉，玫瑰豆沙：0。", 0, "现在还剩 0")]
    [InlineData("库存 20 支口红 玫瑰豆沙", 20, "现在还剩 20")]
    [InlineData("stock lip tint rosewood 20", 20, "Velvet lip tint (Rosewood): 20 left now")]
    [InlineData("Restock Lip Tints Rose twenty pieces", 20, "20 left now")]
    [InlineData("stock 1 rosewood 1,000", 1000, "1000 left now")]
    public async Task A_count_behind_the_goods_sets_what_is_left(string said, int left, string answer)
    {
        await using var chat = await ShopChat.OpenAsync(TestShop.Eunchae);
        var boss = await ManagerAsync(chat, said);

        Assert.Contains(answer, (await boss.SaysAsync(said)).Text, StringComparison.Ordinal);
        Assert.Equal(left, await chat.Shop.StockOfAsync("velvet-lip-tint", "rose"));
        Assert.Equal(18, await chat.Shop.StockOfAsync("velvet-lip-tint", "brick"));
    }

    [Theory]
    [InlineData("库存 防晒 12", 12)]
    [InlineData("库存 4 12", 12)]
    [InlineData("库存 防晒 50毫升 12", 12)]
    [InlineData("库存 防晒", 40)]
    [InlineData("库存 防晒喷雾 12", 40)]
    [InlineData("库存 防晒 -5", 40)]
    [InlineData("库存 防晒 +5", 40)]
    [InlineData("库存 防晒 2.5", 40)]
    [InlineData("库存 防晒 5 6", 40)]
    [InlineData("库存 防晒 很多", 40)]
    [InlineData("库存 防晒 负五", 40)]
    [InlineData("库存 防晒 100000", 40)]
    [InlineData("库存 防晒 99999999999999999999", 40)]
    public async Task Only_what_is_surely_a_count_is_taken_for_one(string said, int left)
    {
        await using var chat = await ShopChat.OpenAsync(TestShop.Eunchae);
        var boss = await ManagerAsync(chat, said);

        var reply = await boss.SaysAsync(said);

        Assert.Equal(left, await chat.Shop.StockOfAsync("sunscreen", "ml-50"));
        Assert.Contains(left == 12 ? "现在还剩 12" : "“库存 清透防晒乳 20”", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_variant_is_asked_and_may_be_tapped()
    {
        await using var chat = await ShopChat.OpenAsync(TestShop.Eunchae);
        var boss = await ManagerAsync(chat, "库存");

        Assert.Contains("哪一种是 9", (await boss.SaysAsync("库存 眉笔 9")).Text, StringComparison.Ordinal);
        Assert.Contains("现在还剩 9", (await boss.TapsAsync("库存 极细眉笔 深棕")).Text, StringComparison.Ordinal);
        Assert.Contains("灰棕 20、深棕 9", (await boss.SaysAsync("库存 眉笔")).Text, StringComparison.Ordinal);

        Assert.Equal((20, 9), (await chat.Shop.StockOfAsync("brow-pencil", "ash-brown"), await chat.Shop.StockOfAsync("brow-pencil", "dark-brown")));
    }

    [Theory]
    [InlineData("库存 腮红 9", "没有数量要记的“腮红 9”", "极细眉笔")]
    [InlineData("库存 77 9", "“77 9”", "极细眉笔")]
    [InlineData("库存 眉笔 紫色 9", "“紫色 9”", "灰棕、深棕")]
    [InlineData("stock blusher 9", "count any \"blusher 9\"", "Fine brow pencil")]
    [InlineData("stock brow purple 9", "\"purple 9\"", "Ash brown, Dark brown")]
    public async Task Unknown_names_are_answered_with_those_there_are(string said, string quoted, string known)
    {
        await using var chat = await ShopChat.OpenAsync(TestShop.Eunchae);
        var boss = await ManagerAsync(chat, said);

        var reply = await boss.SaysAsync(said);

        Assert.Contains(quoted, reply.Text, StringComparison.Ordinal);
        Assert.Contains(known, reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_no_limit_is_not_counted()
    {
        await using var chat = await ShopChat.OpenAsync(TestShop.Laundry);
        var boss = await ManagerAsync(chat, "库存");

        Assert.Contains("都不限量", (await boss.SaysAsync("库存 一袋洗 3")).Text, StringComparison.Ordinal);
        Assert.Null(await chat.Shop.StockOfAsync("laundry-bag", "bag"));
    }

    [Theory]
    [InlineData("库存 防晒 12", "只有经理能做")]
    [InlineData("库存", "只有经理能做")]
    [InlineData("stock sunscreen 12", "Only managers")]
    public async Task Staff_who_are_no_managers_are_told_so(string said, string answer)
    {
        await using var chat = await ShopChat.OpenAsync(TestShop.Eunchae);
        var lan = await chat.StaffAsync();
        await SpeakAsync(lan, said);

        Assert.Contains(answer, (await lan.SaysAsync(said)).Text, StringComparison.Ordinal);
        Assert.Equal(40, await chat.Shop.StockOfAsync("sunscreen", "ml-50"));
    }

    [Fact]
    public async Task To_a_customer_the_word_means_nothing()
    {
        await using var chat = await ShopChat.OpenAsync(TestShop.Eunchae);

        await chat.Person().SaysAsync("库存 防晒 12");

        Assert.Equal(40, await chat.Shop.StockOfAsync("sunscreen", "ml-50"));
    }

    private static async Task<ChatPerson> ManagerAsync(ShopChat chat, string said)
    {
        var boss = await chat.StaffAsync("boss", StaffRole.Manager);
        await SpeakAsync(boss, said);
        return boss;
    }

    private static Task<Reply> SpeakAsync(ChatPerson staff, string said) => staff.SaysAsync(char.IsAscii(said[0]) ? "english" : "中文");
}
