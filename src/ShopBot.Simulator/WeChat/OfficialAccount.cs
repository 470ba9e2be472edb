using System.Collections.Concurrent;
using ShopBot.Simulator.Control;
using ShopBot.Simulator.Phones;
using ShopBot.Simulator.WeChat.Articles;
using ShopBot.Simulator.WeChat.Codes;
using ShopBot.Simulator.WeChat.Files;
using ShopBot.Simulator.WeChat.Mass;
using ShopBot.Simulator.WeChat.Menus;
using ShopBot.Simulator.WeChat.Templates;
using ShopBot.Simulator.WeChat.Users;

namespace ShopBot.Simulator.WeChat;

/// <summary>An account at work: its settings and everything the platform keeps for it.</summary>
internal sealed class OfficialAccount(SimulatedAccount settings, TimeProvider clock, SimulatorOptions options, Func<long> nextNumber)
{
    private readonly ConcurrentDictionary<string, Follower> _byPerson = new(), _byOpenId = new();
    private readonly ConcurrentDictionary<string, (string Ticket, DateTimeOffset EndsAt)> _tickets = new();
    private int _failedPushes;
    private DateTimeOffset _suspendedUntil = DateTimeOffset.MinValue;

    public SimulatedAccount Settings { get; private set; } = settings;

    public MessageCrypt Crypt { get; private set; } = new(settings.Token, settings.EncodingAESKey, settings.AppId);

    public string Title => Settings.Title.Length > 0 ? Settings.Title : Settings.Name;

    public AccessTokens Tokens { get; } = new(clock);

    public CallQuotas Quotas { get; } = new(clock);

    public TranscriptLog Transcript { get; } = new(options.TranscriptEntries);

    /// <summary>Those who follow from the start do so since then.</summary>
    public DateTimeOffset FollowersSince { get; } = clock.GetUtcNow();

    public TemplateShelf Templates { get; } = new();

    public SceneCodes Codes { get; } = new(clock);

    public UserTags Tags { get; } = new();

    public AccountMenus Menus { get; } = new();

    public MaterialShelf Material { get; } = new();

    public ArticleShelf Articles { get; } = new();

    public MassBook Mass { get; } = new(clock);

    /// <summary>Sends mass messages' results; nobody's phone.</summary>
    public Follower MassAssistant => field ??= new Follower(this, "mphelper", 0, new ChatLog(1)) { OpenId = "mphelper" };

    public IEnumerable<Follower> People => _byPerson.Values;

    /// <summary>A ticket for scripts on the account's pages: the same one as long as it lives.</summary>
    public (string Ticket, DateTimeOffset EndsAt) Ticket(string type, DateTimeOffset now, TimeSpan life, Func<string> make) => _tickets.AddOrUpdate(type,
        _ => (make(), now + life), (_, known) => known.EndsAt > now ? known : (make(), now + life));

    /// <summary>In the order they came to follow.</summary>
    public IReadOnlyList<Follower> Followers => [.. People.Where(p => p.Follows).OrderBy(p => p.FollowedAt).ThenBy(p => p.Number)];

    public Follower Meet(string person)
    {
        var follower = _byPerson.GetOrAdd(person, name => new Follower(this, name, nextNumber(), new ChatLog(options.ChatMessages)));
        _byOpenId.TryAdd(follower.OpenId, follower);
        return follower;
    }

    public Follower? Person(string person) => _byPerson.GetValueOrDefault(person);

    public Follower? WithOpenId(string openId) => _byOpenId.GetValueOrDefault(openId);

    public void Configure(SimulatedAccount settings)
    {
        Settings = settings;
        Crypt = new MessageCrypt(settings.Token, settings.EncodingAESKey, settings.AppId);
    }

    /// <summary>Calls a Beijing day, as the account's settings say or as new accounts have them.</summary>
    public int LimitOf(Api.ApiMethod method) => Settings.DailyLimits.TryGetValue(method.Path, out var own) ? own : method.DailyLimit;

    public int MinuteLimitOf(Api.ApiMethod method) => Settings.MinuteLimits.TryGetValue(method.Path, out var own) ? own : method.MinuteLimit;

    public bool IsSuspended => Volatile.Read(ref _failedPushes) >= options.FailuresUntilSuspended && clock.GetUtcNow() < _suspendedUntil;

    /// <summary>Counts failures in a row; at the limit the platform stops pushing for a minute.</summary>
    public void NotePush(bool delivered)
    {
        if (delivered || clock.GetUtcNow() >= _suspendedUntil && _suspendedUntil != DateTimeOffset.MinValue)
        {
            _suspendedUntil = DateTimeOffset.MinValue;
            Volatile.Write(ref _failedPushes, 0);
        }
        if (!delivered && Interlocked.Increment(ref _failedPushes) == options.FailuresUntilSuspended)
            _suspendedUntil = clock.GetUtcNow().AddMinutes(1);
    }
}
