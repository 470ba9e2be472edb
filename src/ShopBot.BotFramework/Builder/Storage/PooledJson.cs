using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Microsoft.Bot.Builder;

/// <summary>A JSON writer and its buffer, one kept by each thread.</summary>
internal sealed class PooledJson : IDisposable
{
    // State is a few hundred bytes; a buffer that once held a giant is not kept.
    private const int UsualSize = 2048, LargestKept = 64 * 1024;

    private static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
        MaxDepth = StorageSerializer.MaxDepth,
    };

    [ThreadStatic]
    private static PooledJson? s_kept;

    private readonly ArrayBufferWriter<byte> _buffer = new(UsualSize);

    private PooledJson() => Writer = new Utf8JsonWriter(_buffer, WriterOptions);

    public Utf8JsonWriter Writer { get; }

    public ReadOnlySpan<byte> Written
    {
        get
        {
            Writer.Flush();
            return _buffer.WrittenSpan;
        }
    }

    /// <summary>To be disposed on the same thread: nothing is awaited in between.</summary>
    public static PooledJson Rent()
    {
        var json = s_kept ?? new PooledJson();
        s_kept = null;
        return json;
    }

    public byte[] ToArray() => Written.ToArray();

    public void Dispose()
    {
        if (_buffer.Capacity > LargestKept)
            return;
        Writer.Reset();
        _buffer.ResetWrittenCount();
        s_kept = this;
    }
}
