using System.Collections.Concurrent;
using ShopBot.Simulator.Control;
using ShopBot.Simulator.Phones;
using ShopBot.Simulator.WeChat.Templates;

namespace ShopBot.Simulator.WeChat;

/// <summary>The accounts, the people, and what the platform numbers over all of them.</summary>
internal sealed class Platform
{
    private readonly ConcurrentDictionary<string, OfficialAccount> _accounts = new(StringComparer.Ordinal);
    private readonly TimeProvider _clock;
    private readonly SimulatorOptions _options;
    private readonly LiveEvents _live;
    private long _lastMsgId;
    private long _lastJobId;
    private long _lastNumber;

    public Platform(TimeProvider clock, SimulatorOptions options, LiveEvents live)
    {
        (_clock, _options, _live) = (clock, options, live);
        Strangers = new TranscriptLog(options.TranscriptEntries);
        // Above every 32-bit number, and above those of an earlier run whose messages may still be remembered somewhere.
        _lastJobId = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        _lastMsgId = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() * 10_000;
        foreach (var account in options.Accounts)
            Open(account);
        foreach (var person in options.People)
        {
            var account = Account(person.Account)
                ?? throw new InvalidOperationException($"Simulated person \"{person.Name}\": there is no account \"{person.Account}\".");
            account.Meet(person.Name).Follows = person.Follows;
        }
    }

    /// <summary>Differs after a restart, so that a page notices that its chats are gone.</summary>
    public string WorldId { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Calls that name no account: their token or AppID is nobody's.</summary>
    public TranscriptLog Strangers { get; }

    public DateTimeOffset Now => _clock.GetUtcNow();

    public IEnumerable<OfficialAccount> Accounts => _accounts.Values.OrderBy(a => a.Settings.Name, StringComparer.Ordinal);

    public OfficialAccount? Account(string name) => _accounts.GetValueOrDefault(name);

    public OfficialAccount? WithAppId(string? appId) => Accounts.FirstOrDefault(a => a.Settings.AppId == appId);

    public OfficialAccount? WithToken(string token) => Accounts.FirstOrDefault(a => a.Tokens.Knows(token));

    /// <summary>Adds an account, or gives an existing one new settings; followers, tokens and chats stay.</summary>
    public OfficialAccount Open(SimulatedAccount settings)
    {
        var opened = _accounts.GetOrAdd(settings.Name, _ => new OfficialAccount(settings, _clock, _options, NextNumber));
        if (!ReferenceEquals(opened.Settings, settings))
            opened.Configure(settings);
        foreach (var template in settings.Templates)
            opened.Templates.TryAdd(new MessageTemplate { Id = template.Id, Title = template.Title, Content = template.Content, IsNotice = template.IsNotice });
        return opened;
    }

    /// <summary>For jobs whose number the account's software asks about: above 32 bits, but exact in a script's numbers.</summary>
    public long NextJobId() => Interlocked.Increment(ref _lastJobId);

    public long NextMsgId() => Interlocked.Increment(ref _lastMsgId);

    /// <summary>For chats, pushes and transcript entries: one row of numbers, so that they can be ordered among each other.</summary>
    public long NextNumber() => Interlocked.Increment(ref _lastNumber);

    /// <summary>Puts a message on a phone and tells everybody who watches.</summary>
    public ChatMessage Show(Follower follower, ChatMessage message)
    {
        message = message with { Id = NextNumber(), At = _clock.GetUtcNow() };
        if (message is { From: "account", Kind: "text", Text: { } text })
            message = message with { Choices = MenuLinks.In(text) };
        follower.Chat.Add(message);
        if (message.From == "account")
            follower.Reached(message.At);
        _live.Tell("message", new { account = follower.Account.Settings.Name, person = follower.Person, message });
        return message;
    }
}
