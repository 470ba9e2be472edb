using ShopBot.Simulator.WeChat;
using ShopBot.Simulator.WeChat.Pushing;

namespace ShopBot.Simulator.Control;

/// <summary>Everything a person can do on a phone: <c>POST …/chats/{account}/{person}/…</c>.</summary>
internal sealed class ActingEndpoints(Platform platform, PersonActs acts, Pusher pusher, IHostApplicationLifetime lifetime)
{
    public const string Chat = "/chats/{account}/{person}";
    private const int FileBytes = 10 << 20;

    public void Map(ControlRoutes control)
    {
        Act<Saying>(control, "say", (who, said) => acts.Say(who, said.Text));
        Act<Choosing>(control, "choose", (who, chosen) => acts.Choose(who, chosen.Id, chosen.Message));
        Act<Tapping>(control, "tap", (who, tapped) => acts.TapMenu(who, tapped.Button, tapped.Result));
        Act<Place>(control, "location", (who, place) => acts.SendPlace(who, place.Latitude, place.Longitude, place.Scale, place.Label));
        Act<Place>(control, "position", (who, place) => acts.ReportPosition(who, place.Latitude, place.Longitude, place.Precision));
        Act<SharedLink>(control, "link", (who, link) => acts.ShareLink(who, link.Title, link.Description, link.Url));
        Act<Scanning>(control, "scan", (who, scanned) => acts.Scan(who, scanned.Scene));
        Act<PromptAnswer>(control, "notices", (who, answer) => acts.AnswerPrompt(who, answer.Templates.ToDictionary(t => t.Key, t => t.Value == "accept"), answer.OnPage));
        Act<StoppedNotices>(control, "stop-notices", (who, stopped) => acts.StopNotices(who, stopped.Templates));
        Act<AnyPush>(control, "push", (who, any) => acts.Anything(who, any.MsgType, any.Event, any.Fields));
        control.Post(Chat + "/follow", call => SendAsync(call, acts.Follow(Who(call), null)));
        control.Post(Chat + "/unfollow", call => SendAsync(call, acts.Unfollow(Who(call))));
        control.Post(Chat + "/together", TogetherAsync);
        control.Post(Chat + "/picture", call => SendFileAsync(call, "image"));
        control.Post(Chat + "/voice", call => SendFileAsync(call, "voice"));
        control.Post(Chat + "/video", call => SendFileAsync(call, "video"));
        control.Post(Chat + "/confirm", ConfirmAsync);
        control.Post(Chat + "/pay", call =>
        {
            Who(call).Grant(GrantKind.Payment, platform.Now);
            return Task.FromResult(ControlJson.Answer(new { paid = true }));
        });
        control.Map(HttpMethods.Patch, Chat, ChangeAsync);
    }

    private void Act<T>(ControlRoutes control, string act, Func<Follower, T, Push> make) => control.Post($"{Chat}/{act}", async call =>
    {
        var body = await call.ReadAsync<T>();
        return await SendAsync(call, make(Who(call), body));
    });

    private Follower Who(ControlCall call) => platform.Account(call.Route("account")) is { } open
        ? open.Person(call.Route("person")) ?? throw new ControlProblem(404, $"{call.Route("person")} has no phone with {call.Route("account")} on it")
        : throw new ControlProblem(404, $"there is no account {call.Route("account")}");

    private async Task<IResult> SendAsync(ControlCall call, Push push)
    {
        var sending = pusher.SendAsync(push, lifetime.ApplicationStopping);
        return call.Waits ? ControlJson.Answer(await sending.WaitAsync(call.Aborted)) : ControlJson.Answer(OnItsWay(push), 202);
    }

    /// <summary>Several texts of one person leave in the same instant.</summary>
    private async Task<IResult> TogetherAsync(ControlCall call)
    {
        var said = await call.ReadAsync<SeveralSayings>();
        var who = Who(call);
        var pushes = said.Texts.Select(text => acts.Say(who, text)).ToList();
        var sending = Task.WhenAll(pushes.Select(push => pusher.SendAsync(push, lifetime.ApplicationStopping)));
        return call.Waits ? ControlJson.Answer(await sending.WaitAsync(call.Aborted)) : ControlJson.Answer(pushes.Select(OnItsWay), 202);
    }

    private async Task<IResult> SendFileAsync(ControlCall call, string type)
    {
        var (bytes, recognition) = call.Http.Request.HasFormContentType ? await FromFormAsync(call.Http.Request) : await FromJsonAsync(call);
        if (bytes.Length > FileBytes)
            throw new ControlProblem(413, "at most 10 MB");
        return await SendAsync(call, acts.SendFile(Who(call), type, bytes, recognition));
    }

    private static async Task<(byte[] Bytes, string? Recognition)> FromFormAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        var file = form.Files.Count > 0 ? form.Files[0] : throw new ControlProblem(400, "the form has no file");
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, request.HttpContext.RequestAborted);
        return (bytes.ToArray(), form["recognition"].FirstOrDefault());
    }

    private static async Task<(byte[] Bytes, string? Recognition)> FromJsonAsync(ControlCall call)
    {
        var file = await call.ReadAsync<SentFile>();
        if (file.Sample is { } sample)
            return (Phones.SamplePictures.Find(sample) ?? throw new ControlProblem(404, $"there is no sample \"{sample}\""), file.Recognition);
        var bytes = new byte[file.Base64?.Length ?? 0];
        return Convert.TryFromBase64String(file.Base64 ?? "", bytes, out var length) && length > 0
            ? (bytes[..length], file.Recognition)
            : throw new ControlProblem(400, "base64 or sample is needed");
    }

    /// <summary>Answers the page of a one-time subscription message; what comes back is what the account's own page is opened with.</summary>
    private async Task<IResult> ConfirmAsync(ControlCall call)
    {
        var (who, answer) = (Who(call), await call.ReadAsync<Confirmation>());
        if (answer.Scene is < 0 or > 10_000)
            throw new ControlProblem(400, "a scene is a number from 0 to 10000");
        var scene = answer.Scene.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (answer.Accept)
            who.Confirm(scene);
        return ControlJson.Answer(new
        {
            action = answer.Accept ? "confirm" : "cancel", openid = answer.Accept ? who.OpenId : null, template_id = who.Account.Settings.OneTimeTemplateId, scene,
        });
    }

    private async Task<IResult> ChangeAsync(ControlCall call)
    {
        var who = Who(call);
        var change = await call.ReadAsync<PersonChange>();
        who.Blacklisted = change.Blacklisted ?? who.Blacklisted;
        who.Refuses = change.Refuses ?? who.Refuses;
        who.Platform = change.Phone ?? who.Platform;
        return ControlJson.Answer(WorldEndpoints.Describe(who, platform.Now));
    }

    private static object OnItsWay(Push push) => new { pushId = push.Id, kind = push.Kind, msgId = push.MsgIdText };
}
