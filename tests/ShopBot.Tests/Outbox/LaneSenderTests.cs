using ShopBot.Messaging.Outbox;
using static ShopBot.Tests.Outbox.TestOutbox;

namespace ShopBot.Tests.Outbox;

public sealed class LaneSenderTests
{
    private static readonly SendOutcome Busy = new SendOutcome.TryAgain(TimeSpan.Zero, "busy", CountsAsAttempt: true);
    private static readonly SendOutcome Timeout = new SendOutcome.Unknown("no answer");

    [Fact]
    public async Task One_persons_messages_leave_in_the_order_they_were_added()
    {
        await using var outbox = await OpenAsync(Li, Wang);
        foreach (var text in new[] { "one", "two", "three" })
            await outbox.OwesAsync(Li, MessageClass.Status, text);
        await outbox.OwesAsync(Wang, MessageClass.Reply, "hello");

        await outbox.DrainAsync();

        Assert.Equal(["one", "two", "three"], outbox.Platform.Calls.Where(c => c.To == Li).Select(c => c.Text));
        Assert.Equal(["hello"], outbox.Platform.Calls.Where(c => c.To == Wang).Select(c => c.Text));
        Assert.All(outbox.Messages(Li), message => Assert.Equal("done", message.State));
    }

    [Fact]
    public async Task A_message_that_must_wait_keeps_its_place_before_those_behind_it()
    {
        await using var outbox = await OpenAsync(Li);
        outbox.Platform.Answers(Busy, Busy);
        await outbox.OwesAsync(Li, MessageClass.Status, "one");
        await outbox.OwesAsync(Li, MessageClass.Status, "two");

        await outbox.DrainAsync();
        Assert.Equal(["one"], outbox.Platform.Texts);
        outbox.Clock.Advance(TimeSpan.FromSeconds(2));
        await outbox.DrainAsync();
        outbox.Clock.Advance(TimeSpan.FromSeconds(3));
        await outbox.DrainAsync();

        Assert.Equal(["one", "one", "one", "two"], outbox.Platform.Texts);
    }

    [Fact]
    public async Task A_repeat_sends_the_bytes_of_the_first_time()
    {
        await using var outbox = await OpenAsync(Li);
        outbox.Platform.Answers(Busy);
        await outbox.OwesAsync(Li, MessageClass.Status, "ready");

        await outbox.DrainAsync();
        outbox.Clock.Advance(TimeSpan.FromSeconds(2));
        await outbox.DrainAsync();

        Assert.Equal(["ready#1", "ready#1"], outbox.Platform.Calls.Select(c => c.Body));
        Assert.Equal(1, outbox.Platform.Renderings);
    }

    [Fact]
    public async Task Parts_that_were_accepted_are_not_sent_again_with_those_that_were_not()
    {
        await using var outbox = await OpenAsync(Li);
        outbox.Platform.Answers(new SendOutcome.Delivered("p1"), Busy);
        await outbox.OwesAsync(Li, MessageClass.Status, "picture", "text", "menu");

        await outbox.DrainAsync();
        outbox.Clock.Advance(TimeSpan.FromSeconds(2));
        await outbox.DrainAsync();

        Assert.Equal(["picture", "text", "text", "menu"], outbox.Platform.Texts);
        Assert.Equal("done", outbox.StateOf(Li));
    }

