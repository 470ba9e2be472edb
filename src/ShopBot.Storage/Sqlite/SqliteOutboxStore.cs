using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Outbox;

namespace ShopBot.Storage.Sqlite;

/// <summary>The outbox's tables in shop.db, from the dispatcher's side.</summary>
/// <remarks>SQLite serves one process, so a lease needs no end: what is leased at the start belonged to a process that died.</remarks>
public sealed class SqliteOutboxStore(SqliteDatabase database, TimeProvider time) : IOutboxStore
{
    /// <summary>Per priority, so that lanes due later never stand before those due now. In reach of the index lane_ready.</summary>
    private const string Due =
        """
        account = $account AND priority = $priority AND pending > 0 AND token IS NULL AND hold_reason IS NULL
          AND ready_at <= $now AND (held_until IS NULL OR held_until <= $now)
        """;

    private static readonly int[] Priorities = [SqliteLanes.Conversation, SqliteLanes.Status];

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    public Task RecoverAsync(CancellationToken ct) => database.WriteAsync(db => SqliteOutboxRecovery.Run(db, Now));

    public Task<IReadOnlyList<LaneClaim>> ClaimAsync(string account, int atMost, CancellationToken ct)
    {
        // Looked at first without the writer's queue: most looks find nothing.
        var (now, due) = (Now, false);
        if (!database.Read(db => IsPaused(db, account, now)))
            due = database.Read(db => Priorities.Any(priority => db.Scalar(
                $"SELECT 1 FROM lane WHERE {Due} LIMIT 1", ("$account", account), ("$priority", priority), ("$now", now)) is not null));
        return due ? database.WriteAsync(db => Claim(db, account, atMost)) : Task.FromResult<IReadOnlyList<LaneClaim>>([]);
    }

