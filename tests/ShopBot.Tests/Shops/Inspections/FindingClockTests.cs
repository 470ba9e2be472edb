using ShopBot.Shops.Customers;
using ShopBot.Shops.Inspections;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Settings;
using ShopBot.Testing.Shops;
using static ShopBot.Testing.Shops.TestShop;

namespace ShopBot.Tests.Shops.Inspections;

public sealed class FindingClockTests : IAsyncDisposable
{
    private readonly TestShop _shop = Open(Laundry);

    [Fact]
    public async Task Silence_is_reminded_once_and_then_decided_as_announced()
    {
        var (mei, lan, number) = await AskedAsync();
        var by = (await _shop.FindingsAsync(number))[0].Finding.AnswerBy;

        await _shop.PassAsync(by - Start - TimeSpan.FromHours(3));
        Assert.Equal(mei.Contact, Assert.Single(_shop.Owed<FindingUnanswered>()).To);
        Assert.Empty(_shop.Owed<FindingDefaulted>());
        await _shop.PassAsync(TimeSpan.FromHours(3));
        await _shop.PassAsync(TimeSpan.FromHours(3));

        Assert.Single(_shop.Owed<FindingUnanswered>());
        Assert.Equal(mei.Contact, Assert.Single(_shop.Owed<FindingDefaulted>()).To);
        Assert.Equal((lan.Contact, FindingAnswer.Wash), _shop.Owed<FindingDecided>().Select(d => (d.To, d.Fact.Answer)).Single());
        Assert.IsType<MoveOrderResult.Moved>(await _shop.MoveAsync(lan, number, OrderState.Washing));
    }

    [Fact]
    public async Task An_answer_in_time_ends_it()
    {
        var (mei, _, number) = await AskedAsync();
        await _shop.AnswerAsync(mei, number, FindingAnswer.Treat);

        await _shop.PassAsync(TimeSpan.FromDays(3));

        Assert.Empty(_shop.Owed<FindingUnanswered>());
        Assert.Empty(_shop.Owed<FindingDefaulted>());
        Assert.Equal(FindingAnswer.Treat, (await _shop.FindingsAsync(number))[0].Finding.Answer);
    }

    [Fact]
    public async Task After_the_time_an_answer_counts_until_the_washing_begins()
    {
        var (mei, lan, number) = await AskedAsync();
        await _shop.PassAsync(TimeSpan.FromDays(3));

        Assert.Equal(FindingState.Defaulted, Assert.IsType<AnswerFindingResult.Taken>(await _shop.AnswerAsync(mei, number, FindingAnswer.Treat)).Before);
        await _shop.MoveAsync(lan, number, OrderState.Washing);

        Assert.IsType<AnswerFindingResult.TooLate>(await _shop.AnswerAsync(mei, number, FindingAnswer.Return));
        Assert.Equal(11900, (await _shop.OrderAsync(number)).Total.Minor);
    }

    [Fact]
    public async Task Said_after_the_time_the_very_thing_that_was_decided_is_an_answer_all_the_same()
    {
        var (mei, _, number) = await AskedAsync();
        await _shop.PassAsync(TimeSpan.FromDays(3));

        Assert.IsType<AnswerFindingResult.Taken>(await _shop.AnswerAsync(mei, number, FindingAnswer.Wash));
        Assert.Equal(FindingState.Answered, (await _shop.FindingsAsync(number))[0].Finding.State);
    }

    [Fact]
    public async Task Of_an_answer_and_the_end_of_the_time_at_the_same_moment_exactly_one_decides_and_the_other_knows()
    {
        for (var i = 0; i < 20; i++)
        {
            var (mei, lan) = (await _shop.MeetAsync($"mei-{i}"), await _shop.BindAsync($"lan-{i}"));
            var number = await _shop.CollectedAsync(mei, lan);
            await _shop.AskAsync(lan, number);
            _shop.Clock.Advance(TimeSpan.FromHours(30));
            var defaultedBefore = _shop.Owed<FindingDefaulted>().Count;

            var answer = Task.Run(() => _shop.AnswerAsync(mei, number, FindingAnswer.Treat));
            await Task.WhenAll(answer, Task.Run(() => _shop.PassAsync(TimeSpan.Zero)));

            // Whoever came second saw the first: an answer after the end says so, an end after the answer is none.
            var taken = Assert.IsType<AnswerFindingResult.Taken>(await answer);
            Assert.Equal(taken.Before == FindingState.Defaulted ? 1 : 0, _shop.Owed<FindingDefaulted>().Count - defaultedBefore);
            Assert.Equal(11900, (await _shop.OrderAsync(number)).Total.Minor);
            Assert.Equal((FindingState.Answered, FindingAnswer.Treat), ((await _shop.FindingsAsync(number))[0].Finding.State, (await _shop.FindingsAsync(number))[0].Finding.Answer));
        }
    }

    [Fact]
    public async Task Who_left_meanwhile_is_told_nothing_and_the_shop_is()
    {
        var (mei, lan, number) = await AskedAsync();
        await _shop.Get<ForgetCustomer>().RunAsync(_shop.Id, _shop.NextKey(), mei.Contact, Start, default);

        await _shop.PassAsync(TimeSpan.FromDays(3));

        Assert.Empty(_shop.Owed<FindingUnanswered>());
        Assert.Empty(_shop.Owed<FindingDefaulted>());
        Assert.Equal(lan.Contact, Assert.Single(_shop.Owed<FindingDecided>()).To);
        Assert.IsType<MoveOrderResult.Moved>(await _shop.MoveAsync(lan, number, OrderState.Washing));
    }

    [Theory]
    [InlineData("2026-03-02 14:00", "2026-03-03 14:00")]
    [InlineData("2026-03-02 14:01", "2026-03-03 15:00")]
    [InlineData("2026-03-02 09:30", "2026-03-03 12:00")]
    [InlineData("2026-03-02 20:30", "2026-03-03 21:00")]
    [InlineData("2026-03-02 20:59", "2026-03-03 21:00")]
    [InlineData("2026-03-02 23:10", "2026-03-04 12:00")]
    public void The_time_ends_at_a_full_hour_at_which_the_shop_was_open_for_the_reminder_too(string asked, string by)
    {
        Assert.True(OpeningHours.TryParse("09:00-21:00", out var hours));

        Assert.Equal(At(by), AsksAbout.AnswerBy(At(asked), hours, Zone));
    }

    [Fact]
    public void A_day_on_which_the_shop_is_closed_is_not_waited_out()
    {
        Assert.True(OpeningHours.TryParse("Mon-Fri 09:00-18:00", out var hours));

        Assert.Equal(At("2026-03-09 12:00"), AsksAbout.AnswerBy(At("2026-03-06 10:00"), hours, Zone));
    }

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    private static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    private static DateTimeOffset At(string local) => new DateTimeOffset(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(8)).ToUniversalTime();

    private async Task<(MetCustomer Mei, BoundStaff Lan, int Number)> AskedAsync()
    {
        var (mei, lan) = (await _shop.MeetAsync(), await _shop.BindAsync());
        var number = await _shop.CollectedAsync(mei, lan);
        await _shop.AskAsync(lan, number);
        return (mei, lan, number);
    }
}
