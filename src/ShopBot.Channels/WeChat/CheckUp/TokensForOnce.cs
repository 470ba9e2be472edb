using System.Collections.Concurrent;
using ShopBot.Messaging.Contacts;

namespace ShopBot.Channels.WeChat.CheckUp;

/// <summary>Access tokens in memory: a check-up runs beside the program and leaves its database alone. The platform gives both the same token.</summary>
internal sealed class TokensForOnce : IAccountTokens
{
    private readonly ConcurrentDictionary<string, AccountToken> _tokens = new(StringComparer.Ordinal);

    public Task<AccountToken?> FindAsync(string account, CancellationToken ct) => Task.FromResult(_tokens.GetValueOrDefault(account));

    public Task<AccountToken> ReplaceAsync(string account, AccountToken? seen, AccountToken fresh, CancellationToken ct) => Task.FromResult(_tokens[account] = fresh);

    // A check-up sends nothing, so it uploads nothing.
    public Task<string?> FindUploadAsync(string account, string mediaId, DateTimeOffset aliveAt, CancellationToken ct) => Task.FromResult<string?>(null);

    public Task KeepUploadAsync(string account, string mediaId, string platformMediaId, DateTimeOffset expiresAt, CancellationToken ct) => Task.CompletedTask;

    public Task ForgetUploadAsync(string account, string platformMediaId, CancellationToken ct) => Task.CompletedTask;
}
