using ShopBot.Shops.Inspections;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Staff;
using ShopBot.Testing.Shops;
using static ShopBot.Testing.Shops.TestShop;

namespace ShopBot.Tests.Shops.Inspections;

public sealed class AnswerFindingTests : IAsyncDisposable
{
    private readonly TestShop _shop = Open(Laundry);
    private MetCustomer _mei = null!;
    private BoundStaff _lan = null!;

    [Theory]
    [InlineData(FindingAnswer.Wash, 9900)]
    [InlineData(FindingAnswer.Treat, 11900)]
    [InlineData(FindingAnswer.Return, 9900)]
    public async Task An_answer_is_told_to_staff_at_once_and_moves_the_price(FindingAnswer answer, long total)
    {
        var number = await AskedAsync();
        var courier = await _shop.BindAsync("courier", StaffRole.Courier);

        var taken = Assert.IsType<AnswerFindingResult.Taken>(await _shop.AnswerAsync(_mei, number, answer));

        Assert.Equal((answer, FindingState.Asked, total), (taken.Answer, taken.Before, taken.TotalInMinor));
        Assert.Empty(taken.Open);
        Assert.Equal(total, (await _shop.OrderAsync(number)).Total.Minor);
        Assert.Equal([_lan.Contact], _shop.Owed<FindingDecided>().Select(d => d.To));
        Assert.DoesNotContain(courier.Contact, _shop.Outbox.Skip(1).Select(m => m.To));
        Assert.Equal(OrderState.Deciding, (await _shop.OrderAsync(number)).State);
    }

    [Fact]
    public async Task Until_the_washing_begins_it_may_be_said_otherwise_and_the_price_goes_with_it()
    {
        var number = await AskedAsync();

        await _shop.AnswerAsync(_mei, number, FindingAnswer.Treat);
        await _shop.AnswerAsync(_mei, number, FindingAnswer.Wash);
        Assert.Equal(9900, (await _shop.OrderAsync(number)).Total.Minor);
        await _shop.AnswerAsync(_mei, number, FindingAnswer.Treat);
        Assert.Equal(11900, (await _shop.OrderAsync(number)).Total.Minor);
        Assert.IsType<AnswerFindingResult.Same>(await _shop.AnswerAsync(_mei, number, FindingAnswer.Treat));
        await _shop.MoveAsync(_lan, number, OrderState.Washing);

        Assert.Equal(OrderState.Washing, Assert.IsType<AnswerFindingResult.TooLate>(await _shop.AnswerAsync(_mei, number, FindingAnswer.Wash)).State);
        Assert.Equal(11900, (await _shop.OrderAsync(number)).Total.Minor);
        Assert.Equal(3, _shop.Owed<FindingDecided>().Count);
    }

    [Fact]
    public async Task A_piece_that_goes_back_may_make_it_cheaper_where_the_shop_says_so()
    {
        var plan = AsksAbout with { UnwashedInMinor = 1500 };
        (_mei, _lan) = (await _shop.MeetAsync(), await _shop.BindAsync());
        var number = await _shop.CollectedAsync(_mei, _lan);
        await _shop.AskAsync(_lan, number, plan: plan);

        await _shop.AnswerAsync(_mei, number, FindingAnswer.Return);
        Assert.Equal(8400, (await _shop.OrderAsync(number)).Total.Minor);
        await _shop.AnswerAsync(_mei, number, FindingAnswer.Wash);

        Assert.Equal(9900, (await _shop.OrderAsync(number)).Total.Minor);
    }

    [Fact]
    public async Task The_same_event_answers_once()
    {
        var number = await AskedAsync();
        var key = _shop.NextKey();

        var first = (AnswerFindingResult.Taken)await _shop.AnswerAsync(_mei, number, FindingAnswer.Treat, key: key);
        var again = (AnswerFindingResult.Taken)await _shop.AnswerAsync(_mei, number, FindingAnswer.Treat, key: key);

        Assert.Equal((first.FindingId, first.TotalInMinor), (again.FindingId, again.TotalInMinor));
        Assert.Equal(11900, (await _shop.OrderAsync(number)).Total.Minor);
        Assert.Single(_shop.Owed<FindingDecided>());
    }

    [Fact]
    public async Task What_is_not_offered_not_asked_or_not_theirs_changes_nothing()
    {
        var number = await AskedAsync("silk");
        var other = await _shop.MeetAsync("other");

        Assert.IsType<AnswerFindingResult.NotOffered>(await _shop.AnswerAsync(_mei, number, FindingAnswer.Wash));
        Assert.IsType<AnswerFindingResult.NotOffered>(await _shop.AnswerAsync(_mei, number, FindingAnswer.Treat));
        Assert.Equal(["A"], Assert.IsType<AnswerFindingResult.NoSuchFinding>(await _shop.AnswerAsync(_mei, number, FindingAnswer.Return, "B")).Letters);
        Assert.Equal(new AnswerFindingResult.NotYours(number), await _shop.AnswerAsync(other, number, FindingAnswer.Return));
        Assert.Equal(new AnswerFindingResult.NotYours(99), await _shop.AnswerAsync(_mei, 99, FindingAnswer.Return));
        Assert.Equal(new AnswerFindingResult.NothingAsked(2), await _shop.AnswerAsync(_mei, (await _shop.PlaceAsync(_mei, Line("bag"))).Number, FindingAnswer.Return));
        Assert.Empty(_shop.Owed<FindingDecided>());
    }

