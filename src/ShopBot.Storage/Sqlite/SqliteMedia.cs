using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using ShopBot.Messaging.Media;

namespace ShopBot.Storage.Sqlite;

/// <summary>Pictures and recordings in shop.db, so that one backup holds everything.</summary>
public sealed class SqliteMedia : IMedia
{
    private readonly SqliteDatabase _database;
    private readonly TimeProvider _time;
    private readonly MediaLinks _links;

    public SqliteMedia(SqliteDatabase database, IOptions<MediaOptions> options, TimeProvider time)
    {
        _database = database;
        _time = time;
        _links = new MediaLinks(SqliteLinkKey.Of(database), () => options.Value.PublicUrl, time);
    }

    public async Task<string> KeepAsync(string shop, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        var contentType = MediaType.Require(bytes.Span);
        // Of the shop as well: the wall between shops must not fall over two that send the same picture.
        var id = IdOf(shop, bytes.Span);
        await _database.WriteAsync(db => db.Execute(
            "INSERT INTO media (id, shop, content_type, bytes, kept_at) VALUES ($id, $shop, $type, $bytes, $now) ON CONFLICT DO NOTHING",
            ("$id", id), ("$shop", shop), ("$type", contentType), ("$bytes", bytes.ToArray()), ("$now", _time.GetUtcNow().ToUnixTimeMilliseconds())))
            .ConfigureAwait(false);
        return id;
    }

    public Task<MediaFile?> FindAsync(string id, CancellationToken ct) => Task.FromResult(_database.Read(db => db.Query(
        "SELECT id, shop, content_type, bytes FROM media WHERE id = $id",
        row => new MediaFile(row.GetString(0), row.GetString(1), row.GetString(2), row.Bytes(3)), ("$id", id)).FirstOrDefault()));

    public Uri LinkTo(string id, TimeSpan lasts) => _links.LinkTo(id, lasts);

    public string? ReadLink(string token) => _links.ReadLink(token);

    private static string IdOf(string shop, ReadOnlySpan<byte> bytes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(shop));
        hash.AppendData([0]);
        hash.AppendData(bytes);
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..32];
    }
}
