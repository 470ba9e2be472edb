using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging;
using ShopBot.Messaging.Contacts;

namespace ShopBot.Channels.WeChat;

/// <summary>What came of asking for an access token.</summary>
internal abstract record WeChatTokenResult
{
    private WeChatTokenResult() { }

    public sealed record Got(string Value) : WeChatTokenResult;

    public sealed record Failed(WeChatReply Cause) : WeChatTokenResult;
}

/// <summary>The one owner of the access tokens: however many calls need one, the platform is asked once.</summary>
/// <remarks>Uses stable_token, which gives everybody the same token until five minutes before its end, so several instances cannot supersede each other's.</remarks>
internal sealed class WeChatTokens(WeChatHttp http, IAccountTokens store, TimeProvider clock, WeChatTimes times, ILogger<WeChatTokens> log)
{
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, Slot> _slots = new(StringComparer.Ordinal);

    /// <summary>A token that has some life left.</summary>
    public Task<WeChatTokenResult> GetAsync(Account account, CancellationToken ct) => TakeAsync(account, dead: null, ct);

    /// <summary>Another token than the one the platform just refused. Where somebody else has renewed it meanwhile, theirs.</summary>
    public Task<WeChatTokenResult> ReplaceAsync(Account account, string dead, CancellationToken ct) => TakeAsync(account, dead, ct);

    private async Task<WeChatTokenResult> TakeAsync(Account account, string? dead, CancellationToken ct)
    {
        var slot = _slots.GetOrAdd(account.Name, _ => new Slot());
        while (true)
        {
            Task<WeChatTokenResult> asking;
            lock (slot)
            {
                if (slot.Current is { } token && token.Value != dead && !IsDue(slot, token))
                    return new WeChatTokenResult.Got(token.Value);
                // Not the caller's cancellation: whoever waits beside it wants the answer.
                asking = slot.Asking ??= Task.Run(() => AskAsync(account, slot, dead), CancellationToken.None);
            }
            var result = await asking.WaitAsync(ct);
            // The asking under way had begun before anybody knew that this token is dead.
            if (result is not WeChatTokenResult.Got { Value: var value } || value != dead)
                return result;
        }
    }

    private bool IsDue(Slot slot, AccountToken token)
    {
        var now = clock.GetUtcNow();
        return token.ExpiresAt <= now || (token.ExpiresAt - now < WeChatLimits.TokenMargin && now - slot.AskedAt >= AskAgainAfter);
    }

    private async Task<WeChatTokenResult> AskAsync(Account account, Slot slot, string? dead)
    {
        var result = await TryAskAsync(account, slot, dead);
        lock (slot)
            slot.Asking = null;
        return result;
    }

    private async Task<WeChatTokenResult> TryAskAsync(Account account, Slot slot, string? dead)
    {
        try
        {
            var stored = await store.FindAsync(account.Name, CancellationToken.None);
            if (stored is not null && stored.Value != dead && stored.ExpiresAt - clock.GetUtcNow() >= WeChatLimits.TokenMargin)
                return Keep(slot, stored);

            var fresh = await FetchAsync(account, isForced: false);
            if (dead is not null && fresh is (_, { } same) && same.Value == dead)
                fresh = MayForce(slot) ? await FetchAsync(account, isForced: true) : (new WeChatReply.Refused("40001", "the platform gives out a token that it refuses"), null);
            if (fresh.Token is not { } token)
                return Missed(account, slot, dead, fresh.Reply);

            return Keep(slot, await store.ReplaceAsync(account.Name, stored, token, CancellationToken.None));
        }
        catch (Exception broken)
        {
            log.LogError(broken, "The access token of account {Account} could not be read or kept.", account);
            return new WeChatTokenResult.Failed(new WeChatReply.NotSent("the store of access tokens failed"));
        }
    }

    private WeChatTokenResult.Got Keep(Slot slot, AccountToken token)
    {
        lock (slot)
        {
            slot.Current = token;
            slot.AskedAt = clock.GetUtcNow();
        }
        return new(token.Value);
    }

    // The old token serves to its end when the platform gives no new one.
    private WeChatTokenResult Missed(Account account, Slot slot, string? dead, WeChatReply reply)
    {
        log.LogError("WeChat gave no access token for account {Account}: {Reply}", account, reply);
        lock (slot)
        {
            if (slot.Current is { } old && old.Value != dead && old.ExpiresAt > clock.GetUtcNow())
            {
                slot.AskedAt = clock.GetUtcNow();
                return new WeChatTokenResult.Got(old.Value);
            }
        }
        return new WeChatTokenResult.Failed(reply);
    }

    private bool MayForce(Slot slot)
    {
        lock (slot)
        {
            var now = clock.GetUtcNow();
            if (now - slot.ForcedAt < WeChatLimits.ForcedTokenEvery)
                return false;
            slot.ForcedAt = now;
            return true;
        }
    }

    private async Task<(WeChatReply Reply, AccountToken? Token)> FetchAsync(Account account, bool isForced)
    {
        var body = WeChatJson.Bytes(
            $$"""{"grant_type":"client_credential","appid":{{WeChatJson.Quote(account.AppId)}},"secret":{{WeChatJson.Quote(account.AppSecret)}},"force_refresh":{{(isForced ? "true" : "false")}}}""");
        var reply = await http.CallAsync(
            account, "/cgi-bin/stable_token", WeChatJson.Content(body), WeChatLimits.AnswerBytes, times.Call, CancellationToken.None);
        if (reply is not WeChatReply.Done done)
            return (reply, null);
        return done.Text("access_token") is { Length: > 0 } value
            && double.TryParse(done.Text("expires_in"), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 1e6
                ? (reply, new AccountToken(value, clock.GetUtcNow().AddSeconds(seconds)))
                : (new WeChatReply.Unclear("an answer without access_token and expires_in"), null);
    }

    private sealed class Slot
    {
        public AccountToken? Current;
        public Task<WeChatTokenResult>? Asking;
        public DateTimeOffset AskedAt;
        public DateTimeOffset ForcedAt;
    }
}
