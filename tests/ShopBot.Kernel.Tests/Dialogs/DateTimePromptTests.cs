using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace ShopBot.Kernel.Tests.Dialogs;

public sealed class DateTimePromptTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 23, 30, 0, TimeSpan.FromHours(8));

    [Theory]
    [InlineData("zh-cn", "后天下午三点半", "2026-03-04T15:30=2026-03-04 15:30:00")]
    [InlineData("zh-TW", "下週三", "2026-03-11=2026-03-11")]
    [InlineData("en-us", "Friday then", "XXXX-WXX-5=2026-02-27 XXXX-WXX-5=2026-03-06")]
    [InlineData("en-us", "in two hours", "2026-03-03T01:30:00=2026-03-03 01:30:00")]
    [InlineData("en-us", "from 3 to 5pm", "(T15,T17,PT2H)=15:00:00-17:00:00")]
    [InlineData("en-us", "whenever", "Again?")]
    [InlineData("en-us", null, "Again?")]
    public async Task An_answer_comes_in_all_its_readings(string locale, string? answer, string expected)
    {
        var chat = Asking(locale);
        await chat.SayAsync("hi");

        var replies = await chat.SayAsync(new Activity(ActivityTypes.Message) { Text = answer, Locale = locale, LocalTimestamp = Monday });

        Assert.Equal([expected], replies);
    }

    [Fact]
    public async Task The_validator_may_insist_on_a_day()
    {
        var chat = Asking("en-us", (prompt, _) => Task.FromResult(prompt.Recognized.Value?.Any(one => one.Timex.Contains("-W", StringComparison.Ordinal)) ?? false));
        await chat.SayAsync("hi");

        Assert.Equal(["Again?"], await chat.SayAsync("at 5pm"));
        Assert.StartsWith("XXXX-WXX-5=", Assert.Single(await chat.SayAsync("friday")), StringComparison.Ordinal);
    }

    private static DialogChat Asking(string locale, PromptValidator<IList<DateTimeResolution>>? validator = null)
    {
        var options = new PromptOptions { Prompt = MessageFactory.Text("When?"), RetryPrompt = MessageFactory.Text("Again?") };
        var root = new WaterfallDialog("root",
        [
            (step, ct) => step.PromptAsync("p", options, ct),
            async (step, ct) =>
            {
                var readings = ((IList<DateTimeResolution>)step.Result).Select(one => $"{one.Timex}={one.Value ?? $"{one.Start}-{one.End}"}");
                await step.Context.SendActivityAsync(string.Join(" ", readings), cancellationToken: ct);
                return await step.EndDialogAsync(step.Result, ct);
            },
        ]);
        return new DialogChat([root, new DateTimePrompt("p", validator)]) { Locale = locale };
    }
}
