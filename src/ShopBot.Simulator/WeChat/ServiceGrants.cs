namespace ShopBot.Simulator.WeChat;

/// <summary>What a person did that lets the account send customer-service messages.</summary>
internal enum GrantKind
{
    Message,
    MenuTap,
    Follow,
    Scan,
    Payment,
}

/// <summary>What came of asking for one customer-service message.</summary>
internal enum GrantUse
{
    Sent,
    WindowShut,
    UsedUp,
}

/// <summary>The customer-service messages one person's doings allow one account; each kind of doing replaces its own earlier grant.</summary>
/// <remarks>Not thread-safe; guarded by its follower.</remarks>
internal sealed class ServiceGrants
{
    public const int PerMessage = 5, PerTap = 3;
    private static readonly TimeSpan MessageWindow = TimeSpan.FromHours(48), TapWindow = TimeSpan.FromMinutes(1);
    private readonly Dictionary<GrantKind, Grant> _grants = [];

    public void Give(GrantKind kind, DateTimeOffset now) => _grants[kind] = kind switch
    {
        GrantKind.Message => new Grant(PerMessage, now + MessageWindow),
        GrantKind.Payment => new Grant(int.MaxValue, now + MessageWindow),
        _ => new Grant(PerTap, now + TapWindow),
    };

    public void Clear() => _grants.Clear();

    /// <summary>What a send would meet now, without spending anything.</summary>
    public GrantUse Ask(DateTimeOffset now) => Next(now, out var live) is not null ? GrantUse.Sent
        : live ? GrantUse.UsedUp : GrantUse.WindowShut;

    /// <summary>Spends one message of the live grant that ends first.</summary>
    public GrantUse Use(DateTimeOffset now)
    {
        if (Next(now, out var live) is not { } kind)
            return live ? GrantUse.UsedUp : GrantUse.WindowShut;
        var grant = _grants[kind];
        if (grant.Left != int.MaxValue)
            _grants[kind] = grant with { Left = grant.Left - 1 };
        return GrantUse.Sent;
    }

    /// <summary>The grants still open, for the control API.</summary>
    public IReadOnlyList<OpenGrant> Open(DateTimeOffset now) =>
        [.. _grants.Where(g => g.Value.EndsAt > now).Select(g => new OpenGrant(g.Key, g.Value.Left, g.Value.EndsAt))];

    private GrantKind? Next(DateTimeOffset now, out bool live)
    {
        GrantKind? next = null;
        live = false;
        foreach (var (kind, grant) in _grants)
        {
            if (grant.EndsAt <= now)
                continue;
            live = true;
            if (grant.Left > 0 && (next is null || grant.EndsAt < _grants[next.Value].EndsAt))
                next = kind;
        }
        return next;
    }

    private readonly record struct Grant(int Left, DateTimeOffset EndsAt);
}

/// <param name="Left">Messages still allowed; the largest int = without limit.</param>
internal sealed record OpenGrant(GrantKind Kind, int Left, DateTimeOffset EndsAt);
