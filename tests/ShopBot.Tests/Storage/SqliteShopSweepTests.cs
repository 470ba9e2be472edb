using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ShopBot.Messaging.Outbox;
using ShopBot.Messaging.Turns;
using ShopBot.Storage.Sqlite;
using ShopBot.Tests.Outbox;
using static ShopBot.Tests.Outbox.TestOutbox;

namespace ShopBot.Tests.Storage;

public sealed class SqliteShopSweepTests
{
    private static readonly TimeSpan RecordLife = new TurnOptions().RecordLife;

    [Fact]
    public async Task A_message_that_was_sent_goes_with_its_parts_and_attempts_once_no_repeat_can_ask_for_it()
    {
        await using var outbox = await OpenAsync(Li);
        for (var i = 0; i < 450; i++)
            await outbox.OwesOnceAsync(Li, "ready", $"order:{i}:ready");
        await outbox.WritesAsync(Li, remaining: 1000);
        await outbox.DrainAsync();
        Assert.Equal(450, outbox.Count("attempt"));

        outbox.Clock.Advance(RecordLife);
        await SweepAsync(outbox);
        await outbox.OwesOnceAsync(Li, "ready", "order:7:ready");
        Assert.Equal(450, outbox.Count("message"));

        outbox.Clock.Advance(TimeSpan.FromHours(1));
        await SweepAsync(outbox);

        foreach (var table in new[] { "message", "message_part", "attempt" })
            Assert.Equal(0, outbox.Count(table));
    }

    [Fact]
    public async Task What_needs_a_person_stays_however_old()
    {
        await using var outbox = await OpenAsync(Li, Wang);
        outbox.Platform.Answers(new SendOutcome.Refused(Refusal.Content, "45002", "too long"), new SendOutcome.Unknown("timeout"));
        await outbox.OwesAsync(Li, MessageClass.Status, "dead");
        await outbox.DrainAsync();
        await outbox.OwesAsync(Wang, MessageClass.Money, "parked");
        await outbox.DrainAsync();

        outbox.Clock.Advance(TimeSpan.FromDays(400));
        await SweepAsync(outbox);

        Assert.Equal("dead", outbox.StateOf(Li));
        Assert.Equal("parked", outbox.StateOf(Wang));
        Assert.Equal(2, outbox.Count("message_part"));
    }

    [Fact]
    public async Task What_waits_for_somebody_who_never_writes_ends_in_time_and_their_lane_still_works()
    {
        await using var outbox = await OpenAsync();
        await outbox.OwesAsync(Li, MessageClass.Reply, "one");
        await outbox.OwesAsync(Li, MessageClass.Reply, "two");
        await outbox.DrainAsync();
        outbox.Clock.Advance(TimeSpan.FromHours(24));
        await SweepAsync(outbox);
        Assert.All(outbox.Messages(Li), message => Assert.Equal("expired", message.State));

        await outbox.OwesAsync(Li, MessageClass.Reply, "three");
        await outbox.DrainAsync();
        Assert.Empty(outbox.Platform.Calls);
        await outbox.WritesAsync(Li);
        await outbox.DrainAsync();

        Assert.Equal(["three"], outbox.Platform.Texts);
        Assert.Equal(0, outbox.Count("lane WHERE pending <> 0"));
    }

    [Fact]
    public async Task A_message_being_sent_is_not_swept_from_under_its_sender()
    {
        await using var outbox = await OpenAsync(Li);
        await outbox.OwesAsync(Li, MessageClass.Reply, "one");
        await outbox.StartSendingAsync(Li);
        outbox.Clock.Advance(TimeSpan.FromDays(9));

        await SweepAsync(outbox);

        Assert.Equal("sending", outbox.StateOf(Li));
    }

    [Fact]
    public async Task Answers_of_operations_uploads_and_events_set_aside_go_when_nobody_can_ask_for_them()
    {
        await using var outbox = await OpenAsync();
        var now = outbox.Clock.GetUtcNow();
        var uploads = new SqliteAccountTokens(outbox.Database);
        var pending = new SqlitePendingEvents(outbox.Database, outbox.Clock);
        await outbox.Database.WriteAsync(db => db.Execute(
            "INSERT INTO operation (shop, key, result, done_at) VALUES ('laundry', 'k', '1', $now)", ("$now", now.ToUnixTimeMilliseconds())));
        await uploads.KeepUploadAsync("laundry", "m1", "p1", now.AddDays(3), CancellationToken.None);
        await pending.KeepAsync(Li, "given up", default, CancellationToken.None);
        await pending.GiveUpAsync(Li, "given up", "why", CancellationToken.None);
        await pending.KeepAsync(Li, "still to do", default, CancellationToken.None);

        outbox.Clock.Advance(TimeSpan.FromHours(71));
        await SweepAsync(outbox);
        Assert.Equal((1, 1, 2), (outbox.Count("operation"), outbox.Count("account_upload"), outbox.Count("pending_event")));

        outbox.Clock.Advance(TimeSpan.FromDays(30));
        await SweepAsync(outbox);
        Assert.Equal((0, 0, 1), (outbox.Count("operation"), outbox.Count("account_upload"), outbox.Count("pending_event")));
    }

