using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Turns;

namespace ShopBot.Storage.Sqlite;

/// <summary>Events answered with "received" before their turn was done, in shop.db.</summary>
public sealed class SqlitePendingEvents(SqliteDatabase database, TimeProvider time) : IPendingEvents
{
    /// <summary>A running turn gets this long before the worker looks at its event.</summary>
    private static readonly TimeSpan FirstLook = TimeSpan.FromSeconds(10);

    public Task KeepAsync(ContactPoint from, string key, ReadOnlyMemory<byte> raw, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return database.WriteAsync(db => db.Execute(
            """
            INSERT INTO pending_event (account, user_id, event_key, raw, received_at, due_at) VALUES ($account, $user, $key, $raw, $now, $due)
            ON CONFLICT DO NOTHING
            """,
            ("$account", from.Account), ("$user", from.UserId), ("$key", key), ("$raw", raw.ToArray()),
            ("$now", now.ToUnixTimeMilliseconds()), ("$due", (now + FirstLook).ToUnixTimeMilliseconds())));
    }

    public Task DoneAsync(ContactPoint from, string key, CancellationToken ct) => database.WriteAsync(db => db.Execute(
        "DELETE FROM pending_event WHERE account = $account AND user_id = $user AND event_key = $key",
        ("$account", from.Account), ("$user", from.UserId), ("$key", key)));

    public Task<IReadOnlyList<PendingEvent>> TakeDueAsync(int atMost, TimeSpan retryAfter, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var any = database.Read(db => db.Scalar(
            "SELECT 1 FROM pending_event WHERE gave_up IS NULL AND due_at <= $now LIMIT 1", ("$now", now.ToUnixTimeMilliseconds())));
        if (any is null)
            return Task.FromResult<IReadOnlyList<PendingEvent>>([]);
        // RETURNING gives rows in any order.
        return database.WriteAsync<IReadOnlyList<PendingEvent>>(db => [.. db.Query(
            """
            UPDATE pending_event SET tries = tries + 1, due_at = $next
            WHERE (account, user_id, event_key) IN (
              SELECT account, user_id, event_key FROM pending_event WHERE gave_up IS NULL AND due_at <= $now ORDER BY due_at LIMIT $most)
            RETURNING account, user_id, event_key, raw, received_at, tries
            """,
            row => new PendingEvent(new ContactPoint(row.GetString(0), row.GetString(1)), row.GetString(2), row.Bytes(3), row.Moment(4), row.GetInt32(5)),
            ("$next", (now + retryAfter).ToUnixTimeMilliseconds()), ("$now", now.ToUnixTimeMilliseconds()), ("$most", atMost)).OrderBy(e => e.ReceivedAt)]);
    }

    public Task GiveUpAsync(ContactPoint from, string key, string why, CancellationToken ct) => database.WriteAsync(db => db.Execute(
        "UPDATE pending_event SET gave_up = $why WHERE account = $account AND user_id = $user AND event_key = $key",
        ("$why", why), ("$account", from.Account), ("$user", from.UserId), ("$key", key)));
}
