using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ShopBot.Testing.Driving;

namespace ShopBot.Testing.Months;

/// <summary>Reads everything account and platform said to each other and judges every refusal: could the account's software have known?</summary>
/// <remarks>It knows no more than that software: what was pushed and answered, in the order of the platform's own numbers.</remarks>
public sealed class MonthLedger
{
    /// <summary>Sends of one account that may be under way at once, and cannot be called back when the first is refused (Outbox:MaxParallel).</summary>
    private const int Lanes = 4;
    private const int StoryLines = 20;
    private const string Send = "/cgi-bin/message/custom/send";
    private readonly Dictionary<string, long> _seen = [];
    private readonly Dictionary<(string Account, string Api), (DateOnly Day, int Told)> _spent = [];
    private readonly Dictionary<string, int> _deadTokens = [];
    private readonly Dictionary<(string Account, string OpenId), long> _left = [];
    private readonly Dictionary<(string Account, string OpenId, int Code), long> _refusers = [];
    private readonly Dictionary<(string Account, string OpenId), Queue<string>> _stories = [];
    private readonly Dictionary<string, int> _calls = [];

    public int Pushes { get; private set; }

    /// <summary>Pushes whose answer the platform did not take.</summary>
    public int BadAnswers { get; private set; }

    public IReadOnlyDictionary<string, int> Calls => _calls;

    public List<Refused> Refusals { get; } = [];

    public IEnumerable<Refused> Foreseeable => Refusals.Where(r => r.Foreseeable);

    /// <summary>Reads on from where it stopped.</summary>
    public async Task ReadAsync(ControlClient control, string account, CancellationToken ct = default)
    {
        foreach (var exchange in await control.TranscriptAsync(account, string.Create(CultureInfo.InvariantCulture, $"after={_seen.GetValueOrDefault(account)}"), ct))
        {
            _seen[account] = exchange.Id;
            if (exchange.Kind == "push")
                NotePush(account, exchange);
            else
                NoteCall(account, exchange);
        }
    }

    public long LastOf(string account) => _seen.GetValueOrDefault(account);

    private void NotePush(string account, Exchange push)
    {
        Pushes++;
        if (push.Problem is not null)
            BadAnswers++;
        var openId = System.Xml.Linq.XElement.Parse(push.Request!).Element("FromUserName")!.Value;
        Tell(account, openId, push, $"<{push.Api}>");
        if (push.Api == "unsubscribe")
        {
            _left[(account, openId)] = push.Id;
        }
        else
        {
            // Whoever does anything again may have changed their mind.
            _left.Remove((account, openId));
            foreach (var code in (int[])[48002, 43019])
                _refusers.Remove((account, openId, code));
        }
    }

    private void NoteCall(string account, Exchange call)
    {
        _calls[call.Api] = _calls.GetValueOrDefault(call.Api) + 1;
        var openId = Recipient(call.Request);
        if (openId is not null)
            Tell(account, openId, call, $"{call.Api[(call.Api.LastIndexOf('/') + 1)..]} {call.Errcode}");
        if (call.Errcode is not { } code || code == 0)
            return;
        var (foreseeable, why) = Judge(account, call, code, openId);
        Refusals.Add(new Refused(account, call.Api, code, call.At, openId, foreseeable, why, openId is null ? [] : [.. StoryOf(account, openId)]));
    }

    private (bool Foreseeable, string Why) Judge(string account, Exchange call, int code, string? openId)
    {
        switch (code)
        {
            case 45015 when openId is not null && _left.TryGetValue((account, openId), out var left):
                return (left < call.Begun, left < call.Begun ? "the person had left, as was pushed" : "the person left at that moment");
            case 45015:
                return (true, "the window had ended");
            case 45047:
                return (true, "the window's messages were used up");
            case 45009:
                var day = DateOnly.FromDateTime(call.At.UtcDateTime.AddHours(8));
                var told = _spent.TryGetValue((account, call.Api), out var spent) && spent.Day == day ? spent.Told + 1 : 1;
                _spent[(account, call.Api)] = (day, told);
                return (told > Lanes, told == 1 ? "the day's calls were used up, told the first time"
                    : told <= Lanes ? "told to another lane at the same moment" : "the day's calls were known to be used up");
            case 40007:
                // It costs one call, and the file is brought anew; nobody's message is lost.
                return (false, "the file's id ran out while the message waited");
            case 40001 or 42001 or 40014:
                var met = _deadTokens[call.Token ?? ""] = _deadTokens.GetValueOrDefault(call.Token ?? "") + 1;
                return (met > Lanes, met == 1 ? "somebody else took the token" : met <= Lanes ? "told to another lane at the same moment" : "the token was known to be dead");
            case 48002 or 43019 when openId is not null:
                var refused = _refusers.TryGetValue((account, openId, code), out var earlier) && earlier < call.Begun;
                _refusers.TryAdd((account, openId, code), call.Id);
                return (refused, refused ? "the person was known to refuse" : "the person refuses, told the first time");
            default:
                return (call.Api == Send || code is 40003 or 47001 or 47003, "no person's doing");
        }
    }

    private void Tell(string account, string openId, Exchange exchange, string what)
    {
        var story = StoryOf(account, openId);
        story.Enqueue(string.Create(CultureInfo.InvariantCulture, $"{exchange.Begun}-{exchange.Id} {exchange.At:dd HH:mm:ss} {what}"));
        if (story.Count > StoryLines)
            story.Dequeue();
    }

    private Queue<string> StoryOf(string account, string openId)
    {
        if (!_stories.TryGetValue((account, openId), out var story))
            _stories[(account, openId)] = story = new Queue<string>();
        return story;
    }

    private static string? Recipient(string? request)
    {
        if (request is not ['{', ..])
            return null;
        try
        {
            return JsonNode.Parse(request)?["touser"] is JsonValue one && one.TryGetValue<string>(out var openId) ? openId : null;
        }
        catch (JsonException)
        {
            return null; // Shortened in the transcript.
        }
    }
}

/// <param name="Story">What last went between account and person.</param>
/// <param name="Foreseeable">Whether what the platform had told before the call began forbade it.</param>
public sealed record Refused(string Account, string Api, int Code, DateTimeOffset At, string? OpenId, bool Foreseeable, string Why, IReadOnlyList<string> Story);
