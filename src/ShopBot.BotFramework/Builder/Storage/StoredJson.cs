using System.Runtime.InteropServices;
using System.Text.Json;

namespace Microsoft.Bot.Builder;

/// <summary>Lets a converter take a piece of the JSON under way without copying it.</summary>
internal static class StoredJson
{
    [ThreadStatic]
    private static ReadOnlyMemory<byte> s_underWay;

    /// <summary>Says what this thread reads until the scope is disposed.</summary>
    public static Scope Reading(ReadOnlyMemory<byte> utf8)
    {
        var outer = s_underWay;
        s_underWay = utf8;
        return new Scope(outer);
    }

    /// <summary>The value the reader stands on; afterwards the reader stands on its end.</summary>
    public static ReadOnlyMemory<byte> Take(ref Utf8JsonReader reader)
    {
        // Positions of the reader may be relative to anything, so the place is found by the memory it looks at.
        var underWay = s_underWay;
        if (reader.HasValueSequence || !underWay.Span.Overlaps(reader.ValueSpan, out var start))
            return JsonMarshal.GetRawUtf8Value(JsonElement.ParseValue(ref reader)).ToArray();

        var from = reader.TokenStartIndex;
        reader.Skip();
        return underWay.Slice(start, (int)(reader.BytesConsumed - from));
    }

    public readonly ref struct Scope(ReadOnlyMemory<byte> outer)
    {
        private readonly ReadOnlyMemory<byte> _outer = outer;

        public void Dispose() => s_underWay = _outer;
    }

    /// <summary>The array itself where the memory is the whole of one.</summary>
    public static byte[] ToArrayOrSelf(this ReadOnlyMemory<byte> memory) =>
        MemoryMarshal.TryGetArray(memory, out var segment) && segment.Offset == 0 && segment.Count == segment.Array!.Length
            ? segment.Array
            : memory.ToArray();
}
