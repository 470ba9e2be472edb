using System.Text.Json;

namespace Microsoft.Bot.Builder;

public abstract partial class BotState
{
    /// <summary>A state as one turn has it.</summary>
    public class CachedBotState
    {
        private static readonly byte[] Empty = "{}"u8.ToArray();
        private ReadOnlyMemory<byte> _stored;

        private CachedBotState(StoredProperties properties, ReadOnlyMemory<byte> stored)
        {
            Properties = properties;
            _stored = stored;
        }

        /// <summary>The properties by name, to be read and changed. Types of values put here directly must be registered.</summary>
        public IDictionary<string, object> State => Properties;

        internal StoredProperties Properties { get; }

        internal static CachedBotState Of(object? stored, string key) => stored switch
        {
            null => new CachedBotState(new StoredProperties(), Empty),
            StoredProperties { Source: { } source } => new CachedBotState(new StoredProperties(source), source),
            IDictionary<string, object> other => Copied(other),
            JsonElement { ValueKind: JsonValueKind.Object } json => Of(StorageSerializer.Convert<object>(json), key),
            _ => throw new InvalidOperationException($"Under {key} there is a {stored.GetType()}, which is not the state of a bot."),
        };

        /// <summary>Nothing, and different from whatever is stored.</summary>
        internal static CachedBotState Cleared() => new(new StoredProperties(), default);

        /// <returns>The JSON of the state if it is not what is stored, else null.</returns>
        internal byte[]? TakeChanges(bool force)
        {
            if (!force && Properties.Source is { } untouched && untouched.Equals(_stored))
                return null;

            using var json = PooledJson.Rent();
            Properties.WriteTo(json.Writer);
            return force || !json.Written.SequenceEqual(_stored.Span) ? json.ToArray() : null;
        }

        internal void Saved(byte[] json) => _stored = json;

        /// <summary>A storage of somebody else may keep the very dictionary it gave, so the turn works on its own.</summary>
        private static CachedBotState Copied(IDictionary<string, object> other)
        {
            var properties = new StoredProperties();
            foreach (var (name, value) in other)
                properties[name] = value;
            using var json = PooledJson.Rent();
            properties.WriteTo(json.Writer);
            var stored = json.ToArray();
            return new CachedBotState(new StoredProperties(stored), stored);
        }
    }
}
