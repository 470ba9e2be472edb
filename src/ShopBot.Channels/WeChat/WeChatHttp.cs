using System.Net;
using System.Text.Json;
using ShopBot.Messaging.Contacts;

namespace ShopBot.Channels.WeChat;

/// <summary>One call over the wire, and what its answer says. Addresses carry access tokens, so none is ever logged or put into a message.</summary>
internal sealed class WeChatHttp : IDisposable
{
    private const string PlatformHost = "https://api.weixin.qq.com";
    private const int ShownChars = 60;

    private static readonly JsonDocumentOptions Bounded = new() { MaxDepth = WeChatLimits.AnswerDepth };

    private readonly HttpClient _client;

    public WeChatHttp(WeChatTimes times) => _client = new HttpClient(new SocketsHttpHandler
    {
        ConnectTimeout = times.Connect,
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        AutomaticDecompression = DecompressionMethods.None,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public static string BaseOf(Account account) => account.ApiBase.Length == 0 ? PlatformHost : account.ApiBase.TrimEnd('/');

    /// <param name="content">Null = GET.</param>
    /// <param name="maxBytes">Of the answer; a longer one is as unreadable as a broken one.</param>
    /// <param name="limit">For the whole call.</param>
    /// <exception cref="OperationCanceledException">Only when <paramref name="ct"/> was cancelled.</exception>
    public async Task<WeChatReply> CallAsync(
        Account account, string pathAndQuery, HttpContent? content, int maxBytes, TimeSpan limit, CancellationToken ct)
    {
        if (limit <= TimeSpan.Zero)
            return new WeChatReply.NotSent("no time was left for the call");
        using var request = new HttpRequestMessage(content is null ? HttpMethod.Get : HttpMethod.Post, BaseOf(account) + pathAndQuery);
        request.Content = content;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        stop.CancelAfter(limit);
        try
        {
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop.Token);
            if (response.StatusCode != HttpStatusCode.OK)
                return new WeChatReply.Unclear($"HTTP {(int)response.StatusCode}");
            var bytes = await ReadAsync(response.Content, maxBytes, stop.Token);
            return bytes is null
                ? new WeChatReply.Unclear($"an answer of more than {maxBytes} bytes")
                : Judge(bytes.Value, response.Content.Headers.ContentType?.MediaType);
        }
        catch (HttpRequestException failed)
        {
            var error = failed.HttpRequestError;
            return error is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError
                ? new WeChatReply.NotSent(error.ToString())
                : new WeChatReply.Unclear(error.ToString());
        }
        catch (IOException)
        {
            return new WeChatReply.Unclear("the answer broke off");
        }
        // SocketsHttpHandler says so when the connection took too long; our own limits carry no TimeoutException.
        catch (OperationCanceledException cancelled) when (cancelled.InnerException is TimeoutException)
        {
            return new WeChatReply.NotSent("no connection in time");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new WeChatReply.Unclear($"no answer within {limit.TotalSeconds:0.#} s");
        }
    }

    public void Dispose() => _client.Dispose();

    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpContent content, int maxBytes, CancellationToken ct)
    {
        if (content.Headers.ContentLength > maxBytes)
            return null;
        await using var stream = await content.ReadAsStreamAsync(ct);
        var buffer = new byte[(int)(content.Headers.ContentLength ?? 4096) + 1];
        var length = 0;
        while (true)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length), ct);
            if (read == 0)
                return buffer.AsMemory(0, length);
            length += read;
            if (length > maxBytes)
                return null;
            if (length == buffer.Length)
                Array.Resize(ref buffer, Math.Min(buffer.Length * 2, maxBytes + 1));
        }
    }

    // The platform sends JSON under any content type, and files only under their own.
    private static WeChatReply Judge(ReadOnlyMemory<byte> bytes, string? mediaType)
    {
        var isJson = bytes.Span.TrimStart(" \r\n\t"u8) is [(byte)'{', ..];
        if (!isJson && bytes.Length > 0 && mediaType is not null && IsFile(mediaType))
            return new WeChatReply.File(bytes);
        try
        {
            using var document = JsonDocument.Parse(bytes, Bounded);
            var answer = new WeChatReply.Done(document.RootElement.Clone());
            if (answer.Json.ValueKind != JsonValueKind.Object)
                return new WeChatReply.Unclear("an answer that is no JSON object");
            if (!answer.Json.TryGetProperty("errcode", out _))
                return answer;
            return answer.Text("errcode") switch
            {
                "0" => answer,
                { } code => new WeChatReply.Refused(code, answer.Text("errmsg") ?? "", answer.Text("msg_id") ?? answer.Text("msgid")),
                null => new WeChatReply.Unclear("an errcode that is neither number nor text"),
            };
        }
        catch (JsonException)
        {
            return new WeChatReply.Unclear(bytes.IsEmpty ? "an empty answer" : "an answer that is no JSON: " + Beginning(bytes.Span));
        }
    }

    private static bool IsFile(string mediaType) =>
        mediaType.StartsWith("image/", StringComparison.OrdinalIgnoreCase)
        || mediaType.StartsWith("audio/", StringComparison.OrdinalIgnoreCase)
        || mediaType.StartsWith("voice/", StringComparison.OrdinalIgnoreCase)
        || mediaType.StartsWith("video/", StringComparison.OrdinalIgnoreCase)
        || mediaType.Equals("application/octet-stream", StringComparison.OrdinalIgnoreCase);

    private static string Beginning(ReadOnlySpan<byte> bytes) => string.Create(Math.Min(bytes.Length, ShownChars), bytes, static (chars, bytes) =>
    {
        for (var i = 0; i < chars.Length; i++)
            chars[i] = bytes[i] is >= (byte)' ' and < 127 ? (char)bytes[i] : '.';
    });
}
