using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ShopBot.Simulator.WeChat.Api;

/// <summary>The two ways to an access token, the callback addresses, and the clearing of quotas.</summary>
internal sealed class TokenApi : IApi
{
    public IEnumerable<ApiMethod> Methods =>
    [
        ApiMethod.Get("/cgi-bin/token", Plain) with { NeedsToken = false, DailyLimit = 2_000 },
        ApiMethod.Post("/cgi-bin/stable_token", Stable) with { NeedsToken = false, DailyLimit = 500_000, MinuteLimit = 10_000 },
        ApiMethod.Get("/cgi-bin/getcallbackip", Addresses),
        ApiMethod.Get("/cgi-bin/get_api_domain_ip", Addresses),
        ApiMethod.Post("/cgi-bin/clear_quota", ClearQuota) with { For = AccountKinds.Verified },
    ];

    private static ApiAnswer Plain(ApiCall call) =>
        Refused(call, call.Query("grant_type"), call.Query("appid"), call.Query("secret")) ?? Given(call.Caller.Tokens.AskPlain());

    private static ApiAnswer Stable(ApiCall call)
    {
        if (Refused(call, call.Text("grant_type") ?? "", call.Text("appid") ?? "", call.Text("secret") ?? "") is { } refused)
            return refused;
        if (ApiCall.ChildOf(call.Json, "force_refresh").ValueKind != JsonValueKind.True)
            return Given(call.Caller.Tokens.AskStable());
        var (token, expiresIn, errcode) = call.Caller.Tokens.ForceStable();
        return errcode == 0 ? Given((token, expiresIn)) : ApiAnswer.Fail(errcode);
    }

    private static ApiAnswer? Refused(ApiCall call, string grantType, string appId, string secret)
    {
        if (grantType != "client_credential")
            return ApiAnswer.Fail(40002);
        if (appId.Length == 0)
            return ApiAnswer.Fail(41002);
        if (call.Account is null)
            return ApiAnswer.Fail(40013);
        if (secret.Length == 0)
            return ApiAnswer.Fail(41004);
        if (secret.Length != 32 || !secret.All(char.IsAsciiHexDigit))
            return ApiAnswer.Fail(40125);
        if (secret != call.Account.Settings.AppSecret)
            return ApiAnswer.Fail(40001, "invalid credential, appsecret does not fit the appid");
        var caller = call.Request.HttpContext.Connection.RemoteIpAddress?.MapToIPv4().ToString() ?? "unknown";
        if (call.Account.Settings.AllowedIps is { Count: > 0 } allowed && !allowed.Contains(caller))
            return ApiAnswer.Fail(40164, string.Create(CultureInfo.InvariantCulture, $"invalid ip {caller} ipv6 ::ffff:{caller}, not in whitelist"));
        return null;
    }

    private static ApiAnswer.Json Given((string Token, int ExpiresIn) token) =>
        new(new JsonObject { ["access_token"] = token.Token, ["expires_in"] = token.ExpiresIn });

    private static ApiAnswer Addresses(ApiCall call) => new ApiAnswer.Json(new JsonObject { ["ip_list"] = new JsonArray("127.0.0.1", "::1") });

    private static ApiAnswer ClearQuota(ApiCall call)
    {
        if (call.Text("appid") != call.Caller.Settings.AppId)
            return ApiAnswer.Fail(40013);
        return call.Caller.Quotas.TryClear() ? ApiAnswer.Ok : ApiAnswer.Fail(48006);
    }
}
