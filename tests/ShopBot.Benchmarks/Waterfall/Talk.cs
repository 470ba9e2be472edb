using System.Globalization;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace ShopBot.Benchmarks.Waterfall;

/// <summary>Conversations with the measured program: the adapter, the states and what people say.</summary>
/// <remarks>Only what Microsoft's SDK has too, so that the same program can be compiled against either.</remarks>
internal sealed class Talk
{
    public const string Channel = "bench";

    private readonly Adapter _adapter = new();
    private readonly NameBot _bot;

    public Talk(IStorage storage)
    {
        var conversation = new ConversationState(storage);
        var user = new UserState(storage);
        _adapter.Use(new AutoSaveStateMiddleware(user, conversation));
        _bot = new NameBot(conversation, user);
    }

    /// <summary>Storage key of one person's conversation.</summary>
    public static string KeyOf(int person) => $"{Channel}/conversations/{Id(person)}";

    public Task HelloAsync(int person) => _adapter.ProcessAsync(Message(person, "hello"), _bot);

    /// <param name="name">Another one each time, or the user's state has nothing to save.</param>
    public Task NameAsync(int person, string name) => _adapter.ProcessAsync(Message(person, name), _bot);

    private static string Id(int person) => string.Create(CultureInfo.InvariantCulture, $"shop:person{person:00000}");

    private static Activity Message(int person, string text)
    {
        var id = Id(person);
        return new Activity
        {
            Type = ActivityTypes.Message,
            Id = "1",
            Timestamp = DateTimeOffset.UtcNow,
            ChannelId = Channel,
            ServiceUrl = "urn:bench",
            Locale = "en-US",
            From = new ChannelAccount(id),
            Recipient = new ChannelAccount("shop"),
            Conversation = new ConversationAccount(id: id),
            Text = text,
        };
    }

    /// <summary>Takes what is sent and keeps nothing.</summary>
    private sealed class Adapter : BotAdapter
    {
        public async Task ProcessAsync(Activity activity, IBot bot)
        {
            using var context = new TurnContext(this, activity);
            await RunPipelineAsync(context, bot.OnTurnAsync, CancellationToken.None).ConfigureAwait(false);
            if (!context.Responded)
                throw new InvalidOperationException($"Nothing was answered to '{activity.Text}'.");
        }

        public override Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken) =>
            Task.FromResult(Array.ConvertAll(activities, static _ => new ResourceResponse("1")));

        public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
