using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Outbox;

namespace ShopBot.Tests.Outbox;

public sealed class DeliveryPolicyTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 4, 0, 0, TimeSpan.Zero);
    private static readonly Route Window = new Route.ServiceWindow("message", Now.AddHours(1), 5);

    [Theory]
    [InlineData(MessageClass.Status)]
    [InlineData(MessageClass.Reply)]
    [InlineData(MessageClass.StaffAlert)]
    [InlineData(MessageClass.StaffReply)]
    [InlineData(MessageClass.Money)]
    [InlineData(MessageClass.Promotion)]
    public void What_certainly_did_not_arrive_means_the_same_for_every_class(MessageClass messageClass)
    {
        Assert.Null(Decide(new SendOutcome.Delivered("p1"), messageClass));
        Assert.IsType<Verdict.Retry>(Decide(new SendOutcome.TryAgain(TimeSpan.Zero, "dns", CountsAsAttempt: false), messageClass));
        Assert.IsType<Verdict.Dead>(Decide(new SendOutcome.RecipientGone("43004", "left"), messageClass));
        Assert.IsType<Verdict.Dead>(Decide(Refused(Refusal.Content), messageClass));
        Assert.Null(Assert.IsType<Verdict.PlanAgain>(Decide(Refused(Refusal.WindowShut), messageClass)).Strike);
        Assert.IsType<Verdict.Parked>(Decide(Refused(Refusal.Unclassified), messageClass));
        Assert.IsType<Verdict.RenderAgain>(Decide(Refused(Refusal.MediaExpired), messageClass));
        foreach (var kind in new[] { Refusal.Credentials, Refusal.NotPermitted, Refusal.Quota })
        {
            Assert.Null(Assert.IsType<Verdict.PlanAgain>(Decide(Refused(kind), messageClass)).Strike);
            Assert.Equal(Now.AddMinutes(5), Assert.IsType<Verdict.WaitUntil>(Decide(Refused(kind) with { WholeAccount = true }, messageClass)).At);
        }
    }

    [Theory]
    [InlineData(MessageClass.Status, 0, true)]
    [InlineData(MessageClass.Status, 1, false)]
    [InlineData(MessageClass.Reply, 0, true)]
    [InlineData(MessageClass.Reply, 1, false)]
    [InlineData(MessageClass.StaffAlert, 0, true)]
    [InlineData(MessageClass.StaffAlert, 1, false)]
    [InlineData(MessageClass.StaffReply, 0, false)]
    [InlineData(MessageClass.Money, 0, false)]
    [InlineData(MessageClass.Promotion, 0, false)]
    public void What_may_have_arrived_is_repeated_once_where_a_repeat_is_harmless_and_else_parked(MessageClass messageClass, int resends, bool repeats)
    {
        var verdict = Decide(new SendOutcome.Unknown("timeout"), messageClass, resends);

        if (repeats)
            Assert.True(Assert.IsType<Verdict.Retry>(verdict).Resend);
        else
            Assert.Equal("timeout", Assert.IsType<Verdict.Parked>(verdict).Why);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(7, true)]
    [InlineData(9, false)]
    public void What_may_have_arrived_under_a_key_is_repeated_as_long_as_the_platform_knows_the_key(int minutesAgo, bool repeats)
    {
        var part = new OutboxPart(0, "send", default, "key-1") { FirstSentAt = Now.AddMinutes(-minutesAgo) };

        var verdict = DeliveryPolicy.Decide(new SendOutcome.Unknown("timeout"), Claim(MessageClass.Money, 0, 0), part, Window, Now, 0.5);

        if (repeats)
            Assert.False(Assert.IsType<Verdict.Retry>(verdict).Resend);
        else
            Assert.IsType<Verdict.Parked>(verdict);
    }

    [Fact]
    public void Each_failure_in_a_row_waits_longer_up_to_an_hour()
    {
        var waits = Enumerable.Range(0, 12).Select(putOff =>
            ((Verdict.Retry)Decide(new SendOutcome.TryAgain(TimeSpan.Zero, "dns", false), MessageClass.Status, putOff: putOff)!).At - Now).ToList();

        Assert.Equal([1, 2, 5, 15, 60, 300, 900, 3600, 3600, 3600, 3600, 3600], waits.Select(w => w.TotalSeconds));
    }

    [Fact]
    public void Repeats_are_spread_by_a_fifth_either_way_and_never_sooner_than_the_platform_asked()
    {
        var again = new SendOutcome.TryAgain(TimeSpan.Zero, "busy", true);
        Assert.Equal(TimeSpan.FromSeconds(0.8), ((Verdict.Retry)Decide(again, MessageClass.Status, jitter: 0)!).At - Now);
        Assert.Equal(TimeSpan.FromSeconds(1.2), ((Verdict.Retry)Decide(again, MessageClass.Status, jitter: 1)!).At - Now);

        Assert.Equal(TimeSpan.FromSeconds(30), ((Verdict.Retry)Decide(again with { After = TimeSpan.FromSeconds(30) }, MessageClass.Status, jitter: 0)!).At - Now);
    }

    [Fact]
    public void A_file_that_ended_is_rendered_again_at_once_and_then_ever_more_slowly()
    {
        Assert.Equal(Now, ((Verdict.RenderAgain)Decide(Refused(Refusal.MediaExpired), MessageClass.Status)!).At);
        Assert.Equal(Now.AddSeconds(60), ((Verdict.RenderAgain)Decide(Refused(Refusal.MediaExpired), MessageClass.Status, putOff: 4)!).At);
    }

    [Fact]
    public void An_account_rests_until_the_platform_says_or_a_person_has_had_time_to_mend_it()
    {
        var midnight = Now.AddHours(12);
        Assert.Equal(midnight, DeliveryPolicy.PauseUntil(Refused(Refusal.Quota) with { PausedUntil = midnight }, Now));
        Assert.Equal(Now.AddMinutes(5), DeliveryPolicy.PauseUntil(Refused(Refusal.Credentials), Now));
        Assert.Null(DeliveryPolicy.PauseUntil(Refused(Refusal.Content), Now));
        Assert.Null(DeliveryPolicy.PauseUntil(Refused(Refusal.WindowShut), Now));
        Assert.Null(DeliveryPolicy.PauseUntil(new SendOutcome.Unknown("timeout"), Now));
    }

    [Theory]
    [InlineData(Refusal.WindowShut)]
    [InlineData(Refusal.MediaExpired)]
    public void A_rendering_refused_for_a_reason_of_sending_is_tried_again_more_slowly(Refusal kind) =>
        Assert.Equal(Now.AddSeconds(15), Assert.IsType<Verdict.Retry>(
            DeliveryPolicy.Decide(Refused(kind), Claim(MessageClass.Status, 0, 3), part: null, Window, Now, 0.5)).At);

    [Fact]
    public void Nothing_was_sent_by_a_rendering_so_it_may_be_repeated_in_every_class() =>
        Assert.False(Assert.IsType<Verdict.Retry>(
            DeliveryPolicy.Decide(new SendOutcome.Unknown("upload cut"), Claim(MessageClass.Money, 0, 0), part: null, Window, Now, 0.5)).Resend);

    private static Verdict? Decide(SendOutcome outcome, MessageClass messageClass, int resends = 0, int putOff = 0, double jitter = 0.5) =>
        DeliveryPolicy.Decide(outcome, Claim(messageClass, resends, putOff), new OutboxPart(0, "send", default, Key: null), Window, Now, jitter);

    private static SendOutcome.Refused Refused(Refusal kind) => new(kind, "code", "why");

    private static LaneClaim Claim(MessageClass messageClass, int resends, int putOff) => new(
        "token", new OutboxMessage(1, new ContactPoint("laundry", "oLi"), "kind", messageClass, default, Now), Now.AddDays(1), resends, putOff, Parts: null);
}
