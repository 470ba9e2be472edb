using System.Diagnostics;
using System.Net;
using System.Text;
using ShopBot.Simulator.Control;

namespace ShopBot.Simulator.WeChat.Pushing;

/// <summary>The HTTP side of a push: one try, its deadline, its answer, its line in the transcript.</summary>
internal sealed class PushLine(
    Platform platform, ReplyReader reader, ServerAddress address, TimeProvider clock, SimulatorOptions options) : IDisposable
{
    private const int AnswerBytes = 1 << 20;
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public async Task<(PushTry Made, ReplyVerdict Verdict)> TryAsync(Push push, int number, Fault? fault, CancellationToken ct)
    {
        var account = push.Follower.Account;
        var at = clock.GetUtcNow();
        var (started, begun) = (Stopwatch.GetTimestamp(), platform.NextNumber());
        var (status, body, problem) = (0, (byte[]?)null, (string?)null);
        var cut = fault?.Do == FaultKind.Cut && number <= fault.More;
        if (address.Absolute(account.Settings.CallbackUrl) is { } callback)
            (status, body, problem) = await AskAsync(push, callback, at, fault, cut, ct);
        else
            problem = "the callback address is relative and the server does not listen yet";

        var verdict = problem is not null ? new ReplyVerdict.Broken(problem)
            : cut ? new ReplyVerdict.Broken("the answer was lost, as told")
            : status != 200 ? new ReplyVerdict.Broken($"HTTP status {status}") : reader.Read(body!, push);
        var text = body is null ? null : Encoding.UTF8.GetString(body);
        var clear = verdict switch
        {
            ReplyVerdict.Answered answered => answered.Clear,
            ReplyVerdict.Broken { Clear: { } inner } => inner,
            _ => text,
        };
        var made = new PushTry(number, at, status, clear, text, (verdict as ReplyVerdict.Broken)?.Why,
            (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        account.Transcript.Add(new TranscriptEntry
        {
            Id = platform.NextNumber(), Begun = begun, At = at, Kind = "push", Account = account.Settings.Name, Person = push.Follower.Person,
            Api = push.Kind, Method = "POST", Request = push.Xml, Status = status, Answer = clear, PushId = push.Id, Try = number,
            Problem = made.Problem, Took = made.Took,
        });
        return (made, verdict);
    }

    /// <summary>Asks the account's address to prove that it knows the token.</summary>
    /// <returns>Null when it does, otherwise what went wrong.</returns>
    public async Task<string?> VerifyAsync(OfficialAccount account, CancellationToken ct)
    {
        if (address.Absolute(account.Settings.CallbackUrl) is not { } callback)
            return "the account has no callback address";
        var question = PushEnvelope.Verification(account, callback, clock.GetUtcNow(), out var echo);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(options.PushTimeout);
        try
        {
            using var response = await _http.GetAsync(question, deadline.Token);
            var answer = await response.Content.ReadAsByteArrayAsync(deadline.Token);
            return response.StatusCode != HttpStatusCode.OK ? $"HTTP status {(int)response.StatusCode}"
                : answer.AsSpan().SequenceEqual(Encoding.ASCII.GetBytes(echo)) ? null : "the body is not exactly echostr";
        }
        catch (HttpRequestException failed)
        {
            return failed.Message;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return "no answer in time";
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<(int Status, byte[]? Body, string? Problem)> AskAsync(
        Push push, Uri callback, DateTimeOffset at, Fault? fault, bool cut, CancellationToken ct)
    {
        // Real time: a frozen clock must not give the account's software forever.
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(options.PushTimeout);
        using var hangUp = cut && fault!.For > TimeSpan.Zero ? new CancellationTokenSource(fault.For, clock) : new CancellationTokenSource();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, hangUp.Token);
        using var request = PushEnvelope.Write(push, callback, at, fault?.Do == FaultKind.BadSignature);
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            await using var stream = await response.Content.ReadAsStreamAsync(either.Token);
            using var body = new MemoryStream();
            var buffer = new byte[8192];
            int read;
            while ((read = await stream.ReadAsync(buffer, either.Token)) > 0)
            {
                if (body.Length + read > AnswerBytes)
                    return ((int)response.StatusCode, null, "the answer is longer than a megabyte");
                body.Write(buffer, 0, read);
            }
            return ((int)response.StatusCode, body.ToArray(), null);
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException)
        {
            return (0, null, failed.Message);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return (0, null, hangUp.IsCancellationRequested ? "the connection was cut, as told"
                : $"no answer within {options.PushTimeout.TotalSeconds:0.###} s");
        }
    }
}
