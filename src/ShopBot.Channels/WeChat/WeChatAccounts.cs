using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using ShopBot.Messaging.Contacts;

namespace ShopBot.Channels.WeChat;

/// <summary>The WeChat accounts of this installation with their keys made ready once.</summary>
internal sealed class WeChatAccounts(AccountBook accounts)
{
    private readonly Dictionary<string, WeChatAccount> _byName = accounts.All
        .Where(account => account.Channel == WeChatChannel.ChannelName)
        .ToDictionary(account => account.Name, account => new WeChatAccount(account), StringComparer.Ordinal);

    public WeChatAccount this[Account account] => _byName[account.Name];

    public bool TryGet(string name, [NotNullWhen(true)] out WeChatAccount? account) => _byName.TryGetValue(name, out account);
}

internal sealed class WeChatAccount(Account settings)
{
    private readonly byte[] _pathSecret = Encoding.UTF8.GetBytes(settings.PathSecret);
    private readonly WeChatCipher? _current = CipherOf(settings.EncodingAESKey, settings);
    private readonly WeChatCipher? _previous = CipherOf(settings.PreviousEncodingAESKey, settings);

    public Account Settings => settings;

    public byte[] Token { get; } = Encoding.UTF8.GetBytes(settings.Token);

    public bool Encrypts => settings.Mode != WrappingMode.Plain;

    /// <summary>Whether the address used is the account's: with the secret where there is one, without where there is none.</summary>
    public bool IsReachedBy(string? secret) =>
        _pathSecret.Length == 0
            ? secret is null
            : secret is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(secret), _pathSecret);

    /// <summary>Opens with the current key, else with the one before the last change.</summary>
    public bool TryOpen(ReadOnlySpan<byte> base64, out ReadOnlyMemory<byte> message, out bool usesPreviousKey)
    {
        usesPreviousKey = false;
        message = default;
        if (_current is not null && _current.TryOpen(base64, out message))
            return true;
        return usesPreviousKey = _previous is not null && _previous.TryOpen(base64, out message);
    }

    /// <summary>The cipher an answer is sealed with: the one that opened the message.</summary>
    public WeChatCipher Cipher(bool usePrevious) =>
        (usePrevious ? _previous : _current) ?? throw new InvalidOperationException($"Account '{settings.Name}' has no EncodingAESKey.");

    private static WeChatCipher? CipherOf(string key, Account settings) =>
        settings.Mode == WrappingMode.Plain || key.Length == 0 ? null : new WeChatCipher(key, settings.AppId);
}
