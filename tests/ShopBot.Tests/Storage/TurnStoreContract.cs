using Microsoft.Bot.Builder;
using ShopBot.Messaging.Turns;
using ShopBot.Simulator.Clock;

namespace ShopBot.Tests.Storage;

/// <summary>What turns need beyond the Bot Framework's contract, of each of our stores.</summary>
public abstract class TurnStoreContract
{
    protected const string Person = "laundry:oABC";
    protected const string Conversation = $"wechat/conversations/{Person}", Event = $"wechat/events/{Person}/1001";

    protected MovableClock Clock { get; } = MovableClock.FrozenAt(new DateTimeOffset(2026, 3, 2, 4, 0, 0, TimeSpan.Zero));

    protected abstract Task<IStorage> OpenAsync();

    /// <summary>Puts bytes that no turn wrote under a key.</summary>
    protected abstract Task DamageAsync(string key, string content);

    [SkippableFact]
    public async Task Absent_is_refused_where_something_is_stored()
    {
        var store = await OpenAsync();
        await WriteAsync(store, (Event, "first", StoreETags.Absent));

        var conflict = await Assert.ThrowsAsync<StorageConflictException>(() => WriteAsync(store, (Event, "second", StoreETags.Absent)));

        Assert.Equal(Event, conflict.Key);
        Assert.Equal("first", await ContentAsync(store, Event));
    }

    [SkippableFact]
    public async Task Of_many_turns_for_one_event_one_is_kept_whole_and_of_the_others_nothing()
    {
        var store = await OpenAsync();
        var winners = await Task.WhenAll(Enumerable.Range(1, 16).Select(number => Task.Run(async () =>
        {
            try
            {
                await WriteAsync(store, ($"wechat/users/{Person}/{number}", "mine", StoreETags.Absent), (Event, $"turn {number}", StoreETags.Absent));
                return number;
            }
            catch (StorageConflictException)
            {
                return 0;
            }
        })));

        var winner = Assert.Single(winners, number => number != 0);
        Assert.Equal($"turn {winner}", await ContentAsync(store, Event));
        var traces = await store.ReadAsync([.. Enumerable.Range(1, 16).Select(number => $"wechat/users/{Person}/{number}")]);
        Assert.Equal([$"wechat/users/{Person}/{winner}"], traces.Keys);
    }

    [SkippableFact]
    public async Task Of_many_turns_that_read_the_same_state_one_may_change_it()
    {
        var store = await OpenAsync();
        await WriteAsync(store, (Conversation, "0", StoreETags.Absent));
        var etag = (await ItemAsync(store, Conversation))!.ETag!;

        var won = await Task.WhenAll(Enumerable.Range(1, 16).Select(number => Task.Run(async () =>
        {
            try
            {
                await WriteAsync(store, (Conversation, $"{number}", etag), ($"wechat/events/{Person}/{number}", "done", StoreETags.Absent));
                return true;
            }
            catch (StorageConflictException)
            {
                return false;
            }
        })));

        Assert.Single(won, w => w);
    }

    [SkippableTheory]
    [InlineData("{\"$no-such-type\": {}}")]
    [InlineData("not JSON at all")]
    [InlineData("")]
    public async Task What_cannot_be_read_counts_as_empty_and_can_be_written_over(string content)
    {
        var store = await OpenAsync();
        await DamageAsync(Conversation, content);

        var damaged = await ItemAsync(store, Conversation);
        Assert.NotNull(damaged);
        Assert.Null(damaged.Content);
        await WriteAsync(store, (Conversation, "begun again", damaged.ETag!));

        Assert.Equal("begun again", await ContentAsync(store, Conversation));
    }

    protected static Task WriteAsync(IStorage store, params (string Key, string Content, string ETag)[] items) =>
        WriteAsync(store, expiresAt: null, items);

    protected static Task WriteAsync(IStorage store, DateTimeOffset? expiresAt, params (string Key, string Content, string ETag)[] items) =>
        store.WriteAsync(items.ToDictionary(i => i.Key, object (i) => new TurnItem { Content = i.Content, ETag = i.ETag, ExpiresAt = expiresAt }));

    protected static async Task<TurnItem?> ItemAsync(IStorage store, string key) =>
        (await store.ReadAsync([key])).TryGetValue(key, out var item) ? Assert.IsType<TurnItem>(item) : null;

    protected static async Task<string?> ContentAsync(IStorage store, string key) => (string?)(await ItemAsync(store, key))?.Content;
}
