using ShopBot.Simulator.Phones;
using ShopBot.Simulator.WeChat;
using ShopBot.Simulator.WeChat.Pushing;

namespace ShopBot.Simulator.Control;

/// <summary>Accounts, people, and what a phone shows.</summary>
internal sealed class WorldEndpoints(Platform platform, PushBook book, Pusher pusher, PushLine line, LiveEvents live, WeChat.Files.MediaShelf media, IHostApplicationLifetime lifetime)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    public void Map(IEndpointRouteBuilder control)
    {
        control.MapGet("/accounts", () => ControlJson.Answer(platform.Accounts.Select(Describe)));
        control.MapPut("/accounts/{account}", OpenAccountAsync);
        control.MapGet("/accounts/{account}", (string account) => ControlJson.Answer(Describe(Account(account))));
        control.MapPost("/accounts/{account}/steal-token", StealAsync);
        control.MapPost("/accounts/{account}/verify", async (string account, CancellationToken ct) =>
        {
            var problem = await line.VerifyAsync(Account(account), ct);
            return ControlJson.Answer(new { verified = problem is null, problem });
        });
        control.MapGet("/people", () => ControlJson.Answer(platform.Accounts.SelectMany(a => a.People)
            .OrderBy(f => f.Number).Select(f => Describe(f, platform.Now))));
        control.MapPost("/people", AddPersonAsync);
        control.MapGet("/chats/{account}/{person}", ChatAsync);
        control.MapGet("/media/{id}", (string id) => Media(id));
        control.MapGet("/samples", () => ControlJson.Answer(SamplePictures.Names));
        control.MapGet("/samples/{name}", (string name) => SamplePictures.Find(name) is { } bytes
            ? Results.Bytes(bytes, "image/jpeg") : throw new ControlProblem(404, $"there is no sample \"{name}\""));
        control.MapGet("/pushes/{id:long}", (long id) => book.Find(id) is null ? throw new ControlProblem(404, $"there is no push {id}")
            : ControlJson.Answer((object?)book.OutcomeOf(id) ?? new { pushId = id, underWay = true }));
        control.MapPost("/pushes/{id:long}/redeliver", RedeliverAsync);
    }

    public IResult Media(string id) => media.Find(id) is { } file
        ? Results.Bytes(file.Bytes, file.Format.ContentType) : throw new ControlProblem(404, "there is no such media");

    public static object Describe(Follower who, DateTimeOffset now) => new
    {
        name = who.Person, account = who.Account.Settings.Name, openId = who.OpenId, who.Follows, who.Blacklisted, who.Refuses,
        typing = who.IsTyping(now), grants = who.OpenGrants(now), lastMessageId = who.Chat.Last()?.Id ?? 0,
    };

    private static object Describe(OfficialAccount account) => new
    {
        account.Settings.Name, account.Title, account.Settings.Kind, account.Settings.Mode, account.Settings.OriginalId, account.Settings.AppId,
        account.Settings.AppSecret, account.Settings.Token, encodingAESKey = account.Settings.EncodingAESKey, account.Settings.CallbackUrl,
        account.Settings.AllowedIps, account.Settings.DailyLimits, account.Menu, suspended = account.IsSuspended, callsToday = account.Quotas.Used(),
    };

    private OfficialAccount Account(string name) => platform.Account(name) ?? throw new ControlProblem(404, $"there is no account {name}");

    private async Task<IResult> OpenAccountAsync(HttpRequest request, string account)
    {
        var change = await ControlJson.ReadAsync<AccountChange>(request);
        var known = platform.Account(account);
        var opened = platform.Open(change.On(known?.Settings ?? new SimulatedAccount { Name = account }));
        live.Tell("people", new { account });
        return ControlJson.Answer(Describe(opened), known is null ? 201 : 200);
    }

    private async Task<IResult> StealAsync(HttpRequest request, string account)
    {
        var channel = request.ContentLength > 0 ? (await ControlJson.ReadAsync<Theft>(request)).Channel : null;
        if (channel is not (null or "token" or "stable"))
            throw new ControlProblem(400, "channel is \"token\", \"stable\" or absent");
        Account(account).Tokens.Steal(plain: channel != "stable", stable: channel != "token");
        return ControlJson.Answer(new { stolen = true });
    }

    private async Task<IResult> AddPersonAsync(HttpRequest request)
    {
        var person = await ControlJson.ReadAsync<NewPerson>(request);
        if (string.IsNullOrWhiteSpace(person.Name) || person.Name.Length > 40 || person.Name.Contains('/', StringComparison.Ordinal))
            throw new ControlProblem(400, "a name has 1 to 40 characters and no slash");
        var accounts = person.Accounts is { Count: > 0 } named ? named.Select(Account).ToList() : [.. platform.Accounts];
        foreach (var follower in accounts.Where(a => a.Person(person.Name) is null).Select(a => a.Meet(person.Name)))
            follower.Follows = person.Follows;
        live.Tell("people", new { person = person.Name });
        return ControlJson.Answer(accounts.Select(a => Describe(a.Meet(person.Name), platform.Now)), 201);
    }

    /// <summary>The chat; with <c>wait</c> (seconds, real time) the answer comes when there is something new, or then.</summary>
    private async Task<IResult> ChatAsync(string account, string person, HttpContext http, long after = 0, double wait = 0)
    {
        var who = Account(account).Person(person) ?? throw new ControlProblem(404, $"{person} has no phone with {account} on it");
        using var listening = live.Listen();
        var messages = who.Chat.After(after);
        if (messages.Count == 0 && wait > 0)
        {
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
            enough.CancelAfter(TimeSpan.FromSeconds(Math.Min(wait, LongestWait.TotalSeconds)));
            try
            {
                while (messages.Count == 0)
                {
                    await listening.Events.ReadAsync(enough.Token);
                    messages = who.Chat.After(after);
                }
            }
            catch (OperationCanceledException)
            {
                // Waited long enough: nothing new is an answer too.
            }
        }
        return ControlJson.Answer(new { who.Follows, typing = who.IsTyping(platform.Now), messages });
    }

    private async Task<IResult> RedeliverAsync(HttpRequest request, long id)
    {
        var push = book.Find(id) ?? throw new ControlProblem(404, $"there is no push {id}");
        var again = request.ContentLength > 0 ? await ControlJson.ReadAsync<Redelivery>(request) : new Redelivery();
        var sending = pusher.RedeliverAsync(push, again.Times, again.After, again.Together, lifetime.ApplicationStopping);
        return request.Query["wait"] == "true"
            ? ControlJson.Answer(await sending.WaitAsync(request.HttpContext.RequestAborted))
            : ControlJson.Answer(new { pushId = id, again.Times }, 202);
    }
}
