using Microsoft.Bot.Schema;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Media;
using ShopBot.Messaging.Outbox;
using ShopBot.Messaging.Turns;
using ShopBot.Shops.Ordering;
using ShopBot.Testing.Shops;
using ShopBot.Tests.Dialogs.Ordering;

namespace ShopBot.Tests.Dialogs.Notices;

public sealed class NoticeTests
{
    private static readonly Route Window = new Route.ServiceWindow("message", DateTimeOffset.MaxValue, 5);

    [Theory]
    [InlineData("中文", "新订单 1", "接 1", "店里接单了", "封签是 E0231", "领口")]
    [InlineData("english", "New order 1", "accept 1", "is accepted", "seal is E0231", "领口")]
    public async Task Everybody_hears_in_their_own_language(string language, params string[] expected)
    {
        await using var chat = await ShopChat.OpenAsync();
        var lan = await chat.StaffAsync();
        await lan.SaysAsync(language);
        var mei = await OrderingTests.AtSummaryAsync(chat);
        await mei.SaysAsync(language, "1");

        Assert.Contains(expected[0], await LatestAsync(chat, lan.Contact), StringComparison.Ordinal);
        Assert.Contains(expected[1], await LatestAsync(chat, lan.Contact), StringComparison.Ordinal);
        await lan.SaysAsync("接 1");
        Assert.Contains(expected[2], await LatestAsync(chat, mei.Contact), StringComparison.Ordinal);
        await lan.SaysAsync("封 1 E0231");
        Assert.Contains(expected[3], await LatestAsync(chat, mei.Contact), StringComparison.Ordinal);
        await chat.Get<AddPhoto>().RunAsync(chat.Shop.Id, chat.Shop.NextKey(), new(lan.Contact), 1, "photo-1", "领口有一处污渍", CancellationToken.None);
        Assert.Contains(expected[4], await LatestAsync(chat, mei.Contact), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_photo_comes_as_a_picture_with_the_orders_number_and_page()
    {
        await using var chat = await ShopChat.OpenAsync();
        var lan = await chat.StaffAsync();
        var mei = await OrderingTests.AtSummaryAsync(chat);
        await mei.SaysAsync("确认");
        await lan.SendsPictureAsync("photo-1");
        await lan.SaysAsync("1", "确认");

        var notice = Assert.Single(await WriteAsync(chat, mei.Contact));

        Assert.Equal(MediaReference.For("photo-1"), Assert.Single(notice.Attachments).ContentUrl);
        Assert.Contains("订单 1", notice.Text, StringComparison.Ordinal);
        Assert.Contains((await chat.Shop.OrderAsync(1)).Token, notice.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(States))]
    public async Task Every_move_has_words(OrderState state)
    {
        await using var chat = await ShopChat.OpenAsync();
        var mei = await OrderingTests.AtSummaryAsync(chat);
        await mei.SaysAsync("确认");
        var order = await chat.Shop.OrderAsync(1);
        var message = Message(mei.Contact, new OrderMoved(chat.Shop.Id, order.Id, state));

        var notices = await chat.Get<INoticeWriter>().WriteAsync(message, Window, CancellationToken.None);

        // News that only reassures is not told of an order that stands elsewhere.
        if (state is OrderState.Accepted or OrderState.Washing or OrderState.Delivering)
            Assert.Empty(notices);
        else
            Assert.Contains("1", Assert.Single(notices).Text, StringComparison.Ordinal);
    }

    public static TheoryData<OrderState> States => [.. Enum.GetValues<OrderState>().Where(s => s is not (OrderState.Placed or OrderState.Deciding))];

    [Fact]
    public async Task Staff_hear_of_an_order_taken_back_and_no_longer_of_its_beginning()
    {
        await using var chat = await ShopChat.OpenAsync();
        var lan = await chat.StaffAsync();
        var mei = await OrderingTests.AtSummaryAsync(chat);
        await mei.SaysAsync("确认", "我的订单", "取消这单", "是");

        var owed = chat.Shop.Outbox.Where(m => m.To == lan.Contact).ToList();
        var notices = new List<Activity>();
        foreach (var message in owed)
            notices.AddRange(await chat.Get<INoticeWriter>().WriteAsync(Message(message), Window, CancellationToken.None));

        Assert.Contains("顾客取消了（李女士）", Assert.Single(notices).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_hear_who_wants_a_person_and_the_number_to_call()
    {
        await using var chat = await ShopChat.OpenAsync();
        var lan = await chat.StaffAsync();
        var mei = await OrderingTests.AtSummaryAsync(chat);
        await mei.SaysAsync("确认", "人工");
        await chat.Person("bo").SaysAsync("人工", "13900001111");

        var texts = new List<string>();
        foreach (var message in chat.Shop.Outbox.Where(m => m.To == lan.Contact && m.Kind == "person-asked.v1"))
            texts.Add(Assert.Single(await chat.Get<INoticeWriter>().WriteAsync(Message(message), Window, CancellationToken.None)).Text);

        Assert.Contains("李女士想找真人，电话 13812345678", texts[0], StringComparison.Ordinal);
        Assert.Contains("电话 13900001111", texts[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kind_without_words_is_parked()
    {
        await using var chat = await ShopChat.OpenAsync();
        var message = new OutboxMessage(1, chat.Shop.ContactOf("mei"), "moon-landed.v1", MessageClass.Status, "{}"u8.ToArray(), TestShop.Start);

        await Assert.ThrowsAsync<UnknownNoticeException>(() => chat.Get<INoticeWriter>().WriteAsync(message, Window, CancellationToken.None));
    }

    [Fact]
    public async Task A_failed_turn_is_apologised_for_in_the_shops_language_or_the_persons()
    {
        await using var chat = await ShopChat.OpenAsync();
        var incoming = new Activity { Conversation = new ConversationAccount { TenantId = chat.Shop.Id } };

        Assert.Contains("不好意思", chat.Get<ITurnApology>().For(incoming).Text, StringComparison.Ordinal);
        incoming.Locale = "en-US";
        Assert.Contains("Sorry", chat.Get<ITurnApology>().For(incoming).Text, StringComparison.Ordinal);
    }

    private static async Task<string> LatestAsync(ShopChat chat, ContactPoint to) =>
        string.Join("\n", (await WriteAsync(chat, to)).Select(a => $"{a.Text}\n{string.Join("\n", a.SuggestedActions?.Actions.Select(x => x.Title) ?? [])}"));

    private static Task<IReadOnlyList<Activity>> WriteAsync(ShopChat chat, ContactPoint to) =>
        chat.Get<INoticeWriter>().WriteAsync(Message(chat.Shop.Outbox.Last(m => m.To == to)), Window, CancellationToken.None);

    private static OutboxMessage Message(OwedMessage owed) => new(1, owed.To, owed.Kind, owed.Class, owed.Payload, TestShop.Start);

    private static OutboxMessage Message(ContactPoint to, OrderMoved fact) => new(
        1, to, OrderMoved.Kind, MessageClass.Status, System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(fact, System.Text.Json.JsonSerializerOptions.Web), TestShop.Start);
}
