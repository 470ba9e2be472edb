using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;

namespace ShopBot.Kernel.Tests.Builder;

public sealed class TurnContextTests
{
    [Fact]
    public async Task A_reply_is_addressed_to_the_user_and_names_what_it_answers()
    {
        using var turn = Turns.Context();

        await turn.SendActivityAsync("hi");

        var sent = Assert.Single(turn.Sent());
        Assert.Equal("hi", sent.Text);
        Assert.Equal(ActivityTypes.Message, sent.Type);
        Assert.Equal(InputHints.AcceptingInput, sent.InputHint);
        Assert.Equal("user", sent.Recipient.Id);
        Assert.Equal("bot", sent.From.Id);
        Assert.Equal("convo", sent.Conversation.Id);
        Assert.Equal("in-1", sent.ReplyToId);
        Assert.Equal("zh-CN", sent.Locale);
        Assert.Equal("test", sent.ChannelId);
        Assert.Equal("https://test.com", sent.ServiceUrl);
    }

    [Fact]
    public async Task What_is_sent_is_a_copy_so_a_prompt_can_be_sent_to_many()
    {
        using var turn = Turns.Context();
        var prompt = MessageFactory.SuggestedActions(["yes", "no"], "well?");
        turn.OnSendActivities((_, activities, next) =>
        {
            activities[0].Text += "!";
            activities[0].Attachments.Add(new Attachment("image/png"));
            activities[0].SuggestedActions.Actions.Clear();
            return next();
        });

        await turn.SendActivityAsync(prompt);

        Assert.Equal("well?!", turn.Sent()[0].Text);
        Assert.Equal("well?", prompt.Text);
        Assert.Empty(prompt.Attachments);
        Assert.Equal(2, prompt.SuggestedActions.Actions.Count);
        Assert.Null(prompt.Recipient);
        Assert.Null(prompt.Id);
    }

    [Fact]
    public async Task There_is_one_response_for_each_activity_in_order()
    {
        using var turn = Turns.Context();

        var responses = await turn.SendActivitiesAsync([MessageFactory.Text("a"), MessageFactory.Text("b")]);

        Assert.Equal(turn.Sent().Select(sent => sent.Id), responses.Select(response => response.Id));
        Assert.Equal(["a", "b"], turn.Sent().Select(sent => sent.Text));
    }

    [Fact]
    public async Task Send_handlers_run_outermost_first_and_may_change_what_is_sent()
    {
        using var turn = Turns.Context();
        var order = new List<string>();
        turn.OnSendActivities(async (_, activities, next) =>
        {
            order.Add("outer in");
            activities.Add(MessageFactory.Text("added"));
            var responses = await next();
            order.Add("outer out");
            return responses;
        });
        turn.OnSendActivities(async (_, activities, next) =>
        {
            order.Add($"inner sees {activities.Count}");
            var responses = await next();
            order.Add("inner out");
            return responses;
        });

        await turn.SendActivityAsync("first");

        Assert.Equal(["outer in", "inner sees 2", "inner out", "outer out"], order);
        Assert.Equal(["first", "added"], turn.Sent().Select(sent => sent.Text));
    }

    [Fact]
    public async Task A_send_handler_that_does_not_go_on_keeps_the_activity_and_the_bot_has_not_responded()
    {
        using var turn = Turns.Context();
        turn.OnSendActivities((_, _, _) => Task.FromResult<ResourceResponse[]>([]));

        var response = await turn.SendActivityAsync("kept");

        Assert.NotNull(response);
        Assert.Empty(turn.Sent());
        Assert.False(turn.Responded);
    }

    [Fact]
    public async Task A_trace_is_no_response_but_a_message_is()
    {
        using var turn = Turns.Context();

        await turn.SendActivityAsync(Activity.CreateTraceActivity("note"));
        Assert.False(turn.Responded);

        await turn.SendActivitiesAsync([Activity.CreateTraceActivity("note"), MessageFactory.Text("hi")]);
        Assert.True(turn.Responded);

        await turn.SendActivityAsync(Activity.CreateTraceActivity("note"));
        Assert.True(turn.Responded);
    }

