using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Outbox;
using static ShopBot.Tests.Outbox.TestOutbox;

namespace ShopBot.Tests.Outbox;

public sealed class ReplyWindowTests
{
    private static readonly SendOutcome Shut = new SendOutcome.Refused(Refusal.WindowShut, "45015", "response out of time limit");

    [Theory]
    [MemberData(nameof(Outcomes))]
    public async Task A_send_uses_one_message_of_the_window_unless_it_certainly_did_not_arrive(SendOutcome outcome, int left)
    {
        await using var outbox = await OpenAsync(Li);
        outbox.Platform.Answers(outcome);
        await outbox.OwesAsync(Li, MessageClass.Money, "one");
        outbox.Platform.During = async _ => Assert.Equal(4, await outbox.LeftAsync(Li));

        await outbox.SendAsync(await outbox.ClaimAsync(Li));

        Assert.Equal(left, await outbox.LeftAsync(Li));
    }

    public static TheoryData<SendOutcome, int> Outcomes() => new()
    {
        { new SendOutcome.Delivered("p1"), 4 },
        { new SendOutcome.Unknown("timeout"), 4 },
        { new SendOutcome.TryAgain(TimeSpan.Zero, "dns", false), 5 },
        { new SendOutcome.TryAgain(TimeSpan.Zero, "busy", true), 5 },
        { new SendOutcome.Refused(Refusal.Content, "45002", "too long"), 5 },
        { new SendOutcome.Refused(Refusal.Credentials, "40001", "token"), 5 },
        { new SendOutcome.Refused(Refusal.WindowShut, "45015", "shut"), 0 },
        { new SendOutcome.RecipientGone("43004", "left"), 0 },
    };

    [Fact]
    public async Task Who_has_not_written_gets_nothing_until_they_do()
    {
        await using var outbox = await OpenAsync();
        await outbox.OwesAsync(Li, MessageClass.Status, "one");
        await outbox.OwesAsync(Li, MessageClass.Status, "two");
        await outbox.DrainAsync();
        Assert.Empty(outbox.Platform.Calls);
        Assert.Equal([("ready", "window"), ("ready", null)], outbox.Messages(Li));

        await outbox.WritesAsync(Li);
        await outbox.DrainAsync();

        Assert.Equal(["one", "two"], outbox.Platform.Texts);
    }

    [Fact]
    public async Task A_window_the_platform_calls_shut_is_closed_and_the_message_waits_unharmed_for_the_person()
    {
        await using var outbox = await OpenAsync(Li);
        outbox.Platform.Answers(Shut);
        await outbox.OwesAsync(Li, MessageClass.Money, "refund");

        await outbox.DrainAsync();
        outbox.Clock.Advance(TimeSpan.FromHours(1));
        await outbox.DrainAsync();
        Assert.Single(outbox.Platform.Calls);
        Assert.Equal(0, await outbox.LeftAsync(Li));

        await outbox.WritesAsync(Li);
        await outbox.DrainAsync();
        Assert.Equal(["refund#1", "refund#1"], outbox.Platform.Calls.Select(c => c.Body));
        Assert.Equal("done", outbox.StateOf(Li));
    }

    [Fact]
    public async Task Another_open_window_is_tried_before_waiting()
    {
        await using var outbox = await OpenAsync(Li);
        await outbox.OpensAsync(Li, "menu", TimeSpan.FromMinutes(1), 3);
        outbox.Platform.Answers(Shut);
        await outbox.OwesAsync(Li, MessageClass.Status, "ready");

        await outbox.DrainAsync();

        Assert.Equal("done", outbox.StateOf(Li));
        Assert.Equal((0, 4), (await outbox.LeftAsync(Li, "menu"), await outbox.LeftAsync(Li)));
    }

    [Fact]
    public async Task The_window_that_ends_first_is_used_first()
    {
        await using var outbox = await OpenAsync(Li);
        await outbox.OpensAsync(Li, "menu", TimeSpan.FromMinutes(1), 1);
        await outbox.OwesAsync(Li, MessageClass.Status, "one", "two");

        await outbox.DrainAsync();

        Assert.Equal(2, outbox.Platform.Calls.Count);
        Assert.Equal((0, 4), (await outbox.LeftAsync(Li, "menu"), await outbox.LeftAsync(Li)));
    }

