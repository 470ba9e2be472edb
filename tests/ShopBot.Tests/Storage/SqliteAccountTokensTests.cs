using ShopBot.Messaging.Contacts;
using ShopBot.Storage.Sqlite;
using ShopBot.Testing.Driving;

namespace ShopBot.Tests.Storage;

public sealed class SqliteAccountTokensTests : IDisposable
{
    private static readonly DateTimeOffset Later = new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero);

    private readonly TempFolder _folder = new();
    private readonly SqliteDatabase _database;
    private readonly SqliteAccountTokens _tokens;

    public SqliteAccountTokensTests()
    {
        _database = new SqliteDatabase(_folder.File("shop.db"), Durability.Full, SchemaSet.Shop);
        _tokens = new SqliteAccountTokens(_database);
    }

    [Fact]
    public async Task Of_many_who_fetched_a_token_at_once_all_go_on_with_the_first_ones()
    {
        Assert.Null(await _tokens.FindAsync("laundry", CancellationToken.None));

        var stored = await Task.WhenAll(Enumerable.Range(0, 16).Select(i =>
            Task.Run(() => _tokens.ReplaceAsync("laundry", seen: null, new AccountToken($"t{i}", Later), CancellationToken.None))));

        Assert.Single(stored.Distinct());
        Assert.Equal(stored[0], await _tokens.FindAsync("laundry", CancellationToken.None));
    }

    [Fact]
    public async Task A_token_is_replaced_only_by_who_has_seen_it()
    {
        var first = await _tokens.ReplaceAsync("laundry", null, new AccountToken("first", Later), CancellationToken.None);
        var second = await _tokens.ReplaceAsync("laundry", first, new AccountToken("second", Later), CancellationToken.None);

        Assert.Equal("second", second.Value);
        Assert.Equal(second, await _tokens.ReplaceAsync("laundry", first, new AccountToken("late", Later), CancellationToken.None));
        Assert.Null(await _tokens.FindAsync("eunchae", CancellationToken.None));
    }

    [Fact]
    public async Task A_token_that_is_gone_may_be_replaced_by_who_saw_it()
    {
        var fresh = await _tokens.ReplaceAsync("laundry", new AccountToken("of a database restored since", Later), new AccountToken("fresh", Later), CancellationToken.None);

        Assert.Equal("fresh", fresh.Value);
    }

    [Fact]
    public async Task An_upload_is_known_per_account_until_it_ends_is_renewed_or_forgotten()
    {
        await _tokens.KeepUploadAsync("laundry", "m", "p1", Later, CancellationToken.None);
        Assert.Equal("p1", await _tokens.FindUploadAsync("laundry", "m", Later.AddSeconds(-1), CancellationToken.None));
        Assert.Null(await _tokens.FindUploadAsync("laundry", "m", Later, CancellationToken.None));
        Assert.Null(await _tokens.FindUploadAsync("eunchae", "m", Later.AddHours(-1), CancellationToken.None));

        await _tokens.KeepUploadAsync("laundry", "m", "p2", Later.AddDays(1), CancellationToken.None);
        Assert.Equal("p2", await _tokens.FindUploadAsync("laundry", "m", Later, CancellationToken.None));

        await _tokens.ForgetUploadAsync("laundry", "p1", CancellationToken.None);
        Assert.NotNull(await _tokens.FindUploadAsync("laundry", "m", Later, CancellationToken.None));
        await _tokens.ForgetUploadAsync("laundry", "p2", CancellationToken.None);
        Assert.Null(await _tokens.FindUploadAsync("laundry", "m", Later, CancellationToken.None));
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }
}
