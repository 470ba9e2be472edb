using System.Text.Json;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Outbox;
using ShopBot.Messaging.Turns;
using ShopBot.Simulator.Clock;
using ShopBot.Storage.Sqlite;
using ShopBot.Testing.Driving;

namespace ShopBot.Tests.Outbox;

/// <summary>An outbox on a real shop.db, before a platform that answers as the test says, under a clock that stands.</summary>
internal sealed class TestOutbox : IAsyncDisposable
{
    public const string Account = "laundry", OtherAccount = "eunchae";

    /// <summary>How long a test waits for work of other threads before it calls it stuck.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static readonly ContactPoint Li = new(Account, "oLi"), Wang = new(Account, "oWang"), Kim = new(OtherAccount, "oKim");

    private readonly TempFolder _folder = new();

    private TestOutbox()
    {
    }

    public MovableClock Clock { get; } = MovableClock.FrozenAt(new DateTimeOffset(2026, 3, 2, 4, 0, 0, TimeSpan.Zero));
    public ScriptedPlatform Platform { get; } = new();
    public IOutbound? Channel { get; private init; }
    public ScriptedNotices Notices { get; } = new();
    public OutboxOptions Options { get; } = new();
    public AccountBook Accounts { get; private init; } = new([new Account { Name = Account, Channel = "WeChat" }, new Account { Name = OtherAccount, Channel = "WeChat" }]);
    public SqliteDatabase Database { get; private set; } = null!;
    public OutboxSignal Signal { get; private set; } = null!;
    public SpeakerHolds Holds { get; private set; } = null!;
    public SqliteContacts Contacts { get; private set; } = null!;
    public SqliteOutboxQueue Queue { get; private set; } = null!;

    public SqliteDeliveryReports Reports { get; private set; } = null!;

    /// <summary>The store as the sender sees it: the test may look at calls and get in between.</summary>
    public WatchedStore Store { get; private set; } = null!;
    public LaneSender Sender { get; private set; } = null!;

    public static async Task<TestOutbox> OpenAsync(params ContactPoint[] wroteJustNow)
    {
        var outbox = new TestOutbox();
        await outbox.StartAsync();
        foreach (var person in wroteJustNow)
            await outbox.WritesAsync(person);
        return outbox;
    }

    /// <summary>The same before a real channel and one account of it.</summary>
    public static async Task<TestOutbox> OpenOnAsync(IOutbound channel, Account account)
    {
        var outbox = new TestOutbox { Accounts = new AccountBook([account]), Channel = channel };
        await outbox.StartAsync();
        return outbox;
    }

    /// <summary>As after kill -9: nothing is settled, everything in memory is gone, the file is opened anew and recovered.</summary>
    public async Task KillAndRestartAsync()
    {
        await CloseAsync();
        await StartAsync();
        await Store.RecoverAsync(CancellationToken.None);
    }

    public OutboxDispatcher NewDispatcher() => new(
        Store, Sender, Holds, Signal, Accounts, new OptionsWrapper<OutboxOptions>(Options), Clock, NullLogger<OutboxDispatcher>.Instance);

    public LaneSender NewSender(TimeSpan callMost) =>
        new(Store, new RouteFinder(Store, Contacts, Notices, Clock, NullLogger<RouteFinder>.Instance), new SendLedger(Store, Clock, NullLogger<SendLedger>.Instance),
            Notices, [Channel ?? Platform], Clock, NullLogger<LaneSender>.Instance) { CallMost = callMost };

    /// <summary>The person writes: a window of five messages for 48 hours.</summary>
    public Task WritesAsync(ContactPoint person, int remaining = 5) => OpensAsync(person, "message", TimeSpan.FromHours(48), remaining);

    public async Task OpensAsync(ContactPoint person, string trigger, TimeSpan lasts, int remaining)
    {
        // A window opened in the same instant would be a repeat of the same push.
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        Contacts.NoteWindow(new ReplyWindow(person, trigger, Clock.GetUtcNow() + lasts, remaining), Clock.GetUtcNow());
        await Contacts.FlushAsync(CancellationToken.None);
    }

    /// <summary>What one trigger's window still holds; 0 where it is closed.</summary>
    public async Task<int> LeftAsync(ContactPoint person, string trigger = "message") =>
        (await Contacts.OpenWindowsAsync(person, Clock.GetUtcNow(), CancellationToken.None)).SingleOrDefault(w => w.Trigger == trigger)?.Remaining ?? 0;

    /// <summary>Owes a person one message of one or several texts; each text is one platform call.</summary>
    public Task OwesAsync(ContactPoint person, MessageClass messageClass, params string[] texts) =>
        EnqueueAsync(person, messageClass, texts, dedupeKey: null, notBefore: null);

    public Task OwesOnceAsync(ContactPoint person, string text, string dedupeKey) => EnqueueAsync(person, MessageClass.Status, [text], dedupeKey, notBefore: null);

    public Task OwesLaterAsync(ContactPoint person, string text, TimeSpan wait, bool stepsAside = false) =>
        EnqueueAsync(person, MessageClass.Status, [text], dedupeKey: null, Clock.GetUtcNow() + wait, stepsAside);

    private Task EnqueueAsync(
        ContactPoint person, MessageClass messageClass, string[] texts, string? dedupeKey, DateTimeOffset? notBefore, bool stepsAside = false) => Queue.EnqueueAsync(
        new OutboxEntry(person, messageClass, OutboxMessage.ActivitiesKind,
            ActivityPayload.Write([.. texts.Select(text => new Activity { Type = ActivityTypes.Message, Text = text })]), dedupeKey, notBefore, stepsAside),
        CancellationToken.None);

