using System.Globalization;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Xunit;

namespace ShopBot.Testing;

public abstract partial class StorageContract
{
    [SkippableFact]
    public async Task A_half_finished_waterfall_goes_on_in_another_process()
    {
        var store = await OpenAsync();
        var adapter = new TestAdapter();

        await SayAsync(store, adapter, "hello");
        Assert.Equal("What is your name?", Reply(adapter));

        await SayAsync(store, adapter, "李");
        Assert.Equal("Which size?", Reply(adapter)[..11]);

        await SayAsync(store, adapter, "neither");
        Assert.Equal("S or L, please", Reply(adapter)[..14]);

        await SayAsync(store, adapter, "L");
        Assert.Equal("How many bags?", Reply(adapter));

        await SayAsync(store, adapter, "3");
        Assert.Equal("李: 3 × L, 3 steps, note: kept, since 2026", Reply(adapter));

        var key = $"{adapter.Conversation.ChannelId}/conversations/{adapter.Conversation.Conversation.Id}";
        var left = Assert.IsAssignableFrom<IDictionary<string, object>>((await store.ReadAsync([key]))[key]);
        Assert.DoesNotContain("kept", System.Text.Json.JsonSerializer.Serialize(left), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task An_interruption_on_top_of_a_waterfall_is_kept_with_it()
    {
        var store = await OpenAsync();
        var adapter = new TestAdapter();
        await SayAsync(store, adapter, "hello");
        Assert.Equal("What is your name?", Reply(adapter));

        await SayAsync(store, adapter, "help");
        Assert.Equal("Shall I go on?", Reply(adapter)[..14]);

        await SayAsync(store, adapter, "yes");
        Assert.Equal("What is your name?", Reply(adapter));

        await SayAsync(store, adapter, "李");
        Assert.Equal("Which size?", Reply(adapter)[..11]);
    }

    /// <summary>One turn, with everything but the store made anew as after a restart.</summary>
    private static async Task SayAsync(IStorage store, TestAdapter adapter, string text)
    {
        var conversation = new ConversationState(store);
        var dialogs = new DialogSet(conversation.CreateProperty<DialogState>("dialogs"));
        dialogs.Add(new OrderDialog());
        dialogs.Add(new ConfirmPrompt("confirm", defaultLocale: "en-us"));

        await adapter.SendTextToBotAsync(text, async (turn, ct) =>
        {
            var dc = await dialogs.CreateContextAsync(turn, ct);
            if (text == "help")
                await dc.PromptAsync("confirm", new PromptOptions { Prompt = MessageFactory.Text("Shall I go on?") }, ct);
            else if ((await dc.ContinueDialogAsync(ct)).Status == DialogTurnStatus.Empty)
                await dc.BeginDialogAsync(nameof(OrderDialog), new Note { Text = "kept", At = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero) }, ct);
            await conversation.SaveChangesAsync(turn, false, ct);
        }, CancellationToken.None);
    }

    private static string Reply(TestAdapter adapter) => adapter.GetNextReply()?.AsMessageActivity().Text ?? "(nothing)";

    /// <summary>Keeps values of several kinds from step to step, inside a component.</summary>
    private sealed class OrderDialog : ComponentDialog
    {
        public OrderDialog() : base(nameof(OrderDialog))
        {
            AddDialog(new WaterfallDialog("steps", [AskNameAsync, AskSizeAsync, AskCountAsync, SumUpAsync]));
            AddDialog(new TextPrompt("name"));
            AddDialog(new ChoicePrompt("size", defaultLocale: "en-us"));
            AddDialog(new NumberPrompt<int>("count", defaultLocale: "en-us"));
        }

        private static Task<DialogTurnResult> AskNameAsync(WaterfallStepContext step, CancellationToken ct)
        {
            step.Values["steps"] = 1;
            return step.PromptAsync("name", new PromptOptions { Prompt = MessageFactory.Text("What is your name?") }, ct);
        }

        private static Task<DialogTurnResult> AskSizeAsync(WaterfallStepContext step, CancellationToken ct)
        {
            step.Values["name"] = step.Result;
            step.Values["steps"] = Convert.ToInt32(step.Values["steps"], CultureInfo.InvariantCulture) + 1;
            return step.PromptAsync("size", new PromptOptions
            {
                Prompt = MessageFactory.Text("Which size?"),
                RetryPrompt = MessageFactory.Text("S or L, please"),
                Choices = ChoiceFactory.ToChoices(["S", "L"]),
            }, ct);
        }

        private static Task<DialogTurnResult> AskCountAsync(WaterfallStepContext step, CancellationToken ct)
        {
            step.Values["size"] = step.Result;
            step.Values["steps"] = Convert.ToInt32(step.Values["steps"], CultureInfo.InvariantCulture) + 1;
            return step.PromptAsync("count", new PromptOptions { Prompt = MessageFactory.Text("How many bags?") }, ct);
        }

        private static async Task<DialogTurnResult> SumUpAsync(WaterfallStepContext step, CancellationToken ct)
        {
            var note = (Note)step.Options;
            var sum = $"{step.Values["name"]}: {step.Result} × {((FoundChoice)step.Values["size"]).Value}, {step.Values["steps"]} steps";
            await step.Context.SendActivityAsync($"{sum}, note: {note.Text}, since {note.At?.Year}", cancellationToken: ct);
            return await step.EndDialogAsync(null, ct);
        }
    }
}
