using System.Collections;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Which members of a class are written: those that reading could not do without.</summary>
/// <remarks>
/// The serializer leaves out nulls, zeros and false. That is only right where a new instance has the same, so where it has
/// something else the member is always written.
/// </remarks>
internal static class StoredShape
{
    private static readonly object Unknown = new();

    private static readonly Type[] Collections =
    [
        typeof(List<>), typeof(IList<>), typeof(ICollection<>), typeof(HashSet<>), typeof(ISet<>), typeof(Dictionary<,>), typeof(IDictionary<,>),
    ];

    public static void Apply(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
            return;

        var fresh = type.CreateObject?.Invoke();
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            var property = type.Properties[i];
            if (property.IsExtensionData)
                KeepUnknownMembers(type, property);
            else if (property.Get is null || IsETag(type, property) || !CanComeBack(property, fresh))
                type.Properties.RemoveAt(i);
            else
                LeaveOutWhatIsNew(type, property, fresh);
        }
    }

    private static void KeepUnknownMembers(JsonTypeInfo type, JsonPropertyInfo property)
    {
        if (typeof(IUnknownMembers).IsAssignableFrom(type.Type))
            property.Get = static holder => ((IUnknownMembers)holder).Kept;
    }

    private static bool IsETag(JsonTypeInfo type, JsonPropertyInfo property) =>
        typeof(IStoreItem).IsAssignableFrom(type.Type) && property.PropertyType == typeof(string) && property.Name == "eTag";

    /// <summary>A collection without a setter is filled in place; anything else without one is computed, and would only take room.</summary>
    private static bool CanComeBack(JsonPropertyInfo property, object? fresh)
    {
        if (property.Set is not null || property.AssociatedParameter is not null)
            return true;
        if (!IsCollection(property))
            return false;

        // Where the constructor takes parameters, System.Text.Json reads a new collection, so its content is moved over.
        if (fresh is not null)
            property.ObjectCreationHandling = JsonObjectCreationHandling.Populate;
        else
            property.Set = (holder, read) => Fill(property.Get!(holder), read);
        return true;
    }

    private static void Fill(object? collection, object? read)
    {
        if (collection is IDictionary map && read is IDictionary entries)
        {
            foreach (DictionaryEntry entry in entries)
                map[entry.Key] = entry.Value;
        }
        else if (collection is IList list && read is IEnumerable items)
        {
            foreach (var item in items)
                list.Add(item);
        }
        else if (read is not null)
        {
            throw new NotSupportedException($"{collection?.GetType()} without a setter cannot be filled in a class whose constructor takes parameters.");
        }
    }

    private static void LeaveOutWhatIsNew(JsonTypeInfo type, JsonPropertyInfo property, object? fresh)
    {
        var whenNew = property.IsRequired ? Unknown
            : fresh is not null ? property.Get!(fresh)
            : property.AssociatedParameter is { HasDefaultValue: true } parameter ? parameter.DefaultValue
            : property.AssociatedParameter is not null ? null
            : Unknown;

        if (whenNew is ICollection { Count: 0 })
            property.ShouldSerialize = static (_, value) => value is not ICollection { Count: 0 };
        else if (!IsDefault(whenNew, property.PropertyType))
            property.ShouldSerialize = static (_, _) => true;
        else if (type.Type.Namespace == typeof(Activity).Namespace && IsCollection(property))
            property.ShouldSerialize = static (_, value) => value is not (null or ICollection { Count: 0 }); // In an activity no list and an empty one say the same.
    }

    private static bool IsCollection(JsonPropertyInfo property) =>
        property.PropertyType.IsGenericType && Collections.Contains(property.PropertyType.GetGenericTypeDefinition());

    private static bool IsDefault(object? value, Type type) =>
        value is null || (type.IsValueType && Nullable.GetUnderlyingType(type) is null && value.Equals(Activator.CreateInstance(type)));
}
