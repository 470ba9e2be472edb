using System.Globalization;
using System.Security.Cryptography;

namespace ShopBot.Simulator.WeChat.Codes;

/// <summary>A QR code that carries a scene to whoever scans it.</summary>
/// <param name="Number">The scene where it is a number; 0 where it is a text.</param>
/// <param name="ExpiresAt">Null = permanent.</param>
internal sealed record SceneCode(string Ticket, string Url, int Number, string Text, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt)
{
    /// <summary>As events carry it.</summary>
    public string Scene => Number != 0 ? Number.ToString(CultureInfo.InvariantCulture) : Text;
}

/// <summary>The QR codes of one account.</summary>
internal sealed class SceneCodes(TimeProvider clock)
{
    public const int MostPermanent = 100_000;
    // Old temporary codes are of no use to anybody; they only make room for new ones.
    private const int KeptTemporary = 20_000;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, SceneCode> _byTicket = [];
    private readonly Dictionary<string, SceneCode> _permanent = [];
    private readonly Queue<SceneCode> _temporary = new();

    /// <param name="life">Null = permanent; the same permanent scene is the same code.</param>
    /// <returns>Null when there are too many permanent ones.</returns>
    public SceneCode? Make(int number, string text, TimeSpan? life)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            var key = number != 0 ? $"#{number.ToString(CultureInfo.InvariantCulture)}" : text;
            if (life is null && _permanent.TryGetValue(key, out var known))
                return known;
            if (life is null && _permanent.Count >= MostPermanent)
                return null;
            var ticket = "gQ" + RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", 90) + "==";
            var code = new SceneCode(ticket, "http://weixin.qq.com/q/02" + RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", 22),
                number, text, now, now + life);
            _byTicket[ticket] = code;
            if (life is null)
                _permanent[key] = code;
            else
                _temporary.Enqueue(code);
            while (_temporary.Count > KeptTemporary)
                _byTicket.Remove(_temporary.Dequeue().Ticket);
            return code;
        }
    }

    public SceneCode? WithTicket(string ticket)
    {
        lock (_gate)
            return _byTicket.GetValueOrDefault(ticket);
    }

    /// <summary>The code a camera sees: by ticket, address or scene; of several with a scene the newest that still works, else the newest.</summary>
    public SceneCode? Seen(string what)
    {
        lock (_gate)
        {
            return _byTicket.GetValueOrDefault(what)
                ?? _byTicket.Values.Where(c => c.Url == what || c.Scene == what).OrderByDescending(IsAlive).ThenByDescending(c => c.CreatedAt).FirstOrDefault();
        }
    }

    public bool IsAlive(SceneCode code) => code.ExpiresAt is not { } end || end > clock.GetUtcNow();

    public IReadOnlyList<SceneCode> All()
    {
        lock (_gate)
            return [.. _byTicket.Values.OrderBy(c => c.CreatedAt)];
    }
}
