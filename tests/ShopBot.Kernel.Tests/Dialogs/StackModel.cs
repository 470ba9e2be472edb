using Microsoft.Bot.Builder.Dialogs;

namespace ShopBot.Kernel.Tests.Dialogs;

/// <summary>One thing done to the dialogs of a conversation.</summary>
/// <param name="Id">What begins, where something does.</param>
/// <param name="Inside">Done to the innermost stack, not to the outermost.</param>
internal sealed record StackMove(StackMove.Kind What, string Id, bool Inside)
{
    public enum Kind
    {
        Begin,
        Continue,
        ContinueAndEnd,
        Replace,
        End,
        Cancel,
        CancelOutwards,
        Reprompt,
    }

    public override string ToString() => $"{(Inside ? "inside: " : "")}{What}{(What is Kind.Begin or Kind.Replace ? $" {Id}" : "")}";
}

/// <summary>What the documentation says of a stack of dialogs, played on plain lists.</summary>
internal sealed class StackModel
{
    public const string Walk = "walk";
    public static readonly string[] Leaves = ["a", "b"];
    public static readonly string[] Roots = ["a", "b", Walk, "box", "nest"];

    private static readonly Dictionary<string, string> FirstInside = new() { ["box"] = "p", ["nest"] = "egg", ["egg"] = "yolk" };

    private readonly Level _root = new(null);

    public List<string> Log { get; } = [];

    /// <returns>As the call on the context says it: status and, when complete, result.</returns>
    public (DialogTurnStatus Status, object? Result) Do(StackMove move)
    {
        var level = _root;
        while (move.Inside && level.Dialogs is [{ Inner: { } inner }, ..])
            level = inner;
        switch (move.What)
        {
            case StackMove.Kind.Begin:
                return Begin(level, move.Id);
            case StackMove.Kind.Replace:
                EndTop(level, DialogReason.ReplaceCalled);
                return Begin(level, move.Id);
            case StackMove.Kind.End:
                return End(level, "result");
            case StackMove.Kind.Cancel:
                return Cancel(level, outwards: false);
            case StackMove.Kind.CancelOutwards:
                return Cancel(level, outwards: true);
            case StackMove.Kind.Reprompt:
                Reprompt(level);
                return Waits;
            default:
                return Continue(_root, ends: move.What == StackMove.Kind.ContinueAndEnd);
        }
    }

    /// <summary>The dialog on top first; in brackets what is inside.</summary>
    public override string ToString() => Describe(_root);

    private static (DialogTurnStatus Status, object? Result) Waits => (DialogTurnStatus.Waiting, null);

    private static string Describe(Level level) =>
        string.Join(' ', level.Dialogs.Select(dialog => dialog.Inner is { } inner ? $"{dialog.Id}[{Describe(inner)}]" : dialog.Id));

    private (DialogTurnStatus Status, object? Result) Begin(Level level, string id)
    {
        var running = new Running(id, FirstInside.ContainsKey(id) ? new Level(level) : null);
        level.Dialogs.Insert(0, running);
        if (running.Inner is not null)
            return Begin(running.Inner, FirstInside[id]);
        Log.Add($"{id}: begin");
        return id == Walk ? Begin(level, "a") : Waits;
    }

    private (DialogTurnStatus Status, object? Result) Continue(Level level, bool ends)
    {
        if (level.Dialogs is not [var top, ..])
            return (DialogTurnStatus.Empty, null);
        if (top.Inner is not null)
        {
            // A component goes on as long as something inside waits, and ends with what came of it.
            var inside = Continue(top.Inner, ends);
            return inside.Status == DialogTurnStatus.Waiting ? Waits : End(level, inside.Result);
        }

        if (top.Id == Walk)
            return TakeStep(level, top, ends ? "end" : "…");
        if (ends)
            return End(level, $"{top.Id}'s result");
        Log.Add($"{top.Id}: continue");
        return Waits;
    }

    private (DialogTurnStatus Status, object? Result) End(Level level, object? result)
    {
        EndTop(level, DialogReason.EndCalled);
        if (level.Dialogs is not [var below, ..])
            return (DialogTurnStatus.Complete, result);
        if (below.Id == Walk)
            return TakeStep(level, below, result);
        if (below.Inner is { } inner)
            Reprompt(inner);
        else
            Log.Add($"{below.Id}: resume EndCalled {result}".TrimEnd());
        return Waits;
    }

    private (DialogTurnStatus Status, object? Result) TakeStep(Level level, Running walk, object? result)
    {
        Log.Add($"{walk.Id}: step {++walk.Step} {result}".TrimEnd());
        return walk.Step == 1 ? Waits : End(level, "walked");
    }

    private (DialogTurnStatus Status, object? Result) Cancel(Level level, bool outwards)
    {
        if (level.Dialogs.Count == 0 && level.Outer is null)
            return (DialogTurnStatus.Empty, null);
        for (var at = level; at is not null; at = outwards ? at.Outer : null)
            EndAll(at);
        return (DialogTurnStatus.Cancelled, null);
    }

    private void EndAll(Level level)
    {
        while (level.Dialogs.Count > 0)
            EndTop(level, DialogReason.CancelCalled);
    }

    private void EndTop(Level level, DialogReason reason)
    {
        if (level.Dialogs is not [var top, ..])
            return;
        if (top.Inner is { } inner && reason is (DialogReason.CancelCalled or DialogReason.ReplaceCalled))
            EndAll(inner);
        if (top.Id != Walk)
            Log.Add($"{top.Id}: end {reason}");
        level.Dialogs.RemoveAt(0);
    }

    private void Reprompt(Level level)
    {
        if (level.Dialogs is not [var top, ..])
            return;
        if (top.Inner is { } inner)
            Reprompt(inner);
        else if (top.Id != Walk)
            Log.Add($"{top.Id}: reprompt");
    }

    private sealed class Running(string id, Level? inner)
    {
        public string Id { get; } = id;
        public Level? Inner { get; } = inner;
        public int Step { get; set; }
    }

    private sealed class Level(Level? outer)
    {
        public Level? Outer { get; } = outer;

        /// <summary>The one on top first.</summary>
        public List<Running> Dialogs { get; } = [];
    }
}
