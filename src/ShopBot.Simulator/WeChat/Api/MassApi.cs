using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ShopBot.Simulator.Phones;
using ShopBot.Simulator.WeChat.Files;
using ShopBot.Simulator.WeChat.Mass;
using ShopBot.Simulator.WeChat.Pushing;

namespace ShopBot.Simulator.WeChat.Api;

/// <summary>One message to many: rarely, and each person at most four times a month.</summary>
internal sealed class MassApi(Platform platform, MediaShelf media, TimeProvider clock) : IApi
{
    private const int Fewest = 2, Most = 10_000, ClientIdBytes = 32, PreviewsByName = 100;
    private const string Family = "/cgi-bin/message/mass/send";
    private static readonly int[] RealSpeed = [80, 60, 45, 30, 10];

    public IEnumerable<ApiMethod> Methods =>
    [
        ApiMethod.Post("/cgi-bin/message/mass/sendall", SendAll) with { For = AccountKinds.Verified, DailyLimit = 100, MinuteLimit = 60, CountedAs = Family },
        ApiMethod.Post(Family, SendSome) with { For = AccountKinds.VerifiedService, DailyLimit = 100, MinuteLimit = 60, CountedAs = Family },
        ApiMethod.Post("/cgi-bin/message/mass/preview", Preview) with { For = AccountKinds.Verified, DailyLimit = 100, MinuteLimit = 60 },
        ApiMethod.Post("/cgi-bin/message/mass/delete", Delete) with { For = AccountKinds.Verified, DailyLimit = 10 },
        ApiMethod.Post("/cgi-bin/message/mass/get", Status) with { For = AccountKinds.Verified },
        ApiMethod.Post("/cgi-bin/message/mass/speed/get", Speed) with { For = AccountKinds.Verified, ReadsJson = false },
        ApiMethod.Post("/cgi-bin/message/mass/speed/set", SetSpeed) with { For = AccountKinds.Verified },
    ];

    private ApiAnswer SendAll(ApiCall call)
    {
        var filter = ApiCall.ChildOf(call.Json, "filter");
        if (ApiCall.ChildOf(filter, "is_to_all").ValueKind == JsonValueKind.True)
            return Send(call, call.Caller.Followers, toAll: true);
        var tag = ApiCall.ChildOf(filter, "tag_id") is { ValueKind: JsonValueKind.Number } id && id.TryGetInt32(out var number) ? number : -1;
        return call.Caller.Tags.Has(tag) ? Send(call, [.. call.Caller.Followers.Where(p => p.TagIds.Contains(tag))], toAll: false) : ApiAnswer.Fail(40152);
    }

    private ApiAnswer SendSome(ApiCall call)
    {
        var list = ApiCall.ChildOf(call.Json, "touser");
        if (list.ValueKind != JsonValueKind.Array || list.EnumerateArray().Any(o => o.ValueKind != JsonValueKind.String))
            return ApiAnswer.Fail(40031);
        if (list.GetArrayLength() < Fewest)
            return ApiAnswer.Fail(40130);
        if (list.GetArrayLength() > Most)
            return ApiAnswer.Fail(40032);
        var people = list.EnumerateArray().Select(o => o.GetString()!).Distinct().Select(call.Caller.WithOpenId).ToList();
        return people.Contains(null) ? ApiAnswer.Fail(40031) : Send(call, [.. people.OfType<Follower>()], toAll: false);
    }

    private ApiAnswer Send(ApiCall call, IReadOnlyList<Follower> wanted, bool toAll)
    {
        var (account, now) = (call.Caller, clock.GetUtcNow());
        var clientId = call.Text("clientmsgid");
        if (clientId is not null && Encoding.UTF8.GetByteCount(clientId) > ClientIdBytes)
            return ApiAnswer.Fail(45067);
        var key = clientId ?? MassContent.Fingerprint(call);
        // Two calls at once must not both find room for one.
        lock (account.Mass)
        {
            switch (account.Mass.CheckClientId(key))
            {
                case (45065, var earlier):
                    return new ApiAnswer.Json(new JsonObject { ["errcode"] = 45065, ["errmsg"] = "clientmsgid exist", ["msg_id"] = earlier });
                case (not 0 and var tooSoon, _):
                    return ApiAnswer.Fail(tooSoon);
            }
            if (MassContent.Read(call, media, preview: false, out var shown, out var draft) is var code and not 0)
                return ApiAnswer.Fail(code);
            if (!account.Mass.HasQuota(account.Settings.Kind, toAll))
                return ApiAnswer.Fail(45028);
            account.Articles.Take(draft);
            var job = new MassJob(platform.NextJobId(), toAll, now, call.JobFails ? MassStatus.Failed : MassStatus.Sent);
            account.Mass.Note(job, key);
            call.Jobs.Add(Finished(account, job, Deliver(account, wanted, shown, call.JobFails), now));
            var answer = new JsonObject { ["errcode"] = 0, ["errmsg"] = "send job submission success", ["msg_id"] = job.MsgId };
            if (draft is not null)
                answer["msg_data_id"] = platform.NextJobId();
            return new ApiAnswer.Json(answer);
        }
    }

