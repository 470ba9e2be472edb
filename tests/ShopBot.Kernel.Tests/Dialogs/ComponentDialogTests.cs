using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;

namespace ShopBot.Kernel.Tests.Dialogs;

public sealed class ComponentDialogTests
{
    private readonly List<string> _log = [];

    [Fact]
    public async Task From_outside_it_is_one_dialog_that_ends_with_the_result_of_its_first()
    {
        var chat = new DialogChat(
            new WaterfallDialog("root",
            [
                (step, ct) => step.BeginDialogAsync("who", null, ct),
                (step, ct) => step.EndDialogAsync($"hello {step.Result}", ct),
            ]),
            new Who());

        Assert.Equal(["First name?"], await chat.SayAsync("hi"));
        await chat.DoAsync(dc =>
        {
            Assert.Equal(["who", "root"], dc.Stack.Select(d => d.Id));
            Assert.Equal(["text", "steps"], dc.Child.Stack.Select(d => d.Id));
            Assert.Same(dc.Child.FindDialog("root"), dc.FindDialog("root"));
            return Task.FromResult(Dialog.EndOfTurn);
        });
        Assert.Equal(["Last name?"], await chat.SayAsync("Ada"));
        Assert.Empty(await chat.SayAsync("Lovelace"));
        Assert.Equal((DialogTurnStatus.Complete, "hello Ada Lovelace"), (chat.Result.Status, chat.Result.Result));
    }

    [Fact]
    public async Task The_first_dialog_added_begins_unless_told_otherwise()
    {
        await new DialogChat(new ComponentDialog("c").AddDialog(Recorder("a")).AddDialog(Recorder("b"))).SayAsync("hi");
        await new DialogChat(new ComponentDialog("c") { InitialDialogId = "b" }.AddDialog(Recorder("a")).AddDialog(Recorder("b"))).SayAsync("hi");

        Assert.Equal(["a: begin", "b: begin"], _log);
    }

    [Fact]
    public async Task What_is_inside_is_told_when_the_component_is_cancelled_or_replaced()
    {
        var chat = new DialogChat(new ComponentDialog("c").AddDialog(Recorder("a")), Recorder("other"));
        await chat.SayAsync("hi");
        await chat.DoAsync(dc => dc.CancelAllDialogsAsync());
        await chat.SayAsync("hi");
        await chat.DoAsync(dc => dc.ReplaceDialogAsync("other"));

        Assert.Equal(["a: begin", "a: end CancelCalled", "a: begin", "a: end CancelCalled", "other: begin"], _log);
    }

    [Fact]
    public async Task After_an_interruption_the_dialog_inside_asks_again()
    {
        var chat = new DialogChat(new ComponentDialog("c").AddDialog(Recorder("a")), Recorder("other"));
        await chat.SayAsync("hi");
        await chat.DoAsync(dc => dc.BeginDialogAsync("other"));

        await chat.SayAsync("end");

        Assert.Equal(["a: begin", "other: begin", "other: end EndCalled", "a: reprompt"], _log);
        Assert.Equal(DialogTurnStatus.Waiting, chat.Result.Status);
    }

    [Fact]
    public async Task Cancelling_inside_ends_the_component_without_a_result()
    {
        var chat = new DialogChat(
            new WaterfallDialog("root",
            [
                (step, ct) => step.BeginDialogAsync("c", null, ct),
                (step, ct) => step.EndDialogAsync(step.Result ?? "nothing", ct),
            ]),
            new Cancellable().AddDialog(Recorder("a")));
        await chat.SayAsync("hi");

        await chat.SayAsync("cancel");

        Assert.Equal((DialogTurnStatus.Complete, "nothing"), (chat.Result.Status, chat.Result.Result));
        Assert.Equal(["a: begin", "a: end CancelCalled"], _log);
    }

    [Fact]
    public async Task A_dialog_inside_may_begin_one_from_outside()
    {
        var chat = new DialogChat(
            new ComponentDialog("c").AddDialog(new WaterfallDialog("inner",
            [
                (step, ct) => step.BeginDialogAsync("shared", null, ct),
                (step, ct) => step.EndDialogAsync(step.Result, ct),
            ])),
            Recorder("shared"));
        await chat.SayAsync("hi");

        await chat.SayAsync("end");

        Assert.Equal((DialogTurnStatus.Complete, "shared's result"), (chat.Result.Status, chat.Result.Result));
    }

    [Fact]
    public async Task One_from_outside_is_asked_again_and_cancelled_with_the_component()
    {
        var chat = new DialogChat(
            new ComponentDialog("c").AddDialog(new WaterfallDialog("inner", [(step, ct) => step.BeginDialogAsync("shared", null, ct)])),
            Recorder("shared"), Recorder("help"));
        await chat.SayAsync("hi");
        await chat.DoAsync(dc => dc.BeginDialogAsync("help"));

        await chat.SayAsync("end");
        Assert.Equal("shared: reprompt", _log[^1]);

        await chat.DoAsync(dc => dc.CancelAllDialogsAsync());
        Assert.Equal("shared: end CancelCalled", _log[^1]);
    }

    [Fact]
    public async Task A_component_of_nothing_cannot_begin() => await new DialogChat(Recorder("a"), new ComponentDialog("empty")).DoAsync(async dc =>
    {
        await Assert.ThrowsAsync<ArgumentNullException>(() => dc.BeginDialogAsync("empty"));
        return Dialog.EndOfTurn;
    });

    [Fact]
    public async Task Cancelling_may_reach_the_parents()
    {
        var chat = new DialogChat(
            Recorder("bottom"),
            new ComponentDialog("c").AddDialog(Recorder("a")));
        await chat.SayAsync("hi");
        await chat.DoAsync(dc => dc.BeginDialogAsync("c"));

        await chat.DoAsync(dc => dc.Child.CancelAllDialogsAsync(cancelParents: true));

        Assert.Equal(["a: end CancelCalled", "bottom: end CancelCalled"], _log[^2..]);
        Assert.Equal(DialogTurnStatus.Cancelled, chat.Result.Status);
    }

    [Fact]
    public void Without_an_id_it_is_named_after_its_class() => Assert.Equal(nameof(Unnamed), new Unnamed().Id);

    private RecordingDialog Recorder(string id) => new(id, _log);

    private sealed class Unnamed : ComponentDialog;

    private sealed class Who : ComponentDialog
    {
        public Who() : base("who")
        {
            AddDialog(new WaterfallDialog("steps",
            [
                (step, ct) => step.PromptAsync("text", new PromptOptions { Prompt = MessageFactory.Text("First name?") }, ct),
                (step, ct) =>
                {
                    step.Values["first"] = step.Result;
                    return step.PromptAsync("text", new PromptOptions { Prompt = MessageFactory.Text("Last name?") }, ct);
                },
                (step, ct) => step.EndDialogAsync($"{step.Values["first"]} {step.Result}", ct),
            ]));
            AddDialog(new TextPrompt("text"));
        }
    }

    private sealed class Cancellable() : ComponentDialog("c")
    {
        protected override Task<DialogTurnResult> OnContinueDialogAsync(DialogContext innerDc, CancellationToken cancellationToken = default) =>
            innerDc.Context.Activity.Text == "cancel" ? innerDc.CancelAllDialogsAsync(cancellationToken) : base.OnContinueDialogAsync(innerDc, cancellationToken);
    }
}
