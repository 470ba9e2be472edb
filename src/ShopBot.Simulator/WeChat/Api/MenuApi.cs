using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ShopBot.Simulator.Phones;
using ShopBot.Simulator.WeChat.Menus;

namespace ShopBot.Simulator.WeChat.Api;

/// <summary>The account's bottom menu, and others for people with a tag or a kind of phone.</summary>
internal sealed class MenuApi(LiveEvents live) : IApi
{
    private static readonly string[] Withdrawn = ["sex", "country", "province", "city", "language"];

    public IEnumerable<ApiMethod> Methods =>
    [
        ApiMethod.Post("/cgi-bin/menu/create", Create) with { For = AccountKinds.Verified, DailyLimit = 1_000, EscapeErrcode = 40033 },
        ApiMethod.Get("/cgi-bin/menu/get", Get) with { For = AccountKinds.Verified, DailyLimit = 10_000 },
        ApiMethod.Get("/cgi-bin/menu/delete", Delete) with { For = AccountKinds.Verified, DailyLimit = 1_000 },
        ApiMethod.Get("/cgi-bin/get_current_selfmenu_info", Current),
        ApiMethod.Post("/cgi-bin/menu/addconditional", Add) with { For = AccountKinds.Verified, DailyLimit = 2_000, EscapeErrcode = 40033 },
        ApiMethod.Post("/cgi-bin/menu/delconditional", Remove) with { For = AccountKinds.Verified, DailyLimit = 2_000 },
        ApiMethod.Post("/cgi-bin/menu/trymatch", TryMatch) with { For = AccountKinds.Verified, DailyLimit = 20_000 },
    ];

    private ApiAnswer Create(ApiCall call)
    {
        if (MenuRules.Check(call.Json, call.Caller) is var code and not 0)
            return ApiAnswer.Fail(code);
        call.Caller.Menus.Publish(MenuButtons.Published(ApiCall.ChildOf(call.Json, "button")));
        Tell(call);
        return ApiAnswer.Ok;
    }

    private static ApiAnswer Get(ApiCall call)
    {
        if (call.Caller.Menus.Default is not { } menu)
            return ApiAnswer.Fail(46003);
        var answer = new JsonObject { ["menu"] = menu.DeepClone() };
        if (call.Caller.Menus.Conditional is { Count: > 0 } some)
            answer["conditionalmenu"] = new JsonArray([.. some.Select(c => c.Menu.DeepClone())]);
        return new ApiAnswer.Json(answer);
    }

    private ApiAnswer Delete(ApiCall call)
    {
        call.Caller.Menus.Clear();
        Tell(call);
        return ApiAnswer.Ok;
    }

    private static ApiAnswer Current(ApiCall call)
    {
        if (call.Caller.Menus.Default is not { } menu)
            return new ApiAnswer.Json(new JsonObject { ["is_menu_open"] = 0 });
        var buttons = menu["button"]!.DeepClone().AsArray();
        foreach (var button in buttons.OfType<JsonObject>())
        {
            if (button["sub_button"] is JsonArray { Count: > 0 } inner)
            {
                foreach (var leaf in inner.OfType<JsonObject>())
                    leaf.Remove("sub_button");
                button["sub_button"] = new JsonObject { ["list"] = inner.DeepClone() };
            }
            else
            {
                button.Remove("sub_button");
            }
        }
        return new ApiAnswer.Json(new JsonObject { ["is_menu_open"] = 1, ["selfmenu_info"] = new JsonObject { ["button"] = buttons } });
    }

    private ApiAnswer Add(ApiCall call)
    {
        if (MenuRules.Check(call.Json, call.Caller) is var code and not 0)
            return ApiAnswer.Fail(code);
        var rule = ApiCall.ChildOf(call.Json, "matchrule");
        if (rule.ValueKind != JsonValueKind.Object || !rule.EnumerateObject().Any())
            return ApiAnswer.Fail(65304);
        if (rule.EnumerateObject().Any(r => Withdrawn.Contains(r.Name)))
            return ApiAnswer.Fail(65320);
        var (tag, platform) = (NumberOf(rule, "tag_id"), NumberOf(rule, "client_platform_type"));
        if (tag is null && platform is null || platform is < 1 or > 3)
            return ApiAnswer.Fail(65304);
        if (tag is { } wanted && !call.Caller.Tags.Has(wanted))
            return ApiAnswer.Fail(45159);
        var (id, errcode) = call.Caller.Menus.Add(MenuButtons.Published(ApiCall.ChildOf(call.Json, "button")), JsonNode.Parse(rule.GetRawText())!.AsObject(), tag, platform);
        if (errcode != 0)
            return ApiAnswer.Fail(errcode);
        Tell(call);
        return new ApiAnswer.Json(new JsonObject { ["menuid"] = id.ToString(CultureInfo.InvariantCulture) });
    }

    private ApiAnswer Remove(ApiCall call)
    {
        if (NumberOf(call.Json, "menuid") is not { } id || !call.Caller.Menus.Remove(id))
            return ApiAnswer.Fail(65301);
        Tell(call);
        return ApiAnswer.Ok;
    }

    private static ApiAnswer TryMatch(ApiCall call)
    {
        var who = call.Text("user_id") is { } id ? call.Caller.WithOpenId(id) ?? call.Caller.Person(id) : null;
        return who is not { Follows: true } ? ApiAnswer.Fail(65302)
            : call.Caller.Menus.For(who) is { } menu ? new ApiAnswer.Json(new JsonObject { ["button"] = menu["button"]!.DeepClone() }) : ApiAnswer.Fail(46003);
    }

    /// <summary>A number, or a text of one.</summary>
    private static int? NumberOf(JsonElement json, string name)
    {
        var value = ApiCall.ChildOf(json, name);
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number
            : value.ValueKind == JsonValueKind.String && int.TryParse(value.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out number) ? number : null;
    }

    private void Tell(ApiCall call) => live.Tell("menu", new { account = call.Caller.Settings.Name });
}
