using Microsoft.Bot.Builder;
using Microsoft.Extensions.Logging.Abstractions;
using ShopBot.Messaging.Turns;
using ShopBot.Storage.Redis;
using ShopBot.Testing;
using ShopBot.Testing.Servers;
using StackExchange.Redis;

namespace ShopBot.Tests.Storage;

public sealed class RedisStorageTests(RedisServer server) : StorageContract, IClassFixture<RedisServer>, IDisposable
{
    private readonly RedisStores _stores = new(server);

    protected override Task<IStorage> OpenAsync() => Task.FromResult<IStorage>(_stores.Open(TimeProvider.System));

    public void Dispose() => _stores.Dispose();
}

public sealed class RedisTurnStoreTests(RedisServer server) : TurnStoreContract, IClassFixture<RedisServer>, IDisposable
{
    private readonly RedisStores _stores = new(server);

    [SkippableFact]
    public async Task All_keys_of_a_person_are_in_one_hash_slot()
    {
        var store = _stores.Open(Clock);
        await WriteAsync(store, (Conversation, "a", StoreETags.Absent), (Event, "b", StoreETags.Absent), ($"wechat/users/{Person}", "c", StoreETags.Absent));

        var keys = _stores.Server.Keys(pattern: "*").Select(key => (string)key!).ToList();

        Assert.Equal(3, keys.Count);
        Assert.All(keys, key => Assert.StartsWith("shopbot:{laundry:oABC}:wechat/", key, StringComparison.Ordinal));
        Assert.Single(keys.Select(key => _stores.Redis.HashSlot(key)).Distinct());
    }

    [SkippableFact]
    public async Task The_server_forgets_what_has_ended_by_the_clock_and_keeps_the_rest()
    {
        var store = _stores.Open(Clock);
        await WriteAsync(store, Clock.GetUtcNow().AddHours(72), (Event, "answered", StoreETags.Absent));
        await WriteAsync(store, (Conversation, "kept", StoreETags.Absent));

        var life = await _stores.LifeAsync($"shopbot:{{{Person}}}:{Event}");

        Assert.InRange(life!.Value, TimeSpan.FromHours(71.9), TimeSpan.FromHours(72));
        Assert.Null(await _stores.LifeAsync($"shopbot:{{{Person}}}:{Conversation}"));
    }

    [SkippableFact]
    public async Task An_item_without_an_end_written_over_one_with_an_end_has_none()
    {
        var store = _stores.Open(Clock);
        await WriteAsync(store, Clock.GetUtcNow().AddHours(1), (Conversation, "a", StoreETags.Absent));

        await WriteAsync(store, (Conversation, "b", StoreETags.Any));

        Assert.Null(await _stores.LifeAsync($"shopbot:{{{Person}}}:{Conversation}"));
    }

    [SkippableFact]
    public async Task A_server_that_was_restarted_serves_the_next_write()
    {
        using var own = new RedisServer();
        using var stores = new RedisStores(own);
        var store = stores.Open(Clock);
        await WriteAsync(store, (Conversation, "before", StoreETags.Absent));

        own.Restart();
        await stores.ReconnectedAsync();

        await WriteAsync(store, (Conversation, "after", StoreETags.Absent));
        Assert.Equal("after", await ContentAsync(store, Conversation));
    }

    [SkippableFact]
    public async Task A_server_that_forgot_its_scripts_serves_the_next_write()
    {
        var store = _stores.Open(Clock);
        await WriteAsync(store, (Conversation, "before", StoreETags.Absent));

        await _stores.Redis.GetDatabase().ExecuteAsync("SCRIPT", "FLUSH");

        await WriteAsync(store, (Conversation, "after", StoreETags.Any));
        Assert.Equal("after", await ContentAsync(store, Conversation));
    }

    protected override Task<IStorage> OpenAsync() => Task.FromResult<IStorage>(_stores.Open(Clock));

    protected override Task DamageAsync(string key, string content) =>
        _stores.Redis.GetDatabase().StringSetAsync($"shopbot:{{{Person}}}:{key}", content);

    public void Dispose() => _stores.Dispose();
}

/// <summary>The test's server, emptied; where none is installed the test is skipped.</summary>
internal sealed class RedisStores(RedisServer server) : IDisposable
{
    private ConnectionMultiplexer? _redis;

    public ConnectionMultiplexer Redis => _redis ??= RedisConnection.Open(server.ConnectionString);

    public IServer Server => Redis.GetServer("127.0.0.1", server.Port);

    public RedisStorage Open(TimeProvider time)
    {
        Skip.IfNot(RedisServer.IsInstalled, "redis-server is not installed.");
        Server.FlushDatabase();
        return new RedisStorage(Redis, time, NullLogger<RedisStorage>.Instance);
    }

    public Task<TimeSpan?> LifeAsync(string key) => Redis.GetDatabase().KeyTimeToLiveAsync(key);

    /// <summary>Completes when the client has found the restarted server.</summary>
    public async Task ReconnectedAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            try
            {
                await Redis.GetDatabase().PingAsync();
                return;
            }
            catch (Exception error) when (error is RedisException or TimeoutException)
            {
                patience.Token.ThrowIfCancellationRequested();
                await Task.Yield();
            }
        }
    }

    public void Dispose() => _redis?.Dispose();
}
