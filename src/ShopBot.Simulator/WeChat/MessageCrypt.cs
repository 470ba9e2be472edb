using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace ShopBot.Simulator.WeChat;

/// <summary>The platform's side of signing and encrypting pushes and passive replies.</summary>
/// <param name="encodingAesKey">43 characters; surplus bits of the last one are ignored, as the platform does.</param>
internal sealed class MessageCrypt(string token, string encodingAesKey, string appId)
{
    private const int Block = 32, PrefixBytes = 20;
    private readonly byte[] _key = Convert.FromBase64String(encodingAesKey + "=");
    private readonly byte[] _appId = Encoding.UTF8.GetBytes(appId);

    /// <summary>Lower-case hex SHA-1 of the parts and the token, sorted by their bytes.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "The platform signs with SHA-1.")]
    public string Sign(params ReadOnlySpan<string> parts)
    {
        string[] sorted = [token, .. parts];
        Array.Sort(sorted, StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(string.Concat(sorted))));
    }

    public string Encrypt(string message) => Encrypt(message, RandomNumberGenerator.GetBytes(16));

    internal string Encrypt(string message, ReadOnlySpan<byte> random)
    {
        var text = Encoding.UTF8.GetBytes(message);
        var bare = PrefixBytes + text.Length + _appId.Length;
        var pad = Block - bare % Block;
        var plain = new byte[bare + pad];
        random[..16].CopyTo(plain);
        BinaryPrimitives.WriteInt32BigEndian(plain.AsSpan(16), text.Length);
        text.CopyTo(plain, PrefixBytes);
        _appId.CopyTo(plain, PrefixBytes + text.Length);
        plain.AsSpan(bare).Fill((byte)pad);
        using var aes = NewAes();
        return Convert.ToBase64String(aes.EncryptCbc(plain, _key.AsSpan(0, 16), PaddingMode.None));
    }

    /// <param name="message">The text inside; on failure what is wrong with the envelope.</param>
    public bool TryDecrypt(string cipherText, out string message)
    {
        (var ok, message) = Open(cipherText);
        return ok;
    }

    private (bool Ok, string Text) Open(string cipherText)
    {
        var cipher = new byte[cipherText.Length];
        if (!Convert.TryFromBase64String(cipherText, cipher, out var length) || length == 0 || length % Block != 0)
            return (false, "Encrypt is not base64 of whole 32-byte blocks");
        using var aes = NewAes();
        var plain = aes.DecryptCbc(cipher.AsSpan(0, length), _key.AsSpan(0, 16), PaddingMode.None).AsSpan();
        int pad = plain[^1];
        if (pad is < 1 or > Block || plain[^pad..].ContainsAnyExcept((byte)pad))
            return (false, "padding is not 1 to 32 equal bytes");
        plain = plain[..^pad];
        if (plain.Length < PrefixBytes)
            return (false, "the envelope is too short");
        var size = BinaryPrimitives.ReadInt32BigEndian(plain[16..]);
        if (size < 0 || size > plain.Length - PrefixBytes)
            return (false, "the length field does not fit");
        if (!plain[(PrefixBytes + size)..].SequenceEqual(_appId))
            return (false, "the envelope carries another AppID");
        return (true, Encoding.UTF8.GetString(plain.Slice(PrefixBytes, size)));
    }

    private Aes NewAes()
    {
        var aes = Aes.Create();
        aes.Key = _key;
        return aes;
    }
}
