using ShopBot.Messaging.Outbox;
using static ShopBot.Tests.Outbox.TestOutbox;

namespace ShopBot.Tests.Outbox;

public sealed class DeliveryReportTests
{
    [Fact]
    public async Task A_message_reported_as_delivered_is_left_alone()
    {
        await using var outbox = await SentByFormAsync("m1");

        await ReportAsync(outbox, "m1", DeliveryResult.Delivered);
        await outbox.DrainAsync();

        Assert.Equal("done", outbox.StateOf(Li));
        Assert.Equal("Delivered", outbox.Database.Read(db => db.Scalar("SELECT reported FROM message_part")));
        Assert.Single(outbox.Platform.Calls);
    }

    [Fact]
    public async Task Who_refuses_the_form_gets_it_in_words_when_they_write()
    {
        await using var outbox = await SentByFormAsync("m1");

        await ReportAsync(outbox, "m1", DeliveryResult.PersonRefuses);
        await outbox.DrainAsync();
        Assert.Equal("ready", outbox.StateOf(Li));
        Assert.Single(outbox.Platform.Calls);

        await outbox.WritesAsync(Li);
        await outbox.DrainAsync();
        Assert.Equal(["template", "send"], outbox.Platform.Calls.Select(call => call.Part.Api));
        Assert.Equal("done", outbox.StateOf(Li));
    }

    [Fact]
    public async Task What_the_platform_failed_at_is_sent_once_more_under_a_new_key_and_then_waits()
    {
        await using var outbox = await SentByFormAsync("m1");

        outbox.Platform.Answers(new SendOutcome.Delivered("m2"));
        await ReportAsync(outbox, "m1", DeliveryResult.Failed);
        await outbox.DrainAsync();
        Assert.Equal(2, outbox.Platform.Calls.Select(call => call.Part.Key).Distinct().Count());
        Assert.Equal("done", outbox.StateOf(Li));

        await ReportAsync(outbox, "m2", DeliveryResult.Failed);
        await outbox.DrainAsync();
        Assert.Equal("ready", outbox.StateOf(Li));
        Assert.Equal(2, outbox.Platform.Calls.Count);
    }

    [Fact]
    public async Task The_same_report_again_changes_nothing()
    {
        await using var outbox = await SentByFormAsync("m1");
        outbox.Platform.Answers(new SendOutcome.Delivered("m2"));
        for (var i = 0; i < 3; i++)
            await ReportAsync(outbox, "m1", DeliveryResult.Failed);
        await outbox.DrainAsync();
        await ReportAsync(outbox, "m1", DeliveryResult.Failed);
        await outbox.DrainAsync();

        Assert.Equal(2, outbox.Platform.Calls.Count);
        Assert.Equal(0L, outbox.Database.Read(db => db.Scalar("SELECT pending FROM lane")));
    }

    [Fact]
    public async Task A_report_faster_than_the_answer_to_the_send_is_heeded_when_that_is_written_down()
    {
        await using var outbox = await OpenAsync();
        outbox.HasForms("photo", template: "t1");
        outbox.Platform.Answers(new SendOutcome.Delivered("m1"), new SendOutcome.Delivered("m2"));
        outbox.Platform.During = call => call.Part.Key == "key1" ? ReportAsync(outbox, "m1", DeliveryResult.Failed) : Task.CompletedTask;
        await outbox.OwesFactAsync(Li, "photo");

        await outbox.DrainAsync();

        Assert.Equal(2, outbox.Platform.Calls.Count);
        Assert.Equal("done", outbox.StateOf(Li));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Where_a_send_returns_no_id_the_newest_of_that_form_is_meant(bool fasterThanTheAnswer)
    {
        await using var outbox = await OpenAsync();
        outbox.HasForms("photo", subscription: "s1");
        await outbox.AcceptsAsync(Li, "s1");
        outbox.Platform.Answers(new SendOutcome.Delivered(null));
        var report = new DeliveryReport(Li, "late-id", "s1", DeliveryResult.PersonRefuses, "reject");
        if (fasterThanTheAnswer)
            outbox.Platform.During = _ => outbox.Reports.NoteAsync(report, CancellationToken.None);
        await outbox.OwesFactAsync(Li, "photo");

        await outbox.DrainAsync();
        if (!fasterThanTheAnswer)
            await outbox.Reports.NoteAsync(report, CancellationToken.None);

        Assert.Equal("ready", outbox.StateOf(Li));
        Assert.Equal(1, outbox.Count("attempt WHERE outcome = 'reported'"));
    }

    [Fact]
    public async Task Another_persons_report_or_one_of_a_message_nobody_sent_changes_nothing()
    {
        await using var outbox = await SentByFormAsync("m1");

        await outbox.Reports.NoteAsync(new DeliveryReport(Wang, "m1", null, DeliveryResult.Failed, "x"), CancellationToken.None);
        await ReportAsync(outbox, "m9", DeliveryResult.Failed);

        Assert.Equal("done", outbox.StateOf(Li));
    }

    [Fact]
    public async Task A_report_nobody_waits_for_is_forgotten_with_the_events_of_its_time()
    {
        await using var outbox = await OpenAsync();
        await ReportAsync(outbox, "m9", DeliveryResult.Failed);

        await outbox.SweepAsync();
        Assert.Equal(1, outbox.Count("delivery_report"));
        outbox.Clock.Advance(TimeSpan.FromHours(74));
        await outbox.SweepAsync();
        Assert.Equal(0, outbox.Count("delivery_report"));
    }

    private static async Task<TestOutbox> SentByFormAsync(string platformId)
    {
        var outbox = await OpenAsync();
        outbox.HasForms("photo", template: "t1");
        outbox.Platform.Answers(new SendOutcome.Delivered(platformId));
        await outbox.OwesFactAsync(Li, "photo");
        await outbox.DrainAsync();
        return outbox;
    }

    private static Task ReportAsync(TestOutbox outbox, string platformId, DeliveryResult result) =>
        outbox.Reports.NoteAsync(new DeliveryReport(Li, platformId, null, result, $"{result}"), CancellationToken.None);
}
