using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Outbox;

namespace ShopBot.Storage.Sqlite;

/// <summary>The outbox's tables in shop.db, from the dispatcher's side.</summary>
/// <remarks>SQLite serves one process, so a lease needs no end: what is leased at the start belonged to a process that died.</remarks>
public sealed class SqliteOutboxStore(SqliteDatabase database, TimeProvider time) : IOutboxStore
{
    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    public Task RecoverAsync(CancellationToken ct) => database.WriteAsync(db => SqliteOutboxRecovery.Run(db, Now));

    public Task<IReadOnlyList<LaneClaim>> ClaimAsync(string account, int atMost, CancellationToken ct) =>
        // Looked at first without the writer's queue: most looks find nothing.
        database.Read(db => SqliteLaneClaims.IsDue(db, account, Now))
            ? database.WriteAsync(db => SqliteLaneClaims.Claim(db, account, atMost, Now))
            : Task.FromResult<IReadOnlyList<LaneClaim>>([]);

    public Task<IReadOnlyList<LaneClaim>> ClaimLaneAsync(ContactPoint lane, int atMost, CancellationToken ct)
    {
        // Looked at first without the writer's queue: most people are owed nothing.
        var pending = database.Read(db => db.Scalar(
            "SELECT 1 FROM lane WHERE account = $account AND lane_key = $lane AND pending > 0", ("$account", lane.Account), ("$lane", lane.ToString())));
        return pending is null ? Task.FromResult<IReadOnlyList<LaneClaim>>([]) : database.WriteAsync<IReadOnlyList<LaneClaim>>(db =>
        {
            var token = Guid.NewGuid().ToString("N");
            if (!SqliteAnswerLane.TryLease(db, lane, token, Now))
                return [];
            var due = SqliteAnswerLane.Due(db, lane, token, atMost, Now);
            if (due.Count == 0)
                SqliteAnswerLane.Release(db, lane, token);
            return due;
        });
    }

    public Task<bool> StartAnswerAsync(IReadOnlyList<LaneClaim> claims, CancellationToken ct) => database.WriteAsync(db =>
    {
        if (!Owns(db, claims[0]))
            return false;
        foreach (var claim in claims)
            SqliteAnswerLane.Start(db, claim, Now);
        return true;
    });

    public Task EndAnswerAsync(IReadOnlyList<LaneClaim> claims, int started, bool isTold, CancellationToken ct) => database.WriteAsync(db =>
    {
        if (!Owns(db, claims[0]))
            return false;
        foreach (var claim in claims.Take(started))
            SqliteAnswerLane.End(db, claim, isTold, Now);
        SqliteAnswerLane.Release(db, claims[0].Lane, claims[0].Token);
        return true;
    });

    public Task<Outlook> LookAsync(ContactPoint person, IReadOnlyList<Way> ways, MessageClass messageClass, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return Task.FromResult(database.Read(db =>
        {
            var consents = db.Query(
                "SELECT template_id, remaining FROM notice_consent WHERE account = $account AND user_id = $user",
                row => (Form: row.GetString(0), Left: row.GetInt32(1)), ("$account", person.Account), ("$user", person.UserId));
            var blocked = db.Query(
                "SELECT api, paused_until, reason FROM api_pause WHERE account = $account AND paused_until > $now",
                row => (Api: row.GetString(0), Block: new Block(row.Moment(1), row.GetString(2))),
                ("$account", person.Account), ("$now", now.ToUnixTimeMilliseconds())).ToDictionary(row => row.Api, row => row.Block, StringComparer.Ordinal);
            foreach (var way in ways)
            {
                if (blocked.GetValueOrDefault("") is { } wholeAccount)
                    blocked[way.Api] = wholeAccount;
                else if (!blocked.ContainsKey(way.Api) && SqliteApiLimits.Look(db, person.Account, way.Api, way.Limit, messageClass, now) is { } used)
                    blocked.Add(way.Api, used);
            }

            return new Outlook(IsGone(db, person), consents.ToDictionary(c => c.Form, c => c.Left, StringComparer.Ordinal), blocked);
        }));
    }

    private static bool IsGone(SqliteSession db, ContactPoint person) => db.Scalar(
        "SELECT 1 FROM contact_gone WHERE account = $account AND user_id = $user", ("$account", person.Account), ("$user", person.UserId)) is not null;

