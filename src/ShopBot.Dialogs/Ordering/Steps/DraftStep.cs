using Microsoft.Bot.Builder.Dialogs.Choices;
using ShopBot.Dialogs.Wording;

namespace ShopBot.Dialogs.Ordering.Steps;

/// <summary>One question of an order: when it is open, how it is asked, what its answer does. Without state of its own.</summary>
internal abstract class DraftStep
{
    public abstract OrderField Field { get; }

    /// <summary>Whether the draft still lacks the answer.</summary>
    public abstract bool IsOpen(OrderTalk talk);

    public abstract Task<OrderQuestion> AskAsync(OrderTalk talk, CancellationToken ct);

    /// <summary>Puts the answer into the draft, or says why it will not do.</summary>
    public abstract Task<OrderOutcome> TakeAsync(OrderTalk talk, OrderAnswer answer, CancellationToken ct);

    /// <summary>Takes the answer out again, so that the question is open.</summary>
    public abstract void Clear(OrderTalk talk);

    protected static OrderOutcome Taken => OrderOutcome.Taken;

    protected static Task<OrderOutcome> TakenTask { get; } = Task.FromResult(OrderOutcome.Taken);

    protected static Task<OrderOutcome> Wrong(Text why) => Task.FromResult<OrderOutcome>(new OrderOutcome.Wrong(why));
}

/// <summary>A question as a prompt asks it.</summary>
internal abstract record OrderQuestion(string Words)
{
    public sealed record Pick(string Words, IList<Choice> Choices) : OrderQuestion(Words);

    public sealed record Number(string Words) : OrderQuestion(Words);

    /// <param name="Suggestions">Answers that may be tapped; anything else may be typed.</param>
    public sealed record Open(string Words, params string[] Suggestions) : OrderQuestion(Words);

    /// <summary>There is nothing to ask: the errand ends with these words.</summary>
    public sealed record Nothing(string Words) : OrderQuestion(Words);
}

/// <param name="Code">Of the choice picked; empty for questions without choices.</param>
/// <param name="Number">The first number said; null where there was none.</param>
/// <param name="Text">What was typed; empty for a picture.</param>
/// <param name="Attempt">How often the question was answered, from 1.</param>
internal sealed record OrderAnswer(string Code, double? Number, string Text, int Attempt);

/// <summary>What an answer came to.</summary>
internal abstract record OrderOutcome
{
    private OrderOutcome() { }

    public static OrderOutcome Taken { get; } = new TakenOutcome();

    private sealed record TakenOutcome : OrderOutcome;

    /// <summary>The answer will not do; the question stays open.</summary>
    public sealed record Wrong(Text Why) : OrderOutcome;

    /// <summary>Taken, and the way back does not lead here: the question only decided where to go.</summary>
    public sealed record Turned : OrderOutcome;

    /// <summary>The errand is over and everything is said.</summary>
    public sealed record Finished : OrderOutcome;
}
