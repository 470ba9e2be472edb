using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ShopBot.Messaging.Outbox;
using ShopBot.Messaging.Turns;
using ShopBot.Storage.Sqlite;
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
        await outbox.SweepAsync();
        await outbox.OwesOnceAsync(Li, "ready", "order:7:ready");
        Assert.Equal(450, outbox.Count("message"));

        outbox.Clock.Advance(TimeSpan.FromHours(1));
        await outbox.SweepAsync();

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
        await outbox.SweepAsync();

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
        await outbox.SweepAsync();
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

        await outbox.SweepAsync();

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
        await outbox.SweepAsync();
        Assert.Equal((1, 1, 2), (outbox.Count("operation"), outbox.Count("account_upload"), outbox.Count("pending_event")));

        outbox.Clock.Advance(TimeSpan.FromDays(30));
        await outbox.SweepAsync();
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

    private sealed class FailingOnce : IOptions<TurnOptions>
    {
        public int Asked { get; private set; }

        public TurnOptions Value => ++Asked == 1 ? throw new IOException("on purpose") : new TurnOptions();
    }
}
