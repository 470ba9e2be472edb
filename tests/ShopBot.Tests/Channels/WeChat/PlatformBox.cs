using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Outbox;
using ShopBot.Simulator;
using ShopBot.Simulator.WeChat;
using ShopBot.Testing.Driving;

namespace ShopBot.Tests.Channels.WeChat;

/// <summary>A channel, a platform that pushes to it, and one person with a phone.</summary>
internal sealed class PlatformBox : IAsyncDisposable
{
    private const string Person = "李小姐";

    private readonly WebApplication _simulator;
    private readonly HttpClient _http = new();

    private PlatformBox(TestWeChat wechat, WebApplication simulator)
    {
        WeChat = wechat;
        _simulator = simulator;
        Control = new ControlClient(_http, new Uri(simulator.Urls.First()));
        Phone = Control.Phone(Person, wechat.Account.Name);
    }

    public TestWeChat WeChat { get; }
    public ControlClient Control { get; }
    public Phone Phone { get; }
    public ScriptedBot Bot => WeChat.Bot;
    public ContactPoint Contact { get; private set; }

    public static async Task<PlatformBox> OpenAsync(
        Action<Account>? with = null, bool follows = true, IReadOnlyList<SimulatedTemplate>? templates = null)
    {
        var wechat = await TestWeChat.OpenAsync(with, at: TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());
        var account = wechat.Account;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSimulator(world =>
        {
            world.Accounts.Add(new SimulatedAccount
            {
                Name = account.Name, OriginalId = account.OriginalId, AppId = account.AppId, AppSecret = account.AppSecret, Token = account.Token,
                EncodingAESKey = account.EncodingAESKey, Mode = Enum.Parse<PushMode>(account.Mode.ToString()),
                Kind = Enum.Parse<ShopBot.Simulator.WeChat.AccountKind>(account.Kind.ToString()),
                Templates = templates ?? [],
                CallbackUrl = new Uri(wechat.Http.BaseAddress!, wechat.Path).AbsoluteUri,
            });
            world.People.Add(new SimulatedPerson(Person, account.Name, follows));
        });
        var simulator = builder.Build();
        simulator.MapSimulator();
        await simulator.StartAsync();
        account.ApiBase = simulator.Urls.First() + "/simulator/wechat";
        var box = new PlatformBox(wechat, simulator);
        await box.LearnOpenIdAsync();
        return box;
    }

    /// <summary>Renders and sends as the outbox would.</summary>
    public async Task<IReadOnlyList<SendOutcome>> SendAsync(IActivity message)
    {
        var route = new Route.ServiceWindow("message", WeChat.Clock.Now.AddHours(1), 5);
        var ready = Assert.IsType<Rendering.Ready>(await WeChat.Outbound.RenderAsync(WeChat.Account, Contact, route, [(Activity)message], CancellationToken.None));
        var outcomes = new List<SendOutcome>();
        foreach (var part in ready.Parts)
            outcomes.Add(await WeChat.Outbound.SendAsync(WeChat.Account, Contact, part, CancellationToken.None));
        return outcomes;
    }

    /// <summary>A notice with its values, as a form of the account.</summary>
    public Task<Rendering> RenderFormAsync(NoticeTemplate form, bool subscription = false) => WeChat.Outbound.RenderAsync(
        WeChat.Account, Contact, subscription ? new Route.Subscription(form) : new Route.Template(form),
    [
        new Activity
        {
            Type = ActivityTypes.Message,
            Text = "words",
            ChannelData = new NoticeForm(
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["number"] = "12", ["what"] = "洗好了", ["note"] = "领口有一处旧的污渍，已经特别处理过了", ["time"] = "2026-03-02 12:00",
                },
                "https://shop.example/o/1"),
        },
    ], CancellationToken.None);

    public async Task<SendOutcome> SendFormAsync(NoticeTemplate form, bool subscription = false)
    {
        var part = Assert.Single(Assert.IsType<Rendering.Ready>(await RenderFormAsync(form, subscription)).Parts);
        return await WeChat.Outbound.SendAsync(WeChat.Account, Contact, part, CancellationToken.None);
    }

    public async Task StealTokenAsync()
    {
        using var response = await _http.PostAsync(new Uri($"{_simulator.Urls.First()}/simulator/control/accounts/{WeChat.Account.Name}/steal-token"), null);
        response.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await WeChat.DisposeAsync();
        await _simulator.DisposeAsync();
    }

    private async Task LearnOpenIdAsync()
    {
        using var people = System.Text.Json.JsonDocument.Parse(await _http.GetStringAsync(new Uri(_simulator.Urls.First() + "/simulator/control/people")));
        Contact = new ContactPoint(WeChat.Account.Name, people.RootElement[0].GetProperty("openId").GetString()!);
    }
}