    [Fact]
    public async Task Update_and_delete_go_through_their_handlers_to_the_adapter()
    {
        using var turn = Turns.Context();
        var sent = await turn.SendActivitiesAsync([MessageFactory.Text("a"), MessageFactory.Text("b")]);
        var seen = new List<string>();
        turn.OnUpdateActivity((_, activity, next) =>
        {
            seen.Add($"update {activity.Text} for {activity.Recipient.Id}");
            return next();
        });
        turn.OnDeleteActivity((_, reference, next) =>
        {
            seen.Add($"delete in {reference.Conversation.Id}");
            return next();
        });

        await turn.UpdateActivityAsync(new Activity(ActivityTypes.Message) { Id = sent[0].Id, Text = "A" });
        await turn.DeleteActivityAsync(sent[1].Id);

        Assert.Equal(["update A for user", "delete in convo"], seen);
        Assert.Equal(["A"], turn.Sent().Select(activity => activity.Text));
    }

    [Fact]
    public async Task After_the_turn_nothing_can_be_sent()
    {
        var adapter = new TestAdapter();
        ITurnContext? kept = null;
        await adapter.SendTextToBotAsync("hello", (turn, _) =>
        {
            kept = turn;
            return Task.CompletedTask;
        }, default);

        await Assert.ThrowsAsync<ObjectDisposedException>(() => kept!.SendActivityAsync("too late"));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => kept!.SendActivityAsync(MessageFactory.Text("too late")));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => kept!.SendActivitiesAsync([MessageFactory.Text("too late")]));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => kept!.UpdateActivityAsync(MessageFactory.Text("too late")));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => kept!.DeleteActivityAsync("id"));
        Assert.Throws<ObjectDisposedException>(() => kept!.OnSendActivities((_, _, next) => next()));
        Assert.Empty(adapter.ActiveQueue);
    }

    [Fact]
    public async Task Nothing_is_refused_as_what_it_is()
    {
        using var turn = Turns.Context();

        await Assert.ThrowsAsync<ArgumentNullException>(() => turn.SendActivityAsync((IActivity)null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => turn.SendActivityAsync(" "));
        await Assert.ThrowsAsync<ArgumentNullException>(() => turn.DeleteActivityAsync(""));
        await Assert.ThrowsAsync<ArgumentException>(() => turn.SendActivitiesAsync([]));
        Assert.Throws<ArgumentNullException>(() => new TurnContext((BotAdapter)null!, Turns.Incoming()));
        Assert.Throws<ArgumentNullException>(() => new TurnContext(new TestAdapter(), null!));
    }

    [Fact]
    public async Task A_context_within_a_turn_shares_its_state_and_handlers()
    {
        using var turn = Turns.Context();
        var handled = 0;
        turn.OnSendActivities((_, _, next) =>
        {
            handled++;
            return next();
        });
        turn.TurnState.Add("key", "value");

        using (var inner = new TurnContext(turn, Turns.Incoming("another")))
        {
            await inner.SendActivityAsync("hi");
            Assert.Equal("value", inner.TurnState.Get<string>("key"));
        }

        Assert.Equal(1, handled);
        Assert.Equal("value", turn.TurnState.Get<string>("key"));
    }

    [Fact]
    public void The_locale_is_that_of_the_activity_unless_set()
    {
        using var turn = Turns.Context();
        Assert.Equal("zh-CN", turn.Locale);

        turn.Locale = "en-US";
        Assert.Equal("en-US", turn.Locale);
        Assert.Equal("zh-CN", turn.Activity.Locale);
    }

    [Fact]
    public void Turn_state_is_found_by_key_or_by_type()
    {
        var state = new TurnContextStateCollection();
        state.Add<IStorage>(new MemoryStorage());
        state.Add("name", "value");

        Assert.NotNull(state.Get<IStorage>());
        Assert.Equal("value", state.Get<string>("name"));
        Assert.Null(state.Get<string>("other"));
        Assert.Null(state.Get<Activity>("name"));
        Assert.Throws<ArgumentException>(() => state.Add("name", "again"));
        state.Set("name", "again");
        Assert.Equal("again", state.Get<string>("name"));
    }
}
