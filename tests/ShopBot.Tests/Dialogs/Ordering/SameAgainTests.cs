using ShopBot.Dialogs.Catalog;
using ShopBot.Shops.Catalog;

namespace ShopBot.Tests.Dialogs.Ordering;

public sealed class SameAgainTests
{
    private static readonly string[] FirstOrder = ["要两袋", "自己送店、自己取", "李小姐", "13800138000", "到店付", "没有", "确认"];

    [Theory]
    [InlineData("再来一单")]
    [InlineData("老样子")]
    [InlineData("same again")]
    public async Task One_word_stands_before_the_summary_and_one_tap_orders(string said)
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = chat.Person();
        await mei.SaysAsync(FirstOrder);

        var summary = await mei.SaysAsync(said);

        Assert.Contains("照订单 1 再来一单", summary.Text, StringComparison.Ordinal);
        Assert.Contains("× 2 袋　¥198", summary.Text, StringComparison.Ordinal);
        Assert.Contains("李小姐 138****8000", summary.Text, StringComparison.Ordinal);
        Assert.Contains("订单号 2", (await mei.TapsAsync("确认下单")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_costs_something_else_now_is_said_and_what_is_gone_is_left_out()
    {
        await using var chat = await ShopChat.OpenAsync();
        var (mei, shop) = (chat.Person(), chat.Shop);
        await mei.SaysAsync(["要两袋和一双球鞋", .. FirstOrder[1..]]);
        var content = chat.Get<CatalogueContentReader>().Load(shop.Id);
        await chat.Get<StockCatalogue>().RunAsync(shop.Id, shop.NextKey(), new CatalogueContent([.. content.Products.Where(p => p.Code != "shoes")
            .Select(p => p.Code == "laundry-bag" ? p with { Variants = [.. p.Variants.Select(v => v with { PriceInMinor = 10900 })] } : p)]), default);

        var summary = await mei.SaysAsync("再来一单");

        Assert.Contains("一袋洗上次 ¥99，现在 ¥109", summary.Text, StringComparison.Ordinal);
        Assert.Contains("洗鞋现在没有了", summary.Text, StringComparison.Ordinal);
        Assert.Contains("合计 ¥218", summary.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_never_ordered_begins_from_the_start()
    {
        await using var chat = await ShopChat.OpenAsync();

        Assert.Contains("还没有下过单", (await chat.Person().SaysAsync("老样子")).Text, StringComparison.Ordinal);
    }
}
