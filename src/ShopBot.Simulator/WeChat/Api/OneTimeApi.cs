using System.Text.Json.Nodes;
using ShopBot.Simulator.Phones;

namespace ShopBot.Simulator.WeChat.Api;

/// <summary>The older subscription message: one for each page on which the person said yes.</summary>
internal sealed class OneTimeApi(Platform platform) : IApi
{
    private const int TitleLength = 15, ContentLength = 200;

    public IEnumerable<ApiMethod> Methods => [ApiMethod.Post("/cgi-bin/message/template/subscribe", Send) with { For = AccountKinds.Verified }];

    private ApiAnswer Send(ApiCall call)
    {
        if (call.Text("touser") is not { } openId || call.Caller.WithOpenId(openId) is not { } who)
            return ApiAnswer.Fail(40003);
        if (call.Text("template_id") != call.Caller.Settings.OneTimeTemplateId)
            return ApiAnswer.Fail(40037);
        if (call.Text("title") is not { Length: > 0 and <= TitleLength } title)
            return ApiAnswer.Fail(40062);
        if (ApiCall.TextOf(ApiCall.ChildOf(ApiCall.ChildOf(call.Json, "data"), "content"), "value") is not { Length: > 0 } content)
            return ApiAnswer.Fail(44004);
        if (content.Length > ContentLength)
            return ApiAnswer.Fail(45002);
        if (!who.TryUseConfirmation(call.Text("scene") ?? ""))
            return ApiAnswer.Fail(43101);
        platform.Show(who, new ChatMessage
        {
            From = "account", Kind = "notification", Via = "subscription", Title = title, Rows = [new ChatRow("", content)],
            Url = call.Text("url"), Page = ApiCall.TextOf(ApiCall.ChildOf(call.Json, "miniprogram"), "pagepath"),
        });
        return new ApiAnswer.Json(new JsonObject { ["errcode"] = 0, ["errmsg"] = "ok" });
    }
}
