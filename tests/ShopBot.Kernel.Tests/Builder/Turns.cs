using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;

namespace ShopBot.Kernel.Tests.Builder;

/// <summary>Turns of an unremarkable user in an unremarkable conversation.</summary>
internal static class Turns
{
    public static Activity Incoming(string text = "hello") => new(ActivityTypes.Message)
    {
        Id = "in-1",
        ChannelId = "test",
        ServiceUrl = "https://test.com",
        Conversation = new ConversationAccount(id: "convo"),
        From = new ChannelAccount("user", "User"),
        Recipient = new ChannelAccount("bot", "Bot"),
        Locale = "zh-CN",
        Text = text,
    };

    public static TurnContext Context(Activity? activity = null) => new(new TestAdapter(), activity ?? Incoming());

    /// <summary>What the bot sent in a turn of a <see cref="Context"/>.</summary>
    public static Activity[] Sent(this ITurnContext turn) => [.. ((TestAdapter)turn.Adapter).ActiveQueue];

    /// <summary>A middleware written as a lambda.</summary>
    public static IMiddleware Middleware(Func<ITurnContext, NextDelegate, CancellationToken, Task> run) => new Anonymous(run);

    private sealed class Anonymous(Func<ITurnContext, NextDelegate, CancellationToken, Task> run) : IMiddleware
    {
        public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default) =>
            run(turnContext, next, cancellationToken);
    }
}
