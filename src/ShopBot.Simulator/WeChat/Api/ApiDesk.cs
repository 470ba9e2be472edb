using System.Collections.Frozen;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ShopBot.Simulator.Control;
using ShopBot.Simulator.WeChat.Pushing;

namespace ShopBot.Simulator.WeChat.Api;

/// <summary>Takes every API call: attributes it, makes its fault, checks what all calls must fulfil, answers, writes it down.</summary>
internal sealed class ApiDesk
{
    private const int BodyBytes = 12 << 20;
    private static readonly JsonSerializerOptions Raw = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly Platform _platform;
    private readonly FaultList _faults;
    private readonly TimeProvider _clock;
    private readonly SimulatorOptions _options;
    private readonly JobPushes _jobs;
    private readonly FrozenDictionary<string, ApiMethod> _methods;

    public ApiDesk(Platform platform, FaultList faults, TimeProvider clock, SimulatorOptions options, JobPushes jobs, IEnumerable<IApi> apis)
    {
        (_platform, _faults, _clock, _options, _jobs) = (platform, faults, clock, options, jobs);
        _methods = apis.SelectMany(a => a.Methods).ToFrozenDictionary(m => m.Path);
    }

    /// <summary>What can be called, for those that ask about their quotas.</summary>
    public ApiMethod? Method(string path) => _methods.GetValueOrDefault(path);

