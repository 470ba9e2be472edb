using ShopBot.Messaging.Outbox;
using static ShopBot.Tests.Outbox.TestOutbox;

namespace ShopBot.Tests.Outbox;

public sealed class RouteTests
{
    private static readonly SendOutcome Shut = new SendOutcome.Refused(Refusal.WindowShut, "45015", "out of time");
    private static readonly SendOutcome NotWanted = new SendOutcome.Refused(Refusal.NotWanted, "43101", "switched off");
    private static readonly SendOutcome FormOff = new SendOutcome.Refused(Refusal.TemplateOff, "40037", "invalid template_id");

    [Fact]
    public async Task While_the_window_is_open_words_of_our_own_are_sent()
    {
        await using var outbox = await OpenAsync(Li);
        outbox.HasForms("photo", template: "t1");
        await outbox.OwesFactAsync(Li, "photo");

        await outbox.DrainAsync();

        Assert.Equal("send", Assert.Single(outbox.Platform.Calls).Part.Api);
        Assert.Equal(("service", "service"), outbox.RouteOf(Li));
    }

    [Fact]
    public async Task With_the_window_shut_the_approved_form_goes_and_the_reason_stands_with_the_message()
    {
        await using var outbox = await OpenAsync();
        outbox.HasForms("photo", template: "t1");
        await outbox.OwesFactAsync(Li, "photo");

        await outbox.DrainAsync();

        var part = Assert.Single(outbox.Platform.Calls).Part;
        Assert.Equal(("template", "t1"), (part.Api, part.TemplateId));
        Assert.Equal(("template", "template; service: no window is open"), outbox.RouteOf(Li));
        Assert.Equal("done", outbox.StateOf(Li));
    }

    [Fact]
    public async Task Where_the_platform_calls_the_window_shut_the_form_goes_at_once()
    {
        await using var outbox = await OpenAsync(Li);
        outbox.HasForms("photo", template: "t1");
        outbox.Platform.Answers(Shut);
        await outbox.OwesFactAsync(Li, "photo");

        await outbox.DrainAsync();

        Assert.Equal(["send", "template"], outbox.Platform.Calls.Select(call => call.Part.Api));
        Assert.Equal(0, await outbox.LeftAsync(Li));
        Assert.Equal("done", outbox.StateOf(Li));
    }

    [Fact]
    public async Task A_window_that_shuts_between_plan_and_start_is_planned_anew()
    {
        await using var outbox = await OpenAsync(Li);
        outbox.HasForms("photo", template: "t1");
        await outbox.OwesFactAsync(Li, "photo");
        outbox.Store.Before = name => name == "start" ? OnceAsync(outbox, () => outbox.Clock.Advance(TimeSpan.FromHours(49))) : Task.CompletedTask;

        await outbox.DrainAsync();

        Assert.Equal(["template"], outbox.Platform.Calls.Select(call => call.Part.Api));
    }

    [Fact]
    public async Task Once_a_part_has_arrived_the_rest_waits_for_its_own_route()
    {
        await using var outbox = await OpenAsync();
        await outbox.WritesAsync(Li, remaining: 1);
        outbox.HasForms("photo", template: "t1");
        outbox.Notices.Write = _ => [Text("words"), Text("picture")];
        await outbox.OwesFactAsync(Li, "photo");

        await outbox.DrainAsync();
        Assert.Equal(["words"], outbox.Platform.Texts);
        await outbox.WritesAsync(Li);
        await outbox.DrainAsync();

        Assert.Equal(["words", "picture"], outbox.Platform.Texts);
        Assert.All(outbox.Platform.Calls, call => Assert.Equal("send", call.Part.Api));
        Assert.Equal("done", outbox.StateOf(Li));
    }

    [Fact]
    public async Task What_may_have_arrived_goes_no_other_way()
    {
        await using var outbox = await OpenAsync(Li);
        outbox.HasForms("photo", template: "t1");
        outbox.Platform.Answers(new SendOutcome.Unknown("no answer"));
        await outbox.OwesFactAsync(Li, "photo");

        await outbox.DrainAsync();
        outbox.Clock.Advance(TimeSpan.FromHours(49));
        await outbox.DrainAsync();

        Assert.Equal(["send"], outbox.Platform.Calls.Select(call => call.Part.Api));
        Assert.Equal("ready", outbox.StateOf(Li));
    }

    [Fact]
    public async Task Who_switched_a_form_off_gets_what_they_accepted_and_is_not_asked_again()
    {
        await using var outbox = await OpenAsync();
        outbox.HasForms("photo", template: "t1", subscription: "s1");
        await outbox.AcceptsAsync(Li, "s1");
        outbox.Platform.Answers(NotWanted);
        await outbox.OwesFactAsync(Li, "photo");
        await outbox.OwesFactAsync(Li, "photo");

        await outbox.DrainAsync();

        // One acceptance pays for one notice; the second waits for the person.
        Assert.Equal(["template", "subscription"], outbox.Platform.Calls.Select(call => call.Part.Api));
        Assert.Equal(["done", "ready"], outbox.Messages(Li).Select(m => m.State));
        Assert.Contains("switched this form off", outbox.ReasonOf(Li), StringComparison.Ordinal);

        await outbox.AcceptsAsync(Li, "s1");
        await outbox.DrainAsync();
        Assert.Equal(["done", "done"], outbox.Messages(Li).Select(m => m.State));
    }

