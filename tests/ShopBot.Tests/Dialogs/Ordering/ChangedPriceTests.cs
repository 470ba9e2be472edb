using ShopBot.Dialogs.Catalog;
using ShopBot.Shops.Catalog;
using ShopBot.Testing.Shops;

namespace ShopBot.Tests.Dialogs.Ordering;

public sealed class ChangedPriceTests
{
    [Theory]
    [InlineData("中文", "确认", "原来合计 ¥236，现在 ¥276", "确认下单", "订单号 1")]
    [InlineData("english", "yes", "it was ¥236 in all, now it is ¥276", "Place the order", "order number is 1")]
    public async Task A_price_that_rose_after_the_summary_is_said_and_only_ordered_when_confirmed_again(
        string language, string yes, string changed, string confirm, string placed)
    {
        await using var chat = await ShopChat.OpenAsync(TestShop.Eunchae);
        var mei = await AtSummaryAsync(chat);
        await mei.SaysAsync(language);
        Assert.Contains("¥236", mei.Last.Text, StringComparison.Ordinal);
        await PriceElsewhereAsync(chat, "sunscreen", 13800);

        var reply = await mei.SaysAsync(yes);
        Assert.Contains(changed, reply.Text, StringComparison.Ordinal);
        Assert.Contains("× 2", reply.Text, StringComparison.Ordinal);
        Assert.Contains(confirm, reply.Choices);
        Assert.Empty(await chat.OpenOrdersAsync());
        Assert.Equal(40, await chat.Shop.StockOfAsync("sunscreen", "ml-50"));

        Assert.Contains(placed, (await mei.SaysAsync(yes)).Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(27600, (await chat.Shop.OrderAsync(1)).Total.Minor);
    }

    [Fact]
    public async Task A_price_that_changes_twice_is_said_twice_and_may_be_turned_down()
    {
        await using var chat = await ShopChat.OpenAsync(TestShop.Eunchae);
        var mei = await AtSummaryAsync(chat);
        await PriceElsewhereAsync(chat, "sunscreen", 13800);
        await mei.SaysAsync("确认");
        await PriceElsewhereAsync(chat, "sunscreen", 9800);

        Assert.Contains("原来合计 ¥276，现在 ¥196", (await mei.SaysAsync("确认")).Text, StringComparison.Ordinal);
        await mei.SaysAsync("不要了");
        Assert.Empty(await chat.OpenOrdersAsync());
    }

    // By another instance of the program, so that the catalogue in memory here knows nothing of it.
    private static async Task PriceElsewhereAsync(ShopChat chat, string product, long price)
    {
        var shop = chat.Shop;
        var content = chat.Get<CatalogueContentReader>().Load(shop.Id);
        var elsewhere = new StockCatalogue(shop.Transactions, new CatalogueReader(shop.Transactions, shop.Book, shop.Clock));
        await elsewhere.RunAsync(shop.Id, shop.NextKey(), new CatalogueContent([.. content.Products.Select(p => p.Code != product
            ? p
            : p with { Variants = [.. p.Variants.Select(v => v with { PriceInMinor = price })] })]), CancellationToken.None);
    }

    private static async Task<ChatPerson> AtSummaryAsync(ShopChat chat)
    {
        var mei = chat.Person();
        await mei.SaysAsync("要 2 支防晒", "1", "李女士", "13812345678", "1", "没有");
        Assert.Contains("确认下单", mei.Last.Choices);
        return mei;
    }
}
