using System.Diagnostics;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using ShopBot.Dialogs.Errands;
using ShopBot.Messaging.Watching;
using ShopBot.Storage;
using ShopBot.Tests.Channels.WeChat;
using Activity = Microsoft.Bot.Schema.Activity;

namespace ShopBot.Tests.Watching;

[Collection(WatchingCollection.Name)]
public sealed class WatchTests
{
    [Fact]
    public async Task A_turn_is_one_span_and_one_measurement_and_names_nobody()
    {
        using var watcher = new Watcher();
        await using var shop = await TestWeChat.OpenAsync();
        shop.Bot.Replies = [MessageFactory.Text("Welcome")];

        using var response = await shop.PushAsync(TestWeChat.TextXml("Mei here"));

        var span = Assert.Single(watcher.Spans, span => span.OperationName == "turn");
        string[] tags = ["shopbot.channel=wechat", "shopbot.account=shop", "shopbot.activity=message", "shopbot.answer=now"];
        Assert.Equal(tags, Watcher.TagsOf(span));
        Assert.Equal(tags, Assert.Single(watcher.Measurements, one => one.Instrument == "shopbot.turn.duration").Tags);
        Assert.DoesNotContain(TestWeChat.Person, string.Join(' ', watcher.Spans.SelectMany(Watcher.TagsOf)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_to_the_store_is_a_span_under_its_turn_and_a_failed_one_says_how()
    {
        using var watcher = new Watcher();
        var storage = new WatchedStorage(new MemoryStorage(), "memory");
        using var turn = new ActivitySource(Watch.Name).StartActivity("turn");

        await storage.WriteAsync(new Dictionary<string, object> { ["a"] = new Dictionary<string, object>() });
        await storage.ReadAsync(["a"]);
        await Assert.ThrowsAsync<ArgumentNullException>(() => storage.WriteAsync(null!));
        await storage.DeleteAsync(["a"]);

        Assert.Equal(["storage write", "storage read", "storage write", "storage delete"], watcher.Spans.Select(span => span.OperationName));
        Assert.All(watcher.Spans, span => Assert.Same(turn, span.Parent));
        Assert.Equal(["shopbot.store=memory", "shopbot.call=write", "error.type=ArgumentNullException"], Watcher.TagsOf(watcher.Spans.ElementAt(2)));
        Assert.Equal(ActivityStatusCode.Error, watcher.Spans.ElementAt(2).Status);
        Assert.Equal(4, watcher.Measurements.Count(one => one.Instrument == "shopbot.storage.duration"));
    }

    [Fact]
    public async Task An_errand_is_seen_to_begin_go_on_and_end()
    {
        using var watcher = new Watcher();
        var chat = new ErrandChat(new Waiting());

        await chat.SayAsync("hi");
        await chat.SayAsync("more");
        await chat.SayAsync("end");

        Assert.Equal(
            ["begin Waiting", "continue Waiting", "end", "continue Complete"],
            watcher.Spans.Select(span => $"{span.GetTagItem("shopbot.call")} {span.GetTagItem("shopbot.status")}".TrimEnd()));
        Assert.Equal(
            ["shopbot.dialog=waiting", "shopbot.call=end", "shopbot.reason=EndCalled"],
            watcher.Measurements.ElementAt(2).Tags);
        Assert.All(watcher.Measurements, one => Assert.Equal("shopbot.dialog.duration", one.Instrument));
    }

    [Fact]
    public void While_nobody_watches_a_store_and_an_errand_cost_no_byte_more()
    {
        var done = new DoneStorage();
        Assert.Equal(0, LeastBytes(done, storage => new WatchedStorage(storage, "done")));

        var (plain, watched) = (new ErrandChat(new Plain()), new ErrandChat(new Waiting()));
        Assert.Equal(LeastBytes(() => plain.SayAsync("hi")), LeastBytes(() => watched.SayAsync("hi")));
    }

    private static long LeastBytes(IStorage inner, Func<IStorage, IStorage> wrap)
    {
        var (storage, keys, changes) = (wrap(inner), new[] { "a" }, new Dictionary<string, object>());
        return LeastBytes(() =>
        {
            storage.ReadAsync(keys);
            storage.WriteAsync(changes);
            return storage.DeleteAsync(keys);
        });
    }

    /// <summary>What a call allocates once it is warm; the least of many, as the just-in-time compiler works meanwhile.</summary>
    private static long LeastBytes(Func<Task> call)
    {
        var least = long.MaxValue;
        for (var round = 0; round < 200; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var done = call();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            Assert.True(done.IsCompletedSuccessfully);
        }

        return least;
    }

    private sealed class DoneStorage : IStorage
    {
        private static readonly Task<IDictionary<string, object>> Nothing = Task.FromResult<IDictionary<string, object>>(new Dictionary<string, object>());

        public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default) => Nothing;

        public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default) => Task.CompletedTask;

        public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default) => Task.CompletedTask;
    }

    /// <summary>Waits until it hears "end".</summary>
    private sealed class Waiting : WatchedDialog
    {
        public Waiting() : base("waiting") => AddDialog(new UntilEnd());
    }

    private sealed class Plain : ComponentDialog
    {
        public Plain() : base("waiting") => AddDialog(new UntilEnd());
    }

    private sealed class UntilEnd() : Dialog("until-end")
    {
        public override Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(EndOfTurn);

        public override Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default) =>
            dc.Context.Activity.Text == "end" ? dc.EndDialogAsync(null, cancellationToken) : Task.FromResult(EndOfTurn);
    }

    private sealed class ErrandChat
    {
        private readonly DialogSet _dialogs = new();
        private readonly DialogState _state = new();
        private readonly TestAdapter _adapter = new();
        private readonly string _root;

        public ErrandChat(Dialog root) => _root = _dialogs.Add(root).Find(root.Id).Id;

        public Task<DialogTurnResult> SayAsync(string text)
        {
            var context = new TurnContext(_adapter, new Activity(ActivityTypes.Message) { Text = text });
            var dialogs = new DialogContext(_dialogs, context, _state);
            return dialogs.ActiveDialog is null ? dialogs.BeginDialogAsync(_root) : dialogs.ContinueDialogAsync();
        }
    }
}
