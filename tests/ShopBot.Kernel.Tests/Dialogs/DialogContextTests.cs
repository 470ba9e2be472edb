using Microsoft.Bot.Builder.Dialogs;

namespace ShopBot.Kernel.Tests.Dialogs;

public sealed class DialogContextTests
{
    private readonly List<string> _log = [];

    [Fact]
    public async Task Beginning_pushes_and_continuing_asks_the_one_on_top()
    {
        var chat = Chat();

        await chat.DoAsync(dc => dc.BeginDialogAsync("a", "options"));
        await chat.DoAsync(dc => dc.BeginDialogAsync("b"));
        await chat.SayAsync("hi");

        Assert.Equal(["a: begin options", "b: begin", "b: continue"], _log);
        Assert.Equal(DialogTurnStatus.Waiting, chat.Result.Status);
    }

    [Fact]
    public async Task Ending_pops_and_resumes_the_one_below_with_the_result()
    {
        var chat = Chat();
        await chat.DoAsync(dc => dc.BeginDialogAsync("a"));
        await chat.DoAsync(dc => dc.BeginDialogAsync("b"));

        await chat.SayAsync("end");

        Assert.Equal(["a: begin", "b: begin", "b: end EndCalled", "a: resume EndCalled b's result"], _log);
    }

    [Fact]
    public async Task Ending_the_last_one_completes_with_its_result()
    {
        var chat = Chat();
        await chat.DoAsync(dc => dc.BeginDialogAsync("a"));

        await chat.SayAsync("end");

        Assert.Equal((DialogTurnStatus.Complete, "a's result"), (chat.Result.Status, chat.Result.Result));
    }

    [Fact]
    public async Task Ending_twice_completes_twice_and_touches_nothing_else()
    {
        var chat = Chat();
        await chat.DoAsync(dc => dc.BeginDialogAsync("a"));

        await chat.DoAsync(async dc =>
        {
            await dc.EndDialogAsync(1);
            return await dc.EndDialogAsync(2);
        });

        Assert.Equal((DialogTurnStatus.Complete, 2), (chat.Result.Status, chat.Result.Result));
        Assert.Equal(["a: begin", "a: end EndCalled"], _log);
    }

    [Fact]
    public async Task Replacing_ends_the_one_on_top_and_says_nothing_to_the_one_below()
    {
        var chat = Chat();
        await chat.DoAsync(dc => dc.BeginDialogAsync("a"));
        await chat.DoAsync(dc => dc.BeginDialogAsync("b"));

        await chat.DoAsync(dc => dc.ReplaceDialogAsync("c", 5));
        await chat.SayAsync("end");

        Assert.Equal(["a: begin", "b: begin", "b: end ReplaceCalled", "c: begin 5", "c: end EndCalled", "a: resume EndCalled c's result"], _log);
    }

    [Fact]
    public async Task Cancelling_takes_all_off_the_one_on_top_first()
    {
        var chat = Chat();
        await chat.DoAsync(dc => dc.BeginDialogAsync("a"));
        await chat.DoAsync(dc => dc.BeginDialogAsync("b"));

        await chat.DoAsync(dc => dc.CancelAllDialogsAsync(CancellationToken.None));
        Assert.Equal(DialogTurnStatus.Cancelled, chat.Result.Status);
        Assert.Equal(["b: end CancelCalled", "a: end CancelCalled"], _log[2..]);

        await chat.DoAsync(dc => dc.CancelAllDialogsAsync());
        Assert.Equal(DialogTurnStatus.Empty, chat.Result.Status);
    }

    [Fact]
    public async Task An_empty_stack_has_nothing_to_continue_or_to_ask_again()
    {
        var chat = Chat();

        await chat.DoAsync(async dc =>
        {
            Assert.Null(dc.ActiveDialog);
            Assert.Null(dc.Child);
            await dc.RepromptDialogAsync();
            return await dc.ContinueDialogAsync();
        });

        Assert.Equal(DialogTurnStatus.Empty, chat.Result.Status);
        Assert.Empty(_log);
    }

