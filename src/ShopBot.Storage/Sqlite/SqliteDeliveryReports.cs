using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Outbox;

namespace ShopBot.Storage.Sqlite;

/// <summary>Settles messages in shop.db by what their platform reports of them.</summary>
public sealed class SqliteDeliveryReports(SqliteDatabase database, OutboxSignal signal, TimeProvider time) : IDeliveryReports
{
    public async Task NoteAsync(DeliveryReport report, CancellationToken ct)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        if (await database.WriteAsync(db => Note(db, report, now)).ConfigureAwait(false))
            signal.Wake();
    }

    /// <summary>For a part just accepted: what was reported of it before that.</summary>
    internal static void ApplyEarly(SqliteSession db, ContactPoint to, string platformId, long now)
    {
        var early = db.Query(
            "DELETE FROM delivery_report WHERE account = $account AND platform_id = $platform RETURNING result, said",
            row => new DeliveryReport(to, platformId, null, Enum.Parse<DeliveryResult>(row.GetString(0)), row.GetString(1)),
            ("$account", to.Account), ("$platform", platformId));
        foreach (var report in early)
            Note(db, report, now);
    }

    /// <returns>Whether a message goes on because of it.</returns>
    private static bool Note(SqliteSession db, DeliveryReport report, long now)
    {
        if (Find(db, report) is not { } part)
        {
            Keep(db, report, now);
            return false;
        }

        if (part.IsReported)
            return false;
        if (part.State == "sending")
        {
            // Faster than the answer to the send: settled when that is written down.
            db.Execute(
                "UPDATE message_part SET platform_id = coalesce(platform_id, $platform) WHERE message_id = $id AND pos = $pos",
                ("$platform", report.PlatformId), ("$id", part.Message), ("$pos", part.Position));
            Keep(db, report, now);
            return false;
        }

        db.Execute(
            "UPDATE message_part SET reported = $result, platform_id = coalesce(platform_id, $platform) WHERE message_id = $id AND pos = $pos",
            ("$result", report.Result.ToString()), ("$platform", report.PlatformId), ("$id", part.Message), ("$pos", part.Position));
        db.Execute(
            "INSERT INTO attempt (message_id, pos, api, started_at, finished_at, outcome, code) VALUES ($id, $pos, $api, $now, $now, 'reported', $said)",
            ("$id", part.Message), ("$pos", part.Position), ("$api", part.Api), ("$now", now), ("$said", report.Said));
        return report.Result != DeliveryResult.Delivered && part.State == "done" && Reopen(db, part, report, now);
    }

    private static void Keep(SqliteSession db, DeliveryReport report, long now)
    {
        if (report.PlatformId is not { } id)
            return;
        db.Execute(
            "INSERT INTO delivery_report (account, platform_id, result, said, reported_at) VALUES ($account, $id, $result, $said, $now) ON CONFLICT DO NOTHING",
            ("$account", report.To.Account), ("$id", id), ("$result", report.Result.ToString()), ("$said", report.Said), ("$now", now));
    }

    // By its id, or where the platform gives none the newest of that form to that person.
    private static Reported? Find(SqliteSession db, DeliveryReport report)
    {
        const string columns = "p.message_id, p.pos, p.api, p.reported IS NOT NULL, m.state, m.route, m.resends, m.expires_at";
        static Reported Read(Microsoft.Data.Sqlite.SqliteDataReader row) => new(
            row.GetInt64(0), row.GetInt32(1), row.GetString(2), row.GetBoolean(3), row.GetString(4), row.TextOrNull(5), row.GetInt32(6), row.GetInt64(7));

        var found = report.PlatformId is null ? [] : db.Query(
            $"""
            SELECT {columns} FROM message_part p JOIN message m ON m.id = p.message_id
            WHERE p.platform_id = $platform AND m.account = $account AND m.lane_key = $lane
            """,
            Read, ("$platform", report.PlatformId), ("$account", report.To.Account), ("$lane", report.To.ToString()));
        if (found.Count == 0 && report.TemplateId is not null)
        {
            found = db.Query(
                $"""
                SELECT {columns} FROM message m JOIN message_part p ON p.message_id = m.id
                WHERE m.account = $account AND m.lane_key = $lane AND m.state IN ('done', 'sending') AND p.template = $template
                  AND p.reported IS NULL AND p.platform_id IS NULL
                ORDER BY m.seq DESC LIMIT 1
                """,
                Read, ("$account", report.To.Account), ("$lane", report.To.ToString()), ("$template", report.TemplateId));
        }

        return found.FirstOrDefault();
    }

    /// <summary>It certainly did not arrive: the platform's own failure is tried once more, after that the route is off for this message.</summary>
    private static bool Reopen(SqliteSession db, Reported part, DeliveryReport report, long now)
    {
        var why = $"The platform accepted it and told later: {report.Said}";
        if (part.ExpiresAt <= now)
        {
            db.Execute(
                "UPDATE message SET state = 'dead', final_at = $now, last_code = 'reported', last_reason = $why WHERE id = $id",
                ("$now", now), ("$why", why), ("$id", part.Message));
            return false;
        }

        var once = report.Result == DeliveryResult.Failed && part.Resends == 0;
        db.Execute(
            """
            UPDATE message SET state = 'ready', final_at = NULL, bound = NULL, route = NULL, last_code = 'reported', last_reason = $why,
              resends = resends + $again, routes_off = CASE WHEN $again THEN routes_off ELSE trim(routes_off || ' ' || coalesce(route, '')) END
            WHERE id = $id
            """,
            ("$why", why), ("$again", once ? 1 : 0), ("$id", part.Message));
        // Rendered anew, under a new key: the platform would take the old one for the message it gave up.
        db.Execute("DELETE FROM message_part WHERE message_id = $id", ("$id", part.Message));
        db.Execute(
            """
            UPDATE lane SET pending = pending + 1, ready_at = $now, hold_reason = NULL, woken = woken + 1
            WHERE (account, lane_key) = (SELECT account, lane_key FROM message WHERE id = $id)
            """,
            ("$now", now), ("$id", part.Message));
        return true;
    }

    private sealed record Reported(long Message, int Position, string Api, bool IsReported, string State, string? Route, int Resends, long ExpiresAt);
}