    [Fact]
    public async Task The_order_goes_on_only_when_everything_is_answered()
    {
        var number = await AskedAsync();
        await _shop.AskAsync(_lan, number, _shop.Found("silk", "B"));

        Assert.Equal(["B"], Assert.IsType<AnswerFindingResult.Taken>(await _shop.AnswerAsync(_mei, number, FindingAnswer.Wash)).Open);
        Assert.Equal(["B"], Assert.IsType<MoveOrderResult.AnswerNeeded>(await _shop.MoveAsync(_lan, number, OrderState.Washing)).Letters);
        await _shop.AnswerAsync(_mei, number, FindingAnswer.Return, "B");

        Assert.IsType<MoveOrderResult.Moved>(await _shop.MoveAsync(_lan, number, OrderState.Washing));
    }

    [Fact]
    public async Task Unwashed_goes_back_only_what_was_to_go_back()
    {
        var number = await AskedAsync();

        Assert.IsType<MoveOrderResult.QuestionNeeded>(await _shop.MoveAsync(_lan, await _shop.CollectedAsync(_mei, _lan), OrderState.Deciding));
        await _shop.AnswerAsync(_mei, number, FindingAnswer.Wash);
        Assert.IsType<MoveOrderResult.MustBeWashed>(await _shop.MoveAsync(_lan, number, OrderState.Ready));
        await _shop.AnswerAsync(_mei, number, FindingAnswer.Return);

        Assert.IsType<MoveOrderResult.Moved>(await _shop.MoveAsync(_lan, number, OrderState.Ready));
    }

    [Fact]
    public async Task Who_wants_to_talk_stops_the_clock_until_staff_write_down_what_was_agreed()
    {
        var number = await AskedAsync();

        await _shop.AnswerAsync(_mei, number, FindingAnswer.Person);
        await _shop.PassAsync(TimeSpan.FromDays(3));

        Assert.Equal(FindingState.WithPerson, (await _shop.FindingsAsync(number))[0].Finding.State);
        Assert.Empty(_shop.Owed<FindingDefaulted>());
        Assert.Equal(["A"], Assert.IsType<MoveOrderResult.AnswerNeeded>(await _shop.MoveAsync(_lan, number, OrderState.Washing)).Letters);
        Assert.IsType<AnswerFindingResult.Taken>(await _shop.SettleAsync(_lan, number, FindingAnswer.Treat));
        Assert.Equal((_mei.Contact, FindingAnswer.Treat), _shop.Owed<FindingSettled>().Select(s => (s.To, s.Fact.Answer)).Single());
        Assert.Equal(11900, (await _shop.OrderAsync(number)).Total.Minor);
    }

    [Fact]
    public async Task Couriers_decide_nothing_and_take_nothing_back()
    {
        var number = await AskedAsync();
        var courier = await _shop.BindAsync("courier", StaffRole.Courier);

        Assert.IsType<AnswerFindingResult.NotStaff>(await _shop.SettleAsync(courier, number, FindingAnswer.Wash));
        Assert.IsType<WithdrawFindingResult.NotStaff>(await _shop.WithdrawAsync(courier, number));
    }

    [Fact]
    public async Task A_question_taken_back_takes_its_price_along_and_is_told()
    {
        var number = await AskedAsync();
        await _shop.AnswerAsync(_mei, number, FindingAnswer.Treat);

        Assert.IsType<WithdrawFindingResult.Withdrawn>(await _shop.WithdrawAsync(_lan, number));

        Assert.Equal(9900, (await _shop.OrderAsync(number)).Total.Minor);
        Assert.Equal(_mei.Contact, Assert.Single(_shop.Owed<FindingWithdrawn>()).To);
        Assert.IsType<AnswerFindingResult.TakenBack>(await _shop.AnswerAsync(_mei, number, FindingAnswer.Wash));
        Assert.IsType<WithdrawFindingResult.Already>(await _shop.WithdrawAsync(_lan, number));
        Assert.IsType<MoveOrderResult.Moved>(await _shop.MoveAsync(_lan, number, OrderState.Washing));
        Assert.IsType<WithdrawFindingResult.NoSuchFinding>(await _shop.WithdrawAsync(_lan, number, "Z"));
    }

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    private async Task<int> AskedAsync(string kind = "stain")
    {
        (_mei, _lan) = (await _shop.MeetAsync(), await _shop.BindAsync());
        var number = await _shop.CollectedAsync(_mei, _lan);
        Assert.IsType<AskCustomerResult.Asked>(await _shop.AskAsync(_lan, number, _shop.Found(kind)));
        return number;
    }
}
