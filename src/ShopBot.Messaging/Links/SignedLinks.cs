using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ShopBot.Messaging.Links;

/// <summary>The last part of addresses that say what is behind them and end: signed, so that nothing need be stored for them and nobody can make or change one.</summary>
/// <param name="key">32 random bytes of this installation.</param>
public sealed class SignedLinks(byte[] key, TimeProvider time)
{
    public const int LongestContent = 200;

    private const int EndBytes = 4, SignatureBytes = 16;

    /// <param name="purpose">What the link is for; a token of one purpose opens no other.</param>
    /// <param name="content">What stands behind it, at most 200 bytes of UTF-8; readable by whoever has the link.</param>
    /// <param name="ends">UTC, to the second.</param>
    public string Sign(string purpose, string content, DateTimeOffset ends)
    {
        var text = Encoding.UTF8.GetBytes(content);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(text.Length, LongestContent, nameof(content));
        var token = new byte[text.Length + EndBytes + SignatureBytes];
        text.CopyTo(token, 0);
        BinaryPrimitives.WriteUInt32BigEndian(token.AsSpan(text.Length), (uint)ends.ToUnixTimeSeconds());
        SignatureOf(purpose, token.AsSpan(0, text.Length + EndBytes)).CopyTo(token.AsSpan(text.Length + EndBytes));
        return Base64Url.EncodeToString(token);
    }

    /// <returns>The content; null when the token was not made here for this purpose or has ended.</returns>
    public string? Read(string purpose, string token)
    {
        if (token.Length > Base64Url.GetEncodedLength(LongestContent + EndBytes + SignatureBytes) || !Base64Url.IsValid(token))
            return null;
        var bytes = Base64Url.DecodeFromChars(token);
        // A link has one spelling: the decoder overlooks blanks and signs for filling up.
        if (bytes.Length < EndBytes + SignatureBytes || Base64Url.EncodeToString(bytes) != token)
            return null;
        var signed = bytes.AsSpan(0, bytes.Length - SignatureBytes);
        if (!CryptographicOperations.FixedTimeEquals(SignatureOf(purpose, signed), bytes.AsSpan(signed.Length)))
            return null;
        var ends = BinaryPrimitives.ReadUInt32BigEndian(signed[^EndBytes..]);
        return ends > time.GetUtcNow().ToUnixTimeSeconds() ? Encoding.UTF8.GetString(signed[..^EndBytes]) : null;
    }

    // A key for each purpose: what one signs, no other can be made to take.
    private byte[] SignatureOf(string purpose, ReadOnlySpan<byte> signed) =>
        HMACSHA256.HashData(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"link:{purpose}")), signed)[..SignatureBytes];
}