    public async Task HandleAsync(HttpContext http)
    {
        var (started, begun) = (Stopwatch.GetTimestamp(), _platform.NextNumber());
        var (call, tooLong) = await ReadAsync(http);
        var api = "/" + (string?)http.Request.RouteValues["path"];
        var recipient = Recipient(call);
        var fault = _faults.Take(api, call.Account?.Settings.Name, recipient?.Person);
        call = call with { JobFails = fault?.Do == FaultKind.FailJob };
        // A caller who leaves while the platform hangs gets nothing done.
        var left = fault?.Do == FaultKind.Hang && !await WaitAsync(fault.For, http);

        var at = _clock.GetUtcNow();
        var answer = left || fault?.Do is FaultKind.Drop or FaultKind.Status or FaultKind.Html or FaultKind.Empty ? null
            : fault?.Do == FaultKind.Errcode ? ApiAnswer.Fail(fault.Errcode, fault.Errmsg)
            : tooLong ? ApiAnswer.Fail(45001) : await AnswerAsync(call, api);
        var rid = answer is ApiAnswer.Error ? Rid() : null;
        var (status, contentType, body) = Written(answer, fault, rid);
        (call.Account?.Transcript ?? _platform.Strangers).Add(new TranscriptEntry
        {
            Id = _platform.NextNumber(), Begun = begun, At = at, Kind = "call", Account = call.Account?.Settings.Name ?? "", Person = recipient?.Person, Api = api,
            Method = http.Request.Method, Request = RequestText(call), Status = status, Token = call.Token, Rid = rid,
            Answer = answer is ApiAnswer.File file ? $"({file.Bytes.Length} bytes {file.ContentType})" : Encoding.UTF8.GetString(body),
            Errcode = answer switch { ApiAnswer.Error error => error.Code, ApiAnswer.Json json => (int?)json.Body["errcode"] ?? 0, null => null, _ => 0 },
            Problem = fault is null ? null : $"fault {fault.Do}{(left ? ", and the caller left" : "")}",
            Took = (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds,
        });

        try
        {
            if (left || fault?.Do == FaultKind.AcceptAndHang && !await WaitAsync(fault.For, http))
                return;
            if (fault?.Do is FaultKind.Drop or FaultKind.AcceptAndCut)
                http.Abort();
            else
                await WriteAsync(http, answer, status, contentType, body);
        }
        finally
        {
            // After the answer, so that the account's software can know the job's number by then; lost or not, the job is done.
            _jobs.Start(call.Jobs);
        }
    }

    private async Task WriteAsync(HttpContext http, ApiAnswer? answer, int status, string contentType, byte[] body)
    {
        http.Response.StatusCode = status;
        http.Response.Headers.Date = _clock.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        http.Response.ContentType = contentType;
        http.Response.ContentLength = body.Length;
        if (answer is ApiAnswer.File { Name: var name })
            http.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
        await http.Response.CompleteAsync();
    }

    /// <returns>False when the caller left meanwhile.</returns>
    private async Task<bool> WaitAsync(TimeSpan wait, HttpContext http)
    {
        try
        {
            await Task.Delay(wait, _clock, http.RequestAborted);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task<ApiAnswer> AnswerAsync(ApiCall call, string api)
    {
        if (!_methods.TryGetValue(api, out var method))
            return ApiAnswer.Fail(40066);
        if (call.Request.Method != (method.IsPost ? "POST" : "GET"))
            return ApiAnswer.Fail(method.IsPost ? 43002 : 43001);
        if (method.NeedsToken && TokenProblem(call) is var tokenCode and not 0)
            return ApiAnswer.Fail(tokenCode);
        if (call.Account is { } account)
        {
            if (!method.For.Include(account.Settings.Kind))
                return ApiAnswer.Fail(48001);
            if (account.Quotas.Count(method.CountedAs ?? api, account.LimitOf(method), account.MinuteLimitOf(method)) is var quotaCode and not 0)
                return ApiAnswer.Fail(quotaCode);
        }
        if (method.ReadsJson && call.TryReadJson(_options.RefuseEscapes ? method.EscapeErrcode : 0) is var jsonCode and not 0)
            return ApiAnswer.Fail(jsonCode);
        return await method.Run(call);
    }

    private static int TokenProblem(ApiCall call) => string.IsNullOrEmpty(call.Token) ? 41001
        : call.Account is not null ? call.Account.Tokens.Check(call.Token)
        : AccessTokens.LooksIssued(call.Token) ? 40001 : 40014;

    private async Task<(ApiCall Call, bool TooLong)> ReadAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        var buffer = new byte[16384];
        var (read, tooLong) = (0, false);
        while ((read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0)
        {
            tooLong |= body.Length + read > BodyBytes;
            if (!tooLong)
                body.Write(buffer, 0, read);
        }
        var bytes = body.ToArray();
        var token = http.Request.Query["access_token"].FirstOrDefault();
        var account = string.IsNullOrEmpty(token)
            ? _platform.WithAppId(http.Request.Query["appid"].FirstOrDefault() ?? TextIn(http, bytes, "appid"))
            : _platform.WithToken(token);
        return (new ApiCall(http.Request, bytes, account, token) { IsElsewhere = openId => _platform.Accounts.Any(a => a != account && a.WithOpenId(openId) is not null) }, tooLong);
    }

    private static Follower? Recipient(ApiCall call) =>
        call.Account is { } account && TextIn(call.Request.HttpContext, call.Body, "touser") is { } openId ? account.WithOpenId(openId) : null;

    /// <summary>A text of the body, before anything was checked.</summary>
    private static string? TextIn(HttpContext http, byte[] body, string name)
    {
        if (body.Length == 0 || http.Request.HasFormContentType)
            return null;
        try
        {
            using var json = JsonDocument.Parse(body);
            return ApiCall.TextOf(json.RootElement, name);
        }
        catch (JsonException)
        {
            return null; // The call itself is told so where its body is read.
        }
    }

    private static string? RequestText(ApiCall call) => call.Request.HasFormContentType
        ? $"(form, {call.Body.Length} bytes) {Visible(call.Request.Query)}"
        : call.Body.Length > 0 ? Encoding.UTF8.GetString(call.Body) : Visible(call.Request.Query);

    private static string Visible(IQueryCollection query) =>
        string.Join('&', query.Where(q => q.Key is not ("access_token" or "secret")).Select(q => $"{q.Key}={q.Value}"));

    private static (int Status, string ContentType, byte[] Body) Written(ApiAnswer? answer, Fault? fault, string? rid) => (answer, fault?.Do) switch
    {
        (ApiAnswer.Json json, _) => (200, "application/json; encoding=utf-8", Encoding.UTF8.GetBytes(json.Body.ToJsonString(Raw))),
        (ApiAnswer.Error error, _) => (200, "application/json; encoding=utf-8", Encoding.UTF8.GetBytes(
            new JsonObject { ["errcode"] = error.Code, ["errmsg"] = $"{error.Text} rid: {rid}" }.ToJsonString(Raw))),
        (ApiAnswer.Missing, _) => (404, "text/plain", []),
        (ApiAnswer.File file, _) => (200, file.ContentType, file.Bytes),
        (null, FaultKind.Status) => (fault!.Status, "text/plain", Encoding.UTF8.GetBytes(fault.Body ?? "")),
        (null, FaultKind.Html) => (fault!.Status, "text/html", Encoding.UTF8.GetBytes(
            fault.Body ?? $"<html><head><title>{fault.Status}</title></head><body><center><h1>{fault.Status} Bad Gateway</h1></center></body></html>")),
        (null, FaultKind.Empty) => (200, "text/plain", []),
        _ => (0, "", []),
    };

    private static string Rid() =>
        $"{RandomNumberGenerator.GetHexString(8, true)}-{RandomNumberGenerator.GetHexString(8, true)}-{RandomNumberGenerator.GetHexString(8, true)}";
}