    /// <summary>Owes a person a fact that <see cref="Notices"/> puts into words.</summary>
    public Task OwesFactAsync(ContactPoint person, string kind, MessageClass messageClass = MessageClass.Status) => Queue.EnqueueAsync(
        new OutboxEntry(person, messageClass, kind, JsonSerializer.SerializeToUtf8Bytes("fact"), null), CancellationToken.None);

    /// <summary>Claims and sends, one lane after the other, until nothing is due at this moment.</summary>
    public async Task DrainAsync()
    {
        while (true)
        {
            var claims = new List<LaneClaim>();
            foreach (var account in Accounts.All)
                claims.AddRange(await Store.ClaimAsync(account.Name, 4, CancellationToken.None));
            if (claims.Count == 0)
                return;
            foreach (var claim in claims)
                await SendAsync(claim);
        }
    }

    public async Task<LaneClaim> ClaimAsync(ContactPoint person) =>
        Assert.Single(await Store.ClaimAsync(person.Account, 1, CancellationToken.None), claim => claim.Lane == person);

    public Task SendAsync(LaneClaim claim) => Sender.SendAsync(Accounts[claim.Lane.Account], claim, CancellationToken.None).WaitAsync(Patience);

    /// <summary>Lets the clock run, a second at a time, until something has happened.</summary>
    public async Task RunClockUntilAsync(Func<bool> hasHappened)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!hasHappened())
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            // Not so fast that every send looks as if the machine had slept in it.
            await Task.Delay(5, patience.Token);
        }
    }

    /// <summary>Everything up to the first byte, as a process does that is then killed.</summary>
    public async Task<LaneClaim> StartSendingAsync(ContactPoint person, string? key = null)
    {
        var claim = await ClaimAsync(person);
        var window = (await Contacts.OpenWindowsAsync(person, Clock.GetUtcNow(), CancellationToken.None))[0];
        var plan = new Plan(new Route.ServiceWindow(window.Trigger, window.ExpiresAt, window.Remaining), Platform.Ways[0], "service");
        var parts = claim.Parts ?? await Store.SavePartsAsync(claim, plan, [new OutboxPart(0, "send", "frozen"u8.ToArray(), key)], CancellationToken.None);
        Assert.Equal(StartResult.Started, await Store.StartAsync(claim, parts[0], plan, CancellationToken.None));
        return claim;
    }

    public async Task SweepAsync()
    {
        using var sweep = new SqliteShopSweep(Database, new OptionsWrapper<TurnOptions>(new TurnOptions()), Clock, NullLogger<SqliteShopSweep>.Instance);
        await sweep.SweepAsync(CancellationToken.None);
    }

    /// <summary>State and reason of every message of a person, in order.</summary>
    public IReadOnlyList<(string State, string? Code)> Messages(ContactPoint person) => Database.Read(db => db.Query(
        "SELECT state, last_code FROM message WHERE lane_key = $lane ORDER BY seq", row => (row.GetString(0), row.TextOrNull(1)), ("$lane", person.ToString())));

    /// <summary>The route the person's newest message was rendered for, and why.</summary>
    public (string? Route, string? Why) RouteOf(ContactPoint person) => Database.Read(db => db.Query(
        "SELECT route, route_why FROM message WHERE lane_key = $lane ORDER BY seq DESC LIMIT 1",
        row => (row.TextOrNull(0), row.TextOrNull(1)), ("$lane", person.ToString())))[0];

    public string? ReasonOf(ContactPoint person) => (string?)Database.Read(db => db.Scalar(
        "SELECT last_reason FROM message WHERE lane_key = $lane ORDER BY seq DESC LIMIT 1", ("$lane", person.ToString())));

    /// <summary>From now on the account has an approved form for facts of a kind, and the platform ways for forms.</summary>
    public void HasForms(string kind, string? template = null, string? subscription = null)
    {
        if (template is not null)
            Accounts[Account].Templates[kind] = new NoticeTemplate { Id = template };
        if (subscription is not null)
            Accounts[Account].Subscriptions[kind] = new NoticeTemplate { Id = subscription };
        if (Platform.Ways.Count == 1)
            Platform.Ways.AddRange([new Way(RouteKind.Template, "template", new ApiLimit(0)), new Way(RouteKind.Subscription, "subscription", new ApiLimit(0))]);
    }

    public async Task AcceptsAsync(ContactPoint person, string form, bool accepts = true)
    {
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        Contacts.NoteConsent(person, form, accepts, Clock.GetUtcNow());
        await Contacts.FlushAsync(CancellationToken.None);
    }

    public async Task LeavesAsync(ContactPoint person)
    {
        Contacts.NoteGone(person, Clock.GetUtcNow());
        await Contacts.FlushAsync(CancellationToken.None);
    }

    public string StateOf(ContactPoint person) => Assert.Single(Messages(person)).State;

    public long Count(string what) => (long)Database.Read(db => db.Scalar($"SELECT count(*) FROM {what}"))!;

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _folder.Dispose();
    }

    private async Task StartAsync()
    {
        Database = new SqliteDatabase(_folder.File("shop.db"), Durability.Full, SchemaSet.Shop);
        Signal = new OutboxSignal();
        Holds = new SpeakerHolds();
        Contacts = new SqliteContacts(Database, Signal, Clock, NullLogger<SqliteContacts>.Instance);
        await Contacts.StartAsync(CancellationToken.None);
        Queue = new SqliteOutboxQueue(Database, Signal, new OptionsWrapper<OutboxOptions>(Options), Clock);
        Reports = new SqliteDeliveryReports(Database, Signal, Clock);
        Store = new WatchedStore(new SqliteOutboxStore(Database, Clock));
        Sender = NewSender(callMost: Patience);
    }

    private async Task CloseAsync()
    {
        await Contacts.StopAsync(CancellationToken.None);
        Contacts.Dispose();
        Database.Dispose();
    }
}
