using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>How everything that stores state writes it: compact JSON that names no .NET type. Safe to use from several threads.</summary>
/// <remarks>
/// <para>
/// Where the code says what stands in a place (a property of a class, the type of a state property), the JSON is plain: camelCase
/// members, and none that a new instance would have anyway. Where the code only says <c>object</c>, strings, booleans, <c>int</c>,
/// dictionaries from string to object and lists of objects are plain too. A <c>double</c> always has a fraction or an exponent, so
/// that a number without one that fits is an <c>int</c> again. Everything else is an object with one member, <c>{"$name": …}</c>,
/// whose name was given to <see cref="Register{T}"/>; a name that was not is an error. So what is constructed is decided by the
/// program, never by what was stored, and a class may be renamed or moved as long as its name here stays.
/// </para>
/// <para>A dictionary comes back as <c>IDictionary&lt;string, object&gt;</c> that reads its values when they are asked for.</para>
/// </remarks>
public static class StorageSerializer
{
    internal const int MaxDepth = 256;

    // Before the options: their object converter looks things up here.
    internal static readonly StorageTypes Types = new();

    static StorageSerializer()
    {
        Options = MakeOptions();
        CoreStorageTypes.RegisterAll();
    }

    /// <summary>The same rules for those who write single objects, activities above all. Read-only.</summary>
    public static JsonSerializerOptions Options { get; }

    /// <summary>Allows a type to stand where the code only says <c>object</c>, and names it.</summary>
    /// <param name="name">What is stored: 1 to 40 of <c>a-z 0-9 - .</c>, never to be changed or used for anything else.</param>
    /// <exception cref="ArgumentException">Not such a name, or one of another type, or the type has another name.</exception>
    /// <remarks>Again with the same name changes nothing.</remarks>
    public static void Register<T>(string name) => Types.Add<T>(name);

    /// <returns>UTF-8 JSON, possibly shared with the value it was made from: not to be changed.</returns>
    /// <exception cref="NotSupportedException">A type that is not registered stands where the code only says <c>object</c>.</exception>
    public static byte[] Serialize(object value)
    {
        if (value is StoredProperties { Source: { } source })
            return source.ToArrayOrSelf();

        using var json = PooledJson.Rent();
        ObjectSlotConverter.WriteSlot(json.Writer, value);
        return json.ToArray();
    }

    /// <inheritdoc cref="Serialize(object)"/>
    public static void Serialize(object value, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (value is StoredProperties { Source: { } source })
        {
            output.Write(source.Span);
            return;
        }

        using var json = PooledJson.Rent();
        ObjectSlotConverter.WriteSlot(json.Writer, value);
        output.Write(json.Written);
    }

    /// <param name="utf8">Kept by the result, which reads from it later: not to be changed.</param>
    /// <returns>What was serialized; an <see cref="IStoreItem"/> without its ETag, which its store knows.</returns>
    /// <exception cref="JsonException">Not JSON that <see cref="Serialize(object)"/> wrote, or it names a type that is not registered.</exception>
    public static object Deserialize(ReadOnlyMemory<byte> utf8) => Read(utf8, TypeInfo<object>());

    internal static JsonTypeInfo<T> TypeInfo<T>() => Known<T>.Info;

    internal static T Read<T>(ReadOnlyMemory<byte> utf8, JsonTypeInfo<T> type)
    {
        using var scope = StoredJson.Reading(utf8);
        return JsonSerializer.Deserialize(utf8.Span, type);
    }

    /// <summary>A value as another type of the same shape.</summary>
    /// <exception cref="JsonException">It has another shape.</exception>
    internal static T Convert<T>(object value) => value switch
    {
        T already => already,
        null => default,
        JsonElement element => element.Deserialize(TypeInfo<T>()),
        StoredProperties { Source: { } source } => Read(source, TypeInfo<T>()),
        _ => Read(JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), Options), TypeInfo<T>()),
    };

    internal static bool TryConvert<T>(object value, [MaybeNullWhen(false)] out T converted)
    {
        try
        {
            converted = Convert<T>(value);
            return converted is not null;
        }
        catch (Exception notThatShape) when (notThatShape is JsonException or NotSupportedException)
        {
            converted = default;
            return false;
        }
    }

    private static JsonSerializerOptions MakeOptions()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
            NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
            IncludeFields = true,
            MaxDepth = MaxDepth,
            // It never stands in a page, and Chinese escaped is three times as long.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { StoredShape.Apply } },
            Converters = { new ObjectSlotConverter(), new MapConverter(), new EntityConverter() },
        };
        options.MakeReadOnly();
        return options;
    }

    private static class Known<T>
    {
        public static readonly JsonTypeInfo<T> Info = (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));
    }
}
