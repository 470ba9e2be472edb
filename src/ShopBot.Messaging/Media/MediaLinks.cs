using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace ShopBot.Messaging.Media;

/// <summary>Links to pictures that end: id and last moment, signed, so that nothing need be stored for them.</summary>
/// <param name="key">32 random bytes of this installation.</param>
public sealed class MediaLinks(byte[] key, string publicUrl, TimeProvider time)
{
    private const int IdBytes = 16, EndBytes = 4, SignatureBytes = 16;

    /// <param name="id">32 hex digits.</param>
    public Uri LinkTo(string id, TimeSpan lasts)
    {
        // To the next full hour, so that a page shown twice names its pictures alike and browsers keep them.
        var ends = (uint)((time.GetUtcNow() + lasts).ToUnixTimeSeconds() / 3600 + 1);
        Span<byte> token = stackalloc byte[IdBytes + EndBytes + SignatureBytes];
        Convert.FromHexString(id, token, out _, out _);
        BinaryPrimitives.WriteUInt32BigEndian(token[IdBytes..], ends);
        Sign(token[..(IdBytes + EndBytes)], token[(IdBytes + EndBytes)..]);
        return new Uri($"{publicUrl}/m/{Base64Url.EncodeToString(token)}");
    }

    public string? ReadLink(string token)
    {
        Span<byte> bytes = stackalloc byte[IdBytes + EndBytes + SignatureBytes];
        if (token.Length > 64 || !Base64Url.TryDecodeFromChars(token, bytes, out var length) || length != bytes.Length)
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
