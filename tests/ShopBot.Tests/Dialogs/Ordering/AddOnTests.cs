using ShopBot.Dialogs.Content;

namespace ShopBot.Tests.Dialogs.Ordering;

public sealed class AddOnTests
{
    private static readonly string[] AtTheShop = ["自己送店、自己取", "李小姐", "13800138000", "到店付", "没有"];

    [Theory]
    [InlineData("两袋，加急", "加急　+¥30\n合计 ¥228")]
    [InlineData("要两袋加急洗，不要香味", "加急　+¥30\n无香　¥0\n合计 ¥228")]
    [InlineData("两袋衣服，衬衫挂装", "挂装　+¥20\n合计 ¥218")]
    [InlineData("two bags, express please, fragrance-free", "加急　+¥30\n无香　¥0\n合计 ¥228")]
    public async Task What_is_said_with_the_order_stands_in_the_summary_with_its_price(string said, string summary)
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = chat.Person();
        await mei.SaysAsync("中文");

        await mei.SaysAsync([said, .. AtTheShop]);
        Assert.Contains(summary, mei.Last.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("备注", mei.Last.Text, StringComparison.Ordinal);

        Assert.Contains(summary, (await mei.SaysAsync("确认")).Text, StringComparison.Ordinal);
        Assert.Equal(summary.Split('\n').Length - 1, (await chat.Shop.OrderAsync(1)).Charges.Count);
    }

    [Theory]
    [InlineData("加急", "加急加上了，+¥30", "合计 ¥129")]
    [InlineData("再加上加急和无香", "加急加上了", "合计 ¥129")]
    [InlineData("挂起来", "挂装加上了，+¥10/袋", "合计 ¥109")]
    [InlineData("express please", "加急加上了", "合计 ¥129")]
    [InlineData("加急，改成两袋", "加急加上了", "合计 ¥228")]
    public async Task At_the_summary_a_word_is_enough(string said, string answer, string total)
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = chat.Person();
        await mei.SaysAsync(["要一袋", .. AtTheShop]);

        var reply = await mei.SaysAsync(said);

        Assert.Contains(answer, reply.Text, StringComparison.Ordinal);
        Assert.Contains(total, reply.Text, StringComparison.Ordinal);
        Assert.Contains("确认下单", reply.Choices);
    }

    [Fact]
    public async Task A_tap_adds_and_another_takes_out()
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = chat.Person();
        await mei.SaysAsync(["要一袋", .. AtTheShop]);

        await mei.TapsAsync("改一下");
        await mei.TapsAsync("另外要的");
        Assert.Equal(["加急 +¥30", "无香 ¥0", "挂装 +¥10/袋", "不改了"], mei.Last.Choices);
        Assert.Contains("合计 ¥129", (await mei.TapsAsync("加急")).Text, StringComparison.Ordinal);
        await mei.TapsAsync("改一下");
        await mei.TapsAsync("另外要的");
        Assert.Contains("合计 ¥99", (await mei.TapsAsync("不要加急了")).Text, StringComparison.Ordinal);
        await mei.SaysAsync("加急");
        Assert.Contains("合计 ¥99", (await mei.SaysAsync("不要加急了")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_that_names_one_keeps_its_words_and_has_the_price_shown()
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = chat.Person();
        await mei.SaysAsync(["要一袋", .. AtTheShop[..^1], "麻烦加急，周五要穿"]);

        Assert.Contains("加急　+¥30\n合计 ¥129", mei.Last.Text, StringComparison.Ordinal);
        Assert.Contains("备注：麻烦加急，周五要穿", mei.Last.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("加急要多少钱？")]
    [InlineData("可以加急吗")]
    [InlineData("不用加急")]
    public async Task Asking_for_the_price_or_doing_without_orders_none(string said)
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = chat.Person();
        await mei.SaysAsync(["要一袋", .. AtTheShop]);

        await mei.SaysAsync(said);
        await mei.SaysAsync("确认");

        Assert.Equal(9900, (await chat.Shop.OrderAsync(1)).Total.Minor);
    }

    [Fact]
    public async Task What_does_not_go_with_the_goods_is_left_out_and_said_so()
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = chat.Person();
        await mei.SaysAsync(["洗两双球鞋", .. AtTheShop]);

        Assert.Contains("挂装和这单里的东西配不上", (await mei.SaysAsync("挂装")).Text, StringComparison.Ordinal);
        Assert.Contains("合计 ¥70", mei.Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_discount_that_ends_at_midnight_while_the_summary_waits_is_said_before_anything_is_ordered()
    {
        await using var chat = await ShopChat.OpenAsync();
        chat.Shop.Clock.SetTo(new DateTimeOffset(2026, 5, 31, 15, 30, 0, TimeSpan.Zero));
        var mei = chat.Person();
        await mei.SaysAsync(["要两袋", .. AtTheShop]);
        Assert.Contains("换季第二袋　-¥10\n首单优惠　-¥10\n合计 ¥178", mei.Last.Text, StringComparison.Ordinal);

        chat.Shop.Clock.Advance(TimeSpan.FromMinutes(31));
        var reply = await mei.SaysAsync("确认");

        Assert.Contains("原来合计 ¥178，现在 ¥198", reply.Text, StringComparison.Ordinal);
        Assert.Empty(await chat.OpenOrdersAsync());
        await mei.SaysAsync("确认");
        Assert.Equal(19800, (await chat.Shop.OrderAsync(1)).Total.Minor);
    }

    [Theory]
    [InlineData("price: 30,", "price: -30,", "'-30' is no price")]
    [InlineData("per: piece", "per: kilo", "'kilo' is none of its values")]
    [InlineData("products: [laundry-bag]", "products: [laundry-sack]", "Did you mean 'laundry-bag'")]
    [InlineData("code: unscented", "code: express", "is there twice")]
    [InlineData("amount: 10, for: first-order", "amount: 0, for: first-order", "takes nothing off")]
    [InlineData("for: first-order", "for: birthday", "'birthday' is none of its values")]
    [InlineData("until: 2026-05-31", "until: 2026-05-01", "is before 'from'")]
    [InlineData("until: 2026-05-31", "until: 2026-05-32", "'2026-05-32' is no day")]
    public void What_is_wrong_in_the_file_is_shown_with_its_line(string good, string bad, string says)
    {
        using var folder = ContentFolder.Copy();
        var text = File.ReadAllText(Path.Combine(folder.Root, "shops/laundry/catalog.yaml"));
        folder.Write("shops/laundry/catalog.yaml", text.Replace(good, bad, StringComparison.Ordinal));

        var wrong = Assert.Throws<ContentException>(() => DialogContent.Read(folder.Root));

        Assert.Contains(wrong.Errors, e => e.ToString().StartsWith("shops/laundry/catalog.yaml:", StringComparison.Ordinal) && e.ToString().Contains(says, StringComparison.Ordinal));
    }
}
