using System.Text.Json;
using System.Text.Json.Nodes;
using QRCoder;

namespace ShopBot.Simulator.WeChat.Api;

/// <summary>QR codes with a scene, and their pictures.</summary>
internal sealed class CodeApi(Platform platform) : IApi
{
    private const int LongestLife = 2_592_000, ShortestLife = 60, HighestPermanent = 100_000, SceneLength = 64;

    public IEnumerable<ApiMethod> Methods =>
    [
        ApiMethod.Post("/cgi-bin/qrcode/create", Create) with { For = AccountKinds.VerifiedService, DailyLimit = 100_000 },
        ApiMethod.Get("/cgi-bin/showqrcode", Picture) with { NeedsToken = false },
    ];

    private static ApiAnswer Create(ApiCall call)
    {
        var scene = ApiCall.ChildOf(ApiCall.ChildOf(call.Json, "action_info"), "scene");
        var (action, number, text) = (call.Text("action_name"), Number(scene), ApiCall.TextOf(scene, "scene_str") ?? "");
        switch (action)
        {
            case "QR_SCENE" when number != 0:
            case "QR_LIMIT_SCENE" when number is >= 1 and <= HighestPermanent:
                text = "";
                break;
            case "QR_STR_SCENE" or "QR_LIMIT_STR_SCENE" when text.Length is > 0 and <= SceneLength:
                number = 0;
                break;
            case "QR_SCENE" or "QR_LIMIT_SCENE" or "QR_STR_SCENE" or "QR_LIMIT_STR_SCENE":
                return ApiAnswer.Fail(40053);
            default:
                return ApiAnswer.Fail(40052);
        }
        if (action.StartsWith("QR_LIMIT", StringComparison.Ordinal))
        {
            return call.Caller.Codes.Make(number, text, null) is { } permanent
                ? new ApiAnswer.Json(new JsonObject { ["ticket"] = permanent.Ticket, ["url"] = permanent.Url }) : ApiAnswer.Fail(45029);
        }
        var asked = ApiCall.ChildOf(call.Json, "expire_seconds");
        var seconds = asked.ValueKind == JsonValueKind.Undefined ? ShortestLife : asked.ValueKind == JsonValueKind.Number && asked.TryGetInt32(out var wanted) ? wanted : 0;
        if (seconds is < 1 or > LongestLife)
            return ApiAnswer.Fail(40053);
        var code = call.Caller.Codes.Make(number, text, TimeSpan.FromSeconds(seconds))!;
        return new ApiAnswer.Json(new JsonObject { ["ticket"] = code.Ticket, ["expire_seconds"] = seconds, ["url"] = code.Url });
    }

    /// <summary>On the real platform another host's page; a ticket that is none or no longer one is not found.</summary>
    private ApiAnswer Picture(ApiCall call)
    {
        var ticket = call.Query("ticket");
        var found = platform.Accounts.Select(a => (Account: a, Code: a.Codes.WithTicket(ticket))).FirstOrDefault(f => f.Code is not null);
        return found.Code is { } code && found.Account.Codes.IsAlive(code)
            ? new ApiAnswer.File(PngByteQRCodeHelper.GetQRCode(code.Url, QRCodeGenerator.ECCLevel.M, 6), "image/png", "qrcode.png")
            : new ApiAnswer.Missing();
    }

    private static int Number(JsonElement scene) =>
        ApiCall.ChildOf(scene, "scene_id") is { ValueKind: JsonValueKind.Number } id && id.TryGetInt32(out var number) ? number : 0;
}
