using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Builder;

/// <summary>Dictionaries from string to object that the code knows to be such: no mark needed, and values are read when asked for.</summary>
internal sealed class MapConverter : JsonConverter<IDictionary<string, object>>
{
    public override IDictionary<string, object> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadMap(ref reader);

    public override void Write(Utf8JsonWriter writer, IDictionary<string, object> value, JsonSerializerOptions options) => WriteMap(writer, value);

    public static StoredProperties ReadMap(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.StartObject
        ? new StoredProperties(StoredJson.Take(ref reader))
        : throw new JsonException($"A JSON object was expected, not {reader.TokenType}.");

    public static void WriteMap(Utf8JsonWriter writer, IDictionary<string, object> map)
    {
        if (map is StoredProperties stored)
        {
            stored.WriteTo(writer);
            return;
        }

        writer.WriteStartObject();
        if (map is Dictionary<string, object> dictionary)
        {
            foreach (var (name, value) in dictionary) // Without a boxed enumerator.
                WriteMember(writer, name, value);
        }
        else
        {
            foreach (var (name, value) in map)
                WriteMember(writer, name, value);
        }

        writer.WriteEndObject();
    }

    private static void WriteMember(Utf8JsonWriter writer, string name, object? value)
    {
        writer.WritePropertyName(name);
        ObjectSlotConverter.WriteSlot(writer, value);
    }
}
