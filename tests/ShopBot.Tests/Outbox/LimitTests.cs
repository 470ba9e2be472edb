using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Outbox;
using static ShopBot.Tests.Outbox.TestOutbox;

namespace ShopBot.Tests.Outbox;

public sealed class LimitTests
{
    private static readonly SendOutcome NotSent = new SendOutcome.TryAgain(TimeSpan.Zero, "no connection", CountsAsAttempt: false);

    [Fact]
    public async Task No_call_goes_above_the_days_limit_and_the_rest_leaves_at_midnight_in_Beijing()
    {
        await using var outbox = await OpenAsync();
        outbox.Platform.Ways[0] = outbox.Platform.Ways[0] with { Limit = new ApiLimit(PerDay: 3) };
        await OweToManyAsync(outbox, 5, MessageClass.Status);

        await outbox.DrainAsync();
        Assert.Equal(3, outbox.Platform.Calls.Count);

        // Noon in Beijing: twelve hours to go.
        outbox.Clock.Advance(TimeSpan.FromHours(12) - TimeSpan.FromMinutes(1));
        await outbox.DrainAsync();
        Assert.Equal(3, outbox.Platform.Calls.Count);
        outbox.Clock.Advance(TimeSpan.FromMinutes(1));
        await outbox.DrainAsync();
        Assert.Equal(5, outbox.Platform.Calls.Count);
    }

    [Fact]
    public async Task Calls_are_spread_over_the_minute()
    {
        await using var outbox = await OpenAsync();
        outbox.Platform.Ways[0] = outbox.Platform.Ways[0] with { Limit = new ApiLimit(0, PerMinute: 4) };
        await OweToManyAsync(outbox, 6, MessageClass.Status);

        await outbox.DrainAsync();
        Assert.Equal(4, outbox.Platform.Calls.Count);
        outbox.Clock.Advance(TimeSpan.FromSeconds(15));
        await outbox.DrainAsync();
        Assert.Equal(5, outbox.Platform.Calls.Count);
        outbox.Clock.Advance(TimeSpan.FromSeconds(15));
        await outbox.DrainAsync();
        Assert.Equal(6, outbox.Platform.Calls.Count);
    }

    [Fact]
    public async Task What_never_reached_the_platform_costs_nothing_of_the_limit()
    {
        await using var outbox = await OpenAsync();
        outbox.Platform.Ways[0] = outbox.Platform.Ways[0] with { Limit = new ApiLimit(PerDay: 1) };
        outbox.Platform.Answers(NotSent);
        await OweToManyAsync(outbox, 1, MessageClass.Status);

        await outbox.DrainAsync();
        outbox.Clock.Advance(TimeSpan.FromSeconds(10));
        await outbox.DrainAsync();

        Assert.Equal(2, outbox.Platform.Calls.Count);
    }

    [Fact]
    public async Task Promotions_leave_a_reserve_for_those_who_wait_for_news()
    {
        await using var outbox = await OpenAsync();
        outbox.Platform.Ways[0] = outbox.Platform.Ways[0] with { Limit = new ApiLimit(PerDay: 10) };
        await OweToManyAsync(outbox, 12, MessageClass.Promotion);

        await outbox.DrainAsync();
        Assert.Equal(8, outbox.Platform.Calls.Count);
        await outbox.WritesAsync(Li);
        await outbox.OwesAsync(Li, MessageClass.Status, "ready");
        await outbox.DrainAsync();
        Assert.Equal("ready", outbox.Platform.Calls[^1].Text);
    }

    [Fact]
    public async Task A_host_that_fails_five_times_in_a_row_rests_and_then_longer()
    {
        await using var outbox = await OpenAsync();
        outbox.Platform.Answers([.. Enumerable.Repeat(NotSent, 7)]);
        await OweToManyAsync(outbox, 6, MessageClass.Status);

        await outbox.DrainAsync();
        Assert.Equal(5, outbox.Platform.Calls.Count);
        outbox.Clock.Advance(TimeSpan.FromSeconds(29));
        await outbox.DrainAsync();
        Assert.Equal(5, outbox.Platform.Calls.Count);

        outbox.Clock.Advance(TimeSpan.FromSeconds(1));
        await outbox.DrainAsync();
        Assert.Equal(6, outbox.Platform.Calls.Count);
        outbox.Clock.Advance(TimeSpan.FromSeconds(59));
        await outbox.DrainAsync();
        Assert.Equal(6, outbox.Platform.Calls.Count);
        outbox.Clock.Advance(TimeSpan.FromMinutes(4));
        await outbox.DrainAsync();
        outbox.Clock.Advance(TimeSpan.FromMinutes(5));
        await outbox.DrainAsync();
        Assert.Equal(6, outbox.Count("message WHERE state = 'done'"));
    }

    [Fact]
    public async Task One_call_that_rests_stops_neither_the_others_nor_another_account()
    {
        await using var outbox = await OpenAsync(Li, Wang, Kim);
        outbox.HasForms("photo", template: "t1");
        outbox.Platform.Answers(new SendOutcome.Refused(Refusal.Quota, "45009", "day", outbox.Clock.GetUtcNow().AddHours(12)));
        await outbox.OwesAsync(Li, MessageClass.Status, "words");
        await outbox.DrainAsync();
        await outbox.OwesFactAsync(Wang, "photo");
        await outbox.OwesAsync(Kim, MessageClass.Status, "elsewhere");

        await outbox.DrainAsync();

        Assert.Equal(["send", "send", "template"], outbox.Platform.Calls.Select(call => call.Part.Api).Order());
        Assert.Equal("ready", outbox.StateOf(Li));
        Assert.Equal("done", outbox.StateOf(Kim));
    }

    [Fact]
    public async Task Three_people_in_a_row_who_are_called_restricted_mean_the_account()
    {
        await using var outbox = await OpenAsync();
        outbox.Platform.Answers([.. Enumerable.Repeat<SendOutcome>(new SendOutcome.RecipientGone("50002", "user limited", MayBeAccount: true), 3)]);
        await OweToManyAsync(outbox, 5, MessageClass.Status);

        await outbox.DrainAsync();
        Assert.Equal(3, outbox.Platform.Calls.Count);
        outbox.Clock.Advance(TimeSpan.FromMinutes(11));
        await outbox.DrainAsync();

        Assert.Equal(5, outbox.Platform.Calls.Count);
        Assert.Equal(3, outbox.Count("message WHERE state = 'dead'"));
    }

    [Fact]
    public async Task A_call_that_only_prepares_is_counted_and_rests_by_itself()
    {
        await using var outbox = await OpenAsync();
        var limits = new ShopBot.Storage.Sqlite.SqliteApiLimits(outbox.Database, outbox.Clock);

        Assert.Null(await limits.TakeAsync(TestOutbox.Account, "media/upload", new ApiLimit(1), CancellationToken.None));
        var block = await limits.TakeAsync(TestOutbox.Account, "media/upload", new ApiLimit(1), CancellationToken.None);

        Assert.Equal(outbox.Clock.GetUtcNow().AddHours(12), block!.Until);
        Assert.Null(await limits.TakeAsync(OtherAccount, "media/upload", new ApiLimit(1), CancellationToken.None));
    }

    private static async Task OweToManyAsync(TestOutbox outbox, int people, MessageClass messageClass)
    {
        for (var i = 0; i < people; i++)
        {
            var person = new ContactPoint(TestOutbox.Account, $"oPerson{i}");
            await outbox.WritesAsync(person);
            await outbox.OwesAsync(person, messageClass, "news");
        }
    }
}
