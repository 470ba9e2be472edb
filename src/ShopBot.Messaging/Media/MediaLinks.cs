using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace ShopBot.Messaging.Media;

/// <summary>Links to pictures that end: id and last moment, signed, so that nothing need be stored for them.</summary>
/// <param name="key">32 random bytes of this installation.</param>
/// <param name="publicUrl">Asked for each link: known only once the server listens. No slash at the end.</param>
public sealed class MediaLinks(byte[] key, Func<string> publicUrl, TimeProvider time)
{
    private const int IdBytes = 16, EndBytes = 4, SignatureBytes = 16;

    /// <param name="id">32 hex digits.</param>
    /// <exception cref="ArgumentException">Something else.</exception>
    public Uri LinkTo(string id, TimeSpan lasts)
    {
        // To the next full hour, so that a page shown twice names its pictures alike and browsers keep them.
        var ends = (uint)((time.GetUtcNow() + lasts).ToUnixTimeSeconds() / 3600 + 1);
        Span<byte> token = stackalloc byte[IdBytes + EndBytes + SignatureBytes];
        if (id.Length != IdBytes * 2 || Convert.FromHexString(id, token, out _, out _) != OperationStatus.Done)
            throw new ArgumentException($"'{id}' is no media id.", nameof(id));
        BinaryPrimitives.WriteUInt32BigEndian(token[IdBytes..], ends);
        Sign(token[..(IdBytes + EndBytes)], token[(IdBytes + EndBytes)..]);
        return new Uri($"{publicUrl()}/m/{Base64Url.EncodeToString(token)}");
    }

    public string? ReadLink(string token)
    {
        Span<byte> bytes = stackalloc byte[IdBytes + EndBytes + SignatureBytes];
        // Exactly as it was made: the decoder would overlook blanks, and a link should have one spelling.
        if (token.Length != Base64Url.GetEncodedLength(bytes.Length)
            || Base64Url.DecodeFromChars(token, bytes, out _, out var length) != OperationStatus.Done || length != bytes.Length)
            return null;
        Span<byte> signature = stackalloc byte[SignatureBytes];
        Sign(bytes[..(IdBytes + EndBytes)], signature);
        if (!CryptographicOperations.FixedTimeEquals(signature, bytes[(IdBytes + EndBytes)..]))
            return null;
        var ends = BinaryPrimitives.ReadUInt32BigEndian(bytes[IdBytes..]) * 3600L;
        return ends > time.GetUtcNow().ToUnixTimeSeconds() ? Convert.ToHexStringLower(bytes[..IdBytes]) : null;
    }

    private void Sign(ReadOnlySpan<byte> content, Span<byte> signature)
    {
        Span<byte> whole = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, content, whole);
        whole[..SignatureBytes].CopyTo(signature);
    }
}
