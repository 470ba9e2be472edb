using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Bot.Builder;

namespace Microsoft.Bot.Schema;

/// <summary>Something an activity is about: a mention, a place, or any other thing with a type name.</summary>
public class Entity : IUnknownMembers, IEquatable<Entity>
{
    private IDictionary<string, JsonElement>? _properties;

    public Entity()
    {
    }

    public Entity(string type = null) => Type = type;

    public string Type { get; set; }

    /// <summary>The members beyond the type.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement> Properties
    {
        get => _properties ??= new Dictionary<string, JsonElement>();
        set => _properties = value;
    }

    IDictionary<string, JsonElement>? IUnknownMembers.Kept => _properties;

    /// <summary>The same entity seen as another class with the members it names.</summary>
    public T GetAs<T>() => JsonSerializer.Deserialize<T>(Json(), StorageSerializer.Options);

    /// <summary>Takes over type and members of an object; members that are not among the object's go.</summary>
    public void SetAs<T>(T obj)
    {
        ArgumentNullException.ThrowIfNull(obj);
        var other = JsonSerializer.SerializeToUtf8Bytes(obj, obj.GetType(), StorageSerializer.Options);
        var entity = JsonSerializer.Deserialize<Entity>(other, StorageSerializer.Options)!;
        Type = entity.Type;
        _properties = entity._properties;
    }

    /// <summary>True when both say the same: type and all members.</summary>
    public bool Equals(Entity other) =>
        other is not null && (ReferenceEquals(this, other) || JsonElement.DeepEquals(Parse(this), Parse(other)));

    public override bool Equals(object obj) => Equals(obj as Entity);

    public override int GetHashCode() => Type?.GetHashCode(StringComparison.Ordinal) ?? 0;

    private static JsonElement Parse(Entity entity) => JsonSerializer.Deserialize<JsonElement>(entity.Json(), StorageSerializer.Options);

    private byte[] Json() => JsonSerializer.SerializeToUtf8Bytes(this, GetType(), StorageSerializer.Options);
}
