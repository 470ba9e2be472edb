using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ShopBot.Messaging.Turns;

namespace ShopBot.Storage.Sqlite;

/// <summary>Keeps shop.db from growing for ever: ends what can no longer be sent and removes what no repeat of an event can ask for.</summary>
/// <remarks>In small steps, so that orders get in between. Messages that are dead or parked stay until a person has seen to them.</remarks>
public sealed class SqliteShopSweep(SqliteDatabase database, IOptions<TurnOptions> options, TimeProvider time, ILogger<SqliteShopSweep> log) : BackgroundService
{
    private const int Step = 200;

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1), Margin = TimeSpan.FromHours(1), SetAsideLife = TimeSpan.FromDays(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            try
            {
                await SweepAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(error, "What has ended could not be removed; trying again in a minute.");
            }
        }
    }

    /// <summary>Works until nothing is left to sweep.</summary>
    public async Task SweepAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        // A repeat of the event within its record's life finds the message under its key, the operation its first answer.
        var forgotten = (now - options.Value.RecordLife - Margin).ToUnixTimeMilliseconds();
        await RepeatAsync(db => ExpireOverdue(db, now.ToUnixTimeMilliseconds()), ct).ConfigureAwait(false);
        await RepeatAsync(db => RemoveMessages(db, forgotten), ct).ConfigureAwait(false);
        await RepeatAsync(db => db.Execute(
            "DELETE FROM operation WHERE (shop, key) IN (SELECT shop, key FROM operation WHERE done_at <= $before ORDER BY done_at LIMIT $step)",
            ("$before", forgotten), ("$step", Step)), ct).ConfigureAwait(false);
        await RepeatAsync(db => db.Execute(
            """
            DELETE FROM account_upload WHERE (account, media_id) IN (
              SELECT account, media_id FROM account_upload WHERE expires_at <= $now ORDER BY expires_at LIMIT $step)
            """,
            ("$now", now.ToUnixTimeMilliseconds()), ("$step", Step)), ct).ConfigureAwait(false);
        await RepeatAsync(db => db.Execute(
            """
            DELETE FROM delivery_report WHERE (account, platform_id) IN (
              SELECT account, platform_id FROM delivery_report WHERE reported_at <= $before ORDER BY reported_at LIMIT $step)
            """,
            ("$before", forgotten), ("$step", Step)), ct).ConfigureAwait(false);
        await RepeatAsync(db => db.Execute(
            """
            DELETE FROM pending_event WHERE (account, user_id, event_key) IN (
              SELECT account, user_id, event_key FROM pending_event WHERE gave_up IS NOT NULL AND received_at <= $before ORDER BY received_at LIMIT $step)
            """,
            ("$before", (now - SetAsideLife).ToUnixTimeMilliseconds()), ("$step", Step)), ct).ConfigureAwait(false);
    }

    private async Task RepeatAsync(Func<SqliteSession, int> step, CancellationToken ct)
    {
        while (await database.WriteAsync(step).ConfigureAwait(false) == Step)
            ct.ThrowIfCancellationRequested();
    }

    /// <summary>The lane of somebody who never writes again is never claimed, so nobody else would look at what it holds.</summary>
    private static int ExpireOverdue(SqliteSession db, long now)
    {
        var overdue = db.Query(
            """
            SELECT m.id FROM message m JOIN lane l ON l.account = m.account AND l.lane_key = m.lane_key
            WHERE m.state = 'ready' AND m.expires_at <= $now AND l.token IS NULL ORDER BY m.expires_at LIMIT $step
            """,
            row => row.GetInt64(0), ("$now", now), ("$step", Step));
        foreach (var id in overdue)
            SqliteLanes.Finalise(db, id, "expired", "expired", "It could not be sent in time.", now);
        return overdue.Count;
    }

    private static int RemoveMessages(SqliteSession db, long before)
    {
        var settled = db.Query(
            "SELECT id FROM message WHERE state IN ('done', 'expired') AND final_at <= $before ORDER BY final_at LIMIT $step",
            row => row.GetInt64(0), ("$before", before), ("$step", Step));
        foreach (var id in settled)
        {
            db.Execute("DELETE FROM attempt WHERE message_id = $id", ("$id", id));
            db.Execute("DELETE FROM message_part WHERE message_id = $id", ("$id", id));
            db.Execute("DELETE FROM message WHERE id = $id", ("$id", id));
        }

        return settled.Count;
    }
}
