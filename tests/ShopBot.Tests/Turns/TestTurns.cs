using System.Text;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Outbox;
using ShopBot.Messaging.Turns;
using ShopBot.Simulator.Clock;
using ShopBot.Storage.Sqlite;
using ShopBot.Testing.Driving;
using ShopBot.Tests.Outbox;

namespace ShopBot.Tests.Turns;

/// <summary>The turn engine on real files, with a channel and a bot that do as the test says, under a clock that stands.</summary>
internal sealed class TestTurns : IAsyncDisposable
{
    /// <summary>How long a test waits for work of other threads before it calls it stuck.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static readonly ContactPoint Li = new("laundry", "oLi"), Wang = new("laundry", "oWang");

    private readonly TempFolder _folder = new();
    private SqliteDatabase _conversations = null!;
    private SqliteDatabase _shop = null!;

    public MovableClock Clock { get; } = MovableClock.FrozenAt(new DateTimeOffset(2026, 3, 2, 4, 0, 0, TimeSpan.Zero));
    public TurnOptions Options { get; } = new();
    public Account Account { get; } = new() { Name = "laundry", Channel = "WeChat", Shop = "laundry" };
    public TestChannel Channel { get; } = new();
    public ScriptedNotices Notices { get; } = new();
    public TestBot Bot { get; private set; } = null!;
    public InterceptedStorage Storage { get; private set; } = null!;
    public InterceptedQueue Queue { get; private set; } = null!;
    public InterceptedPending Pending { get; private set; } = null!;
    public SpeakerHolds Holds { get; private set; } = null!;
    public TurnRunner Runner { get; private set; } = null!;
    public PendingEventWorker Worker { get; private set; } = null!;

    public static TestTurns Open(bool mayPush = true)
    {
        var turns = new TestTurns();
        turns.Channel.PushAllowed = mayPush;
        turns.Start();
        return turns;
    }

    /// <summary>As after kill -9: turns under way are gone with the process, the files are opened anew.</summary>
    public void KillAndRestart()
    {
        Close();
        Start();
    }

    public IncomingEvent Says(ContactPoint person, string key, string text) => TestChannel.Event(Account, person, key, text);

    /// <summary>One delivery.</summary>
    public async Task<TurnReply> DeliverAsync(IncomingEvent incoming) => await Runner.RunAsync(incoming, Channel).WaitAsync(Patience);

    /// <summary>One delivery whose answer is written at once; gives the answer's text.</summary>
    public async Task<string> AnswerAsync(IncomingEvent incoming)
    {
        using var reply = await DeliverAsync(incoming);
        return Encoding.UTF8.GetString(Assert.IsType<TurnReply.Answered>(reply).Body.Span);
    }

    /// <summary>One delivery that is still waiting when the guard strikes.</summary>
    public async Task<TurnReply> DeliverUntilGuardAsync(IncomingEvent incoming)
    {
        var waiting = Runner.RunAsync(incoming, Channel);
        await Bot.EnteredAsync(incoming.Activity.Text);
        Clock.Advance(Options.Guard);
        return await waiting.WaitAsync(Patience);
    }

    public Task WorkOffPendingAsync() => Worker.RunDueAsync(CancellationToken.None).WaitAsync(Patience);

    /// <summary>Texts of all messages that went into the outbox, in order.</summary>
    public IReadOnlyList<string> Outbox() => [.. _shop
        .Read(db => db.Query("SELECT payload FROM message ORDER BY id", row => row.Bytes(0)))
        .SelectMany(payload => ActivityPayload.Read(payload)).Select(activity => activity.Text)];

    /// <summary>Something happened of which the person should hear.</summary>
    public Task OwesAsync(ContactPoint person, string news, MessageClass messageClass = MessageClass.Status) =>
        Queue.EnqueueAsync(new OutboxEntry(person, messageClass, news, "{}"u8.ToArray(), DedupeKey: null), CancellationToken.None);

    /// <summary>States of what is owed, in order.</summary>
    public IReadOnlyList<string> Owed() => _shop.Read(db => db.Query("SELECT state FROM message ORDER BY id", row => row.GetString(0)));

    /// <summary>As the dispatcher does the moment something is owed.</summary>
    public Task<IReadOnlyList<LaneClaim>> ClaimAsync() => new SqliteOutboxStore(_shop, Clock).ClaimAsync(Account.Name, 4, CancellationToken.None);

    /// <summary>As the outbox does at the start of the program.</summary>
    public Task RecoverAsync() => new SqliteOutboxStore(_shop, Clock).RecoverAsync(CancellationToken.None);

