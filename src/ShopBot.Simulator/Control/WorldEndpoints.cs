using ShopBot.Simulator.Phones;
using ShopBot.Simulator.WeChat;
using ShopBot.Simulator.WeChat.Pushing;
using ShopBot.Simulator.WeChat.Templates;

namespace ShopBot.Simulator.Control;

/// <summary>Accounts, people, and what a phone shows.</summary>
internal sealed class WorldEndpoints(Platform platform, PushBook book, Pusher pusher, PushLine line, LiveEvents live, WeChat.Files.MediaShelf media, IHostApplicationLifetime lifetime)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    public void Map(ControlRoutes control)
    {
        control.Get("/accounts", _ => ControlJson.Answer(platform.Accounts.Select(Describe)));
        control.Get("/accounts/{account}", call => ControlJson.Answer(Describe(Account(call))));
        control.Map(HttpMethods.Put, "/accounts/{account}", OpenAccountAsync);
        control.Post("/accounts/{account}/steal-token", StealAsync);
        control.Map(HttpMethods.Put, "/accounts/{account}/templates/{id}", PutTemplateAsync);
        control.Get("/accounts/{account}/templates", call => ControlJson.Answer(Templates(Account(call))));
        control.Get("/accounts/{account}/codes", call => ControlJson.Answer(Account(call).Codes.All().Select(c => new
        {
            c.Scene, c.Ticket, c.Url, c.CreatedAt, c.ExpiresAt, alive = Account(call).Codes.IsAlive(c),
        })));
        control.Post("/accounts/{account}/verify", async call =>
        {
            var problem = await line.VerifyAsync(Account(call), call.Aborted);
            return ControlJson.Answer(new { verified = problem is null, problem });
        });
        control.Get("/people", _ => ControlJson.Answer(platform.Accounts.SelectMany(a => a.People)
            .OrderBy(f => f.Number).Select(f => Describe(f, platform.Now))));
        control.Post("/people", AddPersonAsync);
        control.Get(ActingEndpoints.Chat, ChatAsync);
        control.Get("/media/{id}", Media);
        control.Get("/samples", _ => ControlJson.Answer(SamplePictures.Names));
        control.Get("/samples/{id}", call => SamplePictures.Find(call.Route("id")) is { } bytes
            ? Results.Bytes(bytes, "image/jpeg") : throw new ControlProblem(404, $"there is no sample \"{call.Route("id")}\""));
        control.Get("/pushes/{id}", call => ControlJson.Answer((object?)book.OutcomeOf(Push(call).Id) ?? new { pushId = call.RouteId, underWay = true }));
        control.Post("/pushes/{id}/redeliver", RedeliverAsync);
    }

    public IResult Media(ControlCall call) => media.Find(call.Route("id")) is { } file
        ? Results.Bytes(file.Bytes, file.Format.ContentType) : throw new ControlProblem(404, "there is no such media");

    /// <summary>The link in a picture message.</summary>
    public Task PictureAsync(HttpContext http) => ControlRoutes.HandleAsync(http, call => Task.FromResult(Media(call)));

    public static object Describe(Follower who, DateTimeOffset now) => new
    {
        name = who.Person, account = who.Account.Settings.Name, openId = who.OpenId, who.Follows, who.Blacklisted, who.Refuses, phone = who.Platform,
        consents = who.Consents.All(), tags = who.TagIds, who.Remark, followedBy = who.FollowedBy,
        typing = who.IsTyping(now), grants = who.OpenGrants(now), lastMessageId = who.Chat.Last()?.Id ?? 0,
    };

    private static object Describe(OfficialAccount account) => new
    {
        account.Settings.Name, account.Title, account.Settings.Kind, account.Settings.Mode, account.Settings.OriginalId, account.Settings.AppId,
        account.Settings.AppSecret, account.Settings.Token, encodingAESKey = account.Settings.EncodingAESKey, account.Settings.CallbackUrl,
        account.Settings.AllowedIps, account.Settings.DailyLimits, account.Settings.MinuteLimits, menu = account.Menus.Default, oneTimeTemplateId = account.Settings.OneTimeTemplateId, conditionalMenus = account.Menus.Conditional.Select(c => c.Menu), suspended = account.IsSuspended, callsToday = account.Quotas.Used(),
    };

    private Push Push(ControlCall call) => book.Find(call.RouteId) ?? throw new ControlProblem(404, $"there is no push {call.RouteId}");

    private OfficialAccount Account(ControlCall call) => Account(call.Route("account"));

    private OfficialAccount Account(string name) => platform.Account(name) ?? throw new ControlProblem(404, $"there is no account {name}");

    private async Task<IResult> OpenAccountAsync(ControlCall call)
    {
        var account = call.Route("account");
        var change = await call.ReadAsync<AccountChange>();
        var known = platform.Account(account);
        var opened = platform.Open(change.On(known?.Settings ?? new SimulatedAccount { Name = account }));
        live.Tell("people", new { account });
        return ControlJson.Answer(Describe(opened), known is null ? 201 : 200);
    }

    private static IEnumerable<object> Templates(OfficialAccount account) => account.Templates.All(notices: false).Concat(account.Templates.All(notices: true))
        .Select(t => new { t.Id, t.Title, t.Content, t.IsNotice, t.Blocked, keys = t.Fields.Select(f => f.Key) });

    private async Task<IResult> PutTemplateAsync(ControlCall call)
    {
        var (account, id, change) = (Account(call), call.Route("id"), await call.ReadAsync<TemplateChange>());
        var known = account.Templates.Find(id, notice: true) ?? account.Templates.Find(id, notice: false);
        var template = known ?? new MessageTemplate { Id = id, Title = id, Content = "" };
        template = new MessageTemplate
        {
            Id = id, Title = change.Title ?? template.Title, Content = change.Content ?? template.Content, Example = template.Example,
            IsNotice = change.IsNotice ?? template.IsNotice, Blocked = change.Blocked ?? template.Blocked,
        };
        if (id.Length is 0 or > 43 || template.Fields.Count == 0)
            throw new ControlProblem(400, "an id has at most 43 characters, and content needs lines such as \"订单编号：{{character_string1.DATA}}\"");
        if (!account.Templates.TryAdd(template))
            throw new ControlProblem(409, $"an account has at most {TemplateShelf.MostTemplates} templates");
        return ControlJson.Answer(Templates(account), known is null ? 201 : 200);
    }

    private async Task<IResult> StealAsync(ControlCall call)
    {
        var channel = (await call.ReadOrNewAsync<Theft>()).Channel;
        if (channel is not (null or "token" or "stable"))
            throw new ControlProblem(400, "channel is \"token\", \"stable\" or absent");
        Account(call).Tokens.Steal(plain: channel != "stable", stable: channel != "token");
        return ControlJson.Answer(new { stolen = true });
    }

    private async Task<IResult> AddPersonAsync(ControlCall call)
    {
        var person = await call.ReadAsync<NewPerson>();
        if (string.IsNullOrWhiteSpace(person.Name) || person.Name.Length > 40 || person.Name.Contains('/', StringComparison.Ordinal))
            throw new ControlProblem(400, "a name has 1 to 40 characters and no slash");
        var accounts = person.Accounts is { Count: > 0 } named ? named.Select(Account).ToList() : [.. platform.Accounts];
        foreach (var follower in accounts.Where(a => a.Person(person.Name) is null).Select(a => a.Meet(person.Name)))
            follower.Follows = person.Follows;
        live.Tell("people", new { person = person.Name });
        return ControlJson.Answer(accounts.Select(a => Describe(a.Meet(person.Name), platform.Now)), 201);
    }

    /// <summary>The chat; with <c>wait</c> (seconds, real time) the answer comes when there is something new, or then.</summary>
    private async Task<IResult> ChatAsync(ControlCall call)
    {
        var (after, wait) = ((long)call.Number("after", 0), call.Number("wait", 0));
        var who = Account(call).Person(call.Route("person"))
            ?? throw new ControlProblem(404, $"{call.Route("person")} has no phone with {call.Route("account")} on it");
        using var listening = live.Listen();
        var messages = who.Chat.After(after);
        if (messages.Count == 0 && wait > 0)
        {
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(call.Aborted, lifetime.ApplicationStopping);
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
        return ControlJson.Answer(new { who.Follows, typing = who.IsTyping(platform.Now), menu = who.Account.Menus.For(who), messages });
    }

    private async Task<IResult> RedeliverAsync(ControlCall call)
    {
        var push = Push(call);
        var again = await call.ReadOrNewAsync<Redelivery>();
        var sending = pusher.RedeliverAsync(push, again.Times, again.After, again.Together, lifetime.ApplicationStopping);
        return call.Waits
            ? ControlJson.Answer(await sending.WaitAsync(call.Aborted))
            : ControlJson.Answer(new { pushId = push.Id, again.Times }, 202);
    }
}
