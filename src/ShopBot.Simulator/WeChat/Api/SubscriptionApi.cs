using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ShopBot.Simulator.WeChat.Pushing;
using ShopBot.Simulator.WeChat.Templates;

namespace ShopBot.Simulator.WeChat.Api;

/// <summary>Subscription notices: one for each time the person agreed to one.</summary>
internal sealed class SubscriptionApi(Platform platform, TimeProvider clock) : IApi
{
    private const int MostPublic = 30, SceneLength = 15;
    private const int OneTime = 2;

    public IEnumerable<ApiMethod> Methods =>
    [
        ApiMethod.Post("/cgi-bin/message/subscribe/bizsend", Send) with { For = AccountKinds.Verified },
        ApiMethod.Post("/wxaapi/newtmpl/addtemplate", Add) with { For = AccountKinds.Verified },
        ApiMethod.Get("/wxaapi/newtmpl/gettemplate", List) with { For = AccountKinds.Verified },
        ApiMethod.Post("/wxaapi/newtmpl/deltemplate", Delete) with { For = AccountKinds.Verified },
        ApiMethod.Get("/wxaapi/newtmpl/getcategory", Categories) with { For = AccountKinds.Verified },
        ApiMethod.Get("/wxaapi/newtmpl/getpubtemplatetitles", Titles) with { For = AccountKinds.Verified },
        ApiMethod.Get("/wxaapi/newtmpl/getpubtemplatekeywords", Keywords) with { For = AccountKinds.Verified },
    ];

    private ApiAnswer Send(ApiCall call)
    {
        var now = clock.GetUtcNow();
        if (call.Text("touser") is not { } openId || call.Caller.WithOpenId(openId) is not { } person)
            return ApiAnswer.Fail(40003);
        if (call.Caller.Templates.Find(call.Text("template_id"), notice: true) is not { } template)
            return ApiAnswer.Fail(40037);
        if (call.Text("page") is { Length: > 0 } page && (page.Any(char.IsWhiteSpace) || !Uri.TryCreate(page, UriKind.RelativeOrAbsolute, out _)))
            return ApiAnswer.Fail(41030);
        var data = ApiCall.ChildOf(call.Json, "data");
        if (TemplateValues.Problem(template, data) is { } field)
            return ApiAnswer.Fail(47003, $"argument invalid! {field} invalid");
        if (!person.Consents.TryUse(template.Id))
            return ApiAnswer.Fail(43101);

        var (code, status) = call.JobFails ? (-1, "system failed") : person.Refuses || person.Blacklisted ? (43101, "user block") : (0, "success");
        if (code == 0)
            platform.Show(person, template.Filled(data, call.Text("page"), ApiCall.TextOf(ApiCall.ChildOf(call.Json, "miniprogram"), "pagepath")) with { Via = "subscription" });
        var msgId = platform.NextMsgId();
        call.Jobs.Add(Push.Event(platform, person, now, "subscribe_msg_sent_event", xml => xml.Inside("SubscribeMsgSentEvent", sent => sent.Inside("List", item => item
            .Text("TemplateId", template.Id).Bare("MsgID", msgId).Bare("ErrorCode", code).Text("ErrorStatus", status)))));
        return ApiAnswer.Ok;
    }

    private static ApiAnswer Add(ApiCall call)
    {
        if (TemplateLibrary.Find(call.Text("tid") ?? Raw(call, "tid")) is not { } known)
            return ApiAnswer.Fail(200014);
        var ids = ApiCall.ChildOf(call.Json, "kidList");
        if (ids.ValueKind != JsonValueKind.Array || ids.GetArrayLength() is < 2 or > 5)
            return ApiAnswer.Fail(200020);
        var chosen = ids.EnumerateArray().Select(id => known.Keywords.FirstOrDefault(k => id.ValueKind == JsonValueKind.Number && id.TryGetInt32(out var n) && n == k.Id)).ToList();
        if (chosen.Contains(null) || chosen.Distinct().Count() != chosen.Count)
            return ApiAnswer.Fail(200020);
        if ((call.Text("sceneDesc") ?? "").Length > SceneLength)
            return ApiAnswer.Fail(200021);
        var template = known.With(chosen.OfType<Keyword>(), TemplateShelf.NewId(), isNotice: true);
        return call.Caller.Templates.TryAdd(template)
            ? new ApiAnswer.Json(new JsonObject { ["errcode"] = 0, ["errmsg"] = "ok", ["priTmplId"] = template.Id })
            : ApiAnswer.Fail(200012);
    }

    private static ApiAnswer.Json List(ApiCall call) => Data(call.Caller.Templates.All(notices: true).Select(t => new JsonObject
    {
        ["priTmplId"] = t.Id, ["title"] = t.Title, ["content"] = t.Content, ["example"] = t.Example, ["type"] = OneTime,
    }));

    private static ApiAnswer Delete(ApiCall call) =>
        call.Caller.Templates.Remove(call.Text("priTmplId"), notice: true) ? ApiAnswer.Ok : ApiAnswer.Fail(200014);

    private static ApiAnswer.Json Categories(ApiCall call) =>
        Data([new JsonObject { ["id"] = TemplateLibrary.CategoryId, ["name"] = TemplateLibrary.SubCategory }]);

    private static ApiAnswer Titles(ApiCall call)
    {
        if (!int.TryParse(call.Query("start"), CultureInfo.InvariantCulture, out var start) || start < 0
            || !int.TryParse(call.Query("limit"), CultureInfo.InvariantCulture, out var limit) || limit is < 1 or > MostPublic)
            return ApiAnswer.Fail(40035);
        var wanted = call.Query("ids").Split(',').Contains(TemplateLibrary.CategoryId.ToString(CultureInfo.InvariantCulture)) ? TemplateLibrary.All : [];
        var answer = Data(wanted.Skip(start).Take(limit).Select(t => new JsonObject
        {
            ["tid"] = t.Id, ["title"] = t.Title, ["type"] = OneTime, ["categoryId"] = TemplateLibrary.CategoryId.ToString(CultureInfo.InvariantCulture),
        }));
        answer.Body["count"] = wanted.Count;
        return answer;
    }

    private static ApiAnswer Keywords(ApiCall call) => TemplateLibrary.Find(call.Query("tid")) is { } known
        ? Data(known.Keywords.Select(k => new JsonObject { ["kid"] = k.Id, ["name"] = k.Name, ["example"] = k.Example, ["rule"] = k.Type }))
        : ApiAnswer.Fail(200014);

    private static ApiAnswer.Json Data(IEnumerable<JsonObject> items) =>
        new(new JsonObject { ["errcode"] = 0, ["errmsg"] = "ok", ["data"] = new JsonArray([.. items]) });

    private static string? Raw(ApiCall call, string name) => ApiCall.ChildOf(call.Json, name) is { ValueKind: JsonValueKind.Number } number ? number.GetRawText() : null;
}
