using System.Net;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ShopBot.Channels.WeChat;
using ShopBot.Messaging.Codes;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Media;
using ShopBot.Messaging.Menus;
using ShopBot.Messaging.Outbox;
using ShopBot.Messaging.Turns;

namespace ShopBot.Tests.Channels.WeChat;

/// <summary>The channel in a web server of its own, with a bot that says what the test wants and a platform that pushes.</summary>
internal sealed class TestWeChat : IAsyncDisposable
{
    public const string Person = "oTEST5aBcDeFgHiJkLmNoPqRs001", OriginalId = "gh_5a9e0c71d3b2";
    public const string Key = "Zq3vR8sT1uW5xY7zA2bC4dE6fG9hJ0kL3mN5pQ8rS1t";
    public const string OldKey = "aB1cD2eF3gH4iJ5kL6mN7oP8qR9sT0uV1wX2yZ3aB4c";
    public const string NonceSent = "13579246";

    private readonly WebApplication _app;
    private readonly HttpClient _http;

    private TestWeChat(WebApplication app, Account account, MovedClock clock, ScriptedBot bot, WrittenLog log)
    {
        _app = app;
        _http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        (Account, Clock, Bot, Log) = (account, clock, bot, log);
        Path = account.PathSecret.Length == 0 ? $"/channels/wechat/{account.Name}" : $"/channels/wechat/{account.Name}/{account.PathSecret}";
    }

    public Account Account { get; }
    public MovedClock Clock { get; }
    public ScriptedBot Bot { get; }
    public WrittenLog Log { get; }
    public string Path { get; }
    public Wrapping Wrapping => new(Account.Token, Key, Account.AppId);
    public NotedContacts Contacts => Get<NotedContacts>();
    public KeptTokens Tokens => Get<KeptTokens>();
    public KeptMedia Media => Get<KeptMedia>();
    public OwedMessages Outbox => Get<OwedMessages>();
    public HeardReports Reports => Get<HeardReports>();
    public IOutbound Outbound => Get<IOutbound>();
    public IIncomingMedia IncomingMedia => Get<IIncomingMedia>();
    public ITurnChannel Channel => Get<ITurnChannel>();
    public IAccountMenus Menus => Get<IAccountMenus>();
    public IAccountCodes Codes => Get<IAccountCodes>();
    public IAudienceTags Audiences => Get<IAudienceTags>();
    public ContactPoint Contact => new(Account.Name, Person);
    public HttpClient Http => _http;

    public static Account SecureAccount() => new()
    {
        Name = "shop", Shop = "laundry", Channel = "WeChat", OriginalId = OriginalId, AppId = "wx0a1b2c3d4e5f6071", AppSecret = "5ec2e7a1b2c3d4e5f60718293a4b5c6d",
        Token = "tok3nTok3n", EncodingAESKey = Key, Mode = WrappingMode.Secure, Kind = AccountKind.VerifiedService,
    };

