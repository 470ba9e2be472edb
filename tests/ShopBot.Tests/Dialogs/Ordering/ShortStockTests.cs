using ShopBot.Shops.Catalog;
using ShopBot.Testing.Shops;

namespace ShopBot.Tests.Dialogs.Ordering;

public sealed class ShortStockTests
{
    [Theory]
    [InlineData("0", "至少要 1 支")]
    [InlineData("负两支", "至少要 1 支")]
    [InlineData("0.5", "整支")]
    [InlineData("11", "最多 10 支")]
    [InlineData("一百万", "最多 10 支")]
    [InlineData("99999999999999999999", "最多 10 支")]
    [InlineData("随便", "回个数字")]
    public async Task A_quantity_that_cannot_be_is_answered_with_the_limit(string said, string expected)
    {
        await using var chat = await ShopChat.OpenAsync(TestShop.Eunchae);
        var mei = chat.Person();
        await mei.SaysAsync("防晒");

        var reply = await mei.SaysAsync(said);

        Assert.Contains(expected, reply.Text, StringComparison.Ordinal);
        Assert.Contains("要几支", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_there_is_left_is_answered_with_what_is_left()
    {
        await using var chat = await ShopChat.OpenAsync(TestShop.Eunchae);
        await StockAsync(chat, "sunscreen", 3);
        var mei = chat.Person();
        await mei.SaysAsync("防晒");

        Assert.Contains("只剩 3 支", (await mei.SaysAsync("5")).Text, StringComparison.Ordinal);
        Assert.Contains("到店自取", (await mei.SaysAsync("3")).Choices);
    }

    [Fact]
    public async Task What_was_sold_in_between_leads_back_to_the_quantity_and_then_goes_through()
    {
        await using var chat = await ShopChat.OpenAsync(TestShop.Eunchae);
        var mei = await AtSummaryAsync(chat);
        await StockAsync(chat, "sunscreen", 1);

        var reply = await mei.SaysAsync("确认");
        Assert.Contains("刚刚只剩 1 支", reply.Text, StringComparison.Ordinal);
        Assert.Contains("改成几支", reply.Text, StringComparison.Ordinal);
        await mei.SaysAsync("1");
        await mei.SaysAsync("确认");

        Assert.Contains("订单号 1", mei.Last.Text, StringComparison.Ordinal);
        Assert.Equal(0, await chat.Shop.StockOfAsync("sunscreen", "ml-50"));
    }

    [Fact]
    public async Task What_is_gone_altogether_leads_back_to_the_products()
    {
        await using var chat = await ShopChat.OpenAsync(TestShop.Eunchae);
        var mei = await AtSummaryAsync(chat);
        await StockAsync(chat, "sunscreen", 0);

        var reply = await mei.SaysAsync("确认");

        Assert.Contains("被买完了", reply.Text, StringComparison.Ordinal);
        Assert.Contains("玻尿酸面膜 ¥89", reply.Choices);
        await mei.SaysAsync("一盒面膜");
        Assert.Contains("合计 ¥89", mei.Last.Text, StringComparison.Ordinal);
    }

    private static async Task<ChatPerson> AtSummaryAsync(ShopChat chat)
    {
        var mei = chat.Person();
        await mei.SaysAsync("要 2 支防晒", "1", "李女士", "13812345678", "1", "没有");
        Assert.Contains("确认下单", mei.Last.Choices);
        return mei;
    }

    private static async Task StockAsync(ShopChat chat, string product, int left)
    {
        var variant = (await chat.Get<CatalogueReader>().ReadAsync(chat.Shop.Id, CancellationToken.None)).Find(product)!.Variants[0];
        await chat.Get<AdjustStock>().RunAsync(chat.Shop.Id, chat.Shop.NextKey(), manager: null, variant.Id, left, CancellationToken.None);
    }
}