    [Fact]
    public async Task An_acceptance_that_was_not_used_is_given_back()
    {
        await using var outbox = await OpenAsync();
        outbox.HasForms("photo", subscription: "s1");
        await outbox.AcceptsAsync(Li, "s1");
        outbox.Platform.Answers(new SendOutcome.TryAgain(TimeSpan.Zero, "dns", CountsAsAttempt: false));
        await outbox.OwesFactAsync(Li, "photo");

        await outbox.DrainAsync();
        outbox.Clock.Advance(TimeSpan.FromSeconds(5));
        await outbox.DrainAsync();

        Assert.Equal("done", outbox.StateOf(Li));
        Assert.Equal(2, outbox.Platform.Calls.Count);
    }

    [Fact]
    public async Task What_an_account_of_this_kind_may_not_do_is_never_tried()
    {
        await using var outbox = await OpenAsync(Li);
        outbox.HasForms("photo", template: "t1");
        for (var i = 0; i < outbox.Platform.Ways.Count; i++)
            outbox.Platform.Ways[i] = outbox.Platform.Ways[i] with { Forbidden = "only verified accounts may" };
        await outbox.OwesFactAsync(Li, "photo");

        await outbox.DrainAsync();

        Assert.Empty(outbox.Platform.Calls);
        Assert.Equal("ready", outbox.StateOf(Li));
        Assert.Contains("may not write by itself", outbox.ReasonOf(Li), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_sent_to_who_left_until_they_are_back()
    {
        await using var outbox = await OpenAsync(Li);
        outbox.HasForms("photo", template: "t1");
        await outbox.LeavesAsync(Li);
        await outbox.OwesFactAsync(Li, "photo");

        await outbox.DrainAsync();
        Assert.Empty(outbox.Platform.Calls);
        Assert.Contains("left the account", outbox.ReasonOf(Li), StringComparison.Ordinal);

        await outbox.WritesAsync(Li);
        await outbox.DrainAsync();
        Assert.Equal("done", outbox.StateOf(Li));
    }

    [Fact]
    public async Task A_way_that_rests_for_long_is_gone_round_and_one_that_rests_briefly_is_waited_for()
    {
        await using var outbox = await OpenAsync(Li, Wang);
        outbox.HasForms("photo", template: "t1");
        var now = outbox.Clock.GetUtcNow();
        outbox.Platform.Answers(new SendOutcome.Refused(Refusal.Quota, "45011", "minute", now.AddSeconds(50)));
        await outbox.OwesFactAsync(Li, "photo");
        await outbox.DrainAsync();
        Assert.Equal("ready", outbox.StateOf(Li));
        outbox.Clock.Advance(TimeSpan.FromMinutes(1));
        await outbox.DrainAsync();
        Assert.Equal(["send", "send"], outbox.Platform.Calls.Select(call => call.Part.Api));

        outbox.Platform.Answers(new SendOutcome.Refused(Refusal.Quota, "45009", "day", now.AddHours(12)));
        await outbox.OwesFactAsync(Wang, "photo");
        await outbox.DrainAsync();
        Assert.Equal("template", outbox.Platform.Calls[^1].Part.Api);
        Assert.Contains("service: 45009", outbox.RouteOf(Wang).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_refused_five_times_in_a_row_rests()
    {
        await using var outbox = await OpenAsync();
        outbox.HasForms("photo", template: "t1");
        for (var i = 0; i < 6; i++)
        {
            outbox.Platform.Answers(FormOff);
            await outbox.OwesFactAsync(new(Account, $"oPerson{i}"), "photo");
        }

        await outbox.DrainAsync();
        Assert.Equal(5, outbox.Platform.Calls.Count);

        // It was refused to the first five for good; the sixth has only waited.
        outbox.Clock.Advance(TimeSpan.FromMinutes(61));
        outbox.Platform.Answers();
        await outbox.DrainAsync();
        Assert.Equal(6, outbox.Platform.Calls.Count);
    }

    [Fact]
    public async Task Money_whose_key_the_platform_has_forgotten_is_parked()
    {
        await using var outbox = await OpenAsync();
        outbox.HasForms("refund", template: "t1");
        outbox.Platform.Answers(new SendOutcome.Unknown("no answer"));
        await outbox.OwesFactAsync(Li, "refund", MessageClass.Money);

        await outbox.DrainAsync();
        Assert.Equal("ready", outbox.StateOf(Li));
        outbox.Clock.Advance(TimeSpan.FromMinutes(9));
        await outbox.DrainAsync();

        Assert.Single(outbox.Platform.Calls);
        Assert.Equal("parked", outbox.StateOf(Li));
    }

    [Fact]
    public async Task Who_acts_while_their_message_is_put_to_wait_gets_it_all_the_same()
    {
        await using var outbox = await OpenAsync();
        await outbox.OwesFactAsync(Li, "photo");
        outbox.Store.Before = name => name == "close" ? OnceAsync(outbox, () => outbox.WritesAsync(Li).GetAwaiter().GetResult()) : Task.CompletedTask;

        await outbox.DrainAsync();

        Assert.Equal("done", outbox.StateOf(Li));
    }

    private static Task OnceAsync(TestOutbox outbox, Action act)
    {
        outbox.Store.Before = _ => Task.CompletedTask;
        act();
        return Task.CompletedTask;
    }

    private static Microsoft.Bot.Schema.Activity Text(string text) => new() { Type = "message", Text = text };
}
