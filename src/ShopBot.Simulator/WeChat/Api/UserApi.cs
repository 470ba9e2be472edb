using System.Text.Json;
using System.Text.Json.Nodes;

namespace ShopBot.Simulator.WeChat.Api;

/// <summary>Who follows, what the account may know of them, and whom it blocks.</summary>
internal sealed class UserApi : IApi
{
    private const int MostAtOnce = 100, PageSize = 10_000, RemarkLength = 30, BlockAtOnce = 20, BlockedPage = 1_000;

    public IEnumerable<ApiMethod> Methods =>
    [
        ApiMethod.Get("/cgi-bin/user/info", Info) with { For = AccountKinds.Verified, DailyLimit = 5_000_000 },
        ApiMethod.Post("/cgi-bin/user/info/batchget", Several) with { For = AccountKinds.Verified },
        ApiMethod.Get("/cgi-bin/user/get", Followers) with { For = AccountKinds.Verified, DailyLimit = 500 },
        ApiMethod.Post("/cgi-bin/user/info/updateremark", Remark) with { For = AccountKinds.Verified, DailyLimit = 10_000 },
        ApiMethod.Post("/cgi-bin/tags/members/getblacklist", Blocked) with { For = AccountKinds.Verified },
        ApiMethod.Post("/cgi-bin/tags/members/batchblacklist", call => Block(call, true)) with { For = AccountKinds.Verified },
        ApiMethod.Post("/cgi-bin/tags/members/batchunblacklist", call => Block(call, false)) with { For = AccountKinds.Verified },
    ];

    private static ApiAnswer Info(ApiCall call) => call.Query("openid") is not { Length: > 0 } openId ? ApiAnswer.Fail(41009)
        : call.Caller.WithOpenId(openId) is { } who ? new ApiAnswer.Json(Describe(who)) : ApiAnswer.Fail(40003);

    private static ApiAnswer Several(ApiCall call)
    {
        var list = ApiCall.ChildOf(call.Json, "user_list");
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() is 0 or > MostAtOnce)
            return ApiAnswer.Fail(40032);
        var people = list.EnumerateArray().Select(u => ApiCall.TextOf(u, "openid") is { } id ? call.Caller.WithOpenId(id) : null).ToList();
        return people.Contains(null) ? ApiAnswer.Fail(40003)
            : new ApiAnswer.Json(new JsonObject { ["user_info_list"] = new JsonArray([.. people.Select(p => Describe(p!))]) });
    }

    private static ApiAnswer Followers(ApiCall call) => Page(call, call.Caller.Followers, call.Query("next_openid"), PageSize, withTotal: true);

    private static ApiAnswer Remark(ApiCall call)
    {
        if (call.Text("openid") is not { } openId || call.Caller.WithOpenId(openId) is not { Follows: true } who)
            return ApiAnswer.Fail(40003);
        if (call.Text("remark") is not { Length: < RemarkLength } remark)
            return ApiAnswer.Fail(40035);
        who.Remark = remark;
        return ApiAnswer.Ok;
    }

    private static ApiAnswer Blocked(ApiCall call) =>
        Page(call, [.. call.Caller.People.Where(p => p.Blacklisted).OrderBy(p => p.Number)], call.Text("begin_openid") ?? "", BlockedPage, withTotal: true);

    private static ApiAnswer Block(ApiCall call, bool block)
    {
        var code = ReadPeople(call, BlockAtOnce, out var people);
        if (code != 0)
            return ApiAnswer.Fail(code);
        foreach (var who in people)
            who.Blacklisted = block;
        return ApiAnswer.Ok;
    }

    /// <returns>0, or the platform's error code for the body's <c>openid_list</c>.</returns>
    internal static int ReadPeople(ApiCall call, int most, out IReadOnlyList<Follower> people)
    {
        people = [];
        var list = ApiCall.ChildOf(call.Json, "openid_list");
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0 || list.EnumerateArray().Any(o => o.ValueKind != JsonValueKind.String))
            return 40031;
        if (list.GetArrayLength() > most)
            return 40032;
        var found = list.EnumerateArray().Select(o => call.Caller.WithOpenId(o.GetString()!)).ToList();
        if (found.Contains(null))
            return list.EnumerateArray().Any(o => call.IsElsewhere(o.GetString()!)) ? 49003 : 40003;
        people = [.. found.OfType<Follower>()];
        return 0;
    }

    /// <summary>A page of openids after one; the last page names its last openid too, and the empty one after it ends the list.</summary>
    internal static ApiAnswer Page(ApiCall call, IReadOnlyList<Follower> all, string after, int size, bool withTotal)
    {
        var from = 0;
        if (after.Length > 0)
        {
            if (call.Caller.WithOpenId(after) is not { } last)
                return ApiAnswer.Fail(40003);
            // Somebody who left meanwhile still marks a place: the one after it is the first that came later.
            var at = all.ToList().IndexOf(last);
            from = at >= 0 ? at + 1 : all.TakeWhile(p => p.FollowedAt <= last.FollowedAt).Count();
        }
        var page = all.Skip(from).Take(size).Select(p => p.OpenId).ToList();
        var answer = new JsonObject { ["count"] = page.Count };
        if (withTotal)
            answer.Insert(0, "total", all.Count);
        if (page.Count > 0)
            answer["data"] = new JsonObject { ["openid"] = new JsonArray([.. page.Select(o => JsonValue.Create(o))]) };
        answer["next_openid"] = page.Count > 0 ? page[^1] : "";
        return new ApiAnswer.Json(answer);
    }

    // Neither name nor picture: the platform has not told them since the end of 2021.
    private static JsonObject Describe(Follower who) => !who.Follows ? new JsonObject { ["subscribe"] = 0, ["openid"] = who.OpenId } : new JsonObject
    {
        ["subscribe"] = 1, ["openid"] = who.OpenId, ["language"] = "", ["subscribe_time"] = who.FollowedAt.ToUnixTimeSeconds(), ["remark"] = who.Remark,
        ["groupid"] = who.TagIds is [var first, ..] ? first : 0, ["tagid_list"] = new JsonArray([.. who.TagIds.Select(t => JsonValue.Create(t))]),
        ["subscribe_scene"] = who.FollowedBy is null ? "ADD_SCENE_SEARCH" : "ADD_SCENE_QR_CODE",
        ["qr_scene"] = int.TryParse(who.FollowedBy, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0,
        ["qr_scene_str"] = int.TryParse(who.FollowedBy, System.Globalization.CultureInfo.InvariantCulture, out _) ? "" : who.FollowedBy ?? "",
    };
}
