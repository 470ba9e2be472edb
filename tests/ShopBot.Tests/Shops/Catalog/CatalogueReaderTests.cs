using ShopBot.Shops;
using ShopBot.Shops.Catalog;
using ShopBot.Testing.Shops;
using static ShopBot.Testing.Shops.TestShop;

namespace ShopBot.Tests.Shops.Catalog;

public sealed class CatalogueReaderTests
{
    [Fact]
    public async Task Two_seconds_long_all_turns_share_one_read_of_the_tables()
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder());
        var (reader, tables) = Reader(shop);

        var first = await reader.ReadAsync(shop.Id, default);
        shop.Clock.Advance(TimeSpan.FromMilliseconds(1999));
        Assert.Same(first, await reader.ReadAsync(shop.Id, default));
        Assert.Equal(1, tables.Reads);

        shop.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.NotSame(first, await reader.ReadAsync(shop.Id, default));
        Assert.Equal(2, tables.Reads);
    }

    [Fact]
    public async Task Turns_that_come_while_it_is_read_wait_for_that_read()
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder());
        var (reader, tables) = Reader(shop);
        tables.Gate = new TaskCompletionSource();

        var turns = Enumerable.Range(0, 10).Select(_ => reader.ReadAsync(shop.Id, default).AsTask()).ToList();
        Assert.All(turns, turn => Assert.False(turn.IsCompleted));
        tables.Gate.SetResult();

        Assert.Single((await Task.WhenAll(turns)).Distinct());
        Assert.Equal(1, tables.Reads);
    }

    [Fact]
    public async Task A_change_made_here_is_seen_by_the_next_turn()
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder().Variant("one", stock: 2));
        var (reader, mei) = (shop.Get<CatalogueReader>(), await shop.MeetAsync());
        async Task<int?> SeenAsync() => (await reader.ReadAsync(shop.Id, default)).Find("tint")!.Variants[0].Stock;

        Assert.Equal(2, await SeenAsync());
        await shop.PlaceAsync(mei);
        Assert.Equal(1, await SeenAsync());
        await shop.CancelAsync(mei, 1);
        Assert.Equal(2, await SeenAsync());
    }

    [Fact]
    public async Task A_change_during_a_read_is_seen_by_the_turn_after_it()
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder("old"));
        var (reader, tables) = Reader(shop);
        tables.Gate = new TaskCompletionSource();
        var early = reader.ReadAsync(shop.Id, default);
        await shop.StockAsync(new ProductBuilder("new"));
        reader.Forget(shop.Id);
        tables.Gate.SetResult();
        await early;

        Assert.NotNull((await reader.ReadAsync(shop.Id, default)).Find("new"));
    }

    [Fact]
    public async Task A_read_that_failed_is_not_kept()
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder());
        var (reader, tables) = Reader(shop);
        tables.Gate = new TaskCompletionSource();
        tables.Gate.SetException(new IOException("The disk is gone."));

        await Assert.ThrowsAsync<IOException>(async () => await reader.ReadAsync(shop.Id, default));
        tables.Gate = null;

        Assert.NotNull((await reader.ReadAsync(shop.Id, default)).Find("tint"));
    }

    [Fact]
    public async Task A_turn_that_gives_up_stops_nobody_elses_read()
    {
        await using var shop = Open();
        await shop.StockAsync(new ProductBuilder());
        var (reader, tables) = Reader(shop);
        tables.Gate = new TaskCompletionSource();
        using var impatient = new CancellationTokenSource();
        var (gone, patient) = (reader.ReadAsync(shop.Id, impatient.Token).AsTask(), reader.ReadAsync(shop.Id, default).AsTask());

        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        tables.Gate.SetResult();

        Assert.NotNull((await patient).Find("tint"));
        Assert.Equal(1, tables.Reads);
    }

    private static (CatalogueReader Reader, CountedTables Tables) Reader(TestShop shop)
    {
        var tables = new CountedTables(shop.Transactions);
        return (new CatalogueReader(tables, shop.Book, shop.Clock), tables);
    }

    /// <summary>Counts reads, and holds each back after it has read where a gate is given.</summary>
    private sealed class CountedTables(IShopTransactions inner) : IShopTransactions
    {
        public int Reads { get; private set; }

        public TaskCompletionSource? Gate { get; set; }

        public Task<T> RunOnceAsync<T>(string shop, OperationKey key, Func<ShopChange, Task<T>> change, CancellationToken ct) =>
            inner.RunOnceAsync(shop, key, change, ct);

        public async Task<T> ReadAsync<T>(string shop, Func<ShopDb, Task<T>> read, CancellationToken ct)
        {
            Reads++;
            var rows = await inner.ReadAsync(shop, read, ct);
            if (Gate is { } gate)
                await gate.Task;
            return rows;
        }
    }
}
