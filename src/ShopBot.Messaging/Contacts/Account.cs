using System.Diagnostics.CodeAnalysis;

namespace ShopBot.Messaging.Contacts;

/// <summary>What an account is to its platform; decides what it may do (WeChat: table of rights by kind).</summary>
public enum AccountKind
{
    VerifiedService,
    Service,
    VerifiedSubscription,
    Subscription,
}

/// <summary>How the platform wraps what it pushes to us. LINE and Weibo know only Plain.</summary>
public enum WrappingMode
{
    Secure,
    Compatible,
    Plain,
}

/// <summary>One official account of one shop. Section "Accounts:{name}" of the settings; secrets come from nowhere else.</summary>
public sealed class Account
{
    /// <summary>The section's name: letters, digits and dashes. Part of addresses, contact points and storage keys: never change it.</summary>
    public string Name { get; set; } = "";

    /// <summary>Name of the shop in section "Shops".</summary>
    public string Shop { get; set; } = "";

    /// <summary>WeChat, Weibo or Line.</summary>
    public string Channel { get; set; } = "";

    /// <summary>WeChat: gh_ and 12 hex digits.</summary>
    public string OriginalId { get; set; } = "";

    public string AppId { get; set; } = "";
    public string AppSecret { get; set; } = "";
    public string Token { get; set; } = "";
    public string EncodingAESKey { get; set; } = "";

    /// <summary>The key before the last change; still accepted. Empty when there was none.</summary>
    public string PreviousEncodingAESKey { get; set; } = "";

    public WrappingMode Mode { get; set; } = WrappingMode.Secure;
    public AccountKind Kind { get; set; } = AccountKind.VerifiedService;

    /// <summary>Where the platform's calls go; empty = the platform's own host.</summary>
    public string ApiBase { get; set; } = "";

    /// <summary>Unguessable last part of the webhook's path; needed where the platform does not sign bodies. Empty = none.</summary>
    public string PathSecret { get; set; } = "";

    /// <summary>By notice (README of the outbox): the form it is sent as while the person's window is shut.</summary>
    public Dictionary<string, NoticeTemplate> Templates { get; set; } = new(StringComparer.Ordinal);

    /// <summary>By notice: the form people accept in advance, one message for each acceptance.</summary>
    public Dictionary<string, NoticeTemplate> Subscriptions { get; set; } = new(StringComparer.Ordinal);

    public AccountLimits Limits { get; set; } = new();

    public override string ToString() => Name;
}

/// <summary>All accounts of this installation, by name. Fixed while the program runs.</summary>
public sealed class AccountBook(IEnumerable<Account> accounts)
{
    private readonly Dictionary<string, Account> _byName = accounts.ToDictionary(a => a.Name, StringComparer.Ordinal);

    public IReadOnlyCollection<Account> All => _byName.Values;

    /// <exception cref="KeyNotFoundException">No such account in the settings.</exception>
    public Account this[string name] =>
        _byName.TryGetValue(name, out var account) ? account : throw new KeyNotFoundException($"No account '{name}' in the settings.");

    public bool TryGet(string name, [NotNullWhen(true)] out Account? account) => _byName.TryGetValue(name, out account);
}
