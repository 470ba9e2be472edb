using System.Text.Json;
using System.Text.Json.Nodes;
using ShopBot.Simulator.WeChat.Users;

namespace ShopBot.Simulator.WeChat.Api;

/// <summary>Tags: a hundred for an account, twenty on a person.</summary>
internal sealed class TagApi(Phones.LiveEvents live) : IApi
{
    private const int PeopleAtOnce = 50, PageSize = 10_000, MostToDelete = 100_000;

    public IEnumerable<ApiMethod> Methods =>
    [
        ApiMethod.Post("/cgi-bin/tags/create", Create) with { For = AccountKinds.Verified },
        ApiMethod.Get("/cgi-bin/tags/get", List) with { For = AccountKinds.Verified },
        ApiMethod.Post("/cgi-bin/tags/update", Rename) with { For = AccountKinds.Verified },
        ApiMethod.Post("/cgi-bin/tags/delete", Delete) with { For = AccountKinds.Verified },
        ApiMethod.Post("/cgi-bin/tags/members/batchtagging", Put) with { For = AccountKinds.Verified },
        ApiMethod.Post("/cgi-bin/tags/members/batchuntagging", Take) with { For = AccountKinds.Verified },
        ApiMethod.Post("/cgi-bin/user/tag/get", Members) with { For = AccountKinds.Verified },
        ApiMethod.Post("/cgi-bin/tags/getidlist", OfPerson) with { For = AccountKinds.Verified },
    ];

    private static ApiAnswer Create(ApiCall call)
    {
        var name = ApiCall.TextOf(ApiCall.ChildOf(call.Json, "tag"), "name");
        var (id, errcode) = call.Caller.Tags.Create(name);
        return errcode == 0 ? new ApiAnswer.Json(new JsonObject { ["tag"] = new JsonObject { ["id"] = id, ["name"] = name } }) : ApiAnswer.Fail(errcode);
    }

    private static ApiAnswer.Json List(ApiCall call)
    {
        var counts = call.Caller.Followers.SelectMany(p => p.TagIds).GroupBy(t => t).ToDictionary(g => g.Key, g => g.Count());
        return new(new JsonObject
        {
            ["tags"] = new JsonArray([.. call.Caller.Tags.All().Select(t => new JsonObject { ["id"] = t.Key, ["name"] = t.Value, ["count"] = counts.GetValueOrDefault(t.Key) })]),
        });
    }

    private static ApiAnswer Rename(ApiCall call)
    {
        var tag = ApiCall.ChildOf(call.Json, "tag");
        return Answer(call.Caller.Tags.Rename(IdOf(tag, "id"), ApiCall.TextOf(tag, "name")));
    }

    private static ApiAnswer Delete(ApiCall call)
    {
        var id = IdOf(ApiCall.ChildOf(call.Json, "tag"), "id");
        var members = call.Caller.People.Where(p => p.TagIds.Contains(id)).ToList();
        if (members.Count > MostToDelete)
            return ApiAnswer.Fail(45057);
        var code = call.Caller.Tags.Delete(id);
        if (code == 0)
            members.ForEach(p => p.RemoveTag(id));
        return Answer(code);
    }

    private ApiAnswer Put(ApiCall call)
    {
        var code = ReadMembers(call, out var id, out var people);
        if (code == 0 && people.Any(p => !p.TagIds.Contains(id) && p.TagIds.Count >= UserTags.MostPerPerson))
            code = 45059;
        if (code == 0)
            Tell(call, people, who => who.AddTag(id));
        return Answer(code);
    }

    private ApiAnswer Take(ApiCall call)
    {
        var code = ReadMembers(call, out var id, out var people);
        if (code == 0)
            Tell(call, people, who => who.RemoveTag(id));
        return Answer(code);
    }

    private static ApiAnswer Members(ApiCall call)
    {
        var id = IdOf(call.Json, "tagid");
        return call.Caller.Tags.Has(id)
            ? UserApi.Page(call, [.. call.Caller.Followers.Where(p => p.TagIds.Contains(id))], call.Text("next_openid") ?? "", PageSize, withTotal: false)
            : ApiAnswer.Fail(45159);
    }

    private static ApiAnswer OfPerson(ApiCall call) => call.Text("openid") is { } openId && call.Caller.WithOpenId(openId) is { } who
        ? new ApiAnswer.Json(new JsonObject { ["tagid_list"] = new JsonArray([.. who.TagIds.Select(t => JsonValue.Create(t))]) })
        : ApiAnswer.Fail(40003);

    /// <summary>Which menu somebody sees may follow from a tag.</summary>
    private void Tell(ApiCall call, IReadOnlyList<Follower> people, Action<Follower> change)
    {
        foreach (var who in people)
            change(who);
        live.Tell("menu", new { account = call.Caller.Settings.Name });
    }

    private static int ReadMembers(ApiCall call, out int id, out IReadOnlyList<Follower> people)
    {
        (id, people) = (IdOf(call.Json, "tagid"), []);
        if (!call.Caller.Tags.Has(id))
            return 45159;
        var code = UserApi.ReadPeople(call, PeopleAtOnce, out people);
        return code != 0 ? code : people.Any(p => !p.Follows) ? 40003 : 0;
    }

    private static int IdOf(JsonElement json, string name) =>
        ApiCall.ChildOf(json, name) is { ValueKind: JsonValueKind.Number } id && id.TryGetInt32(out var number) ? number : -1;

    private static ApiAnswer Answer(int code) => code == 0 ? ApiAnswer.Ok : ApiAnswer.Fail(code);
}
