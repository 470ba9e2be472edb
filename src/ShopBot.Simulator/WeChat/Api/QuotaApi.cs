using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace ShopBot.Simulator.WeChat.Api;

/// <summary>What an account may ask about its calls, and the ticket for scripts on its pages.</summary>
/// <param name="services">Knows all calls, this one too, which is why it is asked only later.</param>
internal sealed class QuotaApi(IServiceProvider services, TimeProvider clock) : IApi
{
    private static readonly TimeSpan TicketLife = TimeSpan.FromSeconds(7200), RidsKept = TimeSpan.FromDays(7);

    public IEnumerable<ApiMethod> Methods =>
    [
        ApiMethod.Post("/cgi-bin/openapi/quota/get", Quota),
        ApiMethod.Post("/cgi-bin/openapi/quota/clear", Clear) with { For = AccountKinds.Verified },
        ApiMethod.Post("/cgi-bin/openapi/rid/get", Rid),
        ApiMethod.Post("/cgi-bin/clear_quota/v2", ClearBySecret) with { NeedsToken = false, For = AccountKinds.Verified },
        ApiMethod.Get("/cgi-bin/ticket/getticket", Ticket) with { DailyLimit = 1_000_000 },
    ];

    private ApiAnswer Quota(ApiCall call)
    {
        if (call.Text("cgi_path") is not { } path || !path.StartsWith('/'))
            return ApiAnswer.Fail(76003);
        if (path.StartsWith("/sns/", StringComparison.Ordinal))
            return ApiAnswer.Fail(76022);
        if (services.GetRequiredService<ApiDesk>().Method(path) is not { } method)
            return ApiAnswer.Fail(76021);
        if (!method.For.Include(call.Caller.Settings.Kind))
            return ApiAnswer.Fail(76022);
        var (limit, used, minute) = (call.Caller.LimitOf(method), call.Caller.Quotas.UsedOf(method.CountedAs ?? path), call.Caller.MinuteLimitOf(method));
        var answer = new JsonObject
        {
            ["errcode"] = 0, ["errmsg"] = "ok",
            ["quota"] = new JsonObject { ["daily_limit"] = limit, ["used"] = used, ["remain"] = Math.Max(limit - used, 0) },
        };
        if (minute != int.MaxValue)
            answer["rate_limit"] = new JsonObject { ["call_count"] = minute, ["refresh_second"] = 60 };
        return new ApiAnswer.Json(answer);
    }

    private ApiAnswer Clear(ApiCall call)
    {
        if (call.Text("cgi_path") is not { } path || !path.StartsWith('/'))
            return ApiAnswer.Fail(76003);
        if (services.GetRequiredService<ApiDesk>().Method(path) is not { } method)
            return ApiAnswer.Fail(76021);
        return call.Caller.Quotas.TryClearOne(method.CountedAs ?? path) ? ApiAnswer.Ok : ApiAnswer.Fail(48006);
    }

    private static ApiAnswer ClearBySecret(ApiCall call) => call.Account is not { } account ? ApiAnswer.Fail(40013)
        : call.Text("appsecret") is not { Length: > 0 } secret ? ApiAnswer.Fail(41004)
        : secret != account.Settings.AppSecret ? ApiAnswer.Fail(40125)
        : account.Quotas.TryClear() ? ApiAnswer.Ok : ApiAnswer.Fail(48006);

    private ApiAnswer Rid(ApiCall call)
    {
        if (call.Text("rid") is not { Length: > 0 } rid)
            return ApiAnswer.Fail(76001);
        if (call.Caller.Transcript.All().FirstOrDefault(e => e.Rid == rid) is not { } found)
            return ApiAnswer.Fail(76001);
        return clock.GetUtcNow() - found.At > RidsKept ? ApiAnswer.Fail(76002) : new ApiAnswer.Json(new JsonObject
        {
            ["errcode"] = 0, ["errmsg"] = "ok",
            ["request"] = new JsonObject
            {
                ["invoke_time"] = found.At.ToUnixTimeSeconds(), ["cost_in_ms"] = found.Took, ["request_url"] = found.Api,
                ["request_body"] = found.Request, ["response_body"] = found.Answer, ["client_ip"] = "127.0.0.1",
            },
        });
    }

    private ApiAnswer Ticket(ApiCall call)
    {
        if (call.Query("type") is not ("jsapi" or "wx_card"))
            return ApiAnswer.Fail(40097);
        var (ticket, endsAt) = call.Caller.Ticket(call.Query("type"), clock.GetUtcNow(), TicketLife,
            () => RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-", 86));
        return new ApiAnswer.Json(new JsonObject
        {
            ["errcode"] = 0, ["errmsg"] = "ok", ["ticket"] = ticket, ["expires_in"] = (int)(endsAt - clock.GetUtcNow()).TotalSeconds,
        });
    }
}
