using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ShopBot.Tests.Channels.WeChat;

/// <summary>The platform's API as a web server that answers what the test says; knows tokens, and nothing else by itself.</summary>
internal sealed class FakePlatform : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, Func<HttpContext, Call, Task>> _answers = new();
    private int _tokens;

    private FakePlatform(WebApplication app) => _app = app;

    /// <param name="Query">Without the question mark.</param>
    internal sealed record Call(string Path, string Query, string? ContentType, byte[] Body)
    {
        public string Text => Encoding.UTF8.GetString(Body);
    }

    public ConcurrentQueue<Call> Calls { get; } = new();
    public string Address => _app.Urls.First() + "/base/";

    /// <summary>Life of the tokens given out.</summary>
    public int ExpiresIn { get; set; } = 7200;

    /// <summary>The token in force; asked for without force, it is given again.</summary>
    public string? Token { get; set; }

    public IReadOnlyList<Call> To(string path) => [.. Calls.Where(call => call.Path == path)];

    public static async Task<FakePlatform> OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var platform = new FakePlatform(app);
        app.Run(platform.AnswerAsync);
        await app.StartAsync();
        return platform;
    }

    /// <summary>A path such as <c>message/custom/send</c>; the answer is given to every call.</summary>
    public void On(string path, string answer, int status = 200, string contentType = "text/plain") => On(path, (http, _) =>
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = contentType;
        return http.Response.WriteAsync(answer);
    });

    public void On(string path, Func<HttpContext, Call, Task> answer) => _answers[path] = answer;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        const string under = "/base/cgi-bin/";
        var path = http.Request.Path.Value!.StartsWith(under, StringComparison.Ordinal) ? http.Request.Path.Value[under.Length..] : "?";
        var call = new Call(path, http.Request.QueryString.Value!.TrimStart('?'), http.Request.ContentType, body.ToArray());
        Calls.Enqueue(call);
        if (_answers.TryGetValue(path, out var answer))
            await answer(http, call);
        else if (path == "stable_token")
            await GiveTokenAsync(http, call);
        else if (!call.Query.Contains($"access_token={Token}", StringComparison.Ordinal))
            await http.Response.WriteAsync("""{"errcode":40001,"errmsg":"invalid credential, access_token is invalid or not latest rid: 1"}""");
        else
            await http.Response.WriteAsync("""{"errcode":0,"errmsg":"ok"}""");
    }

    private Task GiveTokenAsync(HttpContext http, Call call)
    {
        if (Token is null || call.Text.Contains("\"force_refresh\":true", StringComparison.Ordinal))
            Token = $"token-{Interlocked.Increment(ref _tokens)}";
        return http.Response.WriteAsync($$"""{"access_token":"{{Token}}","expires_in":{{ExpiresIn}}}""");
    }
}