    public Task<IReadOnlyList<OutboxPart>> SavePartsAsync(LaneClaim claim, Plan plan, IReadOnlyList<OutboxPart> parts, CancellationToken ct) =>
        database.WriteAsync<IReadOnlyList<OutboxPart>>(db =>
        {
            if (!Owns(db, claim))
                return parts;
            if (claim.RenderedFor is not null && claim.RenderedFor != plan.Route.Name)
                db.Execute("DELETE FROM message_part WHERE message_id = $id AND state <> 'done'", ("$id", claim.Message.Id));
            db.Execute(
                "UPDATE message SET route = $route, route_why = $why WHERE id = $id",
                ("$route", plan.Route.Name), ("$why", plan.Why), ("$id", claim.Message.Id));
            foreach (var part in parts)
            {
                // A part that was accepted in an earlier rendering stays accepted.
                db.Execute(
                    """
                    INSERT INTO message_part (message_id, pos, api, payload, idem_key, state, template) VALUES ($id, $pos, $api, $payload, $key, 'ready', $template)
                    ON CONFLICT (message_id, pos) DO NOTHING
                    """,
                    ("$id", claim.Message.Id), ("$pos", part.Position), ("$api", part.Api), ("$payload", part.Payload.ToArray()), ("$key", part.Key),
                    ("$template", part.TemplateId));
            }

            return SqliteLaneClaims.PartsToSend(db, claim.Message.Id);
        });

    public Task<StartResult> StartAsync(LaneClaim claim, OutboxPart part, Plan plan, CancellationToken ct) => database.WriteAsync(db =>
    {
        if (!Owns(db, claim))
            return StartResult.Fenced;
        var now = time.GetUtcNow();
        if (plan.Way is not { } way || SqliteLaneClaims.IsPaused(db, claim.Lane.Account, Now) || SqliteApiLimits.PauseOf(db, claim.Lane.Account, way.Api, now) is not null
            || SqliteApiLimits.Take(db, claim.Lane.Account, part.Api, way.Limit, claim.Message.Class, now) is not null)
        {
            return StartResult.RouteShut;
        }

        if (!TakeRoute(db, claim.Lane, plan.Route))
        {
            SqliteApiLimits.GiveBack(db, claim.Lane.Account, part.Api);
            return StartResult.RouteShut;
        }

        db.Execute("UPDATE message SET state = 'sending', attempts = attempts + 1 WHERE id = $id", ("$id", claim.Message.Id));
        db.Execute(
            "UPDATE message_part SET state = 'sending', first_sent_at = coalesce(first_sent_at, $now) WHERE message_id = $id AND pos = $pos",
            ("$now", Now), ("$id", claim.Message.Id), ("$pos", part.Position));
        db.Execute(
            "INSERT INTO attempt (message_id, pos, api, started_at) VALUES ($id, $pos, $api, $now)",
            ("$id", claim.Message.Id), ("$pos", part.Position), ("$api", part.Api), ("$now", Now));
        return StartResult.Started;
    });

    /// <summary>Re-checks the very route in the transaction and takes one unit of what the person granted.</summary>
    private bool TakeRoute(SqliteSession db, ContactPoint person, Route route) => route switch
    {
        Route.ServiceWindow window => db.Execute(
            """
            UPDATE reply_window SET remaining = remaining - 1
            WHERE account = $account AND user_id = $user AND trigger = $trigger AND expires_at > $now AND remaining > 0
            """,
            ("$account", person.Account), ("$user", person.UserId), ("$trigger", window.Trigger), ("$now", Now)) > 0,
        Route.Template template => !IsGone(db, person) && db.Scalar(
            "SELECT 1 FROM notice_consent WHERE account = $account AND user_id = $user AND template_id = $form AND remaining = 0",
            ("$account", person.Account), ("$user", person.UserId), ("$form", template.Form.Id)) is null,
        Route.Subscription subscription => db.Execute(
            "UPDATE notice_consent SET remaining = remaining - 1 WHERE account = $account AND user_id = $user AND template_id = $form AND remaining > 0",
            ("$account", person.Account), ("$user", person.UserId), ("$form", subscription.Form.Id)) > 0,
        _ => false,
    };

    public Task<bool> FinishAsync(LaneClaim claim, OutboxPart part, SendOutcome outcome, Verdict? verdict, Plan plan, CancellationToken ct) =>
        database.WriteAsync(db => Finish(db, claim, part, outcome, verdict, plan));

