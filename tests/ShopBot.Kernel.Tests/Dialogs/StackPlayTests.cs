using System.Globalization;
using Microsoft.Bot.Builder.Dialogs;
using Kind = ShopBot.Kernel.Tests.Dialogs.StackMove.Kind;

namespace ShopBot.Kernel.Tests.Dialogs;

/// <summary>Random play with a stack of dialogs beside a model of it, which is nothing but lists.</summary>
public sealed class StackPlayTests
{
    private const int Plays = 3000, Turns = 12;

    [Fact]
    public async Task Whatever_is_done_to_the_dialogs_the_model_of_the_stack_says_what_happens()
    {
        for (var seed = 1; seed <= Plays; seed++)
            await PlayAsync(seed);
    }

    private static async Task PlayAsync(int seed)
    {
        var random = new Random(seed);
        var log = new List<string>();
        var model = new StackModel();
        // What runs below the stack, components with dialogs of their own included, is alive only in the storage between two turns.
        var chat = new DialogChat([.. StackModel.Leaves.Select(id => Leaf(id, log)), Walk(log), Box("box", ["p", "q"], log), Nested(log)]);
        var script = new List<string>();
        var (results, stack) = (new List<(DialogTurnStatus, object?)>(), "");
        for (var turn = 0; turn < Turns; turn++)
        {
            var moves = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Any(random)).ToArray();
            script.Add(string.Join(", ", moves.Select(move => move.ToString())));
            log.Clear();
            model.Log.Clear();

            var what = string.Create(CultureInfo.InvariantCulture, $"Seed {seed}, turn {turn + 1}, after:\n{string.Join('\n', script)}\n");
            var error = await Record.ExceptionAsync(async () => (results, stack) = await PlayAsync(chat, moves));
            Assert.True(error is null, $"{what}{error}");

            var expected = moves.Select(move => model.Do(move)).ToArray();
            Assert.True(model.Log.SequenceEqual(log), $"{what}expected: {string.Join("; ", model.Log)}\nhappened: {string.Join("; ", log)}");
            Assert.True(expected.SequenceEqual(results), $"{what}expected {string.Join(", ", expected)}, not {string.Join(", ", results)}");
            Assert.True(model.ToString() == stack, $"{what}expected the stack {model}, not {stack}");
        }
    }

    /// <summary>One turn; the stack is read after it was stored and loaded again.</summary>
    private static async Task<(List<(DialogTurnStatus, object?)> Results, string Stack)> PlayAsync(DialogChat chat, StackMove[] moves)
    {
        var results = new List<(DialogTurnStatus, object?)>();
        await chat.DoAsync(async dc =>
        {
            foreach (var move in moves)
            {
                var result = await DoAsync(dc, move);
                results.Add((result.Status, result.Result));
            }

            return Dialog.EndOfTurn;
        });
        var stack = "";
        await chat.DoAsync(dc =>
        {
            stack = Describe(dc);
            return Task.FromResult(Dialog.EndOfTurn);
        });
        return (results, stack);
    }

    private static async Task<DialogTurnResult> DoAsync(DialogContext dc, StackMove move)
    {
        // As a bot does: what is meant for the dialogs inside is said to the innermost stack.
        var at = dc;
        while (move.Inside && at.Child is { } child)
            at = child;
        switch (move.What)
        {
            case Kind.Begin:
                return await at.BeginDialogAsync(move.Id);
            case Kind.Replace:
                return await at.ReplaceDialogAsync(move.Id);
            case Kind.Cancel:
                return await at.CancelAllDialogsAsync();
            case Kind.CancelOutwards:
                return await at.CancelAllDialogsAsync(cancelParents: true);
            case Kind.Reprompt:
                await at.RepromptDialogAsync();
                return Dialog.EndOfTurn;
            case Kind.End:
                return await at.EndDialogAsync("result");
            default:
                dc.Context.Activity.Text = move.What == Kind.ContinueAndEnd ? "end" : "…";
                return await dc.ContinueDialogAsync();
        }
    }

    private static StackMove Any(Random random)
    {
        var what = Enum.GetValues<Kind>()[random.Next(Enum.GetValues<Kind>().Length)];
        var inside = what is not (Kind.Continue or Kind.ContinueAndEnd) && random.Next(3) == 0;
#if BOTFRAMEWORK_PACKAGES
        // There a component that is asked again or cancelled does not find what it began from further out.
        inside &= what is not (Kind.Begin or Kind.Replace);
#endif
        return new StackMove(what, StackModel.Roots[random.Next(StackModel.Roots.Length)], inside);
    }

    private static string Describe(DialogContext dc) => string.Join(' ', dc.Stack.Select((dialog, place) =>
        dc.FindDialog(dialog.Id) is ComponentDialog component ? $"{dialog.Id}[{Describe(Inside(dc, component, place))}]" : dialog.Id));

    private static DialogContext Inside(DialogContext dc, ComponentDialog component, int place)
    {
        var shown = new DialogContext(dc.Dialogs, dc.Context, new DialogState([dc.Stack[place]])) { Parent = dc.Parent };
        return component.CreateChildContext(shown);
    }

    private static RecordingDialog Leaf(string id, List<string> log) => new(id, log);

    private static WaterfallDialog Walk(List<string> log)
    {
        return new WaterfallDialog(StackModel.Walk,
        [
            (step, ct) => Take(step, "begin", () => step.BeginDialogAsync("a", null, ct)),
            (step, ct) => Take(step, "step 1", () => Task.FromResult(Dialog.EndOfTurn)),
            (step, ct) => Take(step, "step 2", () => step.EndDialogAsync("walked", ct)),
        ]);

        Task<DialogTurnResult> Take(WaterfallStepContext step, string what, Func<Task<DialogTurnResult>> then)
        {
            log.Add($"{StackModel.Walk}: {what} {step.Result}".TrimEnd());
            return then();
        }
    }

    private static LoggedBox Box(string id, string[] inside, List<string> log)
    {
        var box = new LoggedBox(id, log);
        foreach (var leaf in inside)
            box.AddDialog(Leaf(leaf, log));
        return box;
    }

    private static LoggedBox Nested(List<string> log)
    {
        var nest = new LoggedBox("nest", log);
        nest.AddDialog(Box("egg", ["yolk"], log));
        return nest;
    }

    /// <summary>A component that writes down how it ends.</summary>
    private sealed class LoggedBox(string id, List<string> log) : ComponentDialog(id)
    {
        protected override Task OnEndDialogAsync(
            Microsoft.Bot.Builder.ITurnContext context, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
        {
            log.Add($"{Id}: end {reason}");
            return Task.CompletedTask;
        }
    }
}
