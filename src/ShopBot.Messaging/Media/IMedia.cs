namespace ShopBot.Messaging.Media;

/// <param name="Id">Ours; stays the same for the same picture.</param>
/// <param name="ContentType">image/jpeg, image/png, image/gif, audio/amr, audio/mpeg or video/mp4, seen in the bytes and not believed from a header.</param>
public sealed record MediaFile(string Id, string Shop, string ContentType, ReadOnlyMemory<byte> Bytes);

/// <summary>Pictures and recordings that customers, staff and the shop send: kept by us, since platforms forget theirs after days.</summary>
public interface IMedia
{
    /// <exception cref="MediaRefusedException">Empty, too large, or of a type a chat does not carry.</exception>
    /// <returns>Our id, 32 characters. The same bytes of one shop give the same id.</returns>
    Task<string> KeepAsync(string shop, ReadOnlyMemory<byte> bytes, CancellationToken ct);

    /// <returns>Null where there is no such file.</returns>
    Task<MediaFile?> FindAsync(string id, CancellationToken ct);

    /// <summary>Address of a picture that anybody may open until the link ends: <c>{PublicUrl}/m/{token}</c>.</summary>
    Uri LinkTo(string id, TimeSpan lasts);

    /// <summary>The id behind a link's token; null when the token was not made by us or has ended.</summary>
    string? ReadLink(string token);
}

/// <summary>The message says what is wrong with the file and what would be taken.</summary>
public sealed class MediaRefusedException(string message) : Exception(message);
