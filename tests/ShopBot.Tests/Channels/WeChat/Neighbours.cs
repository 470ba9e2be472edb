using System.Collections.Concurrent;
using Microsoft.Bot.Schema;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Media;
using ShopBot.Messaging.Outbox;
using ShopBot.Messaging.Turns;

namespace ShopBot.Tests.Channels.WeChat;

/// <summary>What the channel needs from its neighbours, kept in memory.</summary>
internal sealed class KeptTokens : IAccountTokens
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, AccountToken> _tokens = [];
    private readonly ConcurrentDictionary<(string, string), (string Id, DateTimeOffset Ends)> _uploads = new();

    public void Put(string account, AccountToken token)
    {
        lock (_lock)
            _tokens[account] = token;
    }

    public void KeepUpload(string account, string mediaId, string platformId, DateTimeOffset ends) => _uploads[(account, mediaId)] = (platformId, ends);

    public DateTimeOffset UploadEnds(string account, string mediaId) => _uploads[(account, mediaId)].Ends;

    public Task<AccountToken?> FindAsync(string account, CancellationToken ct)
    {
        lock (_lock)
            return Task.FromResult(_tokens.GetValueOrDefault(account));
    }

    public Task<AccountToken> ReplaceAsync(string account, AccountToken? seen, AccountToken fresh, CancellationToken ct)
    {
        lock (_lock)
        {
            if (_tokens.GetValueOrDefault(account) == seen)
                _tokens[account] = fresh;
            return Task.FromResult(_tokens[account]);
        }
    }

    public Task<string?> FindUploadAsync(string account, string mediaId, DateTimeOffset aliveAt, CancellationToken ct) =>
        Task.FromResult(_uploads.TryGetValue((account, mediaId), out var upload) && upload.Ends >= aliveAt ? upload.Id : null);

    public Task KeepUploadAsync(string account, string mediaId, string platformMediaId, DateTimeOffset expiresAt, CancellationToken ct)
    {
        KeepUpload(account, mediaId, platformMediaId, expiresAt);
        return Task.CompletedTask;
    }

    public Task ForgetUploadAsync(string account, string platformMediaId, CancellationToken ct)
    {
        foreach (var (key, upload) in _uploads)
        {
            if (key.Item1 == account && upload.Id == platformMediaId)
                _uploads.TryRemove(key, out _);
        }
        return Task.CompletedTask;
    }
}

internal sealed class KeptMedia : IMedia
{
    public List<byte[]> Kept { get; } = [];
    public Dictionary<string, MediaFile> Files { get; } = [];

    public Task<string> KeepAsync(string shop, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        Kept.Add(bytes.ToArray());
        return Task.FromResult($"kept-{shop}-{Kept.Count}");
    }

    public Task<MediaFile?> FindAsync(string id, CancellationToken ct) => Task.FromResult(Files.GetValueOrDefault(id));

    public Uri LinkTo(string id, TimeSpan lasts) => new($"https://shop.example/m/{id}");

    public string? ReadLink(string token) => token;
}

internal sealed class NotedContacts : IContacts
{
    public List<ReplyWindow> Windows { get; } = [];
    public List<ContactPoint> Gone { get; } = [];

    public void NoteWindow(ReplyWindow window, DateTimeOffset openedAt) => Windows.Add(window);

    public void NoteGone(ContactPoint contact, DateTimeOffset at) => Gone.Add(contact);

    public List<(ContactPoint Contact, string TemplateId, bool Accepts)> Consents { get; } = [];

    public void NoteConsent(ContactPoint contact, string templateId, bool accepts, DateTimeOffset at) => Consents.Add((contact, templateId, accepts));

    public Task<IReadOnlyList<ReplyWindow>> OpenWindowsAsync(ContactPoint contact, DateTimeOffset now, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<ReplyWindow>>(Windows);

    public Task FlushAsync(CancellationToken ct) => Task.CompletedTask;
}

internal sealed class OwedMessages : IOutboxQueue
{
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public List<OutboxEntry> Entries { get; } = [];

    public Task FirstAsync() => _first.Task;

    /// <summary>All replies that did not go into an answer.</summary>
    public IReadOnlyList<Activity> Activities => [.. Entries.SelectMany(entry => ActivityPayload.Read(entry.Payload))];

    public Task EnqueueAsync(OutboxEntry entry, CancellationToken ct)
    {
        Entries.Add(entry);
        _first.TrySetResult();
        return Task.CompletedTask;
    }
}

/// <summary>Remembers what was reported of messages, and counts calls against no limit.</summary>
internal sealed class HeardReports : IDeliveryReports, IApiLimits
{
    private readonly TaskCompletionSource<DeliveryReport> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public List<DeliveryReport> Reports { get; } = [];

    public Task<DeliveryReport> FirstAsync() => _first.Task.WaitAsync(TimeSpan.FromSeconds(30));

    /// <summary>Said to every call that asks; null = all may be made.</summary>
    public Block? Rests { get; set; }

    public Task NoteAsync(DeliveryReport report, CancellationToken ct)
    {
        Reports.Add(report);
        _first.TrySetResult(report);
        return Task.CompletedTask;
    }

    public Task<Block?> TakeAsync(string account, string api, ApiLimit limit, CancellationToken ct) => Task.FromResult(Rests);

    public Task PauseAsync(string account, string api, DateTimeOffset until, string reason, CancellationToken ct)
    {
        Rests = new Block(until, reason);
        return Task.CompletedTask;
    }
}

internal sealed class NothingPending : IPendingEvents
{
    public Task KeepAsync(ContactPoint from, string key, ReadOnlyMemory<byte> raw, CancellationToken ct) => Task.CompletedTask;

    public Task DoneAsync(ContactPoint from, string key, CancellationToken ct) => Task.CompletedTask;

    public Task<IReadOnlyList<PendingEvent>> TakeDueAsync(int atMost, TimeSpan retryAfter, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<PendingEvent>>([]);

    public Task GiveUpAsync(ContactPoint from, string key, string why, CancellationToken ct) => Task.CompletedTask;
}

internal sealed class NothingOwed : IOwedAnswers, IOwedWords
{
    public IReadOnlyList<IReadOnlyList<Activity>> Messages => [];

    public Task<IOwedWords> TakeAsync(ContactPoint person, CancellationToken ct) => Task.FromResult<IOwedWords>(this);

    public Task<bool> StartAsync(int count, CancellationToken ct) => Task.FromResult(false);

    public Task ToldAsync(CancellationToken ct) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

internal sealed class PlainApology : ITurnApology
{
    public Activity For(Activity incoming) => new() { Type = ActivityTypes.Message, Text = "sorry" };
}
