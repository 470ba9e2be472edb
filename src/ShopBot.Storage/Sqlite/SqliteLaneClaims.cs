using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Outbox;

namespace ShopBot.Storage.Sqlite;

/// <summary>Leases lanes with something due and reads what is at their head; inside the caller's transaction.</summary>
internal static class SqliteLaneClaims
{
    /// <summary>Per priority, so that lanes due later never stand before those due now. In reach of the index lane_ready.</summary>
    private const string Due =
        """
        account = $account AND priority = $priority AND pending > 0 AND token IS NULL AND hold_reason IS NULL
          AND ready_at <= $now AND (held_until IS NULL OR held_until <= $now)
        """;

    private static readonly int[] Priorities = [SqliteLanes.Conversation, SqliteLanes.Status, SqliteLanes.Promotion];

    /// <summary>Whether anything of an account can be claimed now.</summary>
    public static bool IsDue(SqliteSession db, string account, long now) => !IsPaused(db, account, now) && Priorities.Any(priority => db.Scalar(
        $"SELECT 1 FROM lane WHERE {Due} LIMIT 1", ("$account", account), ("$priority", priority), ("$now", now)) is not null);

    public static IReadOnlyList<LaneClaim> Claim(SqliteSession db, string account, int atMost, long now)
    {
        if (IsPaused(db, account, now))
            return [];

        var token = Guid.NewGuid().ToString("N");
        var lanes = new List<string>();
        foreach (var priority in Priorities)
        {
            lanes.AddRange(db.Query(
                $"""
                UPDATE lane SET token = $token
                WHERE account = $account AND lane_key IN (SELECT lane_key FROM lane WHERE {Due} ORDER BY ready_at LIMIT $most)
                RETURNING lane_key
                """,
                row => row.GetString(0),
                ("$token", token), ("$account", account), ("$priority", priority), ("$now", now), ("$most", atMost - lanes.Count)));
        }

        return [.. lanes.Select(lane => Head(db, account, lane, token, now)).OfType<LaneClaim>()];
    }

    public static bool IsPaused(SqliteSession db, string account, long now) => db.Scalar(
        "SELECT 1 FROM api_pause WHERE account = $account AND api = '' AND paused_until > $now", ("$account", account), ("$now", now)) is not null;

    /// <summary>The first that does not step aside for those behind it. What was begun is finished before anything else.</summary>
    private static LaneClaim? Head(SqliteSession db, string account, string lane, string token, long now)
    {
        var head = db.Query(
            """
            SELECT id, kind, class, payload, created_at, expires_at, resends, put_off, route, not_before, bound, routes_off, (
              SELECT woken FROM lane WHERE lane.account = message.account AND lane.lane_key = message.lane_key)
            FROM message WHERE id = coalesce(
              (SELECT id FROM message WHERE account = $account AND lane_key = $lane AND state IN ('ready', 'sending')
                AND (state = 'sending' OR bound IS NOT NULL) ORDER BY seq LIMIT 1),
              (SELECT id FROM message WHERE account = $account AND lane_key = $lane AND state IN ('ready', 'sending')
                AND (not_before <= $now OR steps_aside = 0) ORDER BY seq LIMIT 1))
            """,
            row => (
                Message: new OutboxMessage(
                    row.GetInt64(0), ContactPoint.Parse(lane), row.GetString(1), Enum.Parse<MessageClass>(row.GetString(2)), row.Bytes(3), row.Moment(4)),
                ExpiresAt: row.Moment(5), Resends: row.GetInt32(6), PutOff: row.GetInt32(7), Route: row.TextOrNull(8), NotBefore: row.GetInt64(9),
                Bound: row.TextOrNull(10), Off: row.GetString(11), Woken: row.GetInt64(12)),
            ("$account", account), ("$lane", lane), ("$now", now));
        if (head.Count == 0 || head[0].NotBefore > now)
        {
            // The lane was woken for another reason than its next message.
            var next = SqliteLanes.NextAt(db, account, lane);
            db.Execute(
                "UPDATE lane SET token = NULL, ready_at = max(ready_at, $ready), pending = CASE WHEN $empty THEN 0 ELSE pending END WHERE account = $account AND lane_key = $lane",
                ("$ready", next ?? 0), ("$empty", next is null ? 1 : 0), ("$account", account), ("$lane", lane));
            return null;
        }

        var first = head[0];
        return new LaneClaim(token, first.Message, first.ExpiresAt, first.Resends, first.PutOff, first.Route is null ? null : PartsToSend(db, first.Message.Id))
        {
            RenderedFor = first.Route, BoundTo = first.Bound, RoutesOff = first.Off.Split(' ', StringSplitOptions.RemoveEmptyEntries), Woken = first.Woken,
        };
    }

    public static List<OutboxPart> PartsToSend(SqliteSession db, long message) => db.Query(
        "SELECT pos, api, payload, idem_key, first_sent_at, template FROM message_part WHERE message_id = $id AND state <> 'done' ORDER BY pos",
        row => new OutboxPart(row.GetInt32(0), row.GetString(1), row.Bytes(2), row.TextOrNull(3))
        {
            FirstSentAt = row.IsDBNull(4) ? null : row.Moment(4), TemplateId = row.TextOrNull(5),
        },
        ("$id", message));
}
