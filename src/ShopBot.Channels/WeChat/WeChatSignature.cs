using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace ShopBot.Channels.WeChat;

/// <summary>The platform's signature: SHA-1 over the strings in byte order, joined, as lower-case hex.</summary>
internal static class WeChatSignature
{
    public const int Length = 40;

    private const int OnStack = 1024;

    /// <param name="encrypted">The base64 text of Encrypt; empty where only the origin is signed (plain mode, verification).</param>
    /// <param name="hex">Receives 40 characters.</param>
    public static void Write(
        ReadOnlySpan<byte> token, ReadOnlySpan<byte> timestamp, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> encrypted, Span<byte> hex)
    {
        Order(ref token, ref timestamp);
        Order(ref nonce, ref encrypted);
        Order(ref token, ref nonce);
        Order(ref timestamp, ref encrypted);
        Order(ref timestamp, ref nonce);

        var length = token.Length + timestamp.Length + nonce.Length + encrypted.Length;
        var rented = length > OnStack ? ArrayPool<byte>.Shared.Rent(length) : null;
        var joined = rented is null ? stackalloc byte[OnStack] : rented;
        token.CopyTo(joined);
        timestamp.CopyTo(joined[token.Length..]);
        nonce.CopyTo(joined[(token.Length + timestamp.Length)..]);
        encrypted.CopyTo(joined[(token.Length + timestamp.Length + nonce.Length)..]);

        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
#pragma warning disable CA5350 // The platform's choice.
        SHA1.HashData(joined[..length], hash);
#pragma warning restore CA5350
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
        Convert.TryToHexStringLower(hash, hex, out _);
    }

    /// <summary>Compares in a time that does not depend on where the two differ.</summary>
    /// <param name="given">As it came in the query; anything but 40 lower-case hex digits is no signature.</param>
    public static bool Verify(
        ReadOnlySpan<byte> token, ReadOnlySpan<char> timestamp, ReadOnlySpan<char> nonce, ReadOnlySpan<byte> encrypted, ReadOnlySpan<char> given)
    {
        if (given.Length != Length || !Ascii.IsValid(given))
            return false;
        Span<byte> time = stackalloc byte[timestamp.Length];
        Span<byte> once = stackalloc byte[nonce.Length];
        Span<byte> theirs = stackalloc byte[Length];
        Encoding.ASCII.GetBytes(timestamp, time);
        Encoding.ASCII.GetBytes(nonce, once);
        Encoding.ASCII.GetBytes(given, theirs);

        Span<byte> ours = stackalloc byte[Length];
        Write(token, time, once, encrypted, ours);
        return CryptographicOperations.FixedTimeEquals(ours, theirs);
    }

    private static void Order(ref ReadOnlySpan<byte> first, ref ReadOnlySpan<byte> second)
    {
        if (first.SequenceCompareTo(second) <= 0)
            return;
        var swap = first;
        first = second;
        second = swap;
    }
}
