using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace ShopBot.Kernel.Tests.Builder;

public sealed class ActivityHandlerTests
{
    [Theory]
    [InlineData(ActivityTypes.Message, "message")]
    [InlineData(ActivityTypes.MessageUpdate, "update")]
    [InlineData(ActivityTypes.MessageDelete, "delete")]
    [InlineData(ActivityTypes.Typing, "typing")]
    [InlineData(ActivityTypes.EndOfConversation, "end")]
    [InlineData(ActivityTypes.Event, "event")]
    [InlineData("somethingElse", "unrecognized")]
    public async Task Each_type_of_activity_has_its_method(string type, string method) =>
        Assert.Equal([method], await PlayAsync(new Activity(type)));

    [Fact]
    public async Task Members_added_come_before_members_removed_and_one_update_is_never_both()
    {
        List<ChannelAccount> members = [new("bot"), new("user")];

        Assert.Equal(["added 2"], await PlayAsync(new Activity(ActivityTypes.ConversationUpdate, membersAdded: members, membersRemoved: members)));
        Assert.Equal(["removed 2"], await PlayAsync(new Activity(ActivityTypes.ConversationUpdate, membersAdded: [], membersRemoved: members)));
        Assert.Empty(await PlayAsync(new Activity(ActivityTypes.ConversationUpdate, topicName: "new")));
    }

    [Fact]
    public async Task Reactions_added_and_removed_are_both_told()
    {
        List<MessageReaction> reactions = [new("like")];

        Assert.Equal(
            ["reactions added", "reactions removed"],
            await PlayAsync(new Activity(ActivityTypes.MessageReaction, reactionsAdded: reactions, reactionsRemoved: reactions)));
    }

    [Theory]
    [InlineData("add", "installed")]
    [InlineData("add-upgrade", "installed")]
    [InlineData("remove", "uninstalled")]
    [InlineData("remove-upgrade", "uninstalled")]
    public async Task An_installation_says_whether_it_came_or_went(string action, string method) =>
        Assert.Equal([method], await PlayAsync(new Activity(ActivityTypes.InstallationUpdate, action: action)));

    [Fact]
    public async Task A_token_response_is_an_event_of_its_own() =>
        Assert.Equal(["token"], await PlayAsync(new Activity(ActivityTypes.Event, name: "tokens/response")));

    [Fact]
    public async Task An_invoke_is_answered_by_an_activity_that_holds_the_response()
    {
        using var turn = Turns.Context(new Activity(ActivityTypes.Invoke, name: "anything"));
        await new Noting().OnTurnAsync(turn);

        var answer = Assert.Single(turn.Sent());
        Assert.Equal(ActivityTypesEx.InvokeResponse, answer.Type);
        Assert.Equal(200, Assert.IsType<InvokeResponse>(answer.Value).Status);
    }

    [Fact]
    public async Task A_handler_that_overrides_nothing_answers_nothing_and_an_invoke_with_501()
    {
        using var turn = Turns.Context();
        await new ActivityHandler().OnTurnAsync(turn);
        Assert.False(turn.Responded);

        using var invoke = Turns.Context(new Activity(ActivityTypes.Invoke));
        await new ActivityHandler().OnTurnAsync(invoke);
        Assert.Equal(501, Assert.IsType<InvokeResponse>(invoke.Sent()[0].Value).Status);
    }

    [Fact]
    public async Task An_activity_without_a_type_is_refused()
    {
        await Assert.ThrowsAsync<ArgumentNullException>(() => new ActivityHandler().OnTurnAsync(null!));
        await Assert.ThrowsAsync<ArgumentException>(() => new ActivityHandler().OnTurnAsync(Turns.Context(new Activity())));
    }

    private static async Task<List<string>> PlayAsync(Activity activity)
    {
        using var turn = Turns.Context(activity);
        var bot = new Noting();
        await bot.OnTurnAsync(turn);
        return bot.Called;
    }

    private sealed class Noting : ActivityHandler
    {
        public List<string> Called { get; } = [];

        protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) => Note("message");
        protected override Task OnMessageUpdateActivityAsync(ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) => Note("update");
        protected override Task OnMessageDeleteActivityAsync(ITurnContext<IMessageDeleteActivity> turnContext, CancellationToken cancellationToken) => Note("delete");
        protected override Task OnTypingActivityAsync(ITurnContext<ITypingActivity> turnContext, CancellationToken cancellationToken) => Note("typing");
        protected override Task OnEndOfConversationActivityAsync(ITurnContext<IEndOfConversationActivity> turnContext, CancellationToken cancellationToken) => Note("end");
        protected override Task OnEventAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => Note("event");
        protected override Task OnTokenResponseEventAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => Note("token");
        protected override Task OnUnrecognizedActivityTypeAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Note("unrecognized");
        protected override Task OnInstallationUpdateAddAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => Note("installed");
        protected override Task OnInstallationUpdateRemoveAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => Note("uninstalled");

        protected override Task<InvokeResponse> OnInvokeActivityAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) =>
            Task.FromResult(CreateInvokeResponse());

        protected override Task OnMembersAddedAsync(
            IList<ChannelAccount> membersAdded, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
            Note($"added {membersAdded.Count}");

        protected override Task OnMembersRemovedAsync(
            IList<ChannelAccount> membersRemoved, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
            Note($"removed {membersRemoved.Count}");

        protected override Task OnReactionsAddedAsync(
            IList<MessageReaction> messageReactions, ITurnContext<IMessageReactionActivity> turnContext, CancellationToken cancellationToken) =>
            Note("reactions added");

        protected override Task OnReactionsRemovedAsync(
            IList<MessageReaction> messageReactions, ITurnContext<IMessageReactionActivity> turnContext, CancellationToken cancellationToken) =>
            Note("reactions removed");

        private Task Note(string method)
        {
            Called.Add(method);
            return Task.CompletedTask;
        }
    }
}
