using ShopBot.Shops.Complaints;
using ShopBot.Shops.Customers;
using ShopBot.Shops.Faq;
using ShopBot.Shops.Staff;
using ShopBot.Testing.Shops;

namespace ShopBot.Tests.Dialogs.Intents;

public sealed class IntentDeskTests
{
    [Theory]
    [InlineData("我想下个单买点东西", "洗什么")]
    [InlineData("请问我的衣服洗好了没有呀", "还没有订单")]
    [InlineData("帮我把昨天那个订单取消掉吧", "还没有订单")]
    [InlineData("可以安排人上门来取一下吗", "要几袋")]
    [InlineData("别再给我推送广告了", "不再给你发优惠")]
    [InlineData("请问有调查问卷可以填吗", "没有开着的问卷")]
    [InlineData("我想跟店里的真人说话", "手机号")]
    [InlineData("what are your opening hours please?", "daily 9 am to 9 pm")]
    [InlineData("where is my laundry, is it done yet?", "have no orders")]
    [InlineData("thank you so very much!!", "You're welcome")]
    public async Task A_wish_in_other_words_than_ours_is_done(string said, string expected)
    {
        await using var chat = await ShopChat.OpenAsync();
        await chat.StaffAsync();

        Assert.Contains(expected, (await chat.Person().SaysAsync(said)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("我的口红什么时候能到", "还没有订单")]
    [InlineData("两支口红多少钱", "¥129")]
    [InlineData("口红断了，太失望了", "抱歉")]
    public async Task Goods_in_a_message_are_no_order_where_it_surely_wants_something_else(string said, string expected)
    {
        await using var chat = await ShopChat.OpenAsync(TestShop.Eunchae);
        await chat.StaffAsync();

        Assert.Contains(expected, (await chat.Person().SaysAsync(said)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_sure_is_asked_and_a_tap_or_a_number_decides()
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = chat.Person();

        var asked = await mei.SaysAsync("关于取件的事情");
        Assert.Contains("没太听准", asked.Text, StringComparison.Ordinal);
        Assert.InRange(asked.Choices.Count, 2, 3);
        Assert.DoesNotContain("没太听准", (await mei.TapsAsync(asked.Choices[0])).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_message_than_a_choice_is_heard_by_itself()
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = chat.Person();
        await mei.SaysAsync("关于取件的事情");

        Assert.Contains("怎么给你方便", (await mei.SaysAsync("要两袋")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Offers_are_declined_and_wanted_again_and_what_still_comes_is_said()
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = chat.Person();

        Assert.Contains("订单的消息", (await mei.SaysAsync("退订")).Text, StringComparison.Ordinal);
        Assert.False((await CardAsync()).WantsOffers);
        Assert.Contains("本来就没有", (await mei.SaysAsync("不要再给我发广告了")).Text, StringComparison.Ordinal);
        Assert.Contains("会告诉你", (await mei.SaysAsync("我要重新订阅优惠")).Text, StringComparison.Ordinal);
        Assert.True((await CardAsync()).WantsOffers);

        async Task<CustomerCard> CardAsync() => (await chat.Get<CustomerReader>().FindAsync(chat.Shop.Id, mei.Contact, CancellationToken.None))!;
    }

    [Fact]
    public async Task A_complaint_reaches_staff_at_once_with_words_order_picture_and_promise()
    {
        await using var chat = await ShopChat.OpenAsync();
        await chat.StaffAsync();
        var mei = await Ordering.OrderingTests.AtSummaryAsync(chat);
        await mei.SaysAsync("确认下单");

        var told = await mei.SaysAsync("你们把我的白衬衫洗坏了，太差劲了");

        Assert.Contains("订单 1", told.Text, StringComparison.Ordinal);
        var complaint = Assert.Single(chat.Shop.Owed<ComplaintMade>()).Fact;
        Assert.Equal(("你们把我的白衬衫洗坏了，太差劲了", 1), (complaint.Said, complaint.Order));
        Assert.True(complaint.AnswerBy > chat.Shop.Clock.GetUtcNow());
        Assert.Contains("都转给店里了", (await mei.SendsPictureAsync("stain-1")).Text, StringComparison.Ordinal);
        Assert.Contains(chat.Shop.Owed<ComplaintMade>(), owed => owed.Fact.MediaId == "stain-1");
    }

    [Fact]
    public async Task A_question_nobody_wrote_an_answer_for_is_kept_for_the_manager()
    {
        await using var chat = await ShopChat.OpenAsync();
        var manager = await chat.StaffAsync("boss", StaffRole.Manager);
        var clerk = await chat.StaffAsync();
        Assert.Contains("没有没答上的", (await manager.SaysAsync("没答上的")).Text, StringComparison.Ordinal);
        await chat.Get<NoteUnanswered>().RunAsync(chat.Shop.Id, chat.Shop.NextKey(), "修鞋吗", "修鞋吗 138 1234 5678？", CancellationToken.None);
        await chat.Get<NoteUnanswered>().RunAsync(chat.Shop.Id, chat.Shop.NextKey(), "修鞋吗", "修鞋吗", CancellationToken.None);

        Assert.Contains("“修鞋吗 *************？” 2 次", (await manager.SaysAsync("没答上的")).Text, StringComparison.Ordinal);
        Assert.Contains("经理", (await clerk.SaysAsync("unanswered")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("你们营业到几点呀", "每天 9:00–21:00")]
    [InlineData("洗坏了你们怎么赔", "20 倍")]
    [InlineData("多少钱一袋？", "¥99")]
    public async Task A_question_in_the_middle_of_an_order_is_answered_and_the_prompt_returns(string said, string expected)
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = chat.Person();
        await mei.SaysAsync("要两袋");

        var reply = await mei.SaysAsync(said);

        Assert.Contains(expected, reply.Text, StringComparison.Ordinal);
        Assert.Contains("怎么给你方便", reply.Text, StringComparison.Ordinal);
    }
}
