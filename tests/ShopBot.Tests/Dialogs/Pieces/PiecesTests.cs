using ShopBot.Dialogs.Content;
using ShopBot.Shops.Ordering;

namespace ShopBot.Tests.Dialogs.Pieces;

public sealed class PiecesTests
{
    private static readonly string[] AtTheShop = ["自己送店、自己取", "李小姐", "13800138000", "到店付", "没有"];

    [Theory]
    [InlineData("要一袋，里面有5件衬衫3条裤子", "袋里：5 件衬衫、3 条裤子\n按件算 ¥129，你付 ¥99")]
    [InlineData("要一袋衣服，里面有五件衬衣，三条牛仔裤，两件羽绒服", "袋里：5 件衬衫、3 条裤子、2 件羽绒服\n按件算 ¥249，你付 ¥99")]
    [InlineData("one bag, 5 shirts and 3 pairs of trousers inside", "袋里：5 件衬衫、3 条裤子\n按件算 ¥129，你付 ¥99")]
    [InlineData("要两袋，里面有10件衬衫", "袋里：10 件衬衫\n老实说，按件算只要 ¥150，比按袋 ¥198")]
    [InlineData("要一袋，里面有3件毛衣和2条床单", "按件算 ¥115，你付 ¥99")]
    public async Task What_is_said_to_be_inside_is_compared_with_the_bag_honestly(string said, string summary)
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = chat.Person();
        await mei.SaysAsync("中文");

        await mei.SaysAsync([said, .. AtTheShop]);
        Assert.Contains(summary, mei.Last.Text, StringComparison.Ordinal);

        await mei.SaysAsync("确认");
        Assert.NotEmpty((await chat.Shop.OrderAsync(1)).Pieces);
        Assert.Contains("袋里：", (await mei.SaysAsync("我的订单")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_the_summary_the_list_is_explained_added_to_and_changed()
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = chat.Person();
        await mei.SaysAsync(["要一袋", .. AtTheShop]);
        Assert.Contains("皮草皮衣、鞋、被子、贵重物品、湿衣服不能装袋", mei.Last.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("按件算", mei.Last.Text, StringComparison.Ordinal);

        Assert.Contains("按件的价格：衬衫 ¥15", (await mei.SaysAsync("清单")).Text, StringComparison.Ordinal);
        Assert.Contains("袋里：5 件衬衫\n老实说，按件算只要 ¥75", (await mei.SaysAsync("5件衬衫")).Text, StringComparison.Ordinal);
        Assert.Contains("袋里：8 件衬衫、2 条裤子\n按件算 ¥156，你付 ¥99", (await mei.SaysAsync("里面有8件衬衫，2条裤子")).Text, StringComparison.Ordinal);
        Assert.Contains("袋里：2 条裤子", (await mei.SaysAsync("没有衬衫")).Text, StringComparison.Ordinal);
        Assert.Contains("× 1 袋", mei.Last.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("里面有一件皮草", "皮草皮衣不能装进袋子")]
    [InlineData("里面还有一双皮鞋和3件衬衫", "鞋不能装进袋子。单独下“洗鞋”")]
    [InlineData("手机在里面", "贵重物品不能装进袋子")]
    [InlineData("里面有湿毛巾", "湿衣服不能装进袋子。晾干再装")]
    public async Task What_must_not_go_in_is_pointed_out_with_what_to_do_instead(string said, string answer)
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = chat.Person();
        await mei.SaysAsync(["要一袋", .. AtTheShop]);

        Assert.Contains(answer, (await mei.SaysAsync(said)).Text, StringComparison.Ordinal);
        // Nothing was ordered by saying it.
        Assert.Contains("合计 ¥99", mei.Last.Text, StringComparison.Ordinal);
        Assert.Contains("这些不能装进袋子：\n皮草皮衣：", (await mei.TapsAsync("哪些不能装")).Text, StringComparison.Ordinal);
        Assert.Contains("确认下单", mei.Last.Choices);
    }

    [Theory]
    [InlineData("要一袋衣服和一双皮鞋", "合计 ¥158")]
    [InlineData("要一袋，再洗一床羽绒被", "合计 ¥197")]
    public async Task What_is_ordered_besides_is_no_piece_in_the_bag(string said, string total)
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = chat.Person();

        await mei.SaysAsync([said, .. AtTheShop]);

        Assert.Contains(total, mei.Last.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("不能装进", mei.Last.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("清单 1 5件衬衫，3条裤子", "订单 1 袋里：5 件衬衫、3 条裤子")]
    [InlineData("清单1 5件衬衫", "订单 1 袋里：5 件衬衫")]
    [InlineData("list 1 5 shirts", "订单 1 袋里：5 件衬衫")]
    [InlineData("清单 1 一堆东西", "没看出有什么")]
    [InlineData("清单 1 99999件衬衫", "没看出有什么")]
    [InlineData("清单 1 -3件衬衫", "没看出有什么")]
    [InlineData("清单 7 5件衬衫", "没找到你的订单 7")]
    public async Task After_ordering_the_list_is_said_with_the_orders_number(string said, string answer)
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = chat.Person();
        await mei.SaysAsync(["要一袋", .. AtTheShop, "确认"]);

        Assert.Contains(answer, (await mei.SaysAsync(said)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_the_bag_is_sealed_the_list_stays_and_nobody_lists_for_others()
    {
        await using var chat = await ShopChat.OpenAsync();
        var (mei, other, lan) = (chat.Person(), chat.Person("other"), await chat.StaffAsync());
        await mei.SaysAsync(["要一袋，里面有5件衬衫", .. AtTheShop, "确认"]);
        await other.SaysAsync("中文");
        Assert.Contains("没找到你的订单 1", (await other.SaysAsync("清单 1 1件大衣")).Text, StringComparison.Ordinal);

        await lan.SaysAsync("接 1", "封 1 E0231");
        Assert.Contains("已经封上了", (await mei.SaysAsync("清单 1 9件衬衫")).Text, StringComparison.Ordinal);

        var order = await chat.Shop.OrderAsync(1);
        Assert.Equal((OrderState.Collected, 5), (order.State, Assert.Single(order.Pieces).Count));
        Assert.Contains("袋里：5 件衬衫", (await lan.SaysAsync("订单 1")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("price: 15", "price: x", "'x' is no price")]
    [InlineData("bag: laundry-bag", "bag: laundry-bags", "Did you mean 'laundry-bag'")]
    [InlineData("code: trousers", "code: shirt", "is there twice")]
    public void What_is_wrong_in_the_file_is_shown_with_its_line(string good, string bad, string says)
    {
        using var folder = ContentFolder.Copy();
        var text = File.ReadAllText(Path.Combine(folder.Root, "shops/laundry/pieces.yaml"));
        folder.Write("shops/laundry/pieces.yaml", text.Replace(good, bad, StringComparison.Ordinal));

        var wrong = Assert.Throws<ContentException>(() => DialogContent.Read(folder.Root));

        Assert.Contains(wrong.Errors, e => e.ToString().StartsWith("shops/laundry/pieces.yaml:", StringComparison.Ordinal) && e.ToString().Contains(says, StringComparison.Ordinal));
    }
}