    [Fact]
    public async Task A_message_longer_than_the_window_goes_on_when_the_person_writes_again()
    {
        await using var outbox = await OpenAsync();
        await outbox.WritesAsync(Li, remaining: 2);
        await outbox.OwesAsync(Li, MessageClass.Status, "one", "two", "three");

        await outbox.DrainAsync();
        Assert.Equal(["one", "two"], outbox.Platform.Texts);

        await outbox.WritesAsync(Li);
        await outbox.DrainAsync();
        Assert.Equal(["one", "two", "three"], outbox.Platform.Texts);
    }

    [Fact]
    public async Task Who_writes_while_the_platform_says_no_is_heard()
    {
        await using var outbox = await OpenAsync(Li);
        outbox.Platform.Answers(Shut);
        outbox.Platform.During = async _ =>
        {
            outbox.Clock.Advance(TimeSpan.FromMilliseconds(200));
            await outbox.WritesAsync(Li);
        };
        await outbox.OwesAsync(Li, MessageClass.Status, "ready");

        await outbox.DrainAsync();

        Assert.Equal("done", outbox.StateOf(Li));
        Assert.Equal(2, outbox.Platform.Calls.Count);
    }

    [Fact]
    public async Task Who_writes_while_the_sender_decides_to_wait_is_heard()
    {
        await using var outbox = await OpenAsync();
        outbox.Store.Before = name => name == "close" ? outbox.WritesAsync(Li) : Task.CompletedTask;
        await outbox.OwesAsync(Li, MessageClass.Status, "ready");

        await outbox.DrainAsync();

        Assert.Equal("done", outbox.StateOf(Li));
    }

    [Fact]
    public async Task Writing_does_not_bring_forward_what_may_still_be_undone()
    {
        await using var outbox = await OpenAsync();
        await outbox.OwesAsync(Li, MessageClass.Status, "now");
        await outbox.OwesLaterAsync(Li, "later", TimeSpan.FromSeconds(30));
        await outbox.DrainAsync();
        await outbox.WritesAsync(Li);
        await outbox.DrainAsync();
        await outbox.WritesAsync(Li);
        await outbox.DrainAsync();
        Assert.Equal(["now"], outbox.Platform.Texts);

        outbox.Clock.Advance(TimeSpan.FromSeconds(30));
        await outbox.DrainAsync();
        Assert.Equal(["now", "later"], outbox.Platform.Texts);
    }

    [Fact]
    public async Task Writing_wakes_a_waiting_lane_but_not_a_message_that_may_still_be_undone()
    {
        await using var outbox = await OpenAsync();
        await outbox.OwesAsync(Li, MessageClass.Reply, "nobody waits for this any more");
        await outbox.DrainAsync();
        outbox.Clock.Advance(TimeSpan.FromHours(24));
        await outbox.SweepAsync();
        await outbox.OwesLaterAsync(Li, "later", TimeSpan.FromSeconds(30));

        await outbox.WritesAsync(Li);
        await outbox.DrainAsync();
        Assert.Empty(outbox.Platform.Calls);

        outbox.Clock.Advance(TimeSpan.FromSeconds(30));
        await outbox.DrainAsync();
        Assert.Equal(["later"], outbox.Platform.Texts);
    }

    [Fact]
    public async Task A_push_delivered_again_opens_nothing_anew()
    {
        await using var outbox = await OpenAsync();
        var window = new ReplyWindow(Li, "message", outbox.Clock.GetUtcNow().AddHours(48), 5);
        outbox.Contacts.NoteWindow(window, outbox.Clock.GetUtcNow());
        await outbox.OwesAsync(Li, MessageClass.Status, "one", "two");
        await outbox.DrainAsync();

        outbox.Contacts.NoteWindow(window, outbox.Clock.GetUtcNow());

        Assert.Equal(3, await outbox.LeftAsync(Li));
    }

