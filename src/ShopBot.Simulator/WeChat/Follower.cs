using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using ShopBot.Simulator.Phones;
using ShopBot.Simulator.WeChat.Templates;

namespace ShopBot.Simulator.WeChat;

/// <summary>One person as one account knows them, following or not.</summary>
internal sealed class Follower(OfficialAccount account, string person, long number, ChatLog chat)
{
    private static readonly TimeSpan TypingShows = TimeSpan.FromSeconds(15), TypingNeedsExchange = TimeSpan.FromSeconds(30);
    private readonly Lock _gate = new();
    private readonly ServiceGrants _grants = new();
    private ImmutableList<int> _tags = [];
    private ImmutableHashSet<string> _confirmed = [];
    private DateTimeOffset _exchangedAt = DateTimeOffset.MinValue;
    private DateTimeOffset _typingUntil = DateTimeOffset.MinValue;

    public OfficialAccount Account { get; } = account;

    public string Person { get; } = person;

    /// <summary>People are listed in the order they came.</summary>
    public long Number { get; } = number;

    /// <summary>Stays the same over restarts, so that a kept database knows its people again.</summary>
    public string OpenId { get; init; } = OpenIdOf(account.Settings.Name, person);

    public ChatLog Chat { get; } = chat;

    public bool Follows { get; set; }

    public PhoneKind Platform { get; set; } = PhoneKind.Android;

    /// <summary>The last time they began to.</summary>
    public DateTimeOffset FollowedAt { get; private set; } = account.FollowersSince;

    /// <summary>The scene of the QR code they came by; null without one.</summary>
    public string? FollowedBy { get; private set; }

    /// <summary>What the account noted about the person.</summary>
    public string Remark { get; set; } = "";

    public NoticeConsents Consents { get; } = new();

    /// <summary>In the order they were given.</summary>
    public IReadOnlyList<int> TagIds => _tags;

    /// <summary>The account put the person on its blacklist.</summary>
    public bool Blacklisted { get; set; }

    /// <summary>The person refuses the account's messages.</summary>
    public bool Refuses { get; set; }

    public void Grant(GrantKind kind, DateTimeOffset now)
    {
        lock (_gate)
        {
            _grants.Give(kind, now);
            if (kind == GrantKind.Message)
                _exchangedAt = now;
        }
    }

    public void Follow(DateTimeOffset now, string? scene)
    {
        lock (_gate)
            (Follows, FollowedAt, FollowedBy) = (true, now, scene);
    }

    /// <summary>Yes on a page that asked with this scene; said twice it is still one message.</summary>
    public void Confirm(string scene)
    {
        lock (_gate)
            _confirmed = _confirmed.Add(scene);
    }

    public bool TryUseConfirmation(string scene)
    {
        lock (_gate)
        {
            var had = _confirmed.Contains(scene);
            _confirmed = _confirmed.Remove(scene);
            return had;
        }
    }

    public void AddTag(int id)
    {
        lock (_gate)
            _tags = _tags.Contains(id) ? _tags : _tags.Add(id);
    }

    public void RemoveTag(int id)
    {
        lock (_gate)
            _tags = _tags.Remove(id);
    }

    public void Unfollow()
    {
        lock (_gate)
        {
            Follows = false;
            _grants.Clear();
            // What an account noted about a follower goes with the follower.
            (Remark, _tags) = ("", []);
            _typingUntil = DateTimeOffset.MinValue;
        }
    }

    public GrantUse AskGrant(DateTimeOffset now)
    {
        lock (_gate)
            return _grants.Ask(now);
    }

    public GrantUse UseGrant(DateTimeOffset now)
    {
        lock (_gate)
            return _grants.Use(now);
    }

    public IReadOnlyList<OpenGrant> OpenGrants(DateTimeOffset now)
    {
        lock (_gate)
            return _grants.Open(now);
    }

    /// <summary>A message of the account reached the phone: it ends the typing sign and counts as an exchange.</summary>
    public void Reached(DateTimeOffset now)
    {
        lock (_gate)
        {
            _exchangedAt = now;
            _typingUntil = DateTimeOffset.MinValue;
        }
    }

    public bool IsTyping(DateTimeOffset now)
    {
        lock (_gate)
            return _typingUntil > now;
    }

    /// <returns>0 or the platform's error code.</returns>
    public int StartTyping(DateTimeOffset now)
    {
        lock (_gate)
        {
            if (now - _exchangedAt > TypingNeedsExchange)
                return 45080;
            if (_typingUntil > now)
                return 45081;
            _typingUntil = now + TypingShows;
            return 0;
        }
    }

    public void StopTyping()
    {
        lock (_gate)
            _typingUntil = DateTimeOffset.MinValue;
    }

    internal static string OpenIdOf(string account, string person) => string.Concat("o", Convert.ToBase64String(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{account}\n{person}"))).Replace('+', '-').Replace('/', '_').AsSpan(0, 27));
}

/// <summary>What phone somebody has, by the platform's numbers.</summary>
internal enum PhoneKind
{
    Ios = 1,
    Android = 2,
    Other = 3,
}
