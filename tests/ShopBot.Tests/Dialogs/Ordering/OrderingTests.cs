using ShopBot.Shops.Ordering;
using ShopBot.Testing.Shops;

namespace ShopBot.Tests.Dialogs.Ordering;

public sealed class OrderingTests
{
    [Fact]
    public async Task A_bag_is_ordered_by_words_in_Chinese()
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = chat.Person();

        await mei.SaysAsync("你好", "要两袋", "上门来取", "上海市黄浦区南京东路100号3栋501", "尽快", "李女士", "138 1234 5678", "送回时付", "放门口就好");
        Assert.Contains("一袋洗 × 2 袋　¥198", mei.Last.Text, StringComparison.Ordinal);
        Assert.Contains("138****5678", mei.Last.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("13812345678", mei.Last.Text, StringComparison.Ordinal);
        await mei.SaysAsync("确认");

        Assert.Contains("订单号 1", mei.Last.Text, StringComparison.Ordinal);
        var order = await chat.Shop.OrderAsync(1);
        Assert.Contains($"https://shop.example/o/{order.Token}", mei.Last.Text, StringComparison.Ordinal);
        Assert.Equal((Handover.Collection, PaymentWay.OnDelivery, "李女士", "13812345678", "放门口就好"),
            (order.Handover, order.Payment, order.Name, order.Phone, order.Note));
        Assert.Equal((2, 19800), (order.Lines[0].Quantity, order.Total.Minor));
    }

    [Fact]
    public async Task Goods_are_ordered_by_numbers_in_English()
    {
        await using var chat = await ShopChat.OpenAsync(TestShop.Eunchae);
        var amy = chat.Person("amy");

        await amy.SaysAsync("english", "1", "1", "2", "three", "2", "221b Baker Street, London", "Amy", "+442079460018", "2", "nothing");
        Assert.Contains("Velvet lip tint (Brick red) × 3  ¥387", amy.Last.Text, StringComparison.Ordinal);
        Assert.Contains("Payment: Bank transfer", amy.Last.Text, StringComparison.Ordinal);
        await amy.SaysAsync("1");

        Assert.Contains("Your order number is 1", amy.Last.Text, StringComparison.Ordinal);
        Assert.Contains("\"order 1\" on the transfer", amy.Last.Text, StringComparison.Ordinal);
        Assert.Equal(15, await chat.Shop.StockOfAsync("velvet-lip-tint", "brick"));
    }

    [Theory]
    [InlineData("李小姐 13800138000", "李小姐", "13800138000")]
    [InlineData("李小姐，电话：138-0013-8000", "李小姐", "13800138000")]
    [InlineData("Amy Li, phone 13800138000", "Amy Li", "13800138000")]
    public async Task A_number_that_comes_with_the_name_is_not_asked_for(string said, string name, string phone)
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = chat.Person();

        await mei.SaysAsync("你好", "要两袋", "上门来取", "上海市黄浦区南京东路100号3栋501", "尽快", said, "送回时付", "没有", "确认");

