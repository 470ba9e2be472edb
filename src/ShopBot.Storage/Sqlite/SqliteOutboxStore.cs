using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Outbox;

namespace ShopBot.Storage.Sqlite;

/// <summary>The outbox's tables in shop.db, from the dispatcher's side.</summary>
/// <remarks>SQLite serves one process, so a lease needs no end: what is leased at the start belonged to a process that died.</remarks>
public sealed class SqliteOutboxStore(SqliteDatabase database, TimeProvider time) : IOutboxStore
{
    private const int MaxCrashes = 3;

    /// <summary>In the reach of UTC milliseconds and of DateTimeOffset, and later than any message lives.</summary>
    private static readonly long FarAway = new DateTimeOffset(9999, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    public Task RecoverAsync(CancellationToken ct) => database.WriteAsync(db =>
    {
        foreach (var (id, messageClass, resends, crashes) in db.Query(
            "SELECT id, class, resends, crashes FROM message WHERE state = 'sending'",
            row => (row.GetInt64(0), Enum.Parse<MessageClass>(row.GetString(1)), row.GetInt32(2), row.GetInt32(3) + 1)))
        {
            if (crashes >= MaxCrashes)
                Finalise(db, id, "dead", "poison", $"It was being sent when the program died, {crashes} times.");
            else if (DeliveryPolicy.MayResend(messageClass) && resends == 0)
                db.Execute("UPDATE message SET state = 'ready', resends = resends + 1, crashes = $crashes WHERE id = $id", ("$crashes", crashes), ("$id", id));
            else
                Finalise(db, id, "parked", "unknown", "It was being sent when the program died; whether it arrived is unknown.");
            db.Execute("UPDATE message_part SET state = 'ready' WHERE message_id = $id AND state = 'sending'", ("$id", id));
        }

        return db.Execute(
            "UPDATE lane SET token = NULL, hold_reason = NULL, ready_at = $now WHERE token IS NOT NULL OR hold_reason = 'speaking'", ("$now", Now));
    });

    public Task<IReadOnlyList<LaneClaim>> ClaimAsync(string account, int atMost, CancellationToken ct)
    {
        // Looked at first without the writer's queue: most looks find nothing.
        var due = database.Read(db => db.Scalar(
            "SELECT 1 FROM lane WHERE account = $account AND pending > 0 AND token IS NULL AND ready_at <= $now LIMIT 1", ("$account", account), ("$now", Now)));
        return due is null ? Task.FromResult<IReadOnlyList<LaneClaim>>([]) : database.WriteAsync(db => Claim(db, account, atMost));
    }

    private IReadOnlyList<LaneClaim> Claim(SqliteSession db, string account, int atMost)
    {
        if (db.Scalar("SELECT 1 FROM api_pause WHERE account = $account AND api = '' AND paused_until > $now", ("$account", account), ("$now", Now)) is not null)
            return [];

        var token = Guid.NewGuid().ToString("N");
        var lanes = db.Query(
            """
            UPDATE lane SET token = $token
            WHERE account = $account AND lane_key IN (
              SELECT lane_key FROM lane
              WHERE account = $account AND pending > 0 AND token IS NULL AND ready_at <= $now
              ORDER BY priority, ready_at LIMIT $most)
            RETURNING lane_key
            """,
            row => row.GetString(0), ("$token", token), ("$account", account), ("$now", Now), ("$most", atMost));
        return [.. lanes.Select(lane => Head(db, account, lane, token)).OfType<LaneClaim>()];
    }

    private static LaneClaim? Head(SqliteSession db, string account, string lane, string token)
    {
        var head = db.Query(
            """
            SELECT id, kind, class, payload, created_at, expires_at, attempts, resends FROM message
            WHERE account = $account AND lane_key = $lane AND state IN ('ready', 'sending') ORDER BY seq LIMIT 1
            """,
            row => (
                Message: new OutboxMessage(
                    row.GetInt64(0), ContactPoint.Parse(lane), row.GetString(1), Enum.Parse<MessageClass>(row.GetString(2)), row.Bytes(3), row.Moment(4)),
                ExpiresAt: row.Moment(5), Attempts: row.GetInt32(6), Resends: row.GetInt32(7)),
            ("$account", account), ("$lane", lane));
        if (head.Count == 0)
        {
            // Settled by recovery while it was the last one: nothing is pending any more.
            db.Execute("UPDATE lane SET token = NULL, pending = 0 WHERE account = $account AND lane_key = $lane", ("$account", account), ("$lane", lane));
            return null;
        }

        var (message, expiresAt, attempts, resends) = head[0];
        var parts = db.Query(
            "SELECT pos, api, payload, idem_key, state FROM message_part WHERE message_id = $id ORDER BY pos",
            row => (Part: new OutboxPart(row.GetInt32(0), row.GetString(1), row.Bytes(2), row.TextOrNull(3)), State: row.GetString(4)),
            ("$id", message.Id));
        return new LaneClaim(
            token, message, expiresAt, attempts, resends,
            [.. parts.Where(p => p.State != "done").Select(p => p.Part)], parts.Count(p => p.State == "done"));
    }

    public Task SavePartsAsync(LaneClaim claim, Route route, IReadOnlyList<OutboxPart> parts, CancellationToken ct) => database.WriteAsync(db =>
    {
        if (!Owns(db, claim))
            return 0;
        db.Execute("UPDATE message SET route = $route WHERE id = $id", ("$route", route.Name), ("$id", claim.Message.Id));
        foreach (var part in parts)
        {
            // A part that was accepted in an earlier rendering stays accepted.
            db.Execute(
                """
                INSERT INTO message_part (message_id, pos, api, payload, idem_key, state) VALUES ($id, $pos, $api, $payload, $key, 'ready')
                ON CONFLICT (message_id, pos) DO UPDATE SET api = excluded.api, payload = excluded.payload, idem_key = excluded.idem_key, state = 'ready'
                WHERE message_part.state <> 'done'
                """,
                ("$id", claim.Message.Id), ("$pos", part.Position), ("$api", part.Api), ("$payload", part.Payload.ToArray()), ("$key", part.Key));
        }

        return parts.Count;
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
        db.Execute("UPDATE message_part SET state = 'sending' WHERE message_id = $id AND pos = $pos", ("$id", claim.Message.Id), ("$pos", part.Position));
        db.Execute(
            "INSERT INTO attempt (message_id, pos, api, started_at) VALUES ($id, $pos, $api, $now)",
            ("$id", claim.Message.Id), ("$pos", part.Position), ("$api", part.Api), ("$now", Now));
        return StartResult.Started;
    });

    public Task<bool> FinishAsync(LaneClaim claim, OutboxPart part, SendOutcome outcome, Route.ServiceWindow? window, CancellationToken ct) => database.WriteAsync(db =>
    {
        if (!Owns(db, claim))
            return false;
        var (name, code, platformId) = outcome switch
        {
            SendOutcome.Delivered delivered => ("delivered", null, delivered.PlatformId),
            SendOutcome.TryAgain again => ("try again", again.Code, null),
            SendOutcome.Refused refused => ("refused", refused.Code, null),
            SendOutcome.RecipientGone gone => ("gone", gone.Code, null),
            SendOutcome.Unknown unknown => ("unknown", unknown.Why, (string?)null),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Not an outcome this store knows."),
        };
        db.Execute(
            "UPDATE attempt SET finished_at = $now, outcome = $outcome, code = $code WHERE id = (SELECT max(id) FROM attempt WHERE message_id = $id AND pos = $pos)",
            ("$now", Now), ("$outcome", name), ("$code", code), ("$id", claim.Message.Id), ("$pos", part.Position));
        db.Execute(
            "UPDATE message_part SET state = $state, platform_id = $platform WHERE message_id = $id AND pos = $pos",
            ("$state", outcome is SendOutcome.Delivered ? "done" : "ready"), ("$platform", platformId), ("$id", claim.Message.Id), ("$pos", part.Position));
        db.Execute("UPDATE message SET state = 'ready' WHERE id = $id", ("$id", claim.Message.Id));
        if (outcome is SendOutcome.TryAgain { CountsAsAttempt: false })
            db.Execute("UPDATE message SET attempts = attempts - 1 WHERE id = $id", ("$id", claim.Message.Id));
        if (window is not null)
        {
            db.Execute(
                "UPDATE reply_window SET remaining = remaining + 1 WHERE account = $account AND user_id = $user AND trigger = $trigger AND expires_at = $ends",
                ("$account", claim.Lane.Account), ("$user", claim.Lane.UserId), ("$trigger", window.Trigger), ("$ends", window.ClosesAt.ToUnixTimeMilliseconds()));
        }

        return true;
    });

    public Task<bool> CloseAsync(LaneClaim claim, Verdict verdict, CancellationToken ct) => database.WriteAsync(db =>
    {
        if (!Owns(db, claim))
            return false;
        var id = claim.Message.Id;
        var (readyAt, hold) = (Now, (string?)null);
        switch (verdict)
        {
            case Verdict.Done:
                Finalise(db, id, "done", null, null);
                break;
            case Verdict.Dead dead:
                Finalise(db, id, "dead", dead.Code, dead.Why);
                break;
            case Verdict.Parked parked:
                Finalise(db, id, "parked", parked.Code, parked.Why);
                break;
            case Verdict.Expired:
                Finalise(db, id, "expired", "expired", "It could not be sent in time.");
                break;
            case Verdict.Retry retry:
                readyAt = retry.At.ToUnixTimeMilliseconds();
                Note(db, id, retry.Code, retry.Why, retry.Resend);
                break;
            case Verdict.RenderAgain again:
                db.Execute("DELETE FROM message_part WHERE message_id = $id AND state <> 'done'", ("$id", id));
                Note(db, id, again.Code, "It is rendered again.", resend: false);
                break;
            case Verdict.WaitForPerson wait:
                (readyAt, hold) = (FarAway, "window");
                Note(db, id, "window", wait.Why, resend: false);
                if (wait.CloseWindows)
                    db.Execute("DELETE FROM reply_window WHERE account = $account AND user_id = $user", ("$account", claim.Lane.Account), ("$user", claim.Lane.UserId));
                break;
        }

        Release(db, claim, readyAt, hold);
        return true;
    });

    public Task DeferAsync(LaneClaim claim, CancellationToken ct) => database.WriteAsync(db =>
    {
        if (Owns(db, claim))
            Release(db, claim, FarAway, "speaking");
        return true;
    });

    public Task WakeAsync(ContactPoint lane, CancellationToken ct) => database.WriteAsync(db => db.Execute(
        "UPDATE lane SET ready_at = $now, hold_reason = NULL WHERE account = $account AND lane_key = $lane AND hold_reason = 'speaking'",
        ("$now", Now), ("$account", lane.Account), ("$lane", lane.ToString())));

    public Task PauseAsync(string account, DateTimeOffset until, string reason, CancellationToken ct) => database.WriteAsync(db => db.Execute(
        """
        INSERT INTO api_pause (account, api, paused_until, reason) VALUES ($account, '', $until, $reason)
        ON CONFLICT (account, api) DO UPDATE SET paused_until = excluded.paused_until, reason = excluded.reason
        """,
        ("$account", account), ("$until", until.ToUnixTimeMilliseconds()), ("$reason", reason)));

    private static bool Owns(SqliteSession db, LaneClaim claim) => db.Scalar(
        "SELECT 1 FROM lane WHERE account = $account AND lane_key = $lane AND token = $token",
        ("$account", claim.Lane.Account), ("$lane", claim.Lane.ToString()), ("$token", claim.Token)) is not null;

    private void Finalise(SqliteSession db, long id, string state, string? code, string? why)
    {
        db.Execute(
            "UPDATE message SET state = $state, final_at = $now, last_code = $code, last_reason = $why WHERE id = $id",
            ("$state", state), ("$now", Now), ("$code", code), ("$why", why), ("$id", id));
        db.Execute(
            "UPDATE lane SET pending = pending - 1 WHERE (account, lane_key) = (SELECT account, lane_key FROM message WHERE id = $id)", ("$id", id));
    }

    private static void Note(SqliteSession db, long id, string code, string why, bool resend) => db.Execute(
        "UPDATE message SET last_code = $code, last_reason = $why, resends = resends + $resend WHERE id = $id",
        ("$code", code), ("$why", why), ("$resend", resend ? 1 : 0), ("$id", id));

    /// <summary>Frees the lane; it is due when its next message is.</summary>
    private static void Release(SqliteSession db, LaneClaim claim, long readyAt, string? hold) => db.Execute(
        """
        UPDATE lane SET token = NULL, hold_reason = $hold, ready_at = max($ready, coalesce((
          SELECT not_before FROM message WHERE account = lane.account AND lane_key = lane.lane_key AND state IN ('ready', 'sending') ORDER BY seq LIMIT 1), 0))
        WHERE account = $account AND lane_key = $lane
        """,
        ("$hold", hold), ("$ready", readyAt), ("$account", claim.Lane.Account), ("$lane", claim.Lane.ToString()));
}