    [Fact]
    public async Task It_runs_by_itself_every_minute_and_goes_on_after_an_error()
    {
        await using var outbox = await OpenAsync();
        await outbox.OwesAsync(Li, MessageClass.Reply, "one");
        outbox.Clock.Advance(TimeSpan.FromHours(25));
        var (time, failing) = (outbox.Clock, new FailingOnce());
        using var sweep = new SqliteShopSweep(
            outbox.Database, failing, time, NullLogger<SqliteShopSweep>.Instance);
        await sweep.StartAsync(CancellationToken.None);

        using var patience = new CancellationTokenSource(Patience);
        while (outbox.StateOf(Li) != "expired")
        {
            time.Advance(TimeSpan.FromMinutes(1));
            await Task.Delay(5, patience.Token);
        }

        Assert.True(failing.Asked > 1);
        await sweep.StopAsync(CancellationToken.None);
    }

    [Theory]
    [InlineData("SELECT lane_key FROM lane WHERE account = 'a' AND priority = 0 AND pending > 0 AND token IS NULL AND hold_reason IS NULL AND ready_at <= 1 AND (held_until IS NULL OR held_until <= 1) ORDER BY ready_at LIMIT 4", "lane_ready")]
    [InlineData("SELECT id FROM message WHERE account = 'a' AND lane_key = 'b' AND state IN ('ready', 'sending') ORDER BY seq LIMIT 1", "message_open")]
    [InlineData("SELECT id FROM message WHERE state = 'sending'", "message_sending")]
    [InlineData("SELECT id FROM message WHERE state IN ('done', 'expired') AND final_at <= 1 ORDER BY final_at LIMIT 200", "message_settled")]
    [InlineData("SELECT m.id FROM message m JOIN lane l ON l.account = m.account AND l.lane_key = m.lane_key WHERE m.state = 'ready' AND m.expires_at <= 1 AND l.token IS NULL ORDER BY m.expires_at LIMIT 200", "message_overdue")]
    [InlineData("SELECT 1 FROM message WHERE dedupe_key = 'k'", "message_dedupe")]
    [InlineData("SELECT max(id) FROM attempt WHERE message_id = 1 AND pos = 0", "attempt_message")]
    [InlineData("SELECT shop, key FROM operation WHERE done_at <= 1 ORDER BY done_at LIMIT 200", "operation_done")]
    [InlineData("SELECT 1 FROM pending_event WHERE gave_up IS NULL AND due_at <= 1 LIMIT 1", "pending_event_due")]
    [InlineData("SELECT account FROM pending_event WHERE gave_up IS NOT NULL AND received_at <= 1 ORDER BY received_at LIMIT 200", "pending_event_set_aside")]
    [InlineData("SELECT account FROM account_upload WHERE expires_at <= 1 ORDER BY expires_at LIMIT 200", "account_upload_expires")]
    public async Task Large_tables_are_searched_by_an_index_and_never_sorted(string sql, string index)
    {
        await using var outbox = await OpenAsync();

        var plan = string.Join('\n', outbox.Database.Read(db => db.Query($"EXPLAIN QUERY PLAN {sql}", row => row.GetString(3))));

        Assert.Contains(index, plan, StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
    }

    private static async Task SweepAsync(TestOutbox outbox)
    {
        using var sweep = new SqliteShopSweep(
            outbox.Database, new OptionsWrapper<TurnOptions>(new TurnOptions()), outbox.Clock, NullLogger<SqliteShopSweep>.Instance);
        await sweep.SweepAsync(CancellationToken.None);
    }

    private sealed class FailingOnce : IOptions<TurnOptions>
    {
        public int Asked { get; private set; }

        public TurnOptions Value => ++Asked == 1 ? throw new IOException("on purpose") : new TurnOptions();
    }
}