        var order = await chat.Shop.OrderAsync(1);
        Assert.Equal((name, phone), (order.Name, order.Phone));
    }

    [Fact]
    public async Task Goods_are_ordered_by_tapping()
    {
        await using var chat = await ShopChat.OpenAsync(TestShop.Eunchae);
        var amy = chat.Person("amy");

        await amy.FollowsAsync();
        await amy.TapsAsync("下单");
        await amy.TapsAsync("积雪草面霜");
        await amy.TapsAsync("80毫升");
        await amy.SaysAsync("一瓶");
        await amy.TapsAsync("到店自取");
        await amy.SaysAsync("小艾", "13912345678");
        await amy.TapsAsync("取货时付");
        await amy.TapsAsync("没有");
        await amy.TapsAsync("确认下单");

        Assert.Equal(19800, (await chat.Shop.OrderAsync(1)).Total.Minor);
    }

    [Theory]
    [InlineData("我要 2 支口红", "玫瑰豆沙")]
    [InlineData("2 lipsticks please", "Rosewood")]
    [InlineData("口红", "玫瑰豆沙")]
    public async Task A_sentence_that_names_a_product_begins_with_its_variants(string said, string expected)
    {
        await using var chat = await ShopChat.OpenAsync(TestShop.Eunchae);

        Assert.Contains(expected, (await chat.Person().SaysAsync(said)).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Product_variant_and_quantity_in_one_message_lead_straight_to_the_handover()
    {
        await using var chat = await ShopChat.OpenAsync(TestShop.Eunchae);
        var mei = chat.Person();

        Assert.Equal(["到店自取", "送货上门"], (await mei.SaysAsync("来两支砖红的口红")).Choices);
        await mei.SaysAsync("1", "李女士", "13812345678", "1", "没有");

        Assert.Contains("丝绒唇釉（砖红） × 2 支　¥258", mei.Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quantity_said_before_the_variant_counts_once_the_variant_is_known()
    {
        await using var chat = await ShopChat.OpenAsync(TestShop.Eunchae);

        var reply = await chat.Person().SaysAsync("我要 3 支口红", "砖红");

        Assert.Equal(["到店自取", "送货上门"], reply.Choices);
    }

    [Fact]
    public async Task A_digit_in_a_name_is_no_quantity()
    {
        await using var chat = await ShopChat.OpenAsync(TestShop.Eunchae);

        var reply = await chat.Person().SaysAsync("要80毫升的面霜");

        Assert.Contains("要几瓶", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_text_never_lists_the_choices_again()
    {
        await using var chat = await ShopChat.OpenAsync();
        var reply = await chat.Person().SaysAsync("下单");

        Assert.Equal(3, reply.Choices.Count);
        Assert.DoesNotContain("洗鞋", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_answer_is_changed_and_the_rest_stays()
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = await AtSummaryAsync(chat);

        await mei.TapsAsync("改一下");
        await mei.TapsAsync("地址");
        await mei.SaysAsync("上海市静安区愚园路1号2栋");

        Assert.Contains("愚园路", mei.Last.Text, StringComparison.Ordinal);
        Assert.Contains("一袋洗 × 2 袋", mei.Last.Text, StringComparison.Ordinal);
        await mei.TapsAsync("确认下单");
        Assert.Equal("上海市静安区愚园路1号2栋", (await chat.Shop.OrderAsync(1)).Address);
    }

    [Fact]
    public async Task Going_back_while_changing_keeps_the_old_answer()
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = await AtSummaryAsync(chat);

        await mei.SaysAsync("改一下", "称呼", "返回");

        Assert.Contains("李女士", mei.Last.Text, StringComparison.Ordinal);
        Assert.Contains("确认下单", mei.Last.Choices);
    }

    [Fact]
    public async Task Another_way_of_handing_over_asks_only_what_it_needs()
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = await AtSummaryAsync(chat);

        await mei.TapsAsync("改一下");
        await mei.TapsAsync("取货方式");
        Assert.Contains("怎么付款", (await mei.TapsAsync("自己送店")).Text, StringComparison.Ordinal);
        await mei.TapsAsync("到店付");
        await mei.TapsAsync("确认下单");

        var order = await chat.Shop.OrderAsync(1);
        Assert.Equal((Handover.Pickup, PaymentWay.AtPickup, null), (order.Handover, order.Payment, order.Address));
    }

    [Fact]
    public async Task Something_is_added_and_taken_off_again()
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = await AtSummaryAsync(chat);

        await mei.TapsAsync("再加一样");
        await mei.SaysAsync("洗一双皮鞋");
        Assert.Contains("合计 ¥257", mei.Last.Text, StringComparison.Ordinal);
        await mei.TapsAsync("改一下");
        await mei.TapsAsync("一袋洗的数量");
        await mei.SaysAsync("0");

        Assert.Contains("合计 ¥59", mei.Last.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("一袋洗 ×", mei.Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Back_walks_through_the_answers_one_by_one()
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = chat.Person();
        await mei.SaysAsync("要两袋", "1", "上海市黄浦区南京东路100号", "1", "李女士");

        Assert.Contains("怎么称呼", (await mei.SaysAsync("返回")).Text, StringComparison.Ordinal);
        Assert.Contains("什么时候上门", (await mei.SaysAsync("返回")).Text, StringComparison.Ordinal);
        Assert.Contains("到哪里取", (await mei.SaysAsync("back")).Text, StringComparison.Ordinal);
        Assert.Contains("怎么给你方便", (await mei.SaysAsync("上一步")).Text, StringComparison.Ordinal);
        Assert.Contains("要几袋", (await mei.SaysAsync("返回")).Text, StringComparison.Ordinal);
        Assert.Contains("洗什么", (await mei.SaysAsync("返回")).Text, StringComparison.Ordinal);
        Assert.Contains("第一步", (await mei.SaysAsync("返回")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("取消")]
    [InlineData("cancel")]
    [InlineData("算了。")]
    public async Task Cancel_drops_the_order_and_shows_the_menu(string word)
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = await AtSummaryAsync(chat);

        var reply = await mei.SaysAsync(word);

        Assert.Contains("这单不下了", reply.Text, StringComparison.Ordinal);
        Assert.Equal("约一袋", reply.Choices[0]);
        Assert.Contains("没有要确认的", (await mei.SaysAsync("确认")).Text, StringComparison.Ordinal);
        Assert.Empty(await chat.OpenOrdersAsync());
    }

    [Fact]
    public async Task Confirming_twice_is_one_order()
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = await AtSummaryAsync(chat);

        await mei.SaysAsync("确认下单");
        var again = await mei.SaysAsync("确认下单");

        Assert.Contains("订单 1 已经下好了", again.Text, StringComparison.Ordinal);
        Assert.Single(await chat.OpenOrdersAsync());
    }

    [Fact]
    public async Task Events_that_run_again_after_the_state_was_lost_make_no_second_order()
    {
        await using var chat = await ShopChat.OpenAsync();
        await using var again = chat.WithoutMemory();

        // The order's key comes from the message that began it, and that one has its own key again.
        var first = await (await AtSummaryAsync(chat)).SaysAsync("确认");
        var mei = again.Person();
        await mei.SaysAsync("要两袋", "上门来取", "和上次一样", "尽快", "1", "没有", "确认");

        Assert.Equal(first.Text, mei.Last.Text);
        Assert.Single(await chat.OpenOrdersAsync());
    }

    [Fact]
    public async Task Another_order_offers_what_was_said_last_time()
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = await AtSummaryAsync(chat);
        await mei.SaysAsync("确认");

        await mei.SaysAsync("再要一袋衣服", "上门来取");
        Assert.Contains("李女士，138****5678", mei.Last.Text, StringComparison.Ordinal);
        await mei.TapsAsync("和上次一样");
        Assert.Contains("什么时候上门", mei.Last.Text, StringComparison.Ordinal);
        await mei.SaysAsync("1", "1", "没有", "确认");

        var order = await chat.Shop.OrderAsync(2);
        Assert.Equal(("李女士", "13812345678", "上海市黄浦区南京东路100号"), (order.Name, order.Phone, order.Address));
    }

    [Fact]
    public async Task A_location_is_taken_as_the_street_and_the_door_is_asked()
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = chat.Person();
        await mei.SaysAsync("要两袋", "1");

        Assert.Contains("门牌", (await mei.SendsLocationAsync("南京东路小区")).Text, StringComparison.Ordinal);
        await mei.SaysAsync("3栋501", "1", "李女士", "13812345678", "1", "没有");

        Assert.Contains("南京东路小区 3栋501", mei.Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paying_in_the_chat_is_said_plainly_not_to_be_possible()
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = chat.Person();
        await mei.SaysAsync("要两袋", "1", "上海市黄浦区南京东路100号", "1", "李女士", "13812345678");

        var reply = await mei.SaysAsync("微信支付");

        Assert.Contains("暂时还不能付款", reply.Text, StringComparison.Ordinal);
        Assert.Equal(["送回时付", "银行转账"], reply.Choices);
    }

    [Fact]
    public async Task A_code_on_a_shelf_begins_an_order_of_that_product()
    {
        await using var chat = await ShopChat.OpenAsync(TestShop.Eunchae);

        Assert.Contains("要几支", (await chat.Person().EventAsync("scan", "sunscreen")).Text, StringComparison.Ordinal);
        Assert.Equal("下单", (await chat.Person("bo").EventAsync("scan", "poster-7")).Choices[0]);
    }

    internal static async Task<ChatPerson> AtSummaryAsync(ShopChat chat, string name = "mei")
    {
        var person = chat.Person(name);
        await person.SaysAsync("要两袋", "上门来取", "上海市黄浦区南京东路100号", "尽快", "李女士", "13812345678", "1", "没有");
        Assert.Contains("确认下单", person.Last.Choices);
        return person;
    }
}
