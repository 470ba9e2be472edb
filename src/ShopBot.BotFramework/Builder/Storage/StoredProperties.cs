using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Microsoft.Bot.Builder;

/// <summary>Named values over their JSON: each is read when it is asked for, and written back as it was when it never is.</summary>
/// <remarks>A state of a bot, or a dictionary inside one. Order is kept. Not for several threads at once.</remarks>
internal sealed class StoredProperties : IDictionary<string, object>
{
    private const int FewProperties = 2;
    private static readonly byte[] NoProperties = "{}"u8.ToArray();
    private readonly ReadOnlyMemory<byte> _source;
    private Property[] _properties = [];
    private int _count = -1;
    private bool _isTouched;

    public StoredProperties() : this(NoProperties)
    {
    }

    /// <param name="source">A JSON object.</param>
    public StoredProperties(ReadOnlyMemory<byte> source) => _source = source;

    /// <summary>The JSON object this stands for; null once a value was asked for, as that may have been changed since.</summary>
    public ReadOnlyMemory<byte>? Source => _isTouched ? (ReadOnlyMemory<byte>?)null : _source;

    public int Count
    {
        get
        {
            Index();
            return _count;
        }
    }

    public bool IsReadOnly => false;
    public ICollection<string> Keys => Array.ConvertAll(Indexed().ToArray(), property => property.Name);

    public ICollection<object> Values
    {
        get
        {
            var values = new object[Count];
            for (var i = 0; i < values.Length; i++)
                values[i] = ValueAt(i);
            return values;
        }
    }

