using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace ShopBot.Kernel.Tests.Dialogs;

public sealed class WaterfallDialogTests
{
    [Fact]
    public async Task Takes_one_step_a_turn_and_ends_with_the_result_of_the_last()
    {
        var chat = new DialogChat(new WaterfallDialog("form",
        [
            (step, ct) => SendAsync(step, "one", ct),
            (step, ct) => SendAsync(step, $"two after {step.Result}", ct),
            (step, ct) => step.EndDialogAsync($"done after {step.Result}", ct),
        ]));

        Assert.Equal(["one"], await chat.SayAsync("hi"));
        Assert.Equal(["two after x"], await chat.SayAsync("x"));
        Assert.Equal(DialogTurnStatus.Waiting, chat.Result.Status);
        Assert.Empty(await chat.SayAsync("y"));
        Assert.Equal((DialogTurnStatus.Complete, "done after y"), (chat.Result.Status, chat.Result.Result));
        Assert.Equal(["one"], await chat.SayAsync("again"));
    }

    [Fact]
    public async Task Past_the_last_step_it_ends_with_what_was_said()
    {
        var chat = new DialogChat(new WaterfallDialog("form").AddStep((step, ct) => SendAsync(step, "one", ct)));
        await chat.SayAsync("hi");

        await chat.SayAsync("bye");

        Assert.Equal((DialogTurnStatus.Complete, "bye"), (chat.Result.Status, chat.Result.Result));
    }

    [Fact]
    public async Task Without_steps_it_ends_at_once()
    {
        var chat = new DialogChat(new WaterfallDialog("form"));

        await chat.SayAsync("hi");

        Assert.Equal(DialogTurnStatus.Complete, chat.Result.Status);
        Assert.Throws<ArgumentNullException>(() => new WaterfallDialog("form").AddStep(null));
    }

    [Fact]
    public async Task Next_takes_the_next_step_within_the_turn()
    {
        var chat = new DialogChat(new WaterfallDialog("form",
        [
            (step, ct) => step.NextAsync("skipped", ct),
            (step, ct) => SendAsync(step, $"{step.Index} {step.Reason} {step.Result}", ct),
        ]));

        Assert.Equal(["1 NextCalled skipped"], await chat.SayAsync("hi"));
    }

    [Fact]
    public async Task A_step_moves_on_once()
    {
        var chat = new DialogChat(new WaterfallDialog("form",
        [
            async (step, ct) =>
            {
                await step.NextAsync(null, ct);
                await Assert.ThrowsAsync<InvalidOperationException>(() => step.NextAsync(null, ct));
                return Dialog.EndOfTurn;
            },
            (step, ct) => SendAsync(step, "two", ct),
        ]));

        Assert.Equal(["two"], await chat.SayAsync("hi"));
    }

    [Fact]
    public async Task Values_and_options_are_kept_from_turn_to_turn()
    {
        var chat = new DialogChat(new WaterfallDialog("form",
        [
            (step, ct) =>
            {
                step.Values["name"] = "Ada";
                step.Values["count"] = 2;
                step.Values["at"] = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
                return SendAsync(step, "one", ct);
            },
            (step, ct) => SendAsync(step, $"{step.Values["name"]} {step.Values["count"]} {step.Values["at"]:u} {step.Options}", ct),
        ]));

        await chat.DoAsync(dc => dc.BeginDialogAsync("form", "from the menu"));

        Assert.Equal(["Ada 2 2026-03-02 09:00:00Z from the menu"], await chat.SayAsync("x"));
    }

    [Fact]
    public async Task What_is_no_message_passes_it_by()
    {
        var chat = new DialogChat(new WaterfallDialog("form", [(step, ct) => SendAsync(step, "one", ct), (step, ct) => SendAsync(step, "two", ct)]));
        await chat.SayAsync("hi");

        Assert.Empty(await chat.SayAsync(new Activity(ActivityTypes.Event)));
        Assert.Equal(DialogTurnStatus.Waiting, chat.Result.Status);
        Assert.Equal(["two"], await chat.SayAsync("x"));
    }

    [Fact]
    public async Task The_result_of_a_dialog_begun_in_a_step_comes_to_the_next()
    {
        var chat = new DialogChat(
            new WaterfallDialog("outer",
            [
                (step, ct) => step.BeginDialogAsync("inner", 20, ct),
                (step, ct) => SendAsync(step, $"{step.Reason} {step.Result}", ct),
            ]),
            new WaterfallDialog("inner", [(step, ct) => SendAsync(step, "age?", ct), (step, ct) => step.EndDialogAsync((int)step.Options + 1, ct)]));

        Assert.Equal(["age?"], await chat.SayAsync("hi"));
        Assert.Equal(["EndCalled 21"], await chat.SayAsync("x"));
    }

    [Fact]
    public async Task A_step_may_replace_its_own_waterfall()
    {
        var chat = new DialogChat(new WaterfallDialog("loop",
        [
            (step, ct) => SendAsync(step, $"round {step.Options ?? 1}", ct),
            (step, ct) => step.ReplaceDialogAsync("loop", (int)(step.Options ?? 1) + 1, ct),
        ]));

        Assert.Equal(["round 1"], await chat.SayAsync("hi"));
        Assert.Equal(["round 2"], await chat.SayAsync("x"));
        Assert.Equal(["round 3"], await chat.SayAsync("x"));
    }

    private static async Task<DialogTurnResult> SendAsync(WaterfallStepContext step, string text, CancellationToken ct)
    {
        await step.Context.SendActivityAsync(MessageFactory.Text(text), ct);
        return Dialog.EndOfTurn;
    }
}
