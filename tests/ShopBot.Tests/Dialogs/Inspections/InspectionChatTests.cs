using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Media;
using ShopBot.Messaging.Outbox;
using ShopBot.Shops.Inspections;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Staff;
using ShopBot.Testing.Shops;
using ShopBot.Tests.Dialogs.Ordering;

namespace ShopBot.Tests.Dialogs.Inspections;

public sealed class InspectionChatTests : IAsyncLifetime
{
    private ShopChat _chat = null!;
    private ChatPerson _mei = null!, _lan = null!;

    public async Task InitializeAsync()
    {
        _chat = await ShopChat.OpenAsync();
        _lan = await _chat.StaffAsync();
        _mei = await OrderingTests.AtSummaryAsync(_chat);
        await _mei.SaysAsync("确认");
        await _lan.SaysAsync("接 1", "封 1 E0231");
    }

    public Task DisposeAsync() => _chat.DisposeAsync().AsTask();

    [Fact]
    public async Task What_the_preview_shows_is_what_the_customer_gets()
    {
        await _lan.SendsPictureAsync("photo-1");
        var preview = await _lan.SaysAsync("污渍 1 领口有油渍");
        await _lan.TapsAsync("发给顾客");

        var notice = Assert.Single(await WriteAsync(_mei.Contact));
        Assert.Equal(MediaReference.For("photo-1"), Assert.Single(notice.Attachments).ContentUrl);
        // All but the link, which opens nothing for staff.
        Assert.Contains(string.Join("\n", notice.Text.Split('\n')[..^1]), preview.Text, StringComparison.Ordinal);
        Assert.Contains(string.Join("\n", notice.SuggestedActions.Actions.Select(a => a.Title)), preview.Text, StringComparison.Ordinal);
        Assert.Single(_chat.Shop.Owed<FindingAsked>());
        Assert.Empty(_chat.Shop.Owed<PhotoTaken>());
    }

    [Fact]
    public async Task A_question_without_a_picture_is_not_sent()
    {
        await _lan.SaysAsync("污渍 1 领口有油渍");
        Assert.Contains("先拍张照片", _lan.Last.Text, StringComparison.Ordinal);
        await _lan.SaysAsync("已经说了");
        Assert.Empty(_chat.Shop.Owed<FindingAsked>());

        await _lan.SendsPictureAsync("photo-1");
        Assert.Contains("领口有油渍", _lan.Last.Text, StringComparison.Ordinal);
        await _lan.TapsAsync("发给顾客");

        Assert.Single(_chat.Shop.Owed<FindingAsked>());
    }

