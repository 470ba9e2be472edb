using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ShopBot.Simulator.WeChat.Api;

/// <summary>Short keys for long texts, up to thirty days.</summary>
internal sealed class ShortKeyApi(TimeProvider clock) : IApi
{
    private const int DataBytes = 4_096, LongestLife = 2_592_000, KeyLength = 15;
    private readonly ConcurrentDictionary<(string Account, string Key), (string Data, DateTimeOffset At, DateTimeOffset EndsAt)> _kept = new();

    public IEnumerable<ApiMethod> Methods =>
    [
        ApiMethod.Post("/cgi-bin/shorten/gen", Make) with { For = AccountKinds.VerifiedService },
        ApiMethod.Post("/cgi-bin/shorten/fetch", Find) with { For = AccountKinds.VerifiedService },
    ];

    private ApiAnswer Make(ApiCall call)
    {
        if (call.Text("long_data") is not { Length: > 0 } data || Encoding.UTF8.GetByteCount(data) > DataBytes)
            return ApiAnswer.Fail(9410010);
        var life = ApiCall.ChildOf(call.Json, "expire_seconds") is { ValueKind: JsonValueKind.Number } asked ? asked.TryGetInt32(out var seconds) ? seconds : 0 : LongestLife;
        if (life is < 1 or > LongestLife)
            return ApiAnswer.Fail(9410011);
        var now = clock.GetUtcNow();
        foreach (var old in _kept.Where(k => k.Value.EndsAt <= now).Select(k => k.Key))
            _kept.TryRemove(old, out _);
        var key = RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", KeyLength);
        _kept[(call.Caller.Settings.Name, key)] = (data, now, now.AddSeconds(life));
        return new ApiAnswer.Json(new JsonObject { ["errcode"] = 0, ["errmsg"] = "ok", ["short_key"] = key });
    }

    private ApiAnswer Find(ApiCall call) =>
        _kept.TryGetValue((call.Caller.Settings.Name, call.Text("short_key") ?? ""), out var kept) && kept.EndsAt > clock.GetUtcNow()
            ? new ApiAnswer.Json(new JsonObject
            {
                ["errcode"] = 0, ["errmsg"] = "ok", ["long_data"] = kept.Data, ["create_time"] = kept.At.ToUnixTimeSeconds(),
                ["expire_seconds"] = (int)(kept.EndsAt - clock.GetUtcNow()).TotalSeconds,
            })
            : ApiAnswer.Fail(9410012);
}
