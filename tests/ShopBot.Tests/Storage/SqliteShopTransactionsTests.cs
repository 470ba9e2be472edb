using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ShopBot.Messaging.Outbox;
using ShopBot.Shops;
using ShopBot.Shops.Settings;
using ShopBot.Storage.Sqlite;
using ShopBot.Tests.Outbox;
using static ShopBot.Tests.Outbox.TestOutbox;

namespace ShopBot.Tests.Storage;

public sealed class SqliteShopTransactionsTests
{
    private static readonly OperationKey Key = new("event-1/PlaceOrder/1");

    [Fact]
    public async Task An_operation_runs_once_per_key_and_always_gives_its_first_answer()
    {
        await using var outbox = await OpenAsync();
        var runs = 0;

        var first = await RunAsync(outbox, "laundry", Key, ++runs);
        await outbox.KillAndRestartAsync();
        outbox.Clock.Advance(TimeSpan.FromHours(71));
        var again = await RunAsync(outbox, "laundry", Key, ++runs);

        Assert.Equal((1, 1), (first.Number, again.Number));
        Assert.Equal(1, outbox.Count("api_pause"));
        Assert.Equal(1, outbox.Count("message"));
    }

    [Fact]
    public async Task Of_many_at_once_under_one_key_one_runs()
    {
        await using var outbox = await OpenAsync();

        var answers = await Task.WhenAll(Enumerable.Range(1, 16).Select(i => Task.Run(() => RunAsync(outbox, "laundry", Key, i))));

        Assert.Single(answers.Select(a => a.Number).Distinct());
        Assert.Equal(1, outbox.Count("api_pause"));
    }

    [Fact]
    public async Task The_same_key_in_two_shops_is_two_operations()
    {
        await using var outbox = await OpenAsync();

        Assert.Equal(1, (await RunAsync(outbox, "laundry", Key, 1)).Number);
        Assert.Equal(2, (await RunAsync(outbox, "eunchae", Key, 2)).Number);
    }

    [Fact]
    public async Task An_operation_that_fails_leaves_no_change_no_message_and_no_answer()
    {
        await using var outbox = await OpenAsync();
        var transactions = New(outbox);

        await Assert.ThrowsAsync<FormatException>(() => transactions.RunOnceAsync<Answer>("laundry", Key, async shop =>
        {
            await ChangeAsync(shop, 1);
            throw new FormatException("on purpose");
        }, CancellationToken.None));

        foreach (var table in new[] { "api_pause", "message", "lane", "operation" })
            Assert.Equal(0, outbox.Count(table));
        Assert.Equal(2, (await RunAsync(outbox, "laundry", Key, 2)).Number);
    }

    [Fact]
    public async Task What_a_change_owes_wakes_the_dispatcher()
    {
        await using var outbox = await OpenAsync(Li);
        var woken = outbox.Signal.Next;

        await RunAsync(outbox, "laundry", Key, 1);

        Assert.True(woken.IsCompleted);
        await outbox.DrainAsync();
        Assert.Equal([ThingHappened.Kind], outbox.Platform.Texts);
    }

    [Fact]
    public async Task An_operation_within_an_operation_is_refused_instead_of_standing_still_for_ever()
    {
        await using var outbox = await OpenAsync();
        var transactions = New(outbox);

        var nested = transactions.RunOnceAsync("laundry", Key, _ => RunAsync(outbox, "laundry", new OperationKey("inner"), 1), CancellationToken.None);

        await Assert.ThrowsAsync<InvalidOperationException>(() => nested.WaitAsync(Patience));
    }

    [Fact]
    public async Task A_key_that_was_never_made_is_refused_and_a_very_long_one_is_a_key_like_any_other()
    {
        await using var outbox = await OpenAsync();
        await Assert.ThrowsAnyAsync<ArgumentException>(() => RunAsync(outbox, "laundry", default, 1));

        var (one, two) = (new OperationKey(new string('k', 900) + "1"), new OperationKey(new string('k', 900) + "2"));
        await RunAsync(outbox, "laundry", one, 1);

        Assert.Equal(2, (await RunAsync(outbox, "laundry", two, 2)).Number);
        Assert.Equal(1, (await RunAsync(outbox, "laundry", one, 3)).Number);
    }

    private static SqliteShopTransactions New(TestOutbox outbox) =>
        new(outbox.Database, outbox.Signal, new OptionsWrapper<OutboxOptions>(outbox.Options), new ShopBook([new ShopSettings { Id = "laundry" }, new ShopSettings { Id = "eunchae" }]), outbox.Clock);

    private static Task<Answer> RunAsync(TestOutbox outbox, string shop, OperationKey key, int number) => New(outbox).RunOnceAsync(shop, key, async change =>
    {
        await ChangeAsync(change, number);
        return new Answer(number);
    }, CancellationToken.None);

    private static async Task ChangeAsync(ShopChange change, int number)
    {
        await change.Db.Database.ExecuteSqlAsync($"INSERT INTO api_pause (account, api, paused_until, reason) VALUES ({change.Db.Shop}, {number}, 0, '')");
        change.Outbox.Add(new ThingHappened(number), Li, MessageClass.Status, $"{change.Db.Shop}:{number}");
    }

    private sealed record Answer(int Number);

    private sealed record ThingHappened(int Number) : IOutboxPayload
    {
        public static string Kind => "thing-happened.v1";
    }
}
