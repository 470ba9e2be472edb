using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Outbox;

namespace ShopBot.Storage.Sqlite;

/// <summary>What an outcome and a verdict mean for the rows of a message, its lane and its window; inside the caller's transaction.</summary>
internal static class SqliteSettlement
{
    /// <summary>The platform knows better: what it calls shut is closed; what it did not use is given back.</summary>
    public static void SettleRoute(SqliteSession db, ContactPoint person, SendOutcome outcome, Route route)
    {
        if (outcome is SendOutcome.RecipientGone)
            db.Execute("DELETE FROM reply_window WHERE account = $account AND user_id = $user", ("$account", person.Account), ("$user", person.UserId));
        else if (route is Route.ServiceWindow window)
            SettleWindow(db, person, outcome, window);
        else if (route.FormOrNull is { } form && outcome is SendOutcome.Refused { Kind: Refusal.NotWanted })
            SwitchOff(db, person, form);
        else if (route is Route.Subscription { Form: var unused } && outcome is SendOutcome.Refused or SendOutcome.TryAgain)
            db.Execute(
                "UPDATE notice_consent SET remaining = remaining + 1 WHERE account = $account AND user_id = $user AND template_id = $form",
                ("$account", person.Account), ("$user", person.UserId), ("$form", unused.Id));
    }

    // Only that very window: the person may have opened it anew while the platform was asked.
    private static void SettleWindow(SqliteSession db, ContactPoint person, SendOutcome outcome, Route.ServiceWindow window)
    {
        if (outcome is SendOutcome.Refused { Kind: Refusal.WindowShut })
        {
            db.Execute(
                "DELETE FROM reply_window WHERE account = $account AND user_id = $user AND trigger = $trigger AND expires_at = $ends",
                ("$account", person.Account), ("$user", person.UserId), ("$trigger", window.Trigger), ("$ends", window.ClosesAt.ToUnixTimeMilliseconds()));
        }
        else if (outcome is SendOutcome.TryAgain or SendOutcome.Refused)
        {
            db.Execute(
                "UPDATE reply_window SET remaining = remaining + 1 WHERE account = $account AND user_id = $user AND trigger = $trigger AND expires_at = $ends",
                ("$account", person.Account), ("$user", person.UserId), ("$trigger", window.Trigger), ("$ends", window.ClosesAt.ToUnixTimeMilliseconds()));
        }
    }

    private static void SwitchOff(SqliteSession db, ContactPoint person, NoticeTemplate form) => db.Execute(
        """
        INSERT INTO notice_consent (account, user_id, template_id, remaining, noted_at) VALUES ($account, $user, $form, 0, 0)
        ON CONFLICT (account, user_id, template_id) DO UPDATE SET remaining = 0
        """,
        ("$account", person.Account), ("$user", person.UserId), ("$form", form.Id));

    public static void Settle(SqliteSession db, LaneClaim claim, Verdict verdict, long now)
    {
        var (readyAt, hold) = (now, (string?)null);
        switch (verdict)
        {
            case Verdict.Done:
                SqliteLanes.Finalise(db, claim.Message.Id, "done", null, null, now);
                break;
            case Verdict.Dead dead:
                SqliteLanes.Finalise(db, claim.Message.Id, "dead", dead.Code, dead.Why, now);
                break;
            case Verdict.Parked parked:
                SqliteLanes.Finalise(db, claim.Message.Id, "parked", parked.Code, parked.Why, now);
                break;
            case Verdict.Expired:
                SqliteLanes.Finalise(db, claim.Message.Id, "expired", "expired", "It could not be sent in time.", now);
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
            case Verdict.PlanAgain again:
                PutBack(db, claim, again.Code, again.Why, failed: false, resend: false);
                if (again.Strike is { } route)
                    db.Execute("UPDATE message SET routes_off = trim(routes_off || ' ' || $route) WHERE id = $id", ("$route", route), ("$id", claim.Message.Id));
                break;
            case Verdict.WaitUntil wait:
                readyAt = wait.At.ToUnixTimeMilliseconds();
                PutBack(db, claim, "paused", wait.Why, failed: false, resend: false);
                break;
            case Verdict.WaitForPerson wait:
                // Asked here, in the transaction: they may have acted since the claim, and nobody would wake the lane again.
                hold = IsWoken(db, claim) ? null : "window";
                PutBack(db, claim, "window", wait.Why, failed: false, resend: false);
                break;
        }

        Release(db, claim, readyAt, hold);
    }

    private static bool IsWoken(SqliteSession db, LaneClaim claim) => (long)db.Scalar(
        "SELECT woken FROM lane WHERE account = $account AND lane_key = $lane", ("$account", claim.Lane.Account), ("$lane", claim.Lane.ToString()))! > claim.Woken;

    private static void PutBack(SqliteSession db, LaneClaim claim, string code, string why, bool failed, bool resend) => db.Execute(
        "UPDATE message SET state = 'ready', last_code = $code, last_reason = $why, put_off = put_off + $failed, resends = resends + $resend WHERE id = $id",
        ("$code", code), ("$why", why), ("$failed", failed ? 1 : 0), ("$resend", resend ? 1 : 0), ("$id", claim.Message.Id));

    /// <summary>Frees the lane; it is due when one of its messages is.</summary>
    private static void Release(SqliteSession db, LaneClaim claim, long readyAt, string? hold) => db.Execute(
        "UPDATE lane SET token = NULL, hold_reason = $hold, ready_at = max($ready, $next) WHERE account = $account AND lane_key = $lane",
        ("$hold", hold), ("$ready", readyAt), ("$next", SqliteLanes.NextAt(db, claim.Lane.Account, claim.Lane.ToString()) ?? 0),
        ("$account", claim.Lane.Account), ("$lane", claim.Lane.ToString()));
}
