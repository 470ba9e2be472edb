using System.Security.Claims;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;

namespace ShopBot.Kernel.Tests.Builder;

public sealed class PipelineTests
{
    [Fact]
    public async Task Middleware_wraps_what_was_added_later_and_the_bot_runs_innermost()
    {
        var order = new List<string>();
        var adapter = new TestAdapter().Use(Noting(order, "a")).Use(Noting(order, "b"));

        await adapter.SendTextToBotAsync("hello", (_, _) =>
        {
            order.Add("bot");
            return Task.CompletedTask;
        }, default);

        Assert.Equal(["a in", "b in", "bot", "b out", "a out"], order);
    }

    [Fact]
    public async Task Middleware_that_does_not_go_on_ends_the_turn()
    {
        var reached = false;
        var adapter = new TestAdapter().Use(Turns.Middleware((_, _, _) => Task.CompletedTask));

        await adapter.SendTextToBotAsync("hello", (_, _) =>
        {
            reached = true;
            return Task.CompletedTask;
        }, default);

        Assert.False(reached);
    }

    [Fact]
    public async Task What_escapes_goes_to_OnTurnError_which_may_still_answer()
    {
        var adapter = new TestAdapter();
        adapter.OnTurnError = (turn, error) => turn.SendActivityAsync($"sorry: {error.Message}");

        await new TestFlow(adapter, (_, _) => throw new InvalidOperationException("broken"))
            .Test("hello", "sorry: broken")
            .StartTestAsync();
    }

    [Fact]
    public async Task Middleware_may_catch_before_OnTurnError_sees_it()
    {
        var seen = false;
        var adapter = new TestAdapter().Use(Turns.Middleware(async (turn, next, ct) =>
        {
            try
            {
                await next(ct);
            }
            catch (InvalidOperationException)
            {
                await turn.SendActivityAsync("caught", cancellationToken: ct);
            }
        }));
        adapter.OnTurnError = (_, _) =>
        {
            seen = true;
            return Task.CompletedTask;
        };

        await adapter.SendTextToBotAsync("hello", (_, _) => throw new InvalidOperationException(), default);

        Assert.False(seen);
        Assert.Equal("caught", adapter.GetNextReply().AsMessageActivity().Text);
    }

    [Fact]
    public async Task Without_OnTurnError_it_goes_on_to_whoever_began_the_turn()
    {
        var adapter = new TestAdapter();

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => adapter.SendTextToBotAsync("hello", (_, _) => throw new InvalidOperationException("broken"), default));
    }

    [Fact]
    public async Task The_cancellation_token_reaches_middleware_and_bot()
    {
        using var source = new CancellationTokenSource();
        var seen = new List<CancellationToken>();
        var adapter = new TestAdapter().Use(Turns.Middleware((_, next, ct) =>
        {
            seen.Add(ct);
            return next(ct);
        }));

        await adapter.SendTextToBotAsync("hello", (_, ct) =>
        {
            seen.Add(ct);
            return Task.CompletedTask;
        }, source.Token);

        Assert.Equal([source.Token, source.Token], seen);
    }

    [Fact]
    public async Task A_turn_nobody_asked_for_runs_through_the_pipeline_and_reaches_the_user()
    {
        var order = new List<string>();
        var adapter = new TestAdapter().Use(Noting(order, "a"));
        var reference = Turns.Incoming().GetConversationReference();

        await adapter.ContinueConversationAsync("bot", reference, async (turn, ct) =>
        {
            order.Add($"{turn.Activity.Type} {turn.Activity.Name}");
            Assert.Same(reference, turn.Activity.RelatesTo);
            await turn.SendActivityAsync("your laundry is ready", cancellationToken: ct);
        }, default);

        Assert.Equal(["a in", "event ContinueConversation", "a out"], order);
        var sent = Assert.Single(adapter.ActiveQueue);
        Assert.Equal("user", sent.Recipient.Id);
        Assert.Equal("convo", sent.Conversation.Id);
    }

    [Fact]
    public async Task A_turn_under_an_identity_finds_it_in_the_turn_state()
    {
        var identity = new ClaimsIdentity("test");

        await new TestAdapter().ContinueConversationAsync(identity, Turns.Incoming().GetConversationReference(), (turn, _) =>
        {
            Assert.Same(identity, turn.TurnState.Get<ClaimsIdentity>(BotAdapter.BotIdentityKey));
            return Task.CompletedTask;
        }, default);
    }

    [Fact]
    public async Task Storage_and_states_given_to_the_adapter_are_in_every_turn()
    {
        var storage = new MemoryStorage();
        var user = new UserState(storage);
        var conversation = new ConversationState(storage);
        var adapter = new TestAdapter();
        adapter.UseStorage(storage).UseBotState(user, conversation);

        await adapter.SendTextToBotAsync("hello", (turn, _) =>
        {
            Assert.Same(storage, turn.TurnState.Get<IStorage>());
            Assert.Same(user, turn.TurnState.Get<UserState>());
            Assert.Same(conversation, turn.TurnState.Get<ConversationState>());
            return Task.CompletedTask;
        }, default);
    }

    [Fact]
    public async Task A_set_of_middleware_is_middleware_itself()
    {
        var order = new List<string>();
        var set = new MiddlewareSet().Use(Noting(order, "a")).Use(Noting(order, "b"));

        await set.OnTurnAsync(Turns.Context(), _ =>
        {
            order.Add("next");
            return Task.CompletedTask;
        });

        Assert.Equal(["a in", "b in", "next", "b out", "a out"], order);
        Assert.Equal(2, set.Count());
    }

    private static IMiddleware Noting(List<string> order, string name) => Turns.Middleware(async (_, next, ct) =>
    {
        order.Add($"{name} in");
        await next(ct);
        order.Add($"{name} out");
    });
}
