using ShopBot.Simulator.WeChat;
using ShopBot.Simulator.WeChat.Pushing;

namespace ShopBot.Simulator.Control;

/// <summary>Everything a person can do on a phone: <c>POST …/chats/{account}/{person}/…</c>.</summary>
internal sealed class ActingEndpoints(Platform platform, PersonActs acts, Pusher pusher, IHostApplicationLifetime lifetime)
{
    private const int FileBytes = 10 << 20;

    public void Map(IEndpointRouteBuilder control)
    {
        var chat = control.MapGroup("/chats/{account}/{person}");
        chat.MapPost("/say", (HttpRequest request, string account, string person) =>
            ActAsync<Saying>(request, account, person, (who, said) => acts.Say(who, said.Text)));
        chat.MapPost("/choose", (HttpRequest request, string account, string person) =>
            ActAsync<Choosing>(request, account, person, (who, chosen) => acts.Choose(who, chosen.Id, chosen.Message)));
        chat.MapPost("/tap", (HttpRequest request, string account, string person) =>
            ActAsync<Tapping>(request, account, person, (who, tapped) => acts.TapMenu(who, tapped.Button, tapped.Result)));
        chat.MapPost("/location", (HttpRequest request, string account, string person) => ActAsync<Place>(request, account, person,
            (who, place) => acts.SendPlace(who, place.Latitude, place.Longitude, place.Scale, place.Label)));
        chat.MapPost("/position", (HttpRequest request, string account, string person) => ActAsync<Place>(request, account, person,
            (who, place) => acts.ReportPosition(who, place.Latitude, place.Longitude, place.Precision)));
        chat.MapPost("/link", (HttpRequest request, string account, string person) => ActAsync<SharedLink>(request, account, person,
            (who, link) => acts.ShareLink(who, link.Title, link.Description, link.Url)));
        chat.MapPost("/scan", (HttpRequest request, string account, string person) =>
            ActAsync<Scanning>(request, account, person, (who, scanned) => acts.Scan(who, scanned.Scene)));
        chat.MapPost("/follow", (HttpRequest request, string account, string person) => ActAsync(request, account, person, who => acts.Follow(who, null)));
        chat.MapPost("/unfollow", (HttpRequest request, string account, string person) => ActAsync(request, account, person, acts.Unfollow));
        chat.MapPost("/push", (HttpRequest request, string account, string person) => ActAsync<AnyPush>(request, account, person,
            (who, any) => acts.Anything(who, any.MsgType, any.Event, any.Fields)));
        chat.MapPost("/together", TogetherAsync);
        foreach (var (path, type) in (ReadOnlySpan<(string, string)>)[("/picture", "image"), ("/voice", "voice"), ("/video", "video")])
            chat.MapPost(path, (HttpRequest request, string account, string person) => SendFileAsync(request, account, person, type));
        chat.MapPost("/pay", (string account, string person) =>
        {
            Who(account, person).Grant(GrantKind.Payment, Now);
            return ControlJson.Answer(new { paid = true });
        });
        chat.MapPatch("", ChangeAsync);
    }

    private DateTimeOffset Now => platform.Now;

    private Follower Who(string account, string person) => platform.Account(account) is { } open
        ? open.Person(person) ?? throw new ControlProblem(404, $"{person} has no phone with {account} on it")
        : throw new ControlProblem(404, $"there is no account {account}");

    private async Task<IResult> ActAsync<T>(HttpRequest request, string account, string person, Func<Follower, T, Push> act)
    {
        var body = await ControlJson.ReadAsync<T>(request);
        return await ActAsync(request, account, person, who => act(who, body));
    }

    private async Task<IResult> ActAsync(HttpRequest request, string account, string person, Func<Follower, Push> act)
    {
        var push = act(Who(account, person));
        var sending = pusher.SendAsync(push, lifetime.ApplicationStopping);
        return Waits(request)
            ? ControlJson.Answer(await sending.WaitAsync(request.HttpContext.RequestAborted))
            : ControlJson.Answer(new { pushId = push.Id, kind = push.Kind, msgId = push.MsgIdText }, 202);
    }

    /// <summary>Several texts of one person leave in the same instant.</summary>
    private async Task<IResult> TogetherAsync(HttpRequest request, string account, string person)
    {
        var said = await ControlJson.ReadAsync<SeveralSayings>(request);
        var who = Who(account, person);
        var pushes = said.Texts.Select(text => acts.Say(who, text)).ToList();
        var sending = Task.WhenAll(pushes.Select(push => pusher.SendAsync(push, lifetime.ApplicationStopping)));
        return Waits(request)
            ? ControlJson.Answer(await sending.WaitAsync(request.HttpContext.RequestAborted))
            : ControlJson.Answer(pushes.Select(push => new { pushId = push.Id, kind = push.Kind, msgId = push.MsgIdText }), 202);
    }

    private async Task<IResult> SendFileAsync(HttpRequest request, string account, string person, string type)
    {
        var (bytes, recognition) = request.HasFormContentType ? await FromFormAsync(request) : await FromJsonAsync(request);
        if (bytes.Length > FileBytes)
            throw new ControlProblem(413, "at most 10 MB");
        return await ActAsync(request, account, person, who => acts.SendFile(who, type, bytes, recognition));
    }

    private static async Task<(byte[] Bytes, string? Recognition)> FromFormAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        var file = form.Files.Count > 0 ? form.Files[0] : throw new ControlProblem(400, "the form has no file");
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, request.HttpContext.RequestAborted);
        return (bytes.ToArray(), form["recognition"].FirstOrDefault());
    }

    private static async Task<(byte[] Bytes, string? Recognition)> FromJsonAsync(HttpRequest request)
    {
        var file = await ControlJson.ReadAsync<SentFile>(request);
        if (file.Sample is { } sample)
            return (Phones.SamplePictures.Find(sample) ?? throw new ControlProblem(404, $"there is no sample \"{sample}\""), file.Recognition);
        var bytes = new byte[file.Base64?.Length ?? 0];
        return Convert.TryFromBase64String(file.Base64 ?? "", bytes, out var length) && length > 0
            ? (bytes[..length], file.Recognition)
            : throw new ControlProblem(400, "base64 or sample is needed");
    }

    private async Task<IResult> ChangeAsync(HttpRequest request, string account, string person)
    {
        var who = Who(account, person);
        var change = await ControlJson.ReadAsync<PersonChange>(request);
        who.Blacklisted = change.Blacklisted ?? who.Blacklisted;
        who.Refuses = change.Refuses ?? who.Refuses;
        return ControlJson.Answer(WorldEndpoints.Describe(who, Now));
    }

    private static bool Waits(HttpRequest request) => request.Query["wait"] == "true";
}