    private (int Total, int Filtered, int Sent) Deliver(OfficialAccount account, IReadOnlyList<Follower> wanted, ChatMessage shown, bool fails)
    {
        var left = wanted.Where(p => p is { Follows: true, Refuses: false, Blacklisted: false } && !fails && account.Mass.TryReach(p.OpenId)).ToList();
        foreach (var who in left)
            platform.Show(who, shown);
        return (wanted.Count, left.Count, left.Count);
    }

    private Push Finished(OfficialAccount account, MassJob job, (int Total, int Filtered, int Sent) counts, DateTimeOffset now) =>
        Push.Event(platform, account.MassAssistant, now, "MASSSENDJOBFINISH", xml => xml.Bare("MsgID", job.MsgId)
            .Text("Status", job.Status == MassStatus.Sent ? "send success" : "send fail").Bare("TotalCount", counts.Total)
            .Bare("FilterCount", counts.Filtered).Bare("SentCount", counts.Sent).Bare("ErrorCount", counts.Filtered - counts.Sent));

    private ApiAnswer Preview(ApiCall call)
    {
        var name = call.Text("towxname");
        // A person's name stands for the WeChat id.
        var who = name is not null ? call.Caller.Person(name) : call.Text("touser") is { } openId ? call.Caller.WithOpenId(openId) : null;
        if (who is not { Follows: true })
            return ApiAnswer.Fail(40003);
        if (name is not null && call.Caller.Quotas.Count("previews by name", PreviewsByName, int.MaxValue) is var quota and not 0)
            return ApiAnswer.Fail(quota);
        if (MassContent.Read(call, media, preview: true, out var shown, out _) is var code and not 0)
            return ApiAnswer.Fail(code);
        platform.Show(who, shown);
        return new ApiAnswer.Json(new JsonObject { ["errcode"] = 0, ["errmsg"] = "preview success", ["msg_id"] = platform.NextJobId() });
    }

    private static ApiAnswer Delete(ApiCall call)
    {
        if (Job(call) is not { } job)
            return ApiAnswer.Fail(40059);
        call.Caller.Mass.Delete(job);
        return ApiAnswer.Ok;
    }

    private static ApiAnswer Status(ApiCall call) => Job(call) is { } job
        ? new ApiAnswer.Json(new JsonObject { ["msg_id"] = job.MsgId, ["msg_status"] = job.Status }) : ApiAnswer.Fail(40059);

    private static ApiAnswer.Json Speed(ApiCall call) =>
        new(new JsonObject { ["speed"] = call.Caller.Mass.Speed, ["realspeed"] = RealSpeed[call.Caller.Mass.Speed] });

    private static ApiAnswer SetSpeed(ApiCall call)
    {
        if (ApiCall.ChildOf(call.Json, "speed") is not { ValueKind: JsonValueKind.Number } wanted)
            return ApiAnswer.Fail(45084);
        if (!wanted.TryGetInt32(out var speed) || speed is < 0 or > 4)
            return ApiAnswer.Fail(45083);
        call.Caller.Mass.Speed = speed;
        return ApiAnswer.Ok;
    }

    /// <summary>Clients send the id as a number or as a text.</summary>
    private static MassJob? Job(ApiCall call)
    {
        var id = ApiCall.ChildOf(call.Json, "msg_id");
        return (id.ValueKind == JsonValueKind.Number ? id.TryGetInt64(out var number) : long.TryParse(call.Text("msg_id"), NumberStyles.None, CultureInfo.InvariantCulture, out number))
            ? call.Caller.Mass.Find(number) : null;
    }
}