    [Fact]
    public async Task Asking_again_goes_to_the_one_on_top()
    {
        var chat = Chat();
        await chat.DoAsync(dc => dc.BeginDialogAsync("a"));
        await chat.DoAsync(dc => dc.BeginDialogAsync("b"));

        await chat.DoAsync(async dc =>
        {
            await dc.RepromptDialogAsync();
            return Dialog.EndOfTurn;
        });

        Assert.Equal("b: reprompt", _log[^1]);
    }

    [Fact]
    public async Task An_id_that_is_unknown_or_missing_is_refused_and_changes_nothing() => await Chat().DoAsync(async dc =>
    {
        var unknown = await Assert.ThrowsAsync<InvalidOperationException>(() => dc.BeginDialogAsync("nowhere"));
        Assert.Contains("nowhere", unknown.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentNullException>(() => dc.BeginDialogAsync(null));
        await Assert.ThrowsAsync<ArgumentNullException>(() => dc.BeginDialogAsync(""));
        await Assert.ThrowsAsync<ArgumentNullException>(() => dc.ReplaceDialogAsync(null));
        await Assert.ThrowsAsync<ArgumentNullException>(() => dc.PromptAsync(null, new PromptOptions()));
        await Assert.ThrowsAsync<ArgumentNullException>(() => dc.PromptAsync("a", null));
        await Assert.ThrowsAsync<ArgumentException>(() => dc.BeginDialogAsync("a", CancellationToken.None));
        Assert.Empty(dc.Stack);
        return Dialog.EndOfTurn;
    });

    [Fact]
    public async Task A_stored_dialog_that_is_no_longer_there_is_an_error_to_continue_but_can_be_cancelled() => await Chat().DoAsync(async dc =>
    {
        dc.Stack.Add(new DialogInstance { Id = "gone", State = new Dictionary<string, object>() });

        await Assert.ThrowsAsync<InvalidOperationException>(() => dc.ContinueDialogAsync());
        await dc.CancelAllDialogsAsync();

        Assert.Empty(dc.Stack);
        return Dialog.EndOfTurn;
    });

    [Fact]
    public void A_set_needs_a_dialog_a_place_for_its_state_and_gives_equal_ids_a_number()
    {
        var set = new DialogSet();
        var (first, second, third) = (Recorder("x"), Recorder("x"), Recorder("x"));

        set.Add(first).Add(second).Add(third).Add(first);

        Assert.Equal(["x", "x2", "x3"], set.GetDialogs().Select(d => d.Id));
        Assert.Same(second, set.Find("x2"));
        Assert.Null(set.Find("y"));
        Assert.Throws<ArgumentNullException>(() => set.Add(null));
        Assert.Throws<ArgumentNullException>(() => new DialogSet(null));
        Assert.Throws<ArgumentNullException>(() => set.Find(null));
    }

    [Fact]
    public async Task A_set_without_a_place_for_its_state_makes_no_context() => await Chat().DoAsync(async dc =>
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => new DialogSet().CreateContextAsync(dc.Context));
        await Assert.ThrowsAsync<ArgumentNullException>(() => new DialogSet().CreateContextAsync(null));
        return Dialog.EndOfTurn;
    });

    [Fact]
    public void The_version_of_a_set_changes_with_its_dialogs()
    {
        var set = new DialogSet().Add(new WaterfallDialog("w"));
        var before = set.GetVersion();

        Assert.Equal(before, new DialogSet().Add(new WaterfallDialog("w")).GetVersion());
        Assert.NotEqual(before, set.Add(new TextPrompt("t")).GetVersion());
    }

    private DialogChat Chat() => new(Recorder("a"), Recorder("b"), Recorder("c"));

    private RecordingDialog Recorder(string id) => new(id, _log);
}
