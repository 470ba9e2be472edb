#if BOTFRAMEWORK_PACKAGES
using System.Collections.Concurrent;
using System.Text;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;

namespace ShopBot.Messaging.Turns;

// By Newtonsoft.Json, as the packages' own storages do: their dialogs need the names of types in what is stored. Which names count is decided here.
public static partial class BotContent
{
    private static readonly JsonSerializerSettings State = new()
    {
        TypeNameHandling = TypeNameHandling.All,
        NullValueHandling = NullValueHandling.Ignore,
        SerializationBinder = new AllowedTypes(),
        MaxDepth = 256,
    };

    // Only where the code says object, a card in an attachment for one: the rest is the Bot Framework's own JSON.
    private static readonly JsonSerializerSettings Activities = new()
    {
        TypeNameHandling = TypeNameHandling.Auto,
        NullValueHandling = NullValueHandling.Ignore,
        SerializationBinder = new AllowedTypes(),
    };

    // Types of the program are known by their assembly.
    public static partial void Register<T>(string name) => ArgumentException.ThrowIfNullOrWhiteSpace(name);

    public static partial byte[] Write(object value) => Encoding.UTF8.GetBytes(JsonConvert.SerializeObject(value, typeof(object), State));

    // What names no type of the program was not written here.
    public static partial object Read(ReadOnlyMemory<byte> content) => Parse<object>(content, State) is var value and not JToken
        ? value
        : throw new System.Text.Json.JsonException("It does not say what it is.");

    public static partial byte[] WriteActivities(IReadOnlyList<Activity> activities) =>
        // A plain list: a list of the compiler's own would be stored by its name, and is no type to come back as.
        Encoding.UTF8.GetBytes(JsonConvert.SerializeObject(activities.ToList(), typeof(List<Activity>), Activities));

    public static partial IReadOnlyList<Activity> ReadActivities(ReadOnlyMemory<byte> content) => Parse<List<Activity>>(content, Activities);

    private static T Parse<T>(ReadOnlyMemory<byte> content, JsonSerializerSettings settings)
    {
        try
        {
            return JsonConvert.DeserializeObject<T>(Encoding.UTF8.GetString(content.Span), settings)
                ?? throw new System.Text.Json.JsonException("There is nothing in it.");
        }
        catch (JsonException error)
        {
            throw new System.Text.Json.JsonException(error.Message, error);
        }
    }

    /// <summary>What is stored may only become what this program and the Bot Framework themselves store.</summary>
    private sealed class AllowedTypes : ISerializationBinder
    {
        private static readonly HashSet<Type> Values =
        [
            typeof(object), typeof(string), typeof(decimal), typeof(Guid), typeof(Uri), typeof(TimeSpan),
            typeof(DateTime), typeof(DateTimeOffset), typeof(DateOnly), typeof(TimeOnly),
        ];

        private static readonly HashSet<Type> Collections =
        [
            typeof(List<>), typeof(HashSet<>), typeof(Dictionary<,>), typeof(ConcurrentDictionary<,>), typeof(KeyValuePair<,>), typeof(Nullable<>),
        ];

        private readonly DefaultSerializationBinder _names = new();

        public Type BindToType(string? assemblyName, string typeName)
        {
            var type = _names.BindToType(assemblyName, typeName);
            return IsAllowed(type) ? type : throw new JsonSerializationException($"{typeName} is not a type that is stored here.");
        }

        public void BindToName(Type serializedType, out string? assemblyName, out string? typeName) =>
            _names.BindToName(serializedType, out assemblyName, out typeName);

        private static bool IsAllowed(Type type)
        {
            if (type.IsArray)
                return IsAllowed(type.GetElementType()!);
            if (type.IsGenericType && !type.GenericTypeArguments.All(IsAllowed))
                return false;
            return type.IsPrimitive || Values.Contains(type) || (type.IsGenericType && Collections.Contains(type.GetGenericTypeDefinition())) || IsOurs(type);
        }

        private static bool IsOurs(Type type)
        {
            var assembly = type.Assembly.GetName().Name ?? "";
            return assembly.StartsWith("ShopBot.", StringComparison.Ordinal)
                || assembly is "Microsoft.Bot.Schema" or "Microsoft.Bot.Builder" or "Microsoft.Bot.Builder.Dialogs";
        }
    }
}
#endif
