using System.Text.Json.Nodes;
using ShopBot.Simulator.Phones;

namespace ShopBot.Simulator.WeChat.Api;

/// <summary>The account's bottom menu.</summary>
internal sealed class MenuApi(LiveEvents live) : IApi
{
    private const int FirstMenuId = 431_000_000;
    private int _menus = FirstMenuId;

    public IEnumerable<ApiMethod> Methods =>
    [
        ApiMethod.Post("/cgi-bin/menu/create", Create) with { For = AccountKinds.Verified, DailyLimit = 1_000, EscapeErrcode = 40033 },
        ApiMethod.Get("/cgi-bin/menu/get", Get) with { For = AccountKinds.Verified, DailyLimit = 10_000 },
        ApiMethod.Get("/cgi-bin/menu/delete", Delete) with { For = AccountKinds.Verified, DailyLimit = 1_000 },
    ];

    private ApiAnswer Create(ApiCall call)
    {
        if (MenuRules.Check(call.Json) is var code and not 0)
            return ApiAnswer.Fail(code);
        var buttons = JsonNode.Parse(ApiCall.ChildOf(call.Json, "button").GetRawText())!.AsArray();
        foreach (var button in buttons.SelectMany(b => (JsonArray?)b!["sub_button"] is { Count: > 0 } inner ? inner.ToArray() : [b]))
            button!["sub_button"] = new JsonArray();
        call.Caller.Menu = new JsonObject { ["button"] = buttons, ["menuid"] = Interlocked.Increment(ref _menus) };
        Tell(call);
        return ApiAnswer.Ok;
    }

    private static ApiAnswer Get(ApiCall call) => call.Caller.Menu is { } menu
        ? new ApiAnswer.Json(new JsonObject { ["menu"] = menu.DeepClone() })
        : ApiAnswer.Fail(46003);

    private ApiAnswer Delete(ApiCall call)
    {
        call.Caller.Menu = null;
        Tell(call);
        return ApiAnswer.Ok;
    }

    private void Tell(ApiCall call) => live.Tell("menu", new { account = call.Caller.Settings.Name, menu = call.Caller.Menu?.DeepClone() });
}
