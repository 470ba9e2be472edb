using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Outbox;

namespace ShopBot.Storage.Sqlite;

/// <summary>A lane whose messages go into the answer to the person's own message; inside the caller's transaction.</summary>
internal static class SqliteAnswerLane
{
    /// <summary>As the call of the attempts: nothing was called, the platform came for it.</summary>
    private const string Api = "answer";

    /// <remarks>Also from the dispatcher, which can do no more with such a lane than find that it must wait; its next write is fenced.</remarks>
    public static bool TryLease(SqliteSession db, ContactPoint lane, string token, long now) => db.Execute(
        """
        UPDATE lane SET token = $token WHERE account = $account AND lane_key = $lane AND pending > 0 AND EXISTS (
          SELECT 1 FROM message WHERE message.account = lane.account AND message.lane_key = lane.lane_key AND state = 'ready' AND not_before <= $now AND expires_at > $now)
          AND NOT EXISTS (SELECT 1 FROM message WHERE message.account = lane.account AND message.lane_key = lane.lane_key AND state = 'sending')
        """,
        ("$token", token), ("$account", lane.Account), ("$lane", lane.ToString()), ("$now", now)) > 0;

    /// <summary>What may go now, in order, up to the first that must still wait and does not step aside.</summary>
    public static List<LaneClaim> Due(SqliteSession db, ContactPoint lane, string token, int atMost, long now) => [.. db.Query(
        """
        SELECT id, kind, class, payload, created_at, expires_at, resends, put_off, not_before FROM message
        WHERE account = $account AND lane_key = $lane AND state = 'ready' AND (not_before <= $now OR steps_aside = 0) AND expires_at > $now ORDER BY seq LIMIT $most
        """,
        row => (
            Claim: new LaneClaim(
                token, new OutboxMessage(row.GetInt64(0), lane, row.GetString(1), Enum.Parse<MessageClass>(row.GetString(2)), row.Bytes(3), row.Moment(4)),
                row.Moment(5), row.GetInt32(6), row.GetInt32(7), Parts: null),
            NotBefore: row.GetInt64(8)),
        ("$account", lane.Account), ("$lane", lane.ToString()), ("$now", now), ("$most", atMost)).TakeWhile(m => m.NotBefore <= now).Select(m => m.Claim)];

    public static void Start(SqliteSession db, LaneClaim claim, long now)
    {
        db.Execute(
            "UPDATE message SET state = 'sending', attempts = attempts + 1, route = 'answer', route_why = 'with the answer to their own message' WHERE id = $id",
            ("$id", claim.Message.Id));
        db.Execute(
            "INSERT INTO attempt (message_id, pos, api, started_at) VALUES ($id, 0, $api, $now)", ("$id", claim.Message.Id), ("$api", Api), ("$now", now));
    }

    public static void End(SqliteSession db, LaneClaim claim, bool isTold, long now)
    {
        db.Execute(
            "UPDATE attempt SET finished_at = $now, outcome = $outcome WHERE message_id = $id AND finished_at IS NULL",
            ("$now", now), ("$outcome", isTold ? "delivered" : "not sent"), ("$id", claim.Message.Id));
        if (isTold)
            SqliteLanes.Finalise(db, claim.Message.Id, "done", null, null, now);
        else
            db.Execute("UPDATE message SET state = 'ready', attempts = attempts - 1, route = NULL WHERE id = $id", ("$id", claim.Message.Id));
    }

    /// <summary>What is left waits for the person's next message; nobody else could say it.</summary>
    public static void Release(SqliteSession db, ContactPoint lane, string token) => db.Execute(
        "UPDATE lane SET token = NULL, hold_reason = CASE WHEN pending > 0 THEN 'window' END WHERE account = $account AND lane_key = $lane AND token = $token",
        ("$account", lane.Account), ("$lane", lane.ToString()), ("$token", token));
}