    public object this[string key]
    {
        get => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"There is nothing named '{key}'.");
        set => Set(key, value, StorageSerializer.TypeInfo<object>());
    }

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object value) => TryGet(key, out value);

    /// <summary>A value as the type the program knows it to be.</summary>
    /// <returns>False when there is nothing of that name.</returns>
    /// <exception cref="InvalidCastException">It was read or set in this turn as a type of another shape.</exception>
    /// <exception cref="JsonException">It was stored in another shape.</exception>
    public bool TryGet<T>(string name, out T? value)
    {
        var i = IndexOf(name);
        if (i < 0)
        {
            value = default;
            return false;
        }

        ref var property = ref _properties[i];
        if (!property.IsLive)
            Read<T>(ref property);

        value = property.Value switch
        {
            T already => already,
            null => default,
            var other => ReadAs<T>(ref property, other),
        };
        return true;
    }

    public void Set<T>(string name, T value) => Set(name, value, StorageSerializer.TypeInfo<T>());

    public void Add(string key, object value)
    {
        if (ContainsKey(key))
            throw new ArgumentException($"There is something named '{key}' already.", nameof(key));
        this[key] = value;
    }

    public bool Remove(string key)
    {
        var i = IndexOf(key);
        if (i < 0)
            return false;

        _isTouched = true;
        _count--;
        Array.Copy(_properties, i + 1, _properties, i, _count - i);
        _properties[_count] = default;
        return true;
    }

    public void Clear()
    {
        _isTouched = true;
        _properties = [];
        _count = 0;
    }

    public bool ContainsKey(string key) => IndexOf(key) >= 0;

    public IEnumerator<KeyValuePair<string, object>> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return KeyValuePair.Create(_properties[i].Name, ValueAt(i));
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    void ICollection<KeyValuePair<string, object>>.Add(KeyValuePair<string, object> item) => Add(item.Key, item.Value);

    bool ICollection<KeyValuePair<string, object>>.Contains(KeyValuePair<string, object> item) =>
        TryGetValue(item.Key, out var value) && Equals(value, item.Value);

    bool ICollection<KeyValuePair<string, object>>.Remove(KeyValuePair<string, object> item) =>
        ((ICollection<KeyValuePair<string, object>>)this).Contains(item) && Remove(item.Key);

    void ICollection<KeyValuePair<string, object>>.CopyTo(KeyValuePair<string, object>[] array, int arrayIndex)
    {
        foreach (var pair in this)
            array[arrayIndex++] = pair;
    }

    /// <summary>Null when there is nothing.</summary>
    public string? FirstName() => Count > 0 ? _properties[0].Name : null;

    public void WriteTo(Utf8JsonWriter writer)
    {
        if (!_isTouched)
        {
            writer.WriteRawValue(_source.Span, skipInputValidation: true);
            return;
        }

        writer.WriteStartObject();
        foreach (ref readonly var property in Indexed())
        {
            writer.WritePropertyName(property.Name);
            if (!property.IsLive)
                writer.WriteRawValue(JsonOf(property).Span, skipInputValidation: true);
            else if (property.Value is null)
                writer.WriteNullValue();
            else
                JsonSerializer.Serialize(writer, property.Value, property.Type!);
        }

        writer.WriteEndObject();
    }

    private void Set(string name, object? value, JsonTypeInfo type)
    {
        ArgumentNullException.ThrowIfNull(name);
        var i = IndexOf(name);
        if (i < 0)
        {
            i = _count++;
            if (i == _properties.Length)
                Array.Resize(ref _properties, Math.Max(FewProperties, i * 2));
            _properties[i].Name = name;
        }

        _isTouched = true;
        _properties[i].Value = value;
        _properties[i].Type = type;
    }

    private object ValueAt(int i)
    {
        if (!_properties[i].IsLive)
            Read<object>(ref _properties[i]);
        return _properties[i].Value!;
    }

    private void Read<T>(ref Property property)
    {
        var json = JsonOf(property);

        // Set without a type and asked for with one: it says itself what it is.
        if (typeof(T) != typeof(object) && ObjectSlotConverter.IsMarked(json.Span) && StorageSerializer.TypeInfo<T>().Kind != JsonTypeInfoKind.Dictionary)
        {
            Read<object>(ref property);
            return;
        }

        property.Value = json.Span.SequenceEqual("null"u8) ? null : StorageSerializer.Read(json, StorageSerializer.TypeInfo<T>());
        property.Type = StorageSerializer.TypeInfo<T>();
        _isTouched = true;
    }

    private ReadOnlyMemory<byte> JsonOf(in Property property) => _source.Slice(property.Start, property.Length);

    private static T ReadAs<T>(ref Property property, object other)
    {
        // Read before as another type, or put there by a storage that keeps its own kinds of values.
        if (!StorageSerializer.TryConvert<T>(other, out var converted))
            throw new InvalidCastException($"'{property.Name}' holds {other.GetType()}, which is not a {typeof(T)}.");

        property.Value = converted;
        property.Type = StorageSerializer.TypeInfo<T>();
        return converted;
    }

    private int IndexOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Index();
        for (var i = 0; i < _count; i++)
            if (_properties[i].Name == name)
                return i;
        return -1;
    }

    private ReadOnlySpan<Property> Indexed()
    {
        Index();
        return _properties.AsSpan(0, _count);
    }

    private void Index()
    {
        if (_count >= 0)
            return;

        var properties = _properties;
        var count = 0;
        var reader = new Utf8JsonReader(_source.Span, new JsonReaderOptions { MaxDepth = StorageSerializer.MaxDepth });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("What was stored is not a JSON object.");

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (count == properties.Length)
                Array.Resize(ref properties, Math.Max(FewProperties, count * 2));

            properties[count].Name = reader.GetString()!;
            reader.Read();
            properties[count].Start = (int)reader.TokenStartIndex;
            reader.Skip();
            properties[count].Length = (int)reader.BytesConsumed - properties[count].Start;
            count++;
        }

        _properties = properties;
        _count = count;
    }

    private struct Property
    {
        public string Name;

        /// <summary>Where it stands in the source, in bytes.</summary>
        public int Start, Length;

        /// <summary>Not null once the value was read or set; then that counts, not the JSON.</summary>
        public JsonTypeInfo? Type;
        public object? Value;

        public readonly bool IsLive => Type is not null;
    }
}