    /// <param name="at">Unix seconds; the clock stands there.</param>
    public static async Task<TestWeChat> OpenAsync(Action<Account>? with = null, long at = 1760000400, TimeSpan? callLimit = null, TimeSpan? guard = null)
    {
        var account = SecureAccount();
        with?.Invoke(account);
        BotContent.RegisterTurns();

        var builder = WebApplication.CreateSlimBuilder();
        var log = new WrittenLog();
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Trace);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var clock = new MovedClock(DateTimeOffset.FromUnixTimeSeconds(at));
        var bot = new ScriptedBot();
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton(new AccountBook([account]));
        builder.Services.AddSingleton<IBot>(bot);
        builder.Services.AddSingleton<TurnAdapter>().AddSingleton(new TurnStorage(new MemoryStorage())).AddSingleton<SpeakerHolds>().AddSingleton<TurnRunner>();
        builder.Services.AddSingleton<KeptTokens>().AddSingleton<IAccountTokens>(s => s.GetRequiredService<KeptTokens>());
        builder.Services.AddSingleton<KeptMedia>().AddSingleton<IMedia>(s => s.GetRequiredService<KeptMedia>());
        builder.Services.AddSingleton<NotedContacts>().AddSingleton<IContacts>(s => s.GetRequiredService<NotedContacts>());
        builder.Services.AddSingleton<OwedMessages>().AddSingleton<IOutboxQueue>(s => s.GetRequiredService<OwedMessages>());
        builder.Services.AddSingleton<HeardReports>().AddSingleton<IDeliveryReports>(s => s.GetRequiredService<HeardReports>())
            .AddSingleton<IApiLimits>(s => s.GetRequiredService<HeardReports>());
        builder.Services.AddSingleton<IPendingEvents, NothingPending>().AddSingleton<ITurnApology, PlainApology>().AddSingleton<IOwedAnswers, NothingOwed>();
        if (callLimit is { } limit)
            builder.Services.AddSingleton(new WeChatTimes { Call = limit, Transfer = limit, Body = limit });
        if (guard is { } turnGuard)
            builder.Services.Configure<TurnOptions>(turns => turns.Guard = turnGuard);
        builder.Services.AddWeChat();
        var app = builder.Build();
        app.MapWeChat();
        await app.StartAsync();
        return new TestWeChat(app, account, clock, bot, log);
    }

    public static string Sample(string name) => File.ReadAllText(System.IO.Path.Combine(AppContext.BaseDirectory, "Samples", "WeChat", name + ".xml"));

    public static string TextXml(string content, long id = 7412300000000000100, long at = 1760000390) =>
        $"<xml><ToUserName><![CDATA[{OriginalId}]]></ToUserName><FromUserName><![CDATA[{Person}]]></FromUserName><CreateTime>{at}</CreateTime>"
        + $"<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[{content}]]></Content><MsgId>{id}</MsgId></xml>";

    public static string Envelope(string encrypted) =>
        $"<xml><ToUserName><![CDATA[{OriginalId}]]></ToUserName><Encrypt><![CDATA[{encrypted}]]></Encrypt></xml>";

    /// <summary>Pushes as the platform would in the account's mode.</summary>
    public Task<HttpResponseMessage> PushAsync(string xml) => PushAsync(Encoding.UTF8.GetBytes(xml));

    public Task<HttpResponseMessage> PushAsync(byte[] xml)
    {
        if (Account.Mode == WrappingMode.Plain)
            return PostAsync(PlainQuery(), xml);
        var encrypted = Wrapping.Seal(xml);
        return PostSealedAsync(encrypted);
    }

    /// <summary>Posts a ciphertext with the signature that belongs to it.</summary>
    public Task<HttpResponseMessage> PostSealedAsync(string encrypted) => PostAsync(SealedQuery(encrypted), Encoding.UTF8.GetBytes(Envelope(encrypted)));

    public Task<HttpResponseMessage> PostAsync(string query, byte[] body) =>
        _http.PostAsync(Path + query, new ByteArrayContent(body) { Headers = { ContentType = new("text/xml") } });

    public string PlainQuery(string timestamp = "1760000390") =>
        $"?signature={Wrapping.Sign(timestamp, NonceSent)}&timestamp={timestamp}&nonce={NonceSent}&openid={Person}";

    public string SealedQuery(string encrypted, string timestamp = "1760000390") =>
        PlainQuery(timestamp) + $"&encrypt_type=aes&msg_signature={Wrapping.Sign(timestamp, NonceSent, encrypted)}";

    /// <summary>The answer as the platform reads it: opened where it is sealed, its signature checked. Null for "nothing to say".</summary>
    public async Task<XElement?> AnswerAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var text = await response.Content.ReadAsStringAsync();
        if (text == "success")
            return null;
        Assert.StartsWith("<xml>", text, StringComparison.Ordinal);
        var xml = XElement.Parse(text);
        if (Account.Mode == WrappingMode.Plain)
            return xml;
        var encrypted = xml.Element("Encrypt")!.Value;
        var signature = Wrapping.Sign(xml.Element("TimeStamp")!.Value, xml.Element("Nonce")!.Value, encrypted);
        Assert.Equal(signature, xml.Element("MsgSignature")!.Value);
        return XElement.Parse(Wrapping.Open(encrypted));
    }

    /// <summary>What the person reads when the bot replies like this to a text.</summary>
    public async Task<XElement?> AskAsync(params IActivity[] replies) => await AnswerToAsync(TextXml("?"), replies);

    public async Task<XElement?> AnswerToAsync(string xml, params IActivity[] replies)
    {
        Bot.Replies = replies;
        return await AnswerAsync(await PushAsync(xml));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    private T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();
}

/// <summary>Remembers what it was told and says what the test wants.</summary>
internal sealed class ScriptedBot : IBot
{
    public List<Activity> Heard { get; } = [];
    public IReadOnlyList<IActivity> Replies { get; set; } = [];
    public Activity Last => Heard[^1];

    /// <summary>What a turn waits for before it replies.</summary>
    public Task Thinks { get; set; } = Task.CompletedTask;

    public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        Heard.Add(turnContext.Activity);
        await Thinks;
        foreach (var reply in Replies)
            await turnContext.SendActivityAsync(reply, cancellationToken);
    }
}
