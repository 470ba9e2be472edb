using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;

namespace ShopBot.Channels.WeChat;

/// <summary>A request's body in rented memory, or why there is none; valid until disposed.</summary>
internal readonly struct WeChatBody : IDisposable
{
    private readonly byte[]? _rented;
    private readonly int _length;

    private WeChatBody(ReadOnlySequence<byte> buffer)
    {
        _length = (int)buffer.Length;
        _rented = ArrayPool<byte>.Shared.Rent(_length);
        buffer.CopyTo(_rented);
    }

    private WeChatBody(int status, string problem) => (Status, Problem) = (status, problem);

    /// <summary>Of the answer to a body with a <see cref="Problem"/>.</summary>
    public int Status { get; }

    /// <summary>Null where the body is here, whole.</summary>
    public string? Problem { get; }

    public ReadOnlySpan<byte> Bytes => _rented.AsSpan(0, _length);

    /// <summary>Reads no more than a little over what is allowed, whatever is sent.</summary>
    public static async ValueTask<WeChatBody> ReadAsync(HttpContext context, TimeSpan limit)
    {
        if (context.Request.ContentLength > WeChatLimits.PushBytes)
            return TooLarge;
        try
        {
            var reader = context.Request.BodyReader;
            var read = await ReadEnoughAsync(reader, limit, context.RequestAborted);
            var body = read.Buffer.Length > WeChatLimits.PushBytes ? TooLarge : new WeChatBody(read.Buffer);
            reader.AdvanceTo(read.Buffer.End);
            return body;
        }
        catch (Exception broken) when (broken is IOException or OperationCanceledException)
        {
            return new(StatusCodes.Status408RequestTimeout, "body not whole");
        }
    }

    public void Dispose()
    {
        if (_rented is not null)
            ArrayPool<byte>.Shared.Return(_rented);
    }

    private static WeChatBody TooLarge => new(StatusCodes.Status413PayloadTooLarge, "too large");

    private static async ValueTask<ReadResult> ReadEnoughAsync(PipeReader reader, TimeSpan limit, CancellationToken aborted)
    {
        // A push comes in one packet with its headers, so most need no timer.
        if (reader.TryRead(out var read))
        {
            if (IsEnough(read))
                return read;
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
        using var slow = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        slow.CancelAfter(limit);
        while (!IsEnough(read = await reader.ReadAsync(slow.Token)))
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        return read;
    }

    private static bool IsEnough(ReadResult read) => read.IsCompleted || read.Buffer.Length > WeChatLimits.PushBytes;
}
