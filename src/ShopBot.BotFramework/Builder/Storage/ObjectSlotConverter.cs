using System.Buffers.Text;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Builder;

/// <summary>What stands where the code only says <c>object</c>; the rules are with <see cref="StorageSerializer"/>.</summary>
internal sealed class ObjectSlotConverter : JsonConverter<object>
{
    private const int LongestName = 64;
    private static readonly JsonEncodedText MapMark = JsonEncodedText.Encode("$map");
    private static readonly JsonEncodedText DoubleMark = JsonEncodedText.Encode("$double");

    public override bool CanConvert(Type typeToConvert) => typeToConvert == typeof(object);

    public override object Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadSlot(ref reader);

    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options) => WriteSlot(writer, value);

    public static object? ReadSlot(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.True:
                return true;
            case JsonTokenType.False:
                return false;
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.Number:
                return ReadNumber(ref reader);
            case JsonTokenType.StartArray:
                var list = new List<object?>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    list.Add(ReadSlot(ref reader));
                return list;
            default:
                return ReadObject(ref reader);
        }
    }

    /// <summary>True for an object that names one of the registered types.</summary>
    public static bool IsMarked(ReadOnlySpan<byte> json)
    {
        if (!json.StartsWith("{\"$"u8))
            return false;

        var mark = new Utf8JsonReader(json);
        return mark.Read() && mark.Read() && mark.TokenType == JsonTokenType.PropertyName
            && (mark.ValueTextEquals(DoubleMark.EncodedUtf8Bytes) || TryFind(ref mark, out _));
    }

    public static void WriteSlot(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                return;
            case string text:
                writer.WriteStringValue(text);
                return;
            case int number:
                writer.WriteNumberValue(number);
                return;
            case bool truth:
                writer.WriteBooleanValue(truth);
                return;
            case double number:
                WriteDouble(writer, number);
                return;
        }

        if (StorageSerializer.Types.TryGet(value.GetType(), out var known))
        {
            writer.WriteStartObject();
            writer.WritePropertyName(known.Mark);
            known.Write(writer, value);
            writer.WriteEndObject();
            return;
        }

        switch (value)
        {
            case IDictionary<string, object> map:
                WriteMap(writer, map);
                return;
            case List<object> or object[] when value.GetType() is { } type && (type == typeof(List<object>) || type == typeof(object[])):
                writer.WriteStartArray();
                foreach (var item in (IList<object>)value)
                    WriteSlot(writer, item);
                writer.WriteEndArray();
                return;
            default:
                throw new NotSupportedException(
                    $"{value.GetType()} cannot be stored where its type is not known from the code. Say so once at start: " +
                    $"StorageSerializer.Register<{value.GetType().Name}>(\"a-name-that-stays\").");
        }
    }

    private static void WriteMap(Utf8JsonWriter writer, IDictionary<string, object> map)
    {
        // A first key of the program's own that looks like a mark must not be taken for one.
        var isMarked = StartsLikeMarked(map);
        if (isMarked)
        {
            writer.WriteStartObject();
            writer.WritePropertyName(MapMark);
        }

        MapConverter.WriteMap(writer, map);
        if (isMarked)
            writer.WriteEndObject();
    }

    private static bool StartsLikeMarked(IDictionary<string, object> map)
    {
        if (map is StoredProperties stored)
            return stored.FirstName()?.StartsWith('$') == true;
        if (map is not Dictionary<string, object> dictionary)
            return map.Keys.FirstOrDefault()?.StartsWith('$') == true;

        foreach (var (name, _) in dictionary) // Without a boxed enumerator.
            return name.StartsWith('$');
        return false;
    }

    private static object? ReadObject(ref Utf8JsonReader reader)
    {
        var ahead = reader;
        ahead.Read();
        if (ahead.TokenType != JsonTokenType.PropertyName || ahead.HasValueSequence || !ahead.ValueSpan.StartsWith("$"u8))
            return new StoredProperties(StoredJson.Take(ref reader));

        reader.Read();
        var mark = reader;
        reader.Read();
        object? value;
        if (mark.ValueTextEquals(MapMark.EncodedUtf8Bytes))
            value = new StoredProperties(StoredJson.Take(ref reader));
        else if (mark.ValueTextEquals(DoubleMark.EncodedUtf8Bytes))
            value = double.Parse(reader.GetString() ?? string.Empty, CultureInfo.InvariantCulture);
        else
            value = Find(ref mark).Read(ref reader);

        if (!reader.Read() || reader.TokenType != JsonTokenType.EndObject)
            throw new JsonException("What was stored under a registered name has more members than that name.");
        return value;
    }

    private static StorageType Find(ref Utf8JsonReader mark) => TryFind(ref mark, out var known)
        ? known
        : throw new JsonException(
            $"Stored as '{mark.GetString()}', which no type is registered for (StorageSerializer.Register): " +
            "written by another version of the program, or by something else.");

    private static bool TryFind(ref Utf8JsonReader mark, [MaybeNullWhen(false)] out StorageType known)
    {
        Span<char> name = stackalloc char[LongestName];
        if (mark.ValueSpan.Length <= LongestName)
            return StorageSerializer.Types.TryGet(name[1..mark.CopyString(name)], out known);

        known = null;
        return false;
    }

    private static object ReadNumber(ref Utf8JsonReader reader)
    {
        if (reader.TryGetInt32(out var small))
            return small;
        return reader.TryGetInt64(out var large) ? large : reader.GetDouble();
    }

    private static void WriteDouble(Utf8JsonWriter writer, double number)
    {
        if (!double.IsFinite(number))
        {
            writer.WriteStartObject();
            writer.WriteString(DoubleMark, number.ToString(CultureInfo.InvariantCulture));
            writer.WriteEndObject();
            return;
        }

        Span<byte> digits = stackalloc byte[40];
        var written = Utf8Formatter.TryFormat(number, digits, out var length);
        Debug.Assert(written, "A double takes 24 characters at most.");
        if (digits[..length].IndexOfAny((byte)'.', (byte)'E', (byte)'e') < 0)
        {
            ".0"u8.CopyTo(digits[length..]);
            length += 2;
        }

        writer.WriteRawValue(digits[..length], skipInputValidation: true);
    }
}
