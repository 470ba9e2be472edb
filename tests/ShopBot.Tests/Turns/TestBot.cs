using System.Collections.Concurrent;
using Microsoft.Bot.Builder;

namespace ShopBot.Tests.Turns;

/// <summary>Counts a person's messages in the conversation state and says them back: <c>hello</c> gives <c>hello:1</c>, <c>a,b</c> gives two replies.</summary>
internal sealed class TestBot(ConversationState conversation) : IBot
{
    private readonly ConcurrentDictionary<string, Gate> _gates = new();
    private readonly ConcurrentQueue<string> _began = new();
    private readonly ConcurrentQueue<string> _ended = new();

    /// <summary>Texts of the turns begun, in order.</summary>
    public IReadOnlyList<string> Began => [.. _began];

    public IReadOnlyList<string> Ended => [.. _ended];

    /// <summary>What a turn does before it answers.</summary>
    public Func<ITurnContext, CancellationToken, Task> During { get; set; } = (_, _) => Task.CompletedTask;

    public bool IsSilent { get; set; }

    /// <summary>Turns on that text stand still until <see cref="LetGo"/>.</summary>
    public void HoldBack(string text) => GateOf(text).IsShut = true;

    public void LetGo(string text) => GateOf(text).Opened.TrySetResult();

    /// <summary>Completes when a turn on that text is under way.</summary>
    public Task EnteredAsync(string text) => GateOf(text).Entered.Task.WaitAsync(TestTurns.Patience);

    public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        var text = turnContext.Activity.Text;
        _began.Enqueue(text);
        var messages = conversation.CreateProperty<int>("messages");
        var count = await messages.GetAsync(turnContext, () => 0, cancellationToken) + 1;
        await messages.SetAsync(turnContext, count, cancellationToken);

        var gate = GateOf(text);
        gate.Entered.TrySetResult();
        if (gate.IsShut)
            await gate.Opened.Task;
        await During(turnContext, cancellationToken);

        foreach (var reply in IsSilent ? [] : text.Split(','))
            await turnContext.SendActivityAsync(MessageFactory.Text($"{reply}:{count}"), cancellationToken);
        await conversation.SaveChangesAsync(turnContext, force: false, cancellationToken);
        _ended.Enqueue(text);
    }

    private Gate GateOf(string text) => _gates.GetOrAdd(text, _ => new Gate());

    private sealed class Gate
    {
        public bool IsShut { get; set; }
        public TaskCompletionSource Entered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
        public TaskCompletionSource Opened { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
