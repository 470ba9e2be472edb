using System.Diagnostics;
using ShopBot.Messaging.Contacts;

namespace ShopBot.Channels.WeChat;

/// <summary>Calls with an access token; one the platform refuses is replaced and the call made once more.</summary>
internal sealed class WeChatApi(WeChatHttp http, WeChatTokens tokens)
{
    /// <param name="path">With what stands in the query besides the token: <c>/cgi-bin/media/upload?type=image</c>.</param>
    /// <param name="content">Makes the body anew for each try; gives null for a GET.</param>
    /// <param name="limit">For everything together.</param>
    public async Task<WeChatReply> CallAsync(
        Account account, string path, Func<HttpContent?> content, int maxBytes, TimeSpan limit, CancellationToken ct)
    {
        var began = Stopwatch.GetTimestamp();
        var taken = await WithinAsync(token => tokens.GetAsync(account, token), limit, ct);
        if (taken is not WeChatTokenResult.Got first)
            return NoToken(taken);
        var reply = await CallAsync(first.Value);
        if (!RefusesToken(reply))
            return reply;

        taken = await WithinAsync(token => tokens.ReplaceAsync(account, first.Value, token), Left(), ct);
        return taken is WeChatTokenResult.Got second ? await CallAsync(second.Value) : NoToken(taken);

        TimeSpan Left() => limit - Stopwatch.GetElapsedTime(began);

        Task<WeChatReply> CallAsync(string token)
        {
            var separator = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
            return http.CallAsync(
                account, $"{path}{separator}access_token={Uri.EscapeDataString(token)}", content(), maxBytes, Left(), ct);
        }
    }

    public static bool RefusesToken(WeChatReply reply) => reply is WeChatReply.Refused { Code: "40001" or "40014" or "42001" };

    private static WeChatReply.NoToken NoToken(WeChatTokenResult result) => new(((WeChatTokenResult.Failed)result).Cause);

    private static async Task<WeChatTokenResult> WithinAsync(
        Func<CancellationToken, Task<WeChatTokenResult>> take, TimeSpan limit, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        stop.CancelAfter(limit > TimeSpan.Zero ? limit : TimeSpan.Zero);
        try
        {
            return await take(stop.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new WeChatTokenResult.Failed(new WeChatReply.NotSent("no access token in time"));
        }
    }
}
