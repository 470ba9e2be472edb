using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ShopBot.Tests.Channels.WeChat;

/// <summary>The platform's side of signing and sealing, written apart from the product's so that one mistake is not made twice.</summary>
internal sealed class Wrapping(string token, string encodingAesKey, string appId)
{
    private readonly byte[] _key = Convert.FromBase64String(encodingAesKey + "=");

#pragma warning disable CA5350 // The platform's choice.
    public string Sign(params string[] signed) => Convert.ToHexStringLower(SHA1.HashData(
        Encoding.UTF8.GetBytes(string.Concat(signed.Append(token).OrderBy(s => s, StringComparer.Ordinal)))));
#pragma warning restore CA5350

    /// <param name="length">What the length field says; null = the truth.</param>
    /// <param name="padding">The last byte; null = the right one.</param>
    public string Seal(byte[] message, string? foreignAppId = null, int? length = null, byte? padding = null)
    {
        var random = RandomNumberGenerator.GetBytes(16);
        var size = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(size, length ?? message.Length);
        byte[] plain = [.. random, .. size, .. message, .. Encoding.UTF8.GetBytes(foreignAppId ?? appId)];
        var pad = 32 - plain.Length % 32;
        byte[] padded = [.. plain, .. Enumerable.Repeat((byte)pad, pad)];
        if (padding is { } last)
            padded[^1] = last;
        return Encrypt(padded);
    }

    /// <summary>Seals with a padding that is nobody's; the text is filled up with blanks so that the blocks come out even.</summary>
    public string SealPadded(string message, params byte[] padding)
    {
        var blanks = (16 - (20 + Encoding.UTF8.GetByteCount(message) + appId.Length + padding.Length) % 16) % 16;
        var body = Encoding.UTF8.GetBytes(message + new string(' ', blanks));
        var size = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(size, body.Length);
        return Encrypt([.. new byte[16], .. size, .. body, .. Encoding.UTF8.GetBytes(appId), .. padding]);
    }

    private string Encrypt(byte[] padded)
    {
        using var aes = Aes.Create();
        aes.Key = _key;
        return Convert.ToBase64String(aes.EncryptCbc(padded, _key[..16], PaddingMode.None));
    }

    public string Open(string base64)
    {
        using var aes = Aes.Create();
        aes.Key = _key;
        var plain = aes.DecryptCbc(Convert.FromBase64String(base64), _key[..16], PaddingMode.None);
        var length = BinaryPrimitives.ReadInt32BigEndian(plain.AsSpan(16));
        Assert.Equal(appId, Encoding.UTF8.GetString(plain.AsSpan(20 + length, plain.Length - plain[^1] - 20 - length)));
        return Encoding.UTF8.GetString(plain.AsSpan(20, length));
    }
}
