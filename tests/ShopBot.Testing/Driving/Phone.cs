using System.Text.Json.Nodes;
using ShopBot.Simulator.Phones;

namespace ShopBot.Testing.Driving;

/// <summary>One person's chat with one account. What a person does returns once the account's software has answered.</summary>
public sealed class Phone(ControlClient control, string person, string account)
{
    private readonly string _chat = $"chats/{Uri.EscapeDataString(account)}/{Uri.EscapeDataString(person)}";

    public string Person => person;

    public string Account => account;

    public ControlClient Control => control;

    public Task<Outcome> SayAsync(string text, CancellationToken ct = default) => DoAsync("say", new { text }, ct);

    /// <summary>Several messages that leave in the same instant.</summary>
    public Task<List<Outcome>> SayTogetherAsync(IReadOnlyList<string> texts, CancellationToken ct = default) =>
        control.PostAsync<List<Outcome>>($"{_chat}/together?wait=true", new { texts }, ct);

    /// <summary>Taps a line that a message offers.</summary>
    public Task<Outcome> ChooseAsync(ChatMessage message, ChatChoice choice, CancellationToken ct = default) =>
        DoAsync("choose", new { id = choice.Id, message = message.Id }, ct);

    /// <param name="sample">bag, folded, shoes or stain.</param>
    public Task<Outcome> SendPictureAsync(string sample, CancellationToken ct = default) => DoAsync("picture", new { sample }, ct);

    /// <param name="heard">What the platform's speech recognition made of it; null = nothing.</param>
    public Task<Outcome> SendVoiceAsync(string? heard, CancellationToken ct = default) =>
        DoAsync("voice", new { base64 = Convert.ToBase64String("#!AMR\n<\u0091\u0017\u0016"u8), recognition = heard }, ct);

    public Task<Outcome> SendPlaceAsync(double latitude, double longitude, string label, CancellationToken ct = default) =>
        DoAsync("location", new { latitude, longitude, label }, ct);

    /// <summary>A message of a kind that the platform may invent tomorrow.</summary>
    public Task<Outcome> SendUnknownAsync(string msgType, CancellationToken ct = default) =>
        DoAsync("push", new { msgType, elements = new Dictionary<string, string> { ["Something"] = "new" } }, ct);

    public Task<Outcome> FollowAsync(CancellationToken ct = default) => DoAsync("follow", new { }, ct);

    public Task<Outcome> UnfollowAsync(CancellationToken ct = default) => DoAsync("unfollow", new { }, ct);

    public Task<Outcome> ScanAsync(string scene, CancellationToken ct = default) => DoAsync("scan", new { scene }, ct);

    /// <summary>Accepts one notice of a template in the platform's prompt.</summary>
    public Task<Outcome> AcceptNoticeAsync(string template, CancellationToken ct = default) =>
        DoAsync("notices", new { templates = new Dictionary<string, string> { [template] = "accept" } }, ct);

    public Task PayAsync(CancellationToken ct = default) => control.PostAsync($"{_chat}/pay", new { }, ct);

    /// <summary>Refuses the account's messages, or no longer.</summary>
    public Task RefuseAsync(bool refuses, CancellationToken ct = default) => control.PatchAsync(_chat, new { refuses }, ct);

    /// <summary>Taps the bottom menu's button with that name or key.</summary>
    public Task<Outcome> TapMenuAsync(string button, CancellationToken ct = default) => DoAsync("tap", new { button }, ct);

    /// <summary>Names of the buttons that say something to the account, in the menu this person has.</summary>
    public async Task<IReadOnlyList<string>> MenuAsync(CancellationToken ct = default) =>
        [.. ((await control.GetAsync<JsonObject>(_chat, ct))["menu"]?["button"]?.AsArray() ?? [])
            .SelectMany(b => b!["sub_button"] is JsonArray { Count: > 0 } inner ? inner.ToArray() : [b])
            .Where(b => (string?)b!["type"] == "click").Select(b => (string)b!["name"]!)];

    /// <summary>The messages of the account and notices of the platform, oldest first.</summary>
    /// <param name="after">Id of the last message already seen; 0 = all.</param>
    /// <param name="patience">How long to wait for the first one, in real time; at most 30 s.</param>
    public async Task<IReadOnlyList<ChatMessage>> ReceivedAsync(long after = 0, TimeSpan patience = default, CancellationToken ct = default)
    {
        var deadline = TimeProvider.System.GetUtcNow() + patience;
        while (true)
        {
            var wait = Math.Max(0, (deadline - TimeProvider.System.GetUtcNow()).TotalSeconds);
            var shown = await ShownAsync(after, wait, ct);
            if (shown.Where(message => message.From != "person").ToList() is { Count: > 0 } received)
                return received;
            if (wait <= 0)
                return [];
            after = Math.Max(after, shown.LastOrDefault()?.Id ?? 0);
        }
    }

    /// <summary>Waits for a message with these words, whatever comes before it.</summary>
    /// <exception cref="TimeoutException">It did not come; the message has what came.</exception>
    public async Task<ChatMessage> HearsAsync(string words, long after, TimeSpan patience, CancellationToken ct = default)
    {
        var deadline = TimeProvider.System.GetUtcNow() + patience;
        var heard = new List<ChatMessage>();
        while (TimeProvider.System.GetUtcNow() < deadline)
        {
            foreach (var message in await ReceivedAsync(after, deadline - TimeProvider.System.GetUtcNow(), ct))
            {
                heard.Add(message);
                after = message.Id;
                if (message.Text?.Contains(words, StringComparison.Ordinal) == true)
                    return message;
            }
        }
        throw new TimeoutException($"{person} never heard \"{words}\", only: {string.Join(" | ", heard.Select(m => $"({m.Kind}) {m.Text}"))}");
    }

    /// <summary>The newest message on the phone; 0 without one.</summary>
    public async Task<long> LastIdAsync(CancellationToken ct = default) => (await ShownAsync(0, 0, ct)).LastOrDefault()?.Id ?? 0;

    private async Task<List<ChatMessage>> ShownAsync(long after, double wait, CancellationToken ct) =>
        (await control.GetAsync<Screen>(FormattableString.Invariant($"{_chat}?after={after}&wait={wait:0.###}"), ct)).Messages;

    private Task<Outcome> DoAsync(string act, object body, CancellationToken ct) => control.PostAsync<Outcome>($"{_chat}/{act}?wait=true", body, ct);

    private sealed record Screen(List<ChatMessage> Messages);
}