    private IReadOnlyList<LaneClaim> Claim(SqliteSession db, string account, int atMost)
    {
        if (IsPaused(db, account, Now))
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
                ("$token", token), ("$account", account), ("$priority", priority), ("$now", Now), ("$most", atMost - lanes.Count)));
        }

        return [.. lanes.Select(lane => Head(db, account, lane, token)).OfType<LaneClaim>()];
    }

    private static bool IsPaused(SqliteSession db, string account, long now) => db.Scalar(
        "SELECT 1 FROM api_pause WHERE account = $account AND api = '' AND paused_until > $now", ("$account", account), ("$now", now)) is not null;

    private LaneClaim? Head(SqliteSession db, string account, string lane, string token)
    {
        var head = db.Query(
            """
            SELECT id, kind, class, payload, created_at, expires_at, resends, put_off, route, not_before FROM message
            WHERE account = $account AND lane_key = $lane AND state IN ('ready', 'sending') ORDER BY seq LIMIT 1
            """,
            row => (
                Message: new OutboxMessage(
                    row.GetInt64(0), ContactPoint.Parse(lane), row.GetString(1), Enum.Parse<MessageClass>(row.GetString(2)), row.Bytes(3), row.Moment(4)),
                ExpiresAt: row.Moment(5), Resends: row.GetInt32(6), PutOff: row.GetInt32(7), IsRendered: !row.IsDBNull(8), NotBefore: row.GetInt64(9)),
            ("$account", account), ("$lane", lane));
        if (head.Count == 0 || head[0].NotBefore > Now)
        {
            // The lane was woken for another reason than its next message.
            db.Execute(
                "UPDATE lane SET token = NULL, ready_at = max(ready_at, $ready), pending = CASE WHEN $empty THEN 0 ELSE pending END WHERE account = $account AND lane_key = $lane",
                ("$ready", head.Count == 0 ? 0 : head[0].NotBefore), ("$empty", head.Count == 0 ? 1 : 0), ("$account", account), ("$lane", lane));
            return null;
        }

        var next = head[0];
        return new LaneClaim(token, next.Message, next.ExpiresAt, next.Resends, next.PutOff, next.IsRendered ? PartsToSend(db, next.Message.Id) : null);
    }

    private static List<OutboxPart> PartsToSend(SqliteSession db, long message) => db.Query(
        "SELECT pos, api, payload, idem_key, first_sent_at FROM message_part WHERE message_id = $id AND state <> 'done' ORDER BY pos",
        row => new OutboxPart(row.GetInt32(0), row.GetString(1), row.Bytes(2), row.TextOrNull(3)) { FirstSentAt = row.IsDBNull(4) ? null : row.Moment(4) },
        ("$id", message));

    public Task<IReadOnlyList<OutboxPart>> SavePartsAsync(LaneClaim claim, Route route, IReadOnlyList<OutboxPart> parts, CancellationToken ct) =>
        database.WriteAsync<IReadOnlyList<OutboxPart>>(db =>
        {
            if (!Owns(db, claim))
                return parts;
            db.Execute("UPDATE message SET route = $route WHERE id = $id", ("$route", route.Name), ("$id", claim.Message.Id));
            foreach (var part in parts)
            {
                // A part that was accepted in an earlier rendering stays accepted.
                db.Execute(
                    """
                    INSERT INTO message_part (message_id, pos, api, payload, idem_key, state) VALUES ($id, $pos, $api, $payload, $key, 'ready')
                    ON CONFLICT (message_id, pos) DO NOTHING
                    """,
                    ("$id", claim.Message.Id), ("$pos", part.Position), ("$api", part.Api), ("$payload", part.Payload.ToArray()), ("$key", part.Key));
            }

            return PartsToSend(db, claim.Message.Id);
        });

    public Task<StartResult> StartAsync(LaneClaim claim, OutboxPart part, Route.ServiceWindow route, CancellationToken ct) => database.WriteAsync(db =>
    {
        if (!Owns(db, claim))
            return StartResult.Fenced;
        var taken = db.Execute(
            """
            UPDATE reply_window SET remaining = remaining - 1
            WHERE account = $account AND user_id = $user AND trigger = $trigger AND expires_at > $now AND remaining > 0
            """,
            ("$account", claim.Lane.Account), ("$user", claim.Lane.UserId), ("$trigger", route.Trigger), ("$now", Now));
        if (taken == 0)
            return StartResult.RouteShut;
        db.Execute("UPDATE message SET state = 'sending', attempts = attempts + 1 WHERE id = $id", ("$id", claim.Message.Id));
        db.Execute(
            "UPDATE message_part SET state = 'sending', first_sent_at = coalesce(first_sent_at, $now) WHERE message_id = $id AND pos = $pos",
            ("$now", Now), ("$id", claim.Message.Id), ("$pos", part.Position));
        db.Execute(
            "INSERT INTO attempt (message_id, pos, api, started_at) VALUES ($id, $pos, $api, $now)",
            ("$id", claim.Message.Id), ("$pos", part.Position), ("$api", part.Api), ("$now", Now));
        return StartResult.Started;
    });

    public Task<bool> FinishAsync(
        LaneClaim claim, OutboxPart part, SendOutcome outcome, Verdict? verdict, Route.ServiceWindow window, CancellationToken ct) => database.WriteAsync(db =>
    {
        if (!Owns(db, claim))
            return false;
        var accepted = outcome is SendOutcome.Delivered;
        var (name, code) = Words(outcome);
        db.Execute(
            "UPDATE attempt SET finished_at = $now, outcome = $outcome, code = $code WHERE id = (SELECT max(id) FROM attempt WHERE message_id = $id AND pos = $pos)",
            ("$now", Now), ("$outcome", name), ("$code", code), ("$id", claim.Message.Id), ("$pos", part.Position));
        db.Execute(
            "UPDATE message_part SET state = $state, platform_id = $platform WHERE message_id = $id AND pos = $pos",
            ("$state", accepted ? "done" : "ready"), ("$platform", (outcome as SendOutcome.Delivered)?.PlatformId),
            ("$id", claim.Message.Id), ("$pos", part.Position));
        db.Execute(
            "UPDATE message SET state = 'ready', put_off = CASE WHEN $accepted THEN 0 ELSE put_off END, attempts = attempts - $uncounted WHERE id = $id",
            ("$accepted", accepted ? 1 : 0), ("$uncounted", outcome is SendOutcome.TryAgain { CountsAsAttempt: false } ? 1 : 0), ("$id", claim.Message.Id));
        SettleWindow(db, claim.Lane, outcome, window);
        if (verdict is not null)
            Settle(db, claim, verdict);
        return true;
    });

    private static (string Name, string? Code) Words(SendOutcome outcome) => outcome switch
    {
        SendOutcome.Delivered => ("delivered", null),
        SendOutcome.TryAgain again => ("try again", again.Code),
        SendOutcome.Refused refused => ("refused", refused.Code),
        SendOutcome.RecipientGone gone => ("gone", gone.Code),
        SendOutcome.Unknown unknown => ("unknown", unknown.Why),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Not an outcome this store knows."),
    };

    /// <summary>The platform knows better: a window it calls shut is closed; one it did not use gets its unit back.</summary>
    private static void SettleWindow(SqliteSession db, ContactPoint person, SendOutcome outcome, Route.ServiceWindow window)
    {
        switch (outcome)
        {
            case SendOutcome.RecipientGone:
                db.Execute("DELETE FROM reply_window WHERE account = $account AND user_id = $user", ("$account", person.Account), ("$user", person.UserId));
                break;
            // Only that very window: the person may have opened it anew while the platform was asked.
            case SendOutcome.Refused { Kind: Refusal.WindowShut }:
                db.Execute(
                    "DELETE FROM reply_window WHERE account = $account AND user_id = $user AND trigger = $trigger AND expires_at = $ends",
                    ("$account", person.Account), ("$user", person.UserId), ("$trigger", window.Trigger), ("$ends", window.ClosesAt.ToUnixTimeMilliseconds()));
                break;
            case SendOutcome.TryAgain or SendOutcome.Refused:
                db.Execute(
                    "UPDATE reply_window SET remaining = remaining + 1 WHERE account = $account AND user_id = $user AND trigger = $trigger AND expires_at = $ends",
                    ("$account", person.Account), ("$user", person.UserId), ("$trigger", window.Trigger), ("$ends", window.ClosesAt.ToUnixTimeMilliseconds()));
                break;
        }
    }

    public Task<bool> CloseAsync(LaneClaim claim, Verdict verdict, CancellationToken ct) => database.WriteAsync(db =>
    {
        if (!Owns(db, claim))
            return false;
        Settle(db, claim, verdict);
        return true;
    });

    private void Settle(SqliteSession db, LaneClaim claim, Verdict verdict)
    {
        var (readyAt, hold) = (Now, (string?)null);
        switch (verdict)
        {
            case Verdict.Done:
                SqliteLanes.Finalise(db, claim.Message.Id, "done", null, null, Now);
                break;
            case Verdict.Dead dead:
                SqliteLanes.Finalise(db, claim.Message.Id, "dead", dead.Code, dead.Why, Now);
                break;
            case Verdict.Parked parked:
                SqliteLanes.Finalise(db, claim.Message.Id, "parked", parked.Code, parked.Why, Now);
                break;
            case Verdict.Expired:
                SqliteLanes.Finalise(db, claim.Message.Id, "expired", "expired", "It could not be sent in time.", Now);
                break;
            case Verdict.Retry retry:
                readyAt = retry.At.ToUnixTimeMilliseconds();
                PutBack(db, claim, retry.Code, retry.Why, failed: true, retry.Resend);
                break;
            case Verdict.RenderAgain again:
                readyAt = again.At.ToUnixTimeMilliseconds();
                db.Execute("DELETE FROM message_part WHERE message_id = $id AND state <> 'done'", ("$id", claim.Message.Id));
                db.Execute("UPDATE message SET route = NULL WHERE id = $id", ("$id", claim.Message.Id));
                PutBack(db, claim, again.Code, "It is rendered again.", failed: true, resend: false);
                break;
            case Verdict.WaitForPerson wait:
                // Asked here, in the transaction: they may have written since the sender looked, and nobody would wake the lane again.
                hold = HasOpenWindow(db, claim.Lane) ? null : "window";
                PutBack(db, claim, "window", wait.Why, failed: false, resend: false);
                break;
        }

        Release(db, claim, readyAt, hold);
    }

    private bool HasOpenWindow(SqliteSession db, ContactPoint person) => db.Scalar(
        "SELECT 1 FROM reply_window WHERE account = $account AND user_id = $user AND expires_at > $now AND remaining > 0",
        ("$account", person.Account), ("$user", person.UserId), ("$now", Now)) is not null;

    private static void PutBack(SqliteSession db, LaneClaim claim, string code, string why, bool failed, bool resend) => db.Execute(
        "UPDATE message SET state = 'ready', last_code = $code, last_reason = $why, put_off = put_off + $failed, resends = resends + $resend WHERE id = $id",
        ("$code", code), ("$why", why), ("$failed", failed ? 1 : 0), ("$resend", resend ? 1 : 0), ("$id", claim.Message.Id));

    public Task DeferAsync(LaneClaim claim, DateTimeOffset until, CancellationToken ct) => database.WriteAsync(db => db.Execute(
        "UPDATE lane SET token = NULL, held_until = $until WHERE account = $account AND lane_key = $lane AND token = $token",
        ("$until", until.ToUnixTimeMilliseconds()), ("$account", claim.Lane.Account), ("$lane", claim.Lane.ToString()), ("$token", claim.Token)));

    public Task WakeAsync(ContactPoint lane, CancellationToken ct) => database.WriteAsync(db => db.Execute(
        "UPDATE lane SET held_until = NULL WHERE account = $account AND lane_key = $lane",
        ("$account", lane.Account), ("$lane", lane.ToString())));

    public Task PauseAsync(string account, DateTimeOffset until, string reason, CancellationToken ct) => database.WriteAsync(db => db.Execute(
        """
        INSERT INTO api_pause (account, api, paused_until, reason) VALUES ($account, '', $until, $reason)
        ON CONFLICT (account, api) DO UPDATE SET paused_until = excluded.paused_until, reason = excluded.reason
        """,
        ("$account", account), ("$until", until.ToUnixTimeMilliseconds()), ("$reason", reason)));

    private static bool Owns(SqliteSession db, LaneClaim claim) => db.Scalar(
        "SELECT 1 FROM lane WHERE account = $account AND lane_key = $lane AND token = $token",
        ("$account", claim.Lane.Account), ("$lane", claim.Lane.ToString()), ("$token", claim.Token)) is not null;

    /// <summary>Frees the lane; it is due when its next message is.</summary>
    private static void Release(SqliteSession db, LaneClaim claim, long readyAt, string? hold) => db.Execute(
        """
        UPDATE lane SET token = NULL, hold_reason = $hold, ready_at = max($ready, coalesce((
          SELECT not_before FROM message WHERE account = lane.account AND lane_key = lane.lane_key AND state IN ('ready', 'sending') ORDER BY seq LIMIT 1), 0))
        WHERE account = $account AND lane_key = $lane
        """,
        ("$hold", hold), ("$ready", readyAt), ("$account", claim.Lane.Account), ("$lane", claim.Lane.ToString()));
}