    private bool Finish(SqliteSession db, LaneClaim claim, OutboxPart part, SendOutcome outcome, Verdict? verdict, Plan plan)
    {
        if (!Owns(db, claim))
            return false;
        var now = time.GetUtcNow();
        var accepted = outcome is SendOutcome.Delivered;
        var mayHaveArrived = accepted || outcome is SendOutcome.Unknown;
        var (name, code) = Words(outcome);
        db.Execute(
            "UPDATE attempt SET finished_at = $now, outcome = $outcome, code = $code WHERE id = (SELECT max(id) FROM attempt WHERE message_id = $id AND pos = $pos)",
            ("$now", Now), ("$outcome", name), ("$code", code), ("$id", claim.Message.Id), ("$pos", part.Position));
        // A key that was certainly refused is unused: its life begins with the next try.
        var platformId = db.Scalar(
            """
            UPDATE message_part SET state = $state, platform_id = coalesce($platform, platform_id), first_sent_at = CASE WHEN $arrived THEN first_sent_at END
            WHERE message_id = $id AND pos = $pos RETURNING platform_id
            """,
            ("$state", accepted ? "done" : "ready"), ("$platform", (outcome as SendOutcome.Delivered)?.PlatformId),
            ("$arrived", mayHaveArrived || claim.BoundTo is not null ? 1 : 0), ("$id", claim.Message.Id), ("$pos", part.Position)) as string;
        db.Execute(
            """
            UPDATE message SET state = 'ready', put_off = CASE WHEN $accepted THEN 0 ELSE put_off END, attempts = attempts - $uncounted,
              bound = CASE WHEN $arrived THEN $route ELSE bound END
            WHERE id = $id
            """,
            ("$accepted", accepted ? 1 : 0), ("$uncounted", outcome is SendOutcome.TryAgain { CountsAsAttempt: false } ? 1 : 0),
            ("$arrived", mayHaveArrived ? 1 : 0), ("$route", plan.Route.Name), ("$id", claim.Message.Id));
        SqliteSettlement.SettleRoute(db, claim.Lane, outcome, plan.Route);
        SettleLimits(db, claim.Lane, part, outcome, now);
        if (verdict is not null)
            SqliteSettlement.Settle(db, claim, verdict, Now);
        if (accepted && platformId is not null)
            SqliteDeliveryReports.ApplyEarly(db, claim.Lane, platformId, Now);
        return true;
    }

    private static void SettleLimits(SqliteSession db, ContactPoint person, OutboxPart part, SendOutcome outcome, DateTimeOffset now)
    {
        if (outcome is SendOutcome.TryAgain { CountsAsAttempt: false })
            SqliteApiLimits.GiveBack(db, person.Account, part.Api);
        // With the outcome, or a message that is planned again at once would meet the same refusal.
        if (outcome is SendOutcome.Refused refused && DeliveryPolicy.PauseUntil(outcome, now) is { } until)
            SqliteApiLimits.Pause(db, person.Account, refused.WholeAccount ? "" : part.Api, until, $"{refused.Code}: {refused.Why}");
        SqliteApiLimits.Note(db, person, part, outcome, now);
    }

    private static (string Name, string? Code) Words(SendOutcome outcome) => outcome switch
    {
        SendOutcome.Delivered => ("delivered", null),
        SendOutcome.TryAgain again => ("try again", again.Code),
        SendOutcome.Refused refused => ("refused", refused.Code),
        SendOutcome.RecipientGone gone => ("gone", gone.Code),
        SendOutcome.Unknown unknown => ("unknown", unknown.Why),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Not an outcome this store knows."),
    };

    public Task<bool> CloseAsync(LaneClaim claim, Verdict verdict, CancellationToken ct) => database.WriteAsync(db =>
    {
        if (!Owns(db, claim))
            return false;
        SqliteSettlement.Settle(db, claim, verdict, Now);
        return true;
    });

    public Task DeferAsync(LaneClaim claim, DateTimeOffset until, CancellationToken ct) => database.WriteAsync(db => db.Execute(
        "UPDATE lane SET token = NULL, held_until = $until WHERE account = $account AND lane_key = $lane AND token = $token",
        ("$until", until.ToUnixTimeMilliseconds()), ("$account", claim.Lane.Account), ("$lane", claim.Lane.ToString()), ("$token", claim.Token)));

    public Task WakeAsync(ContactPoint lane, CancellationToken ct) => database.WriteAsync(db => db.Execute(
        "UPDATE lane SET held_until = NULL WHERE account = $account AND lane_key = $lane",
        ("$account", lane.Account), ("$lane", lane.ToString())));

    public Task PauseAsync(string account, string? api, DateTimeOffset until, string reason, CancellationToken ct) => database.WriteAsync(db =>
    {
        SqliteApiLimits.Pause(db, account, api ?? "", until, reason);
        return true;
    });

    private static bool Owns(SqliteSession db, LaneClaim claim) => db.Scalar(
        "SELECT 1 FROM lane WHERE account = $account AND lane_key = $lane AND token = $token",
        ("$account", claim.Lane.Account), ("$lane", claim.Lane.ToString()), ("$token", claim.Token)) is not null;
}
