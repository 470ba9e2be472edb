using System.Buffers;

namespace ShopBot.Channels.WeChat;

/// <summary>A request's body in rented memory; valid until disposed.</summary>
internal readonly struct WeChatBody : IDisposable
{
    private readonly byte[]? _rented;
    private readonly int _length;

    private WeChatBody(byte[]? rented, int length, bool isTooLarge)
    {
        _rented = rented;
        _length = length;
        IsTooLarge = isTooLarge;
    }

    public static WeChatBody TooLarge => new(null, 0, isTooLarge: true);

    public bool IsTooLarge { get; }

    public ReadOnlySpan<byte> Bytes => _rented.AsSpan(0, _length);

    public static WeChatBody Copy(ReadOnlySequence<byte> buffer)
    {
        var length = (int)buffer.Length;
        var rented = ArrayPool<byte>.Shared.Rent(length);
        buffer.CopyTo(rented);
        return new(rented, length, isTooLarge: false);
    }

    public void Dispose()
    {
        if (_rented is not null)
            ArrayPool<byte>.Shared.Return(_rented);
    }
}
