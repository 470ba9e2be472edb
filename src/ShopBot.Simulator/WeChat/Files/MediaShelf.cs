using System.Security.Cryptography;

namespace ShopBot.Simulator.WeChat.Files;

/// <summary>Temporary media of all accounts: three days for the API, in memory as long as there is room.</summary>
internal sealed class MediaShelf(TimeProvider clock, SimulatorOptions options)
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(3);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, StoredFile> _files = [];
    private readonly Queue<string> _order = new();
    private long _bytes;

    public StoredFile Keep(string account, string type, FileFormat format, byte[] bytes)
    {
        var now = clock.GetUtcNow();
        var id = NewId();
        var file = new StoredFile(id, account, type, format, bytes, now, now + Life);
        lock (_gate)
        {
            _files[id] = file;
            _order.Enqueue(id);
            _bytes += bytes.Length;
            while (_bytes > options.MediaBytes && _order.Count > 1 && _files.Remove(_order.Dequeue(), out var oldest))
                _bytes -= oldest.Bytes.Length;
        }
        return file;
    }

    /// <summary>Permanent material, which only its owner takes away.</summary>
    public StoredFile KeepForever(string account, string type, FileFormat format, byte[] bytes)
    {
        var file = new StoredFile(NewId(), account, type, format, bytes, clock.GetUtcNow(), DateTimeOffset.MaxValue);
        lock (_gate)
            _files[file.MediaId] = file;
        return file;
    }

    /// <summary>Permanent material that its owner deleted.</summary>
    public void Forget(StoredFile file)
    {
        lock (_gate)
            _files.Remove(file.MediaId);
    }

    private static string NewId() => RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-", 64);

    /// <summary>What a phone still shows: expired media too.</summary>
    public StoredFile? Find(string mediaId)
    {
        lock (_gate)
            return _files.GetValueOrDefault(mediaId);
    }

    /// <summary>What the account may use: its own, not yet expired.</summary>
    public StoredFile? Usable(string account, string? mediaId) =>
        mediaId is not null && Find(mediaId) is { } file && file.Account == account && file.ExpiresAt > clock.GetUtcNow() ? file : null;
}
