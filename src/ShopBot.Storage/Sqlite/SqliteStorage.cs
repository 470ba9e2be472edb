using System.Globalization;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ShopBot.Messaging.Turns;

namespace ShopBot.Storage.Sqlite;

/// <summary>The bot's state in conversations.db.</summary>
/// <remarks>
/// Stricter than the Bot Framework asks: a write of several keys happens whole or not at all, and the ETag
/// <see cref="StoreETags.Absent"/> means that the key must not exist. Items that are <see cref="IExpiringItem"/> are forgotten in time.
/// </remarks>
public sealed class SqliteStorage(SqliteDatabase database, TimeProvider time, ILogger<SqliteStorage> log) : IStorage
{
    /// <exception cref="ArgumentNullException">No keys array.</exception>
    public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return Task.FromResult<IDictionary<string, object>>(database.Read(db =>
        {
            var found = new Dictionary<string, object>(keys.Length, StringComparer.Ordinal);
            foreach (var key in keys)
            {
                if (Find(db, key, now) is { } stored)
                    found[key] = stored;
            }

            return found;
        }));
    }

    /// <exception cref="StorageConflictException">An item's ETag is not the stored one; nothing was written.</exception>
    public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        // Serialised here, on the caller's thread: the writer's thread is shared by everybody.
        var rows = new List<Row>(changes.Count);
        foreach (var (key, value) in changes)
            rows.Add(new Row(key, StoredContent.Write(value), StoredContent.ExpectedETag(value), StoredContent.ExpiresAt(value)?.ToUnixTimeMilliseconds()));

        return database.WriteAsync(db =>
        {
            foreach (var row in rows)
            {
                // What the rows before it wrote is undone with the exception.
                if (!TryWrite(db, row, now))
                    throw new StorageConflictException(row.Key);
            }

            return rows.Count;
        });
    }

    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return database.WriteAsync(db =>
        {
            foreach (var key in keys)
                db.Execute("DELETE FROM state WHERE key = $key", ("$key", key));
            return keys.Length;
        });
    }

    /// <summary>Removes what has ended.</summary>
    /// <returns>Rows removed, at most <paramref name="atMost"/>.</returns>
    public Task<int> RemoveExpiredAsync(int atMost) => database.WriteAsync(db => db.Execute(
        "DELETE FROM state WHERE key IN (SELECT key FROM state WHERE expires_at <= $now ORDER BY expires_at LIMIT $most)",
        ("$now", time.GetUtcNow().ToUnixTimeMilliseconds()), ("$most", atMost)));

    private object? Find(SqliteSession db, string key, long now)
    {
        using var row = db.Prepare("SELECT etag, content FROM state WHERE key = $key AND (expires_at IS NULL OR expires_at > $now)")
            .Bind([("$key", key), ("$now", now)]).ExecuteReader();
        return row.Read() ? StoredContent.Read(key, row.Bytes(1), row.GetInt64(0).ToString(CultureInfo.InvariantCulture), log) : null;
    }

    /// <summary>Check and write in one statement; a row that has ended counts as absent.</summary>
    private static bool TryWrite(SqliteSession db, Row row, long now) => db.Execute(
        """
        INSERT INTO state (key, etag, content, expires_at) VALUES ($key, $etag, $content, $expires)
        ON CONFLICT (key) DO UPDATE SET etag = excluded.etag, content = excluded.content, expires_at = excluded.expires_at
        WHERE $any OR etag = $expected OR expires_at <= $now
        """,
        ("$key", row.Key), ("$etag", Random.Shared.NextInt64()), ("$content", row.Content), ("$expires", row.ExpiresAt),
        ("$any", row.Expected is null ? 1 : 0),
        ("$expected", long.TryParse(row.Expected, NumberStyles.None, CultureInfo.InvariantCulture, out var expected) ? expected : null), ("$now", now)) == 1;

    private sealed record Row(string Key, byte[] Content, string? Expected, long? ExpiresAt);
}

/// <summary>Removes ended state every minute, in small steps that let other writes in between.</summary>
public sealed class SqliteStorageSweep(SqliteStorage storage, TimeProvider time, ILogger<SqliteStorageSweep> log) : BackgroundService
{
    private const int Step = 500;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), time);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            try
            {
                while (await storage.RemoveExpiredAsync(Step).ConfigureAwait(false) == Step && !stoppingToken.IsCancellationRequested)
                    log.LogDebug("Removed {Count} ended states.", Step);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(error, "Ended conversation state could not be removed; trying again in a minute.");
            }
        }
    }
}