    [Fact]
    public async Task A_window_opened_while_a_message_is_under_way_has_one_less_for_the_platform_may_have_counted_it_there()
    {
        await using var outbox = await OpenAsync(Li);
        await outbox.OwesAsync(Li, MessageClass.Status, "under way");
        await outbox.StartSendingAsync(Li);
        outbox.Clock.Advance(TimeSpan.FromMinutes(1));

        await outbox.WritesAsync(Li);

        Assert.Equal(4, await outbox.LeftAsync(Li));
    }

    [Fact]
    public async Task To_somebody_who_left_nothing_more_is_tried_until_they_are_back()
    {
        await using var outbox = await OpenAsync(Li);
        outbox.Platform.Answers(new SendOutcome.RecipientGone("43004", "the user does not follow"));
        await outbox.OwesAsync(Li, MessageClass.Status, "one");
        await outbox.OwesAsync(Li, MessageClass.Status, "two");

        await outbox.DrainAsync();
        Assert.Equal(["one"], outbox.Platform.Texts);
        Assert.Equal([("dead", "43004"), ("ready", "window")], outbox.Messages(Li));

        await outbox.WritesAsync(Li);
        await outbox.DrainAsync();
        Assert.Equal(["one", "two"], outbox.Platform.Texts);
    }

    [Fact]
    public async Task Who_says_that_they_leave_closes_all_windows()
    {
        await using var outbox = await OpenAsync(Li, Wang);
        outbox.Contacts.NoteGone(Li, outbox.Clock.GetUtcNow());
        await outbox.OwesAsync(Li, MessageClass.Status, "one");
        await outbox.OwesAsync(Wang, MessageClass.Status, "two");

        await outbox.DrainAsync();

        Assert.Equal(["two"], outbox.Platform.Texts);
    }

    [Fact]
    public async Task A_report_of_leaving_that_is_older_than_what_the_person_did_last_closes_nothing()
    {
        await using var outbox = await OpenAsync(Li);
        outbox.Contacts.NoteGone(Li, outbox.Clock.GetUtcNow() - TimeSpan.FromDays(1));
        await outbox.OwesAsync(Li, MessageClass.Status, "one");

        await outbox.DrainAsync();

        Assert.Equal(["one"], outbox.Platform.Texts);
    }

    [Fact]
    public async Task What_was_owed_to_somebody_who_left_is_owed_no_longer_and_what_it_said_is_erased()
    {
        await using var outbox = await OpenAsync();
        await outbox.OwesAsync(Li, MessageClass.Status, "one");
        await outbox.DrainAsync();

        await outbox.LeavesAsync(Li);

        Assert.Equal([("expired", "left")], outbox.Messages(Li));
        Assert.Equal(0L, outbox.Database.Read(db => db.Scalar("SELECT sum(length(payload)) FROM message")));
        await outbox.WritesAsync(Li);
        await outbox.OwesAsync(Li, MessageClass.Status, "two");
        await outbox.DrainAsync();
        Assert.Equal(["two"], outbox.Platform.Texts);
    }

    [Fact]
    public async Task A_message_after_the_window_ended_by_the_clock_waits()
    {
        await using var outbox = await OpenAsync(Li);
        outbox.Clock.Advance(TimeSpan.FromHours(48));
        await outbox.OwesAsync(Li, MessageClass.Status, "ready");

        await outbox.DrainAsync();

        Assert.Empty(outbox.Platform.Calls);
    }

    [Fact]
    public async Task Notes_are_written_when_the_program_stops_and_asking_afterwards_does_not_hang()
    {
        await using var outbox = await OpenAsync();
        for (var i = 0; i < 100; i++)
            outbox.Contacts.NoteWindow(new ReplyWindow(new ContactPoint(TestOutbox.Account, $"o{i}"), "message", outbox.Clock.GetUtcNow().AddHours(48), 5), outbox.Clock.GetUtcNow());

        await outbox.Contacts.StopAsync(CancellationToken.None);

        Assert.Equal(100, outbox.Count("reply_window"));
        await outbox.Contacts.FlushAsync(CancellationToken.None).WaitAsync(Patience);
    }
}