    [Theory]
    [InlineData(MessageClass.Status, 2, "parked")]
    [InlineData(MessageClass.Reply, 2, "parked")]
    [InlineData(MessageClass.StaffAlert, 2, "parked")]
    [InlineData(MessageClass.StaffReply, 1, "parked")]
    [InlineData(MessageClass.Money, 1, "parked")]
    public async Task Without_an_answer_a_message_is_sent_as_often_as_its_class_allows_and_then_parked(MessageClass messageClass, int calls, string state)
    {
        await using var outbox = await OpenAsync(Li);
        outbox.Platform.Answers(Timeout, Timeout, Timeout);
        await outbox.OwesAsync(Li, messageClass, "order 12 is ready");
        await outbox.OwesAsync(Li, MessageClass.Reply, "what else");

        for (var i = 0; i < 3; i++)
        {
            await outbox.DrainAsync();
            outbox.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(calls, outbox.Platform.Texts.Count(text => text == "order 12 is ready"));
        Assert.Equal((state, "unknown"), outbox.Messages(Li)[0]);
        Assert.Contains("what else", outbox.Platform.Texts);
    }

    [Fact]
    public async Task A_call_that_breaks_off_counts_as_unknown()
    {
        await using var outbox = await OpenAsync(Li, Wang);
        outbox.Platform.Breaks(new InvalidOperationException("a bug"));
        await outbox.OwesAsync(Li, MessageClass.Money, "refund");

        await outbox.DrainAsync();

        Assert.Equal(("parked", "unknown"), Assert.Single(outbox.Messages(Li)));
        Assert.Single(outbox.Platform.Calls);
    }

    [Fact]
    public async Task A_call_that_never_ends_is_given_up_as_unknown_and_frees_its_lane()
    {
        await using var outbox = await OpenAsync(Li);
        outbox.Platform.During = call => call.Text == "refund" ? Task.Delay(System.Threading.Timeout.Infinite) : Task.CompletedTask;
        await outbox.OwesAsync(Li, MessageClass.Money, "refund");
        await outbox.OwesAsync(Li, MessageClass.Status, "ready");
        var impatient = outbox.NewSender(callMost: TimeSpan.FromMilliseconds(50));

        await impatient.SendAsync(outbox.Accounts[TestOutbox.Account], await outbox.ClaimAsync(Li), CancellationToken.None).WaitAsync(Patience);
        await outbox.DrainAsync();

        Assert.Equal([("parked", "unknown"), ("done", null)], outbox.Messages(Li));
    }

    [Fact]
    public async Task Content_the_platform_refuses_is_dead_and_the_next_message_goes_out()
    {
        await using var outbox = await OpenAsync(Li);
        outbox.Platform.Answers(new SendOutcome.Refused(Refusal.Content, "45002", "too long"));
        await outbox.OwesAsync(Li, MessageClass.Status, "far too long");
        await outbox.OwesAsync(Li, MessageClass.Status, "short");

        await outbox.DrainAsync();

        Assert.Equal([("dead", "45002"), ("done", null)], outbox.Messages(Li));
    }

    [Fact]
    public async Task A_file_the_platform_forgot_is_rendered_again_and_accepted_parts_stay_accepted()
    {
        await using var outbox = await OpenAsync(Li);
        outbox.Platform.Answers(new SendOutcome.Delivered("p1"), new SendOutcome.Refused(Refusal.MediaExpired, "40007", "no such media"));
        await outbox.OwesAsync(Li, MessageClass.Status, "text", "picture", "menu");

        await outbox.DrainAsync();

        Assert.Equal(["text#1", "picture#1", "picture#2", "menu#2"], outbox.Platform.Calls.Select(c => c.Body));
        Assert.Equal("done", outbox.StateOf(Li));
    }

    [Fact]
    public async Task A_platform_that_forgets_every_file_at_once_is_not_flooded()
    {
        await using var outbox = await OpenAsync(Li);
        outbox.Platform.Answers([.. Enumerable.Repeat(new SendOutcome.Refused(Refusal.MediaExpired, "40007", "no such media"), 50)]);
        await outbox.OwesAsync(Li, MessageClass.Status, "picture");

        await outbox.DrainAsync();

        Assert.Equal(2, outbox.Platform.Calls.Count);
        Assert.Equal("ready", outbox.StateOf(Li));
    }

    [Fact]
    public async Task A_shop_whose_account_is_refused_pauses_and_others_go_on()
    {
        await using var outbox = await OpenAsync(Li, Wang, Kim);
        outbox.Platform.Answers(new SendOutcome.Refused(Refusal.Credentials, "40001", "wrong secret"));
        await outbox.OwesAsync(Li, MessageClass.Status, "one");
        await outbox.DrainAsync();
        await outbox.OwesAsync(Wang, MessageClass.Status, "two");
        await outbox.OwesAsync(Kim, MessageClass.Status, "three");

        await outbox.DrainAsync();
        Assert.Equal(["one", "three"], outbox.Platform.Texts);

        outbox.Clock.Advance(TimeSpan.FromMinutes(5));
        await outbox.DrainAsync();
        Assert.Equal(["one", "two"], outbox.Platform.Texts.Skip(2).Order());
        Assert.Equal("done", outbox.StateOf(Li));
    }

    [Fact]
    public async Task An_upload_that_fails_is_tried_again_ever_more_slowly_and_sends_nothing()
    {
        await using var outbox = await OpenAsync(Li);
        for (var i = 0; i < 20; i++)
            outbox.Platform.RenderingFails(new SendOutcome.TryAgain(TimeSpan.Zero, "upload", CountsAsAttempt: false));
        await outbox.OwesAsync(Li, MessageClass.Status, "picture");

        var tries = await TriesWithinAMinuteAsync(outbox);

        Assert.InRange(tries, 4, 6);
        Assert.Empty(outbox.Platform.Calls);
        Assert.Equal(5, await outbox.LeftAsync(Li));
    }

    [Fact]
    public async Task A_host_that_cannot_be_reached_is_asked_ever_more_slowly()
    {
        await using var outbox = await OpenAsync(Li);
        outbox.Platform.Answers([.. Enumerable.Repeat(new SendOutcome.TryAgain(TimeSpan.Zero, "dns", CountsAsAttempt: false), 50)]);
        await outbox.OwesAsync(Li, MessageClass.Status, "ready");

        await TriesWithinAMinuteAsync(outbox);

        Assert.InRange(outbox.Platform.Calls.Count, 4, 6);
        Assert.Equal(5, await outbox.LeftAsync(Li));
    }

    [Fact]
    public async Task A_bug_in_rendering_or_wording_puts_the_message_back_and_frees_the_lane()
    {
        await using var outbox = await OpenAsync(Li, Wang);
        outbox.Platform.RenderingBreaks(new InvalidOperationException("a bug"));
        await outbox.OwesAsync(Li, MessageClass.Status, "one");
        await outbox.DrainAsync();
        Assert.Equal(("ready", "error"), Assert.Single(outbox.Messages(Li)));

        outbox.Clock.Advance(TimeSpan.FromSeconds(2));
        await outbox.DrainAsync();
        Assert.Equal("done", outbox.StateOf(Li));

        outbox.Notices.Write = _ => throw new FormatException("another bug");
        await outbox.OwesFactAsync(Wang, "order-ready.v1");
        await outbox.DrainAsync();
        Assert.Equal(("ready", "error"), Assert.Single(outbox.Messages(Wang)));
    }

    [Fact]
    public async Task A_fact_without_words_is_parked_and_one_with_nothing_to_say_is_done()
    {
        await using var outbox = await OpenAsync(Li, Wang);
        outbox.Notices.Write = message => message.To == Li ? throw new UnknownNoticeException(message.Kind) : [];
        await outbox.OwesFactAsync(Li, "from-the-future.v9");
        await outbox.OwesFactAsync(Wang, "order-ready.v1");

        await outbox.DrainAsync();

        Assert.Equal(("parked", "unwritten"), Assert.Single(outbox.Messages(Li)));
        Assert.Equal("done", outbox.StateOf(Wang));
        Assert.Empty(outbox.Platform.Calls);
    }

    [Fact]
    public async Task A_process_that_slept_between_start_and_send_does_not_send()
    {
        await using var outbox = await OpenAsync(Li);
        var slept = false;
        outbox.Store.After = name =>
        {
            if (name == "start" && !slept)
            {
                slept = true;
                outbox.Clock.Advance(TimeSpan.FromSeconds(3));
                Assert.Empty(outbox.Platform.Calls);
            }

            return Task.CompletedTask;
        };
        await outbox.OwesAsync(Li, MessageClass.Money, "refund");

        await outbox.DrainAsync();

        Assert.Equal(["refund"], outbox.Platform.Texts);
        Assert.Equal("done", outbox.StateOf(Li));
        Assert.Equal(4, await outbox.LeftAsync(Li));
    }

    [Fact]
    public async Task An_outcome_that_cannot_be_written_down_is_kept_until_it_can()
    {
        await using var outbox = await OpenAsync(Li);
        var failures = 2;
        outbox.Store.Before = name => name == "finish" && failures-- > 0 ? throw new IOException("the disk is full") : Task.CompletedTask;
        await outbox.OwesAsync(Li, MessageClass.Money, "refund");

        var sending = outbox.DrainAsync();
        await outbox.RunClockUntilAsync(() => sending.IsCompleted);
        await sending;

        Assert.Equal(["refund"], outbox.Platform.Texts);
        Assert.Equal("done", outbox.StateOf(Li));
    }

    [Fact]
    public async Task A_message_nobody_could_be_told_in_time_is_not_sent_and_the_next_one_is()
    {
        await using var outbox = await OpenAsync(Li);
        await outbox.OwesAsync(Li, MessageClass.Reply, "old answer");
        outbox.Clock.Advance(TimeSpan.FromHours(25));
        await outbox.OwesAsync(Li, MessageClass.Reply, "new answer");

        await outbox.DrainAsync();

        Assert.Equal(["new answer"], outbox.Platform.Texts);
        Assert.Equal([("expired", "expired"), ("done", null)], outbox.Messages(Li));
    }

    [Fact]
    public async Task A_message_that_may_still_be_undone_waits_and_so_do_those_behind_it()
    {
        await using var outbox = await OpenAsync(Li);
        await outbox.OwesAsync(Li, MessageClass.Status, "first");
        await outbox.OwesLaterAsync(Li, "later", TimeSpan.FromSeconds(30));
        await outbox.OwesAsync(Li, MessageClass.Status, "behind it");

        await outbox.DrainAsync();
        Assert.Equal(["first"], outbox.Platform.Texts);

        outbox.Clock.Advance(TimeSpan.FromSeconds(30));
        await outbox.DrainAsync();
        Assert.Equal(["first", "later", "behind it"], outbox.Platform.Texts);
    }

    [Fact]
    public async Task One_occasion_is_enqueued_once_even_after_it_was_sent()
    {
        await using var outbox = await OpenAsync(Li);
        await outbox.OwesOnceAsync(Li, "ready", "order:12:ready");
        await outbox.OwesOnceAsync(Li, "ready", "order:12:ready");
        await outbox.DrainAsync();
        await outbox.OwesOnceAsync(Li, "ready", "order:12:ready");
        await outbox.DrainAsync();

        Assert.Equal(["ready"], outbox.Platform.Texts);
        Assert.Equal(0L, outbox.Database.Read(db => db.Scalar("SELECT pending FROM lane")));
    }

    private static async Task<int> TriesWithinAMinuteAsync(TestOutbox outbox)
    {
        var claims = 0;
        outbox.Store.After = name =>
        {
            claims += name is "close" or "finish" ? 1 : 0;
            return Task.CompletedTask;
        };
        for (var second = 0; second < 60; second++)
        {
            await outbox.DrainAsync();
            outbox.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        return claims;
    }
}
