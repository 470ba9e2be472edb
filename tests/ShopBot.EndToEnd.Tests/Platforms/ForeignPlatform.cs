using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ShopBot.EndToEnd.Tests.Platforms;

/// <summary>The least a platform can be: it hands out one token and one picture, and writes down what it is sent. Nothing of the simulator is in it.</summary>
internal sealed class ForeignPlatform : IAsyncDisposable
{
    private const string Token = "foreign-token-0001";
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Call> _calls = new();
    private readonly SemaphoreSlim _arrived = new(0);

    private ForeignPlatform(WebApplication app) => _app = app;

    public string ApiBase => _app.Urls.First();

    /// <summary>The picture every media id stands for.</summary>
    public byte[] Picture { get; private init; } = [];

    public static async Task<ForeignPlatform> StartAsync(byte[] picture)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = ["--urls=http://127.0.0.1:0"] });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var app = builder.Build();
        var platform = new ForeignPlatform(app) { Picture = picture };
        app.Run(platform.AnswerAsync);
        await app.StartAsync();
        return platform;
    }

    /// <summary>The next call with this path, in the order of arrival.</summary>
    public async Task<Call> NextAsync(string path)
    {
        while (true)
        {
            Assert.True(await _arrived.WaitAsync(TimeSpan.FromSeconds(30)), $"{path} was never called");
            if (_calls.TryDequeue(out var call) && call.Path == path)
                return call;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _arrived.Dispose();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var request = http.Request;
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        var path = request.Path.Value!;
        if (path != "/cgi-bin/stable_token" && request.Query["access_token"] != Token)
        {
            await http.Response.WriteAsync("""{"errcode":40001,"errmsg":"invalid credential"}""");
            return;
        }
        _calls.Enqueue(new Call(path, request.Method, request.Query["type"].ToString(), request.ContentType ?? "", body.ToArray()));
        _arrived.Release();
        switch (path)
        {
            case "/cgi-bin/stable_token":
                await http.Response.WriteAsync($$"""{"access_token":"{{Token}}","expires_in":7200}""");
                break;
            case "/cgi-bin/media/get":
                http.Response.ContentType = "image/jpeg";
                http.Response.Headers.ContentDisposition = "attachment; filename=\"picture.jpg\"";
                await http.Response.Body.WriteAsync(Picture);
                break;
            case "/cgi-bin/media/upload":
                await http.Response.WriteAsync("""{"type":"image","media_id":"FOREIGN_MEDIA_1","created_at":1772413200}""");
                break;
            default:
                await http.Response.WriteAsync("""{"errcode":0,"errmsg":"ok"}""");
                break;
        }
    }

    /// <param name="Type">Of the query, for uploads.</param>
    internal sealed record Call(string Path, string Method, string Type, string ContentType, byte[] Body)
    {
        public string Text => Encoding.UTF8.GetString(Body);

        public JsonElement Json => JsonDocument.Parse(Body).RootElement;

        /// <summary>Where another client's bytes begin in a form; -1 when they are not there.</summary>
        public int IndexOf(ReadOnlySpan<byte> bytes) => Body.AsSpan().IndexOf(bytes);
    }
}

/// <summary>Delivers messages in plain mode, as the documentation of the platform describes it.</summary>
internal sealed class PlainSender(HttpClient http, Uri webhook, string token, string originalId)
{
    private long _lastId = 24_600_000_000_000_000;

    /// <returns>The clear answer.</returns>
    public async Task<string> SendAsync(string from, string type, string fields)
    {
        var (timestamp, nonce) = (DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), "1320562132");
        string[] signed = [token, timestamp, nonce];
        Array.Sort(signed, StringComparer.Ordinal);
#pragma warning disable CA5350 // The platform signs with SHA-1.
        var signature = Convert.ToHexStringLower(SHA1.HashData(Encoding.ASCII.GetBytes(string.Concat(signed))));
#pragma warning restore CA5350
        var xml = $"<xml><ToUserName><![CDATA[{originalId}]]></ToUserName><FromUserName><![CDATA[{from}]]></FromUserName><CreateTime>{timestamp}</CreateTime>"
            + $"<MsgType><![CDATA[{type}]]></MsgType>{fields}<MsgId>{++_lastId}</MsgId></xml>";
        using var response = await http.PostAsync(new Uri($"{webhook}?signature={signature}&timestamp={timestamp}&nonce={nonce}"),
            new StringContent(xml, Encoding.UTF8, "text/xml"));
        Assert.True(response.IsSuccessStatusCode, $"{xml} was answered {(int)response.StatusCode}");
        return await response.Content.ReadAsStringAsync();
    }

    public Task<string> SayAsync(string from, string text) => SendAsync(from, "text", $"<Content><![CDATA[{text}]]></Content>");

    public Task<string> SendPictureAsync(string from) =>
        SendAsync(from, "image", "<PicUrl><![CDATA[http://127.0.0.1:9/p.jpg]]></PicUrl><MediaId><![CDATA[FROM_A_PHONE_1]]></MediaId>");
}
