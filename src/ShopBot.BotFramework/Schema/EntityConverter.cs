using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>Writes an entity with all members of its class, and reads any of them as a plain <see cref="Entity"/> with properties.</summary>
internal sealed class EntityConverter : JsonConverter<Entity>
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert == typeof(Entity);

    public override Entity Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var members = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(ref reader, options)!;
        var entity = new Entity();
        if (members.Remove("type", out var type) && type.ValueKind == JsonValueKind.String)
            entity.Type = type.GetString();
        if (members.Count > 0)
            entity.Properties = members;
        return entity;
    }

    public override void Write(Utf8JsonWriter writer, Entity value, JsonSerializerOptions options)
    {
        if (value.GetType() != typeof(Entity))
        {
            JsonSerializer.Serialize(writer, value, value.GetType(), options);
            return;
        }

        writer.WriteStartObject();
        if (value.Type is not null)
            writer.WriteString("type", value.Type);
        foreach (var (name, member) in ((IUnknownMembers)value).Kept ?? (IEnumerable<KeyValuePair<string, JsonElement>>)[])
        {
            writer.WritePropertyName(name);
            member.WriteTo(writer);
        }

        writer.WriteEndObject();
    }
}
