using ShopBot.Messaging.Outbox;

namespace ShopBot.Storage.Sqlite;

/// <summary>Settles what a killed process left leased or half sent.</summary>
internal static class SqliteOutboxRecovery
{
    private const int MaxCrashes = 3;

    /// <returns>Lanes that were leased.</returns>
    public static int Run(SqliteSession db, long now)
    {
        var keyAlive = now - (long)DeliveryPolicy.KeyLife.TotalMilliseconds;
        var halfSent = db.Query(
            """
            SELECT id, class, resends, crashes, EXISTS (
              SELECT 1 FROM message_part WHERE message_id = message.id AND state = 'sending' AND idem_key IS NOT NULL AND first_sent_at > $alive)
            FROM message WHERE state = 'sending'
            """,
            row => new HalfSent(row.GetInt64(0), Enum.Parse<MessageClass>(row.GetString(1)), row.GetInt32(2), row.GetInt32(3) + 1, row.GetBoolean(4)),
            ("$alive", keyAlive));
        foreach (var message in halfSent)
            Settle(db, message, now);

        return db.Execute("UPDATE lane SET token = NULL, held_until = NULL WHERE token IS NOT NULL OR held_until IS NOT NULL");
    }

    private static void Settle(SqliteSession db, HalfSent message, long now)
    {
        db.Execute("UPDATE message SET crashes = $crashes WHERE id = $id", ("$crashes", message.Crashes), ("$id", message.Id));
        if (message.Crashes >= MaxCrashes)
            SqliteLanes.Finalise(db, message.Id, "dead", "poison", $"It was being sent when the program died, {message.Crashes} times.", now);
        else if (message.HasLiveKey)
            PutBack(db, message.Id, resend: 0);
        else if (DeliveryPolicy.MayResend(message.Class) && message.Resends == 0)
            PutBack(db, message.Id, resend: 1);
        else
            SqliteLanes.Finalise(db, message.Id, "parked", "unknown", "It was being sent when the program died; whether it arrived is unknown.", now);
        db.Execute("UPDATE message_part SET state = 'ready' WHERE message_id = $id AND state = 'sending'", ("$id", message.Id));
        db.Execute("UPDATE attempt SET outcome = 'unknown', code = 'the program died' WHERE message_id = $id AND finished_at IS NULL", ("$id", message.Id));
    }

    private static void PutBack(SqliteSession db, long id, int resend) => db.Execute(
        "UPDATE message SET state = 'ready', bound = route, resends = resends + $resend, last_code = 'unknown', last_reason = 'The program died while it was being sent.' WHERE id = $id",
        ("$resend", resend), ("$id", id));

    /// <param name="HasLiveKey">The platform takes a repeat for the same message.</param>
    private sealed record HalfSent(long Id, MessageClass Class, int Resends, int Crashes, bool HasLiveKey);
}
