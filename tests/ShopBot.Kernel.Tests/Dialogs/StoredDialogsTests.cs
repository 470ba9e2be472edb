using System.Text;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;

namespace ShopBot.Kernel.Tests.Dialogs;

public sealed class StoredDialogsTests
{
    [Fact]
    public async Task A_waterfall_waiting_in_a_text_prompt_takes_less_than_500_bytes()
    {
        var chat = new DialogChat(
            new WaterfallDialog("profile",
            [
                (step, ct) => step.PromptAsync("name", new PromptOptions { Prompt = MessageFactory.Text("May I have your name, please?") }, ct),
                (step, ct) => step.EndDialogAsync(step.Result, ct),
            ]),
            new TextPrompt("name"));
        await chat.SayAsync("hi");

        var stored = Encoding.UTF8.GetString(await chat.StoredAsync());

        Assert.InRange(stored.Length, 1, 500);
        Assert.DoesNotContain("Microsoft", stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_found_choice_kept_among_the_values_comes_back()
    {
        var chat = new DialogChat(
            new WaterfallDialog("root",
            [
                (step, ct) => step.PromptAsync("pick", new PromptOptions
                {
                    Prompt = MessageFactory.Text("Which?"),
                    Choices = [new Choice("red") { Synonyms = ["crimson"], Action = new CardAction(ActionTypes.PostBack, "Red!", value: "red") }, new Choice("blue")],
                    Style = ListStyle.Inline,
                }, ct),
                async (step, ct) =>
                {
                    step.Values["colour"] = step.Result;
                    await step.Context.SendActivityAsync("Sure?", cancellationToken: ct);
                    return Dialog.EndOfTurn;
                },
                (step, ct) => step.EndDialogAsync(((FoundChoice)step.Values["colour"]).Synonym, ct),
            ]),
            new ChoicePrompt("pick"));
        await chat.SayAsync("hi");
        Assert.Equal(["Which? (1) Red! or (2) blue"], await chat.SayAsync("mauve"));
        await chat.SayAsync("crimson");

        await chat.SayAsync("yes");

        Assert.Equal("crimson", chat.Result.Result);
    }

    [Fact]
    public async Task Running_a_dialog_continues_it_or_begins_it()
    {
        var root = new WaterfallDialog("root",
        [
            async (step, ct) =>
            {
                await step.Context.SendActivityAsync("one", cancellationToken: ct);
                return Dialog.EndOfTurn;
            },
            async (step, ct) =>
            {
                await step.Context.SendActivityAsync("two", cancellationToken: ct);
                return await step.EndDialogAsync(null, ct);
            },
        ]);
        var chat = new DialogChat(new WaterfallDialog("unused"));

        Assert.Equal(["one"], await chat.RunAsync(root, "hi"));
        Assert.Equal(["two"], await chat.RunAsync(root, "x"));
        Assert.Equal(["one"], await chat.RunAsync(root, "hi"));
    }
}
