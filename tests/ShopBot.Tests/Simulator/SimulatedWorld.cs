using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ShopBot.Simulator;
using ShopBot.Simulator.Clock;
using ShopBot.Simulator.WeChat;

namespace ShopBot.Tests.Simulator;

/// <summary>The simulator behind a real server on a frozen clock, with one account, one follower, and a bot that answers as told.</summary>
internal sealed class SimulatedWorld : IAsyncDisposable
{
    public const string Ann = "Ann", Shop = "shop";
    private readonly WebApplication _app;
    private readonly SemaphoreSlim _arrived = new(0);

    private SimulatedWorld(WebApplication app, MovableClock clock, SimulatedAccount account)
    {
        (_app, Clock, Account) = (app, clock, account);
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public MovableClock Clock { get; }

    public SimulatedAccount Account { get; }

    public HttpClient Http { get; }

    /// <summary>How the bot answers; "success" unless a test says otherwise.</summary>
    public Func<ReceivedPush, HttpContext, Task> Bot { get; set; } = (_, http) => http.Response.WriteAsync("success");

    public ConcurrentQueue<ReceivedPush> Received { get; } = new();

    public static async Task<SimulatedWorld> OpenAsync(
        Func<SimulatedAccount, SimulatedAccount>? change = null, Action<SimulatorOptions>? configure = null)
    {
        var clock = MovableClock.FrozenAt(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));
        var account = new SimulatedAccount { Name = Shop, Mode = PushMode.Plain, CallbackUrl = "/bot" };
        account = change?.Invoke(account) ?? account;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(clock);
        builder.Services.AddSimulator(world =>
        {
            world.Accounts.Add(account);
            world.People.Add(new SimulatedPerson(Ann, Shop));
            configure?.Invoke(world);
        });
        var app = builder.Build();
        app.MapSimulator();
        SimulatedWorld? opened = null;
        app.Map("/bot", async http =>
        {
            using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
            var push = new ReceivedPush(http.Request.Query.ToDictionary(q => q.Key, q => q.Value.ToString()), await reader.ReadToEndAsync());
            opened!.Received.Enqueue(push);
            opened._arrived.Release();
            await opened.Bot(push, http);
        });
        await app.StartAsync();
        return opened = new SimulatedWorld(app, clock, account);
    }

    public void BotSays(string body) => Bot = (_, http) => http.Response.WriteAsync(body);

    public async Task<JsonNode> ControlAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, "/simulator/control" + path);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        using var response = await Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return text.Length == 0 ? new JsonObject { ["status"] = (int)response.StatusCode } : JsonNode.Parse(text)!;
    }

    public Task<JsonNode> ActAsync(string act, object? body = null, bool wait = true, string person = Ann) =>
        ControlAsync(HttpMethod.Post, $"/chats/{Shop}/{person}/{act}{(wait ? "?wait=true" : "")}", body ?? new { });

    public async Task<IReadOnlyList<JsonNode>> ChatAsync(string person = Ann, long after = 0) =>
        [.. (await ControlAsync(HttpMethod.Get, $"/chats/{Shop}/{person}?after={after}"))["messages"]!.AsArray().Select(m => m!)];

    public async Task<IReadOnlyList<JsonNode>> TranscriptAsync(string query = "") =>
        [.. (await ControlAsync(HttpMethod.Get, "/transcript?" + query)).AsArray().Select(m => m!)];

    public Task FaultAsync(object fault) => ControlAsync(HttpMethod.Post, "/faults", fault);

    /// <summary>The next push of that kind (MsgType or Event); everything before it is forgotten.</summary>
    public async Task<ReceivedPush> NextPushAsync(string kind)
    {
        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            await _arrived.WaitAsync(enough.Token);
            if (Received.TryDequeue(out var push) && (push["Event"] ?? push["MsgType"]) == kind)
                return push;
        }
    }

    public async Task<string> OpenIdAsync(string person = Ann) =>
        (await ControlAsync(HttpMethod.Get, "/people")).AsArray().First(p => (string?)p!["name"] == person)!["openId"]!.GetValue<string>();

    public async Task<string> TokenAsync() =>
        (await StableTokenAsync())["access_token"]!.GetValue<string>();

    public Task<JsonNode> StableTokenAsync(bool force = false, string? secret = null) => PostAsync("/cgi-bin/stable_token", new JsonObject
    {
        ["grant_type"] = "client_credential", ["appid"] = Account.AppId, ["secret"] = secret ?? Account.AppSecret, ["force_refresh"] = force,
    }.ToJsonString());

    public Task<JsonNode> PlainTokenAsync(string? grantType = "client_credential", string? appId = null, string? secret = null) =>
        GetAsync($"/cgi-bin/token?grant_type={grantType}&appid={appId ?? Account.AppId}&secret={secret ?? Account.AppSecret}");

    public async Task<JsonNode> GetAsync(string path) => JsonNode.Parse(await Http.GetStringAsync("/simulator/wechat" + path))!;

    public async Task<JsonNode> PostAsync(string path, string body)
    {
        using var response = await Http.PostAsync("/simulator/wechat" + path, new StringContent(body, Encoding.UTF8, "application/json"));
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    /// <summary>Calls an API with a good token.</summary>
    public async Task<JsonNode> CallAsync(string api, string body, string? token = null) =>
        await PostAsync($"{api}?access_token={token ?? await TokenAsync()}", body);

    public async Task<int> SendTextAsync(string text = "hi", string? token = null, string person = Ann) =>
        Code(await CallAsync("/cgi-bin/message/custom/send", Text(await OpenIdAsync(person), text), token));

    public static string Text(string openId, string text) => $$$"""{"touser":"{{{openId}}}","msgtype":"text","text":{"content":"{{{text}}}"}}""";

    public static int Code(JsonNode answer) => (int?)answer["errcode"] ?? 0;

    /// <summary>A valid text reply to a push in plain mode.</summary>
    public string Reply(ReceivedPush push, string rest = "<MsgType>text</MsgType><Content>好的</Content>") => "<xml>"
        + $"<ToUserName><![CDATA[{push.Xml.Element("FromUserName")!.Value}]]></ToUserName><FromUserName><![CDATA[{Account.OriginalId}]]></FromUserName>"
        + $"<CreateTime>{Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}</CreateTime>{rest}</xml>";

    public async Task<JsonNode> UploadAsync(string type, byte[] bytes, Func<string, string>? spoil = null, string? boundaryHeader = null, string api = "media/upload")
    {
        const string boundary = "----fa1b2c3";
        var head = $"--{boundary}\r\nContent-Disposition: form-data; name=\"media\"; filename=\"a.bin\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        head = spoil?.Invoke(head) ?? head;
        using var content = new ByteArrayContent([.. Encoding.UTF8.GetBytes(head), .. bytes, .. Encoding.UTF8.GetBytes($"\r\n--{boundary}--\r\n")]);
        content.Headers.TryAddWithoutValidation("Content-Type", $"multipart/form-data; boundary={boundaryHeader ?? boundary}");
        using var response = await Http.PostAsync($"/simulator/wechat/cgi-bin/{api}?access_token={await TokenAsync()}&type={type}", content);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        Clock.Dispose();
        _arrived.Dispose();
    }
}

/// <summary>A push as the bot got it.</summary>
internal sealed record ReceivedPush(IReadOnlyDictionary<string, string> Query, string Body)
{
    public XElement Xml => XElement.Parse(Body);

    public string? this[string element] => Xml.Element(element)?.Value;
}
