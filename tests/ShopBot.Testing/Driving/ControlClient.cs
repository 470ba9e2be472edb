using System.Net.Http.Json;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ShopBot.Simulator.Phones;

namespace ShopBot.Testing.Driving;

/// <summary>The control API of a simulator, over HTTP: people, clock, faults, transcript.</summary>
public sealed class ControlClient(HttpClient http, Uri server)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly Uri _root = new(server, "/simulator/control/");

    public Phone Phone(string person, string account) => new(this, person, account);

    /// <summary>Gives a person a phone, unless they have one.</summary>
    public Task AddPersonAsync(string name, string account, bool follows, CancellationToken ct = default) =>
        PostAsync("people", new { name, accounts = new[] { account }, follows }, ct);

    /// <summary>Every person with every account: <c>name</c>, <c>account</c>, <c>openId</c>, <c>follows</c>, open <c>grants</c>.</summary>
    public Task<List<JsonObject>> PeopleAsync(CancellationToken ct = default) => GetAsync<List<JsonObject>>("people", ct);

    public async Task<DateTimeOffset> NowAsync(CancellationToken ct = default) =>
        (await GetAsync<JsonObject>("clock", ct))["now"]!.GetValue<DateTimeOffset>();

    public Task AdvanceAsync(TimeSpan by, CancellationToken ct = default) => PostAsync("clock/advance", new { by = by.ToString("c") }, ct);

    public Task SetClockAsync(DateTimeOffset to, CancellationToken ct = default) => PostAsync("clock/set", new { to, frozen = true }, ct);

    /// <param name="fault">As the simulator's README has it, such as <c>new { on = "push", @do = "lose" }</c>.</param>
    public Task AddFaultAsync(object fault, CancellationToken ct = default) => PostAsync("faults", fault, ct);

    public Task ClearFaultsAsync(CancellationToken ct = default) => SendAsync(new HttpRequestMessage(HttpMethod.Delete, new Uri(_root, "faults")), ct);

    /// <summary>Waits until every fault has met its call.</summary>
    /// <exception cref="TimeoutException">One still waits for its moment.</exception>
    public async Task FaultsAreUsedUpAsync(TimeSpan patience, CancellationToken ct = default)
    {
        // The control API has no wait for this; each look is a round trip.
        var deadline = TimeProvider.System.GetUtcNow() + patience;
        while (await GetAsync<JsonArray>("faults", ct) is { Count: > 0 } left)
        {
            if (TimeProvider.System.GetUtcNow() > deadline)
                throw new TimeoutException($"Never met: {left.ToJsonString()}");
            await Task.Yield();
        }
    }

    /// <summary>What account and platform said to each other, oldest first.</summary>
    /// <param name="filter">Query of the control API, such as <c>kind=call&amp;errcode=0</c>.</param>
    public async Task<IReadOnlyList<Exchange>> TranscriptAsync(string account, string filter = "", CancellationToken ct = default) =>
        await GetAsync<List<Exchange>>($"transcript?limit=2000&account={Uri.EscapeDataString(account)}&{filter}", ct);

    /// <summary>The platform delivers the same message once more.</summary>
    public Task<JsonNode> RedeliverAsync(long pushId, int times = 1, CancellationToken ct = default) =>
        PostAsync<JsonNode>($"pushes/{pushId}/redeliver?wait=true", new { times }, ct);

    public Task<JsonObject> AccountAsync(string account, CancellationToken ct = default) =>
        GetAsync<JsonObject>($"accounts/{Uri.EscapeDataString(account)}", ct);

    /// <param name="change">As the simulator's README has it, such as <c>new { kind = "Service" }</c>.</param>
    public Task ChangeAccountAsync(string account, object change, CancellationToken ct = default) =>
        SendAsync(With(HttpMethod.Put, $"accounts/{Uri.EscapeDataString(account)}", change), ct);

    /// <summary>Somebody else took both kinds of token.</summary>
    public Task StealTokenAsync(string account, CancellationToken ct = default) => PostAsync($"accounts/{Uri.EscapeDataString(account)}/steal-token", new { }, ct);

    internal Task PatchAsync(string path, object body, CancellationToken ct) => SendAsync(With(HttpMethod.Patch, path, body), ct);

    public async Task<byte[]> BytesAsync(string pathOnServer, CancellationToken ct = default)
    {
        using var response = await SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(server, pathOnServer)), ct);
        return await response.Content.ReadAsByteArrayAsync(ct);
    }

    public Task<byte[]> SampleAsync(string name, CancellationToken ct = default) => BytesAsync(new Uri(_root, $"samples/{name}").AbsolutePath, ct);

    internal async Task<T> GetAsync<T>(string path, CancellationToken ct)
    {
        using var response = await SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(_root, path)), ct);
        return (await response.Content.ReadFromJsonAsync<T>(Json, ct))!;
    }

    internal async Task<T> PostAsync<T>(string path, object body, CancellationToken ct)
    {
        using var response = await SendAsync(Post(path, body), ct);
        return (await response.Content.ReadFromJsonAsync<T>(Json, ct))!;
    }

    internal async Task PostAsync(string path, object body, CancellationToken ct)
    {
        using var response = await SendAsync(Post(path, body), ct);
    }

    private HttpRequestMessage Post(string path, object body) => With(HttpMethod.Post, path, body);

    private HttpRequestMessage With(HttpMethod method, string path, object body) =>
        new(method, new Uri(_root, path)) { Content = JsonContent.Create(body, body.GetType(), options: Json) };

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        using (request)
        {
            var response = await http.SendAsync(request, ct);
            if (response.IsSuccessStatusCode)
                return response;
            var body = await response.Content.ReadAsStringAsync(ct);
            throw new InvalidOperationException($"{request.Method} {request.RequestUri} was answered {(int)response.StatusCode}: {body}");
        }
    }
}

/// <summary>What became of something a person did.</summary>
/// <param name="Delivered">The account's software answered in time with something the platform takes.</param>
/// <param name="Reply">What came back in the answer itself; null where there was nothing.</param>
/// <param name="Notice">What the platform told the person because the software did not answer.</param>
public sealed record Outcome(long PushId, string Kind, string? MsgId, bool Delivered, ChatMessage? Reply, string? Notice, string? Problem, IReadOnlyList<Delivery> Tries);

/// <summary>One delivery of a message to the account's software.</summary>
/// <param name="Answer">The body, decrypted.</param>
/// <param name="Body">The body as it came.</param>
/// <param name="Took">Milliseconds.</param>
public sealed record Delivery(int Try, int Status, string? Answer, string? Body, string? Problem, long Took);

/// <summary>One call of the account's software (<c>call</c>) or one delivery to it (<c>push</c>).</summary>
public sealed record Exchange(long Id, string Kind, string? Person, string Api, string? Request, int Status, string? Answer, int? Errcode, string? Token, long? PushId, string? Problem,
    DateTimeOffset At, long Begun);
