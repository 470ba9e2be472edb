using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Builder;

/// <summary>The allow-list: types and their stored names.</summary>
internal sealed class StorageTypes
{
    private const int MaxNameLength = 40;

    // Taken by the serializer's own rules, or by System.Text.Json.
    private static readonly string[] TakenNames = ["map", "double", "type", "id", "ref", "values", "value"];

    private readonly Lock _adding = new();
    private readonly ConcurrentDictionary<Type, StorageType> _byType = new();
    private readonly ConcurrentDictionary<string, StorageType> _byName = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, StorageType>.AlternateLookup<ReadOnlySpan<char>> _byNameSpan;

    public StorageTypes() => _byNameSpan = _byName.GetAlternateLookup<ReadOnlySpan<char>>();

    public void Add<T>(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length is 0 or > MaxNameLength || !name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.'))
            throw new ArgumentException($"'{name}' is not 1 to {MaxNameLength} of a-z, 0-9, '-' and '.'.", nameof(name));
        if (TakenNames.Contains(name))
            throw new ArgumentException($"'{name}' is taken by the serializer itself.", nameof(name));

        lock (_adding)
        {
            if (_byType.TryGetValue(typeof(T), out var known) && known.Name != name)
                throw new ArgumentException($"{typeof(T)} is registered as '{known.Name}' and cannot be '{name}' too.", nameof(name));
            if (_byName.TryGetValue(name, out var other) && other.Type != typeof(T))
                throw new ArgumentException($"'{name}' already stands for {other.Type} and cannot stand for {typeof(T)} too.", nameof(name));
            if (known is not null)
                return;

            var type = new StorageType<T>(name);
            _byName[name] = type;
            _byType[typeof(T)] = type;
        }
    }

    public bool TryGet(Type type, [MaybeNullWhen(false)] out StorageType known) => _byType.TryGetValue(type, out known);

    public bool TryGet(ReadOnlySpan<char> name, [MaybeNullWhen(false)] out StorageType known) => _byNameSpan.TryGetValue(name, out known);
}

/// <summary>A type of the allow-list.</summary>
internal abstract class StorageType(Type type, string name)
{
    public Type Type { get; } = type;
    public string Name { get; } = name;

    /// <summary>The name as it is written, with its mark.</summary>
    public JsonEncodedText Mark { get; } = JsonEncodedText.Encode("$" + name);

    public abstract object Read(ref Utf8JsonReader reader);
    public abstract void Write(Utf8JsonWriter writer, object value);
}

internal sealed class StorageType<T>(string name) : StorageType(typeof(T), name)
{
    // Found at first use: registering happens at start, where metadata of types never stored would only cost time.
    private JsonConverter<T>? _converter;
    private bool _isPolymorphic;

    public override object Read(ref Utf8JsonReader reader)
    {
        var converter = Converter();
        return _isPolymorphic
            ? JsonSerializer.Deserialize(ref reader, StorageSerializer.TypeInfo<T>())
            : converter.Read(ref reader, typeof(T), StorageSerializer.Options);
    }

    public override void Write(Utf8JsonWriter writer, object value)
    {
        var converter = Converter();
        if (_isPolymorphic)
            JsonSerializer.Serialize(writer, (T)value, StorageSerializer.TypeInfo<T>());
        else
            converter.Write(writer, (T)value, StorageSerializer.Options);
    }

    private JsonConverter<T> Converter()
    {
        if (_converter is { } known)
            return known;

        _isPolymorphic = StorageSerializer.TypeInfo<T>().PolymorphismOptions is not null;
        return _converter = (JsonConverter<T>)StorageSerializer.Options.GetConverter(typeof(T));
    }
}
