using System.Diagnostics;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;

namespace ShopBot.Benchmarks.Sentences;

/// <summary>A conversation that is asked for a date and answers, over and over.</summary>
internal static class DatePromptTurn
{
    private const int WarmUp = 2000, Turns = 10_000;

    /// <returns>µs for one turn, the mean of asking and answering.</returns>
    public static async Task<double> MeasureAsync()
    {
        var conversation = new ConversationState(new MemoryStorage());
        var adapter = new TestAdapter().Use(new AutoSaveStateMiddleware(conversation));
        var dialogs = new DialogSet(conversation.CreateProperty<DialogState>("dialogs")).Add(new DateTimePrompt("when", defaultLocale: "zh-cn"));
        await RunAsync(WarmUp);
        var began = Stopwatch.GetTimestamp();
        await RunAsync(Turns);
        return Stopwatch.GetElapsedTime(began).TotalMicroseconds / Turns;

        async Task RunAsync(int turns)
        {
            for (var i = 0; i < turns; i++)
                await adapter.ProcessActivityAsync(MessageFactory.Text(i % 2 == 0 ? "你好" : "后天下午三点半"), AnswerAsync, CancellationToken.None);
        }

        async Task AnswerAsync(ITurnContext turn, CancellationToken ct)
        {
            var context = await dialogs.CreateContextAsync(turn, ct);
            var result = await context.ContinueDialogAsync(ct);
            if (result.Status == DialogTurnStatus.Empty)
                await context.PromptAsync("when", new PromptOptions { Prompt = MessageFactory.Text("什么时候？") }, ct);
        }
    }
}
