using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ShopBot.Simulator.WeChat.Pushing;
using ShopBot.Simulator.WeChat.Templates;

namespace ShopBot.Simulator.WeChat.Api;

/// <summary>Template messages: no window needed, only a follower and an honest template.</summary>
internal sealed class TemplateApi(Platform platform, TimeProvider clock) : IApi
{
    private const int IdLength = 43, UrlBytes = 1024;
    private const AccountKinds Who = AccountKinds.VerifiedService;

    public IEnumerable<ApiMethod> Methods =>
    [
        ApiMethod.Post("/cgi-bin/message/template/send", Send) with { For = Who, DailyLimit = 100_000 },
        ApiMethod.Post("/cgi-bin/template/api_set_industry", SetIndustry) with { For = Who },
        ApiMethod.Get("/cgi-bin/template/get_industry", Industry) with { For = Who },
        ApiMethod.Post("/cgi-bin/template/api_add_template", Add) with { For = Who },
        ApiMethod.Get("/cgi-bin/template/get_all_private_template", List) with { For = Who },
        ApiMethod.Post("/cgi-bin/template/del_private_template", Delete) with { For = Who },
    ];

    private ApiAnswer Send(ApiCall call)
    {
        var (account, now) = (call.Caller, clock.GetUtcNow());
        if (call.Text("touser") is not { } openId || account.WithOpenId(openId) is not { } follower)
            return ApiAnswer.Fail(40003);
        if (call.Text("template_id") is not { Length: > 0 and <= IdLength } id)
            return ApiAnswer.Fail(40036);
        if (account.Templates.Find(id, notice: false) is not { } template)
            return ApiAnswer.Fail(40037);
        if (template.Blocked)
            return ApiAnswer.Fail(43116);
        if (call.Text("url") is { } url && Encoding.UTF8.GetByteCount(url) > UrlBytes)
            return ApiAnswer.Fail(40039);
        if (!follower.Follows)
            return ApiAnswer.Fail(43004);
        if (follower.Blacklisted)
            return ApiAnswer.Fail(43019);
        var data = ApiCall.ChildOf(call.Json, "data");
        if (data.ValueKind != JsonValueKind.Object)
            return ApiAnswer.Fail(47003, "argument invalid! data is missing");
        if (TemplateValues.Problem(template, data) is { } field)
            return ApiAnswer.Fail(47003, $"argument invalid! {field} invalid");
        if (TemplateValues.IsMarketing(data))
            return ApiAnswer.Fail(40249);

        // Two calls at once under one id must not both go out.
        lock (account.Templates)
        {
            var clientId = call.Text("client_msg_id");
            if (clientId is not null && account.Templates.SentUnder(openId, clientId, now) is { } earlier)
                return Accepted(earlier);
            var msgId = platform.NextMsgId();
            if (clientId is not null)
                account.Templates.NoteSent(openId, clientId, msgId, now);
            var delivered = !follower.Refuses && !call.JobFails;
            if (delivered)
                platform.Show(follower, template.Filled(data, call.Text("url"), ApiCall.TextOf(ApiCall.ChildOf(call.Json, "miniprogram"), "pagepath")) with { Via = "template" });
            var status = delivered ? "success" : call.JobFails ? "failed: system failed" : "failed:user block";
            call.Jobs.Add(Push.Event(platform, follower, now, "TEMPLATESENDJOBFINISH", xml => xml.Bare("MsgID", msgId).Text("Status", status)));
            return Accepted(msgId);
        }
    }

    private static ApiAnswer.Json Accepted(long msgId) => new(new JsonObject { ["errcode"] = 0, ["errmsg"] = "ok", ["msgid"] = msgId });

    private ApiAnswer SetIndustry(ApiCall call)
    {
        if (!TryNumber(call, "industry_id1", out var main) || !TryNumber(call, "industry_id2", out var second) || main == second)
            return ApiAnswer.Fail(40035);
        return call.Caller.Templates.TrySetIndustry(main, second, clock.GetUtcNow()) ? ApiAnswer.Ok : ApiAnswer.Fail(43100);
    }

    private static ApiAnswer Industry(ApiCall call)
    {
        static JsonObject Of(int id) => new() { ["first_class"] = $"行业{id}", ["second_class"] = $"行业{id}" };
        var (main, second) = call.Caller.Templates.Industry;
        return main == 0 ? ApiAnswer.Fail(-1)
            : new ApiAnswer.Json(new JsonObject { ["primary_industry"] = Of(main), ["secondary_industry"] = Of(second) });
    }

    private static ApiAnswer Add(ApiCall call)
    {
        // The old industry templates (TM…, OPENTM…) can no longer be chosen.
        if (TemplateLibrary.Find(call.Text("template_id_short")) is not { } known)
            return ApiAnswer.Fail(call.Text("template_id_short") is { } other && other.Contains("TM", StringComparison.Ordinal) ? 40247 : 40037);
        var names = ApiCall.ChildOf(call.Json, "keyword_name_list");
        if (names.ValueKind != JsonValueKind.Array || names.GetArrayLength() == 0)
            return ApiAnswer.Fail(40246);
        var chosen = names.EnumerateArray().Select(n => known.Keywords.FirstOrDefault(k => n.ValueKind == JsonValueKind.String && k.Name == n.GetString())).ToList();
        if (chosen.Contains(null) || chosen.Distinct().Count() != chosen.Count)
            return ApiAnswer.Fail(40246);
        var template = known.With(chosen.OfType<Keyword>(), TemplateShelf.NewId(), isNotice: false);
        return call.Caller.Templates.TryAdd(template)
            ? new ApiAnswer.Json(new JsonObject { ["errcode"] = 0, ["errmsg"] = "ok", ["template_id"] = template.Id })
            : ApiAnswer.Fail(45026);
    }

    private static ApiAnswer.Json List(ApiCall call) => new(new JsonObject
    {
        ["template_list"] = new JsonArray([.. call.Caller.Templates.All(notices: false).Select(t => new JsonObject
        {
            ["template_id"] = t.Id, ["title"] = t.Title, ["primary_industry"] = "", ["deputy_industry"] = "", ["content"] = t.Content, ["example"] = t.Example,
        })]),
    });

    private static ApiAnswer Delete(ApiCall call) =>
        call.Caller.Templates.Remove(call.Text("template_id"), notice: false) ? ApiAnswer.Ok : ApiAnswer.Fail(40037);

    /// <summary>A number, or a text of one: clients write both.</summary>
    private static bool TryNumber(ApiCall call, string name, out int number)
    {
        number = 0;
        var value = ApiCall.ChildOf(call.Json, name);
        return (value.ValueKind == JsonValueKind.Number ? value.TryGetInt32(out number)
            : int.TryParse(call.Text(name), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out number)) && number > 0;
    }
}