    [Fact]
    public async Task Pictures_of_something_that_was_left_are_not_put_to_another_order()
    {
        await _lan.SendsPictureAsync("somebody-elses");
        await _lan.SaysAsync("取消", "污渍 1 领口有油渍");

        Assert.Contains("先拍张照片", _lan.Last.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-5")]
    [InlineData("1e9")]
    [InlineData("500.01")]
    [InlineData("99999999999999999999999999999999")]
    [InlineData("很多")]
    public async Task A_price_that_is_none_is_refused_and_asked_for_again(string typed)
    {
        await _lan.SendsPictureAsync();
        await _lan.SaysAsync("污渍 1 领口有油渍", "改价格", typed);

        Assert.Contains("不是能收的价", _lan.Last.Text, StringComparison.Ordinal);
        await _lan.SaysAsync("25.5");
        Assert.Contains("去渍（+¥25.50） 1", _lan.Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_where_a_price_is_asked_joins_the_others_and_the_question_stays()
    {
        await _lan.SendsPictureAsync("photo-1");
        await _lan.SaysAsync("污渍 1 领口有油渍", "改价格");
        await _lan.SendsPictureAsync("photo-2");
        Assert.Contains("平常 ¥20", _lan.Last.Text, StringComparison.Ordinal);

        await _lan.SaysAsync("20");
        Assert.Equal(2, _lan.Last.Messages[0].Attachments.Count);
    }

    [Theory]
    [InlineData(StaffRole.Laundry, "先拍张照片")]
    [InlineData(StaffRole.Courier, "洗衣工、店员和经理的事")]
    public async Task The_laundry_may_ask_and_couriers_may_not(StaffRole role, string answer)
    {
        var staff = await _chat.StaffAsync("ming", role);

        Assert.Contains(answer, (await staff.SaysAsync("污渍 1 领口有油渍")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_colleague_who_was_quicker_is_named_and_the_question_is_looked_at_again()
    {
        var ming = await _chat.StaffAsync("ming", StaffRole.Laundry);
        foreach (var staff in (ChatPerson[])[_lan, ming])
        {
            await staff.SendsPictureAsync();
            await staff.SaysAsync("污渍 1 领口有油渍");
        }
        await ming.TapsAsync("发给顾客");

        await _lan.TapsAsync("发给顾客");
        Assert.Contains("ming刚刚问了这位顾客 1", _lan.Last.Text, StringComparison.Ordinal);
        Assert.Contains("照常洗 1B", _lan.Last.Text, StringComparison.Ordinal);
        Assert.Single(_chat.Shop.Owed<FindingAsked>());
        await _lan.TapsAsync("发给顾客");

        Assert.Equal(2, _chat.Shop.Owed<FindingAsked>().Count);
    }

    [Fact]
    public async Task An_answer_in_the_middle_of_an_order_leaves_the_order_where_it_was()
    {
        await AskAsync();
        await _mei.SaysAsync("要一双运动鞋");
        var question = _mei.Last.Choices;

        await _mei.SaysAsync("去渍（+¥20） 1");

        Assert.Contains("合计 ¥218", _mei.Last.Text, StringComparison.Ordinal);
        Assert.Equal(question, _mei.Last.Choices);
    }

    [Fact]
    public async Task Words_alone_answer_where_one_question_is_open_and_mean_nothing_where_none_is()
    {
        await _mei.SaysAsync("照常洗");
        Assert.DoesNotContain("照常洗。", _mei.Last.Text, StringComparison.Ordinal);
        await AskAsync();

        await _mei.SaysAsync("照常洗吧");

        Assert.Contains("好，订单 1 照常洗。", _mei.Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bare_number_answers_the_question_that_came_last_and_otherwise_the_menu()
    {
        await AskAsync();
        Assert.Contains("做去渍", (await _mei.SaysAsync("2")).Text, StringComparison.Ordinal);
        _chat.Shop.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.DoesNotContain("订单 1", (await _mei.SaysAsync("3")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_choices_below_my_orders_can_be_picked_by_number_too()
    {
        await AskAsync();
        await _mei.SaysAsync("我的订单");
        Assert.Equal("照常洗 1", _mei.Last.Choices[0]);

        Assert.Contains("好，订单 1 照常洗。", (await _mei.SaysAsync("1")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("照常洗 2", "没找到你的订单 2")]
    [InlineData("照常洗 1C", "没有这个问题")]
    [InlineData("wash it anyway 7", "没找到你的订单 7")]
    public async Task A_choice_of_another_order_or_question_is_said_to_be_none(string said, string answer)
    {
        await AskAsync();

        Assert.Contains(answer, (await _mei.SaysAsync(said)).Text, StringComparison.Ordinal);
        Assert.Equal(FindingState.Asked, (await _chat.Shop.FindingsAsync(1))[0].Finding.State);
    }

    [Fact]
    public async Task Somebody_elses_question_is_not_theirs_to_answer()
    {
        await AskAsync();
        var other = _chat.Person("other");
        await other.FollowsAsync();

        Assert.Contains("没找到你的订单 1", (await other.SaysAsync("照常洗 1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_wants_a_person_is_shown_to_staff_with_number_and_what_they_can_do()
    {
        await AskAsync();
        await _mei.SaysAsync("找人聊聊 1");

        var notice = (await WriteAsync(_lan.Contact))[^1];
        Assert.Contains("电话 138", notice.Text, StringComparison.Ordinal);
        Assert.Equal(["决定 1 照常洗", "决定 1 去渍", "决定 1 不洗退回", "撤回 1"], notice.SuggestedActions.Actions.Select(a => a.Title));
    }

    private async Task AskAsync()
    {
        _chat.Shop.Clock.Advance(TimeSpan.FromMinutes(1));
        await _lan.SendsPictureAsync();
        await _lan.SaysAsync("污渍 1 领口有油渍");
        await _lan.TapsAsync("发给顾客");
        Assert.Contains("问了", _lan.Last.Text, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<Microsoft.Bot.Schema.Activity>> WriteAsync(ContactPoint to)
    {
        var owed = _chat.Shop.Outbox.Last(m => m.To == to);
        return await _chat.Get<INoticeWriter>().WriteAsync(
            new OutboxMessage(1, owed.To, owed.Kind, owed.Class, owed.Payload, TestShop.Start), new Route.ServiceWindow("message", DateTimeOffset.MaxValue, 5), CancellationToken.None);
    }
}
