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
        // A lane that was empty is due with its new head; one that waits for the person keeps waiting.
        var seq = (long)db.Scalar(
            """
            INSERT INTO lane (account, lane_key, next_seq, pending, priority, ready_at) VALUES ($account, $lane, 1, 1, $priority, $ready)
            ON CONFLICT (account, lane_key) DO UPDATE SET
              next_seq = next_seq + 1,
              ready_at = CASE WHEN pending = 0 THEN excluded.ready_at ELSE ready_at END,
              priority = CASE WHEN pending = 0 THEN excluded.priority ELSE min(priority, excluded.priority) END,
              pending = pending + 1
            RETURNING next_seq
            """,
            ("$account", entry.To.Account), ("$lane", entry.To.ToString()), ("$priority", PriorityOf(entry.Class)), ("$ready", notBefore))!;
        db.Execute(
            """
            INSERT INTO message (account, lane_key, seq, kind, class, state, payload, dedupe_key, not_before, expires_at, created_at)
            VALUES ($account, $lane, $seq, $kind, $class, 'ready', $payload, $dedupe, $notBefore, $expires, $now)
            """,
            ("$account", entry.To.Account), ("$lane", entry.To.ToString()), ("$seq", seq), ("$kind", entry.Kind), ("$class", entry.Class.ToString()),
            ("$payload", entry.Payload.ToArray()), ("$dedupe", entry.DedupeKey), ("$notBefore", notBefore),
            ("$expires", notBefore + (long)options.LifeOf(entry.Class).TotalMilliseconds), ("$now", now.ToUnixTimeMilliseconds()));
        return true;
    }

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
internal sealed class CollectedOutbox : IOutbox
{
    private readonly List<OutboxEntry> _entries = [];

    public bool IsEmpty => _entries.Count == 0;

    public void Add<TFact>(TFact fact, ContactPoint to, MessageClass messageClass, string dedupeKey, DateTimeOffset? notBefore = null)
        where TFact : IOutboxPayload =>
        _entries.Add(new OutboxEntry(to, messageClass, TFact.Kind, JsonSerializer.SerializeToUtf8Bytes(fact, JsonSerializerOptions.Web), dedupeKey, notBefore));

    public void WriteTo(SqliteSession db, DateTimeOffset now, OutboxOptions options)
    {
        foreach (var entry in _entries)
            SqliteLanes.Enqueue(db, entry, now, options);
    }
}
