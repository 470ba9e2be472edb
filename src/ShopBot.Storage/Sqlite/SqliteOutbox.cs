using System.Text.Json;
using Microsoft.Extensions.Options;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Outbox;

namespace ShopBot.Storage.Sqlite;

/// <summary>Writes messages into lanes, inside whatever transaction the caller has open.</summary>
internal static class SqliteLanes
{
    /// <summary>A lane's priority: conversation first, then what people wait for, then what nobody asked for.</summary>
    public const int Conversation = 0, Status = 1, Promotion = 2;

    /// <returns>False where the occasion was already enqueued.</returns>
    public static bool Enqueue(SqliteSession db, OutboxEntry entry, DateTimeOffset now, OutboxOptions options)
    {
        if (entry.DedupeKey is { } key && db.Scalar("SELECT 1 FROM message WHERE dedupe_key = $key", ("$key", key)) is not null)
            return false;

        var notBefore = (entry.NotBefore is { } later && later > now ? later : now).ToUnixTimeMilliseconds();
        // A lane that was empty, or whose messages all wait for a later moment, is due with this one; one that waits for the person, or for a failure to pass, keeps waiting.
        var seq = (long)db.Scalar(
            """
            INSERT INTO lane (account, lane_key, next_seq, pending, priority, ready_at) VALUES ($account, $lane, 1, 1, $priority, $ready)
            ON CONFLICT (account, lane_key) DO UPDATE SET
              next_seq = next_seq + 1,
              ready_at = CASE WHEN pending = 0 THEN excluded.ready_at WHEN ready_at <= $next THEN min(ready_at, excluded.ready_at) ELSE ready_at END,
              priority = CASE WHEN pending = 0 THEN excluded.priority ELSE min(priority, excluded.priority) END,
              pending = pending + 1
            RETURNING next_seq
            """,
            ("$account", entry.To.Account), ("$lane", entry.To.ToString()), ("$priority", PriorityOf(entry.Class)), ("$ready", notBefore),
            ("$next", NextAt(db, entry.To.Account, entry.To.ToString()) ?? 0))!;
        db.Execute(
            """
            INSERT INTO message (account, lane_key, seq, kind, class, state, payload, dedupe_key, not_before, steps_aside, expires_at, created_at)
            VALUES ($account, $lane, $seq, $kind, $class, 'ready', $payload, $dedupe, $notBefore, $aside, $expires, $now)
            """,
            ("$account", entry.To.Account), ("$lane", entry.To.ToString()), ("$seq", seq), ("$kind", entry.Kind), ("$class", entry.Class.ToString()),
            ("$payload", entry.Payload.ToArray()), ("$dedupe", entry.DedupeKey), ("$notBefore", notBefore), ("$aside", entry.StepsAside ? 1 : 0),
            ("$expires", notBefore + (long)options.LifeOf(entry.Class).TotalMilliseconds), ("$now", now.ToUnixTimeMilliseconds()));
        return true;
    }

    /// <summary>When one of a lane's messages may go; null where none is left. Behind the first that does not step aside nothing goes before it.</summary>
    public static long? NextAt(SqliteSession db, string account, string lane) => (long?)db.Scalar(
        """
        SELECT min(not_before) FROM message WHERE account = $account AND lane_key = $lane AND state IN ('ready', 'sending') AND seq <= coalesce((
          SELECT seq FROM message WHERE account = $account AND lane_key = $lane AND state IN ('ready', 'sending') AND steps_aside = 0 ORDER BY seq LIMIT 1), 9e18)
        """,
        ("$account", account), ("$lane", lane));

    /// <summary>Ends a message's way: it no longer holds up its lane.</summary>
    public static void Finalise(SqliteSession db, long id, string state, string? code, string? why, long now)
    {
        db.Execute(
            "UPDATE message SET state = $state, final_at = $now, last_code = $code, last_reason = $why WHERE id = $id",
            ("$state", state), ("$now", now), ("$code", code), ("$why", why), ("$id", id));
        // An empty lane waits for nobody: whatever opens a way to the person would pass it by, and its next message would wait for ever.
        db.Execute(
            "UPDATE lane SET pending = pending - 1, hold_reason = CASE WHEN pending = 1 THEN NULL ELSE hold_reason END WHERE (account, lane_key) = (SELECT account, lane_key FROM message WHERE id = $id)", ("$id", id));
    }

    private static int PriorityOf(MessageClass messageClass) => messageClass switch
    {
        MessageClass.Reply or MessageClass.StaffReply => Conversation,
        MessageClass.Promotion => Promotion,
        _ => Status,
    };
}

/// <summary>Messages that belong to no change of the shop.</summary>
public sealed class SqliteOutboxQueue(SqliteDatabase database, OutboxSignal signal, IOptions<OutboxOptions> options, TimeProvider time) : IOutboxQueue
{
    public async Task EnqueueAsync(OutboxEntry entry, CancellationToken ct)
    {
        await database.WriteAsync(db => SqliteLanes.Enqueue(db, entry, time.GetUtcNow(), options.Value)).ConfigureAwait(false);
        signal.Wake();
    }
}

/// <summary>Collects what an operation owes; written with the operation's own change.</summary>
/// <param name="morningAfter">The end of the quiet hours a moment lies in; null where it lies in none.</param>
internal sealed class CollectedOutbox(DateTimeOffset now, Func<DateTimeOffset, DateTimeOffset?> morningAfter) : IOutbox
{
    private readonly List<OutboxEntry> _entries = [];

    public bool IsEmpty => _entries.Count == 0;

    public void Add<TFact>(TFact fact, ContactPoint to, MessageClass messageClass, string dedupeKey, DateTimeOffset? notBefore = null)
        where TFact : IOutboxPayload
    {
        var morning = messageClass == MessageClass.Status && fact.AtNight == AtNight.Waits ? morningAfter(notBefore > now ? notBefore.Value : now) : null;
        _entries.Add(new OutboxEntry(
            to, messageClass, TFact.Kind, JsonSerializer.SerializeToUtf8Bytes(fact, JsonSerializerOptions.Web), dedupeKey, morning ?? notBefore, StepsAside: morning is not null));
    }

    public void WriteTo(SqliteSession db, OutboxOptions options)
    {
        foreach (var entry in _entries)
            SqliteLanes.Enqueue(db, entry, now, options);
    }
}
