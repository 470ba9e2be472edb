using System.Diagnostics;
using Microsoft.Bot.Schema;
using Activity = Microsoft.Bot.Schema.Activity;

namespace Microsoft.Bot.Builder.Adapters;

/// <summary>A conversation written as a chain: what the user sends and what the bot is to answer. Runs when it is started.</summary>
/// <remarks>Each call gives a new flow and leaves this one as it is. An expectation that fails throws, and the rest does not run.</remarks>
public class TestFlow
{
    private const uint UsualTimeout = 3000;
    private readonly TestAdapter _adapter;
    private readonly BotCallbackHandler? _callback;
    private readonly TestFlow? _before;
    private readonly Func<Task>? _step;

    /// <param name="callback">The bot; null when nothing is sent to one.</param>
    public TestFlow(TestAdapter adapter, BotCallbackHandler callback = null)
    {
        ArgumentNullException.ThrowIfNull(adapter);
        _adapter = adapter;
        _callback = callback;
    }

    public TestFlow(TestAdapter adapter, IBot bot) : this(adapter, bot.OnTurnAsync)
    {
    }

    private TestFlow(TestFlow before, Func<Task> step) : this(before._adapter, before._callback)
    {
        _before = before;
        _step = step;
    }

    /// <summary>Plays the conversation.</summary>
    public async Task StartTestAsync()
    {
        var steps = new Stack<Func<Task>>();
        for (var flow = this; flow is not null; flow = flow._before)
            if (flow._step is not null)
                steps.Push(flow._step);
        foreach (var step in steps)
            await step().ConfigureAwait(false);
    }

    public TestFlow Send(string userSays)
    {
        ArgumentNullException.ThrowIfNull(userSays);
        return new TestFlow(this, () => _adapter.SendTextToBotAsync(userSays, _callback, CancellationToken.None));
    }

    public TestFlow Send(IActivity userActivity)
    {
        ArgumentNullException.ThrowIfNull(userActivity);
        return new TestFlow(this, () => _adapter.ProcessActivityAsync((Activity)userActivity, _callback));
    }

    /// <summary>The user joins the conversation.</summary>
    public TestFlow SendConversationUpdate() => new(this, () =>
    {
        var update = (Activity)Activity.CreateConversationUpdateActivity();
        update.MembersAdded = [_adapter.Conversation.User];
        return _adapter.ProcessActivityAsync(update, _callback);
    });

    /// <param name="ms">Milliseconds.</param>
    public TestFlow Delay(uint ms) => Delay(TimeSpan.FromMilliseconds(ms));

    public TestFlow Delay(TimeSpan timespan) => new(this, () => Task.Delay(timespan));

    public TestFlow Test(string userSays, string expected, string description = null, uint timeout = UsualTimeout) =>
        Send(userSays).AssertReply(expected, description ?? $"after \"{userSays}\"", timeout);

    public TestFlow Test(string userSays, Activity expected, string description = null, uint timeout = UsualTimeout) =>
        Send(userSays).AssertReply(expected, description ?? $"after \"{userSays}\"", timeout);

    public TestFlow Test(string userSays, Action<IActivity> validateActivity, string description = null, uint timeout = UsualTimeout) =>
        Send(userSays).AssertReply(validateActivity, description ?? $"after \"{userSays}\"", timeout);

    /// <param name="expected">The whole text, blanks at its ends aside.</param>
    /// <param name="timeout">Milliseconds to wait for a reply; a bot that answers within its turn never needs them.</param>
    public TestFlow AssertReply(string expected, string description = null, uint timeout = UsualTimeout)
    {
        ArgumentNullException.ThrowIfNull(expected);
        return AssertReply(reply => ExpectText(reply, expected, description), description ?? expected, timeout);
    }

    /// <summary>Expects an activity of the same type with the same text.</summary>
    public TestFlow AssertReply(IActivity expected, string description = null, uint timeout = UsualTimeout)
    {
        ArgumentNullException.ThrowIfNull(expected);
        return AssertReply(
            reply =>
            {
                if (expected.Type != reply.Type)
                    throw Failed(description, $"a reply of type '{expected.Type}' was expected, not '{reply.Type}'");
                if (expected.AsMessageActivity() is { } message)
                    ExpectText(reply, message.Text ?? string.Empty, description);
            },
            description ?? expected.AsMessageActivity()?.Text,
            timeout);
    }

    /// <param name="validateActivity">Throws when the reply is not right.</param>
    public TestFlow AssertReply(Action<IActivity> validateActivity, string description = null, uint timeout = UsualTimeout)
    {
        ArgumentNullException.ThrowIfNull(validateActivity);
        return new TestFlow(this, async () =>
        {
            var reply = await NextReplyAsync(timeout).ConfigureAwait(false)
                ?? throw new TimeoutException($"No reply within {timeout} ms: {description ?? "one was expected"}.");
            validateActivity(reply);
        });
    }

    /// <param name="expected">Stands in the text, in any case of letters.</param>
    public TestFlow AssertReplyContains(string expected, string description = null, uint timeout = UsualTimeout)
    {
        ArgumentNullException.ThrowIfNull(expected);
        return AssertReply(
            reply =>
            {
                if (!TextOf(reply).Contains(expected, StringComparison.OrdinalIgnoreCase))
                    throw Failed(description, $"a reply with \"{expected}\" was expected, not \"{TextOf(reply)}\"");
            },
            description ?? expected,
            timeout);
    }

    /// <param name="candidates">One of them is the whole text.</param>
    public TestFlow AssertReplyOneOf(string[] candidates, string description = null, uint timeout = UsualTimeout)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        var all = string.Join("\", \"", candidates);
        return AssertReply(
            reply =>
            {
                if (!Array.Exists(candidates, candidate => TextOf(reply) == candidate))
                    throw Failed(description, $"one of \"{all}\" was expected, not \"{TextOf(reply)}\"");
            },
            description ?? $"one of \"{all}\"",
            timeout);
    }

    /// <param name="timeout">Milliseconds within which no reply may come.</param>
    public TestFlow AssertNoReply(string description = null, uint timeout = UsualTimeout) => new(this, async () =>
    {
        if (await NextReplyAsync(timeout).ConfigureAwait(false) is { } reply)
            throw Failed(description, $"no reply was expected, not {reply.Type} \"{TextOf(reply)}\"");
    });

    private static void ExpectText(IActivity reply, string expected, string? description)
    {
        if (reply.AsMessageActivity() is null)
            throw Failed(description, $"a message \"{expected}\" was expected, not a reply of type '{reply.Type}'");
        if (TextOf(reply).Trim() != expected.Trim())
            throw Failed(description, $"\"{expected.Trim()}\" was expected, not \"{TextOf(reply).Trim()}\"");
    }

    private static string TextOf(IActivity reply) => (reply as Activity)?.Text ?? string.Empty;

    private static InvalidOperationException Failed(string? description, string what) =>
        new(description is null ? $"Wrong reply: {what}." : $"{description}: {what}.");

    private async Task<IActivity?> NextReplyAsync(uint timeout)
    {
        if (_adapter.GetNextReply() is { } reply)
            return reply;

        // Under a debugger a person is looking at the bot, and no time is too long.
        using var patience = Debugger.IsAttached ? new CancellationTokenSource() : new CancellationTokenSource(TimeSpan.FromMilliseconds(timeout));
        try
        {
            return await _adapter.GetNextReplyAsync(patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
