using ShopBot.Messaging.Contacts;

namespace ShopBot.Messaging.Menus;

/// <summary>A channel's way to an account's menu.</summary>
/// <remarks>Never throws for a platform's answer.</remarks>
public interface IAccountMenus
{
    /// <summary>WeChat, Weibo or Line, as in the settings.</summary>
    string Channel { get; }

    /// <summary>Looks what the platform shows.</summary>
    Task<MenuState> CompareAsync(Account account, AccountMenu menu, CancellationToken ct);

    /// <summary>Makes the platform show this menu; where it does already, nothing is changed.</summary>
    Task<MenuState> KeepInStepAsync(Account account, AccountMenu menu, CancellationToken ct);
}

/// <summary>How the platform's menu and the shop's compare.</summary>
public abstract record MenuState
{
    private MenuState() { }

    public sealed record InStep : MenuState;

    /// <param name="What">What differs, for the operator.</param>
    public sealed record Differs(string What) : MenuState;

    /// <param name="What">What was changed, for the operator.</param>
    public sealed record Published(string What) : MenuState;

    /// <summary>An account of this kind has no menu of ours.</summary>
    public sealed record NotAllowed(string Why) : MenuState;

    /// <summary>The platform refused; only a person can mend it.</summary>
    public sealed record Refused(string Why) : MenuState;

    /// <summary>The platform was not reached or is busy: later it may do.</summary>
    public sealed record NotNow(string Why) : MenuState;
}
