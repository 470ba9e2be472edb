using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ShopBot.Channels.WeChat;

/// <summary>One EncodingAESKey of one account: opens what the platform pushed and seals answers.</summary>
/// <remarks>AES-256-CBC, the first half of the key as vector. Plaintext: 16 random bytes, length (4 bytes, big-endian), message, AppID, padding to 32.</remarks>
internal sealed class WeChatCipher
{
    // The padding's block is 32 bytes although AES has 16, so .NET's PKCS7 would refuse most of the platform's messages.
    private const int Random = 16, Header = Random + sizeof(int), PaddingBlock = 32, AesBlock = 16;

    // The one-shot calls of a keyed instance keep no state, so all requests share it.
    private readonly Aes _aes = Aes.Create();
    private readonly byte[] _vector;
    private readonly byte[] _appId;

    /// <param name="encodingAesKey">43 characters; surplus bits of the last one are ignored, as the platform does.</param>
    /// <exception cref="FormatException">No such key.</exception>
    public WeChatCipher(string encodingAesKey, string appId)
    {
        // Base64.DecodeFromUtf8 would refuse the surplus bits; this one ignores them.
        var key = Convert.FromBase64String(encodingAesKey + "=");
        if (key.Length != 32)
            throw new FormatException("An EncodingAESKey has 43 characters.");
        _aes.Key = key;
        _vector = key[..AesBlock];
        _appId = Encoding.UTF8.GetBytes(appId);
    }

    /// <summary>False for every kind of damage alike: nobody learns from us which check failed.</summary>
    /// <param name="message">The message alone, in memory of its own.</param>
    public bool TryOpen(ReadOnlySpan<byte> base64, out ReadOnlyMemory<byte> message)
    {
        message = default;
        var rented = ArrayPool<byte>.Shared.Rent(Base64.GetMaxDecodedFromUtf8Length(base64.Length));
        try
        {
            if (base64.Length % 4 != 0
                || Base64.DecodeFromUtf8(base64, rented, out _, out var length) != OperationStatus.Done
                || length == 0 || length % AesBlock != 0)
            {
                return false;
            }
            var plain = new byte[length];
            _aes.DecryptCbc(rented.AsSpan(0, length), _vector, plain, PaddingMode.None);

            int padding = plain[^1];
            var unpadded = length - padding;
            var end = unpadded - _appId.Length;
            if (padding is < 1 or > PaddingBlock || end < Header
                || plain.AsSpan(unpadded).ContainsAnyExcept((byte)padding)
                || BinaryPrimitives.ReadInt32BigEndian(plain.AsSpan(Random)) != end - Header
                || !CryptographicOperations.FixedTimeEquals(plain.AsSpan(end, _appId.Length), _appId))
            {
                return false;
            }
            message = plain.AsMemory(Header, end - Header);
            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <param name="random">16 bytes nobody can guess.</param>
    /// <returns>The base64 text of Encrypt, ASCII.</returns>
    public byte[] Seal(ReadOnlySpan<byte> message, ReadOnlySpan<byte> random)
    {
        var length = Header + message.Length + _appId.Length;
        var padding = PaddingBlock - length % PaddingBlock;
        var plain = ArrayPool<byte>.Shared.Rent(length + padding);
        var sealedText = new byte[Base64.GetMaxEncodedToUtf8Length(length + padding)];

        random[..Random].CopyTo(plain);
        BinaryPrimitives.WriteInt32BigEndian(plain.AsSpan(Random), message.Length);
        message.CopyTo(plain.AsSpan(Header));
        _appId.CopyTo(plain.AsSpan(Header + message.Length));
        plain.AsSpan(length, padding).Fill((byte)padding);

        _aes.EncryptCbc(plain.AsSpan(0, length + padding), _vector, sealedText, PaddingMode.None);
        Base64.EncodeToUtf8InPlace(sealedText, length + padding, out _);
        ArrayPool<byte>.Shared.Return(plain);
        return sealedText;
    }
}
