using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ShopBot.Messaging.Outbox;
using ShopBot.Shops;
using ShopBot.Shops.Settings;
using SQLitePCL;

namespace ShopBot.Storage.Sqlite;

/// <summary>Runs the shop's operations on shop.db: key, change and outbox rows in one transaction of the one writer.</summary>
public sealed class SqliteShopTransactions(
    SqliteDatabase database, OutboxSignal signal, IOptions<OutboxOptions> options, ShopBook shops, TimeProvider time) : IShopTransactions
{
    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A key that was never made.</exception>
    public async Task<T> RunOnceAsync<T>(string shop, OperationKey key, Func<ShopChange, Task<T>> change, CancellationToken ct)
    {
        ArgumentException.ThrowIfNullOrEmpty(key.Value, nameof(key));
        var (result, owes) = await database.WriteAsync(db => RunOnce(db, shop, key, change)).ConfigureAwait(false);
        if (owes)
            signal.Wake();
        return result;
    }

    private (T Result, bool Owes) RunOnce<T>(SqliteSession db, string shop, OperationKey key, Func<ShopChange, Task<T>> change)
    {
        if (db.Scalar("SELECT result FROM operation WHERE shop = $shop AND key = $key", ("$shop", shop), ("$key", key.Value)) is string done)
            return (JsonSerializer.Deserialize<T>(done, JsonSerializerOptions.Web)!, false);

        var now = time.GetUtcNow();
        var outbox = new CollectedOutbox(now, at => shops[shop] is { QuietHours: { } quiet } settings ? quiet.EndsAfter(at, settings.Zone) : null);
        using var context = Open(db, shop);
        // The writer's thread belongs to this change until it is done; nothing else could use the connection meanwhile.
        var result = change(new ShopChange(context, outbox, now)).GetAwaiter().GetResult();
        context.SaveChanges();
        outbox.WriteTo(db, options.Value);
        db.Execute(
            "INSERT INTO operation (shop, key, result, done_at) VALUES ($shop, $key, $result, $now)",
            ("$shop", shop), ("$key", key.Value), ("$result", JsonSerializer.Serialize(result, JsonSerializerOptions.Web)), ("$now", now.ToUnixTimeMilliseconds()));
        return (result, !outbox.IsEmpty);
    }

    /// <inheritdoc/>
    public Task<T> ReadAsync<T>(string shop, Func<ShopDb, Task<T>> read, CancellationToken ct) => Task.FromResult(database.Read(db =>
    {
        using var context = Open(db, shop);
        // Without it every query would see a moment of its own: an order in one state, its history in another.
        db.Execute("BEGIN");
        try
        {
            // SQLite reads where it is called; there is nothing to wait for.
            return read(context).GetAwaiter().GetResult();
        }
        finally
        {
            // After some errors SQLite has already ended the transaction by itself.
            if (raw.sqlite3_get_autocommit(db.Connection.Handle) == 0)
                db.Execute("ROLLBACK");
        }
    }));

    /// <summary>On the session's connection, inside the transaction it is in.</summary>
    private static ShopDb Open(SqliteSession db, string shop)
    {
        var context = new ShopDb(new DbContextOptionsBuilder<ShopDb>().UseSqlite(db.Connection).Options, shop);
        context.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        return context;
    }
}