    public long PendingCount(string where = "1 = 1") => (long)_shop.Read(db => db.Scalar($"SELECT count(*) FROM pending_event WHERE {where}"))!;

    /// <summary>Half a file was written, or something else wrote it.</summary>
    public Task DamageStateAsync(ContactPoint person) => _conversations.WriteAsync(db => db.Execute(
        "UPDATE state SET content = $content WHERE key = $key", ("$content", "{\"$turn"u8.ToArray()), ("$key", $"wechat/conversations/{person}")));

    /// <summary>From here on nothing can be kept or enqueued.</summary>
    public void CloseShopFile() => _shop.Dispose();

    public ValueTask DisposeAsync()
    {
        Close();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private void Start()
    {
        _conversations = new SqliteDatabase(_folder.File("conversations.db"), Durability.Normal, SchemaSet.Conversations);
        _shop = new SqliteDatabase(_folder.File("shop.db"), Durability.Full, SchemaSet.Shop);
        Storage = new InterceptedStorage(new SqliteStorage(_conversations, Clock, NullLogger<SqliteStorage>.Instance));
        Queue = new InterceptedQueue(new SqliteOutboxQueue(_shop, new OutboxSignal(), new OptionsWrapper<OutboxOptions>(new OutboxOptions()), Clock));
        Pending = new InterceptedPending(new SqlitePendingEvents(_shop, Clock));
        Holds = new SpeakerHolds();
        var storage = new TurnStorage(Storage);
        Bot = new TestBot(new ConversationState(storage));
        var options = new OptionsWrapper<TurnOptions>(Options);
        Runner = new TurnRunner(Bot, new TurnAdapter(), storage, Pending, Queue,
            new OwedAnswers(new SqliteOutboxStore(_shop, Clock), Notices, NullLogger<OwedAnswers>.Instance), Holds, new Apology(), options, Clock, NullLogger<TurnRunner>.Instance);
        Worker = new PendingEventWorker(Pending, Runner, new AccountBook([Account]), [Channel], options, Clock, NullLogger<PendingEventWorker>.Instance);
    }

    private void Close()
    {
        Worker.Dispose();
        _conversations.Dispose();
        _shop.Dispose();
    }

    private sealed class Apology : ITurnApology
    {
        public Activity For(Activity incoming) => new() { Type = ActivityTypes.Message, Text = $"sorry about {incoming.Text}" };
    }
}

/// <summary>Lets the test get in between the turn and its store.</summary>
internal sealed class InterceptedStorage(IStorage inner) : IStorage
{
    /// <summary>Runs before each write; what it throws is thrown and nothing is written.</summary>
    public Func<Task> BeforeWrite { get; set; } = () => Task.CompletedTask;

    public Func<Task> AfterWrite { get; set; } = () => Task.CompletedTask;

    public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default) => inner.ReadAsync(keys, cancellationToken);

    public async Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
    {
        await BeforeWrite();
        await inner.WriteAsync(changes, cancellationToken);
        await AfterWrite();
    }

    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default) => inner.DeleteAsync(keys, cancellationToken);
}

/// <summary>Lets the test get in between the turn and the outbox.</summary>
internal sealed class InterceptedQueue(IOutboxQueue inner) : IOutboxQueue
{
    public Func<Task> Before { get; set; } = () => Task.CompletedTask;

    public async Task EnqueueAsync(OutboxEntry entry, CancellationToken ct)
    {
        await Before();
        await inner.EnqueueAsync(entry, ct);
    }
}

/// <summary>Lets the test get in between the guard and the table of pending events.</summary>
internal sealed class InterceptedPending(IPendingEvents inner) : IPendingEvents
{
    public Func<Task> BeforeKeep { get; set; } = () => Task.CompletedTask;

    public Action AfterDone { get; set; } = () => { };

    public async Task KeepAsync(ContactPoint from, string key, ReadOnlyMemory<byte> raw, CancellationToken ct)
    {
        await BeforeKeep();
        await inner.KeepAsync(from, key, raw, ct);
    }

    public async Task DoneAsync(ContactPoint from, string key, CancellationToken ct)
    {
        await inner.DoneAsync(from, key, ct);
        AfterDone();
    }

    public Task<IReadOnlyList<PendingEvent>> TakeDueAsync(int atMost, TimeSpan retryAfter, CancellationToken ct) => inner.TakeDueAsync(atMost, retryAfter, ct);

    public Task GiveUpAsync(ContactPoint from, string key, string why, CancellationToken ct) => inner.GiveUpAsync(from, key, why, ct);
}
