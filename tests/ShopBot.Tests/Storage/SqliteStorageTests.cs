using Microsoft.Bot.Builder;
using Microsoft.Extensions.Logging.Abstractions;
using ShopBot.Messaging.Turns;
using ShopBot.Storage.Sqlite;
using ShopBot.Testing;
using ShopBot.Testing.Driving;

namespace ShopBot.Tests.Storage;

public sealed class SqliteStorageTests : StorageContract, IDisposable
{
    private readonly SqliteStores _stores = new();

    protected override Task<IStorage> OpenAsync() => Task.FromResult<IStorage>(_stores.Open(TimeProvider.System));

    public void Dispose() => _stores.Dispose();
}

public sealed class SqliteTurnStoreTests : TurnStoreContract, IDisposable
{
    private readonly SqliteStores _stores = new();

    [Fact]
    public async Task What_has_ended_by_the_clock_is_absent_and_its_key_free()
    {
        var store = _stores.Open(Clock);
        await WriteAsync(store, Clock.GetUtcNow().AddHours(1), (Event, "answered", StoreETags.Absent));

        Clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromMilliseconds(1));
        Assert.Equal("answered", await ContentAsync(store, Event));

        Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Null(await ItemAsync(store, Event));
        await WriteAsync(store, Clock.GetUtcNow().AddHours(1), (Event, "answered anew", StoreETags.Absent));
        Assert.Equal("answered anew", await ContentAsync(store, Event));
    }

    [Fact]
    public async Task The_sweep_removes_what_has_ended_and_nothing_else()
    {
        var store = _stores.Open(Clock);
        for (var i = 0; i < 7; i++)
            await WriteAsync(store, Clock.GetUtcNow().AddMinutes(i), ($"wechat/events/{Person}/{i}", "x", StoreETags.Absent));
        await WriteAsync(store, (Conversation, "kept", StoreETags.Absent));

        Clock.Advance(TimeSpan.FromMinutes(4));

        Assert.Equal(3, await store.RemoveExpiredAsync(3));
        Assert.Equal(2, await store.RemoveExpiredAsync(3));
        Assert.Equal(3L, _stores.Database.Read(db => db.Scalar("SELECT count(*) FROM state")));
    }

    protected override Task<IStorage> OpenAsync() => Task.FromResult<IStorage>(_stores.Open(Clock));

    protected override Task DamageAsync(string key, string content) => _stores.Database.WriteAsync(db => db.Execute(
        "INSERT INTO state (key, etag, content) VALUES ($key, 7, $content)", ("$key", key), ("$content", System.Text.Encoding.UTF8.GetBytes(content))));

    public void Dispose() => _stores.Dispose();
}

/// <summary>conversations.db in a folder of the test's own.</summary>
internal sealed class SqliteStores : IDisposable
{
    private readonly TempFolder _folder = new();

    public SqliteStores() =>
        Database = new SqliteDatabase(Path.Combine(_folder.Path, "conversations.db"), Durability.Normal, SchemaSet.Conversations);

    public SqliteDatabase Database { get; }

    public SqliteStorage Open(TimeProvider time) => new(Database, time, NullLogger<SqliteStorage>.Instance);

    public void Dispose()
    {
        Database.Dispose();
        _folder.Dispose();
    }
}
