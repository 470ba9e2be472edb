using System.Buffers;
using System.Security.Cryptography;

namespace ShopBot.Simulator.WeChat;

/// <summary>What an account may do; the platform's table of kinds and capabilities.</summary>
public enum AccountKind
{
    VerifiedService,
    Service,
    VerifiedSubscription,
    Subscription,
}

/// <summary>How pushes to the account's address are written.</summary>
public enum PushMode
{
    Plain,
    Compatible,
    Secure,
}

/// <summary>An official account as its owner configured it in the platform's console.</summary>
/// <remarks>Whatever is not said gets a random, well-formed value.</remarks>
public sealed record SimulatedAccount
{
    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");

    /// <summary>The name in the control API; unique.</summary>
    public required string Name { get; init; }

    /// <summary>What people see as the name of the account; the <see cref="Name"/> when empty.</summary>
    public string Title { get; init; } = "";

    /// <summary><c>gh_</c> and 12 hex digits.</summary>
    public string OriginalId { get; init; } = "gh_" + RandomNumberGenerator.GetHexString(12, lowercase: true);

    /// <summary><c>wx</c> and 16 hex digits.</summary>
    public string AppId { get; init; } = "wx" + RandomNumberGenerator.GetHexString(16, lowercase: true);

    public string AppSecret { get; init; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>3 to 32 letters and digits.</summary>
    public string Token { get; init; } = RandomNumberGenerator.GetHexString(24, lowercase: true);

    /// <summary>43 letters and digits.</summary>
    public string EncodingAESKey { get; init; } =
        RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", 43);

    public AccountKind Kind { get; init; } = AccountKind.VerifiedService;

    public PushMode Mode { get; init; } = PushMode.Secure;

    /// <summary>Where pushes go: absolute, or a path on <see cref="SimulatorOptions.BaseAddress"/>. Empty = nothing is pushed.</summary>
    public string CallbackUrl { get; init; } = "";

    /// <summary>Addresses that may ask for a token; empty = everybody may.</summary>
    public IReadOnlyList<string> AllowedIps { get; init; } = [];

    /// <summary>Daily limits that differ from those of a newly registered account, by API path (<c>/cgi-bin/…</c>).</summary>
    public IReadOnlyDictionary<string, int> DailyLimits { get; init; } = new Dictionary<string, int>();

    /// <summary>Limits a minute that differ from the platform's own, by API path.</summary>
    public IReadOnlyDictionary<string, int> MinuteLimits { get; init; } = new Dictionary<string, int>();

    /// <summary>The account's one template for one-time subscription messages.</summary>
    public string OneTimeTemplateId { get; init; } = RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", 43);

    /// <summary>Templates it has from the start.</summary>
    public IReadOnlyList<SimulatedTemplate> Templates { get; init; } = [];

    public static bool IsToken(string text) => text.Length is >= 3 and <= 32 && text.All(char.IsAsciiLetterOrDigit);

    public static bool IsEncodingAESKey(string text) => text.Length == 43 && text.All(char.IsAsciiLetterOrDigit);

    public static bool IsAppId(string text) => text.Length == 18 && text.StartsWith("wx", StringComparison.Ordinal) && text.AsSpan(2).IndexOfAnyExcept(Hex) < 0;

    public static bool IsAppSecret(string text) => text.Length == 32 && text.AsSpan().IndexOfAnyExcept(Hex) < 0;

    public static bool IsOriginalId(string text) => text.Length == 15 && text.StartsWith("gh_", StringComparison.Ordinal) && text.AsSpan(3).IndexOfAnyExcept(Hex) < 0;

    public static bool IsCallback(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https";
}
