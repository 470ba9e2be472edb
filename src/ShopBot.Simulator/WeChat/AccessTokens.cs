using System.Buffers;
using System.Security.Cryptography;

namespace ShopBot.Simulator.WeChat;

/// <summary>The two token services of one account, isolated from each other.</summary>
internal sealed class AccessTokens(TimeProvider clock)
{
    private const int Remembered = 64;
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
    private static readonly SearchValues<char> TokenLetters = SearchValues.Create(Letters);
    public const int ForcedRefreshesPerDay = 20;
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(7200), Overlap = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ForcedRefreshGap = TimeSpan.FromSeconds(30);
    private readonly Lock _gate = new();
    private readonly List<Issued> _issued = [];
    private Issued? _plain, _stable, _beforeStable;
    private DateTimeOffset _forcedAt = DateTimeOffset.MinValue;
    private DateOnly _forcedOn;
    private int _forced;

    /// <summary><c>/cgi-bin/token</c>: always a new one; the one before lives on for five minutes.</summary>
    public (string Token, int ExpiresIn) AskPlain()
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            _plain?.SupersedeAt(now + Overlap);
            _plain = Issue(now);
            return (_plain.Token, (int)Life.TotalSeconds);
        }
    }

    /// <summary><c>/cgi-bin/stable_token</c>: the same one until five minutes before its end.</summary>
    public (string Token, int ExpiresIn) AskStable()
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            if (_stable is null || _stable.DiesAt - now < Overlap || _stable.SupersededBy(now))
                _stable = Issue(now);
            return (_stable.Token, (int)(_stable.DiesAt - now).TotalSeconds);
        }
    }

    /// <summary>A forced refresh: the one before lives on for five minutes or until the next forced refresh.</summary>
    /// <returns>An error code where the platform's limits forbid it.</returns>
    public (string Token, int ExpiresIn, int Errcode) ForceStable()
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            var today = BeijingTime.DayOf(now);
            if (today != _forcedOn)
                (_forcedOn, _forced) = (today, 0);
            if (_forced >= ForcedRefreshesPerDay)
                return ("", 0, 45009);
            if (now - _forcedAt < ForcedRefreshGap && now >= _forcedAt)
                return ("", 0, 45011);
            _forced++;
            _forcedAt = now;
            _beforeStable?.SupersedeAt(now);
            _stable?.SupersedeAt(now + Overlap);
            _beforeStable = _stable;
            _stable = Issue(now);
            return (_stable.Token, (int)Life.TotalSeconds, 0);
        }
    }

    /// <summary>Somebody else took new tokens: those handed out so far are superseded now.</summary>
    public void Steal(bool plain, bool stable)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            if (plain)
            {
                _plain?.SupersedeAt(now);
                _plain = Issue(now);
            }
            if (stable)
            {
                _stable?.SupersedeAt(now);
                _stable = Issue(now);
            }
        }
    }

    public bool Knows(string token)
    {
        lock (_gate)
            return _issued.Exists(i => i.Token == token);
    }

    /// <returns>0, or the error code a call with this token gets.</returns>
    public int Check(string token)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            var issued = _issued.Find(i => i.Token == token);
            if (issued is null)
                return LooksIssued(token) ? 40001 : 40014;
            if (issued.DiesAt <= now)
                return 42001;
            return issued.SupersededBy(now) ? 40001 : 0;
        }
    }

    public static bool LooksIssued(string token) => token.Length is >= 40 and <= 512
        && !token.AsSpan().ContainsAnyExcept(TokenLetters);

    private Issued Issue(DateTimeOffset now)
    {
        var text = RandomNumberGenerator.GetString(Letters, 133);
        var issued = new Issued("97_" + text, now + Life);
        _issued.Add(issued);
        if (_issued.Count > Remembered)
            _issued.RemoveAt(0);
        return issued;
    }

    private sealed class Issued(string token, DateTimeOffset diesAt)
    {
        private DateTimeOffset _supersededAt = DateTimeOffset.MaxValue;

        public string Token { get; } = token;

        public DateTimeOffset DiesAt { get; } = diesAt;

        public void SupersedeAt(DateTimeOffset at) => _supersededAt = at < _supersededAt ? at : _supersededAt;

        public bool SupersededBy(DateTimeOffset now) => _supersededAt <= now;
    }
}
