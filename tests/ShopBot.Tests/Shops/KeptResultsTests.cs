using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using ShopBot.Messaging.Outbox;
using ShopBot.Shops;
using ShopBot.Shops.Ordering;

namespace ShopBot.Tests.Shops;

/// <summary>Answers of operations and facts lie in the database as JSON, and a newer program reads what an older one wrote.</summary>
public sealed class KeptResultsTests
{
    public static TheoryData<string> Answers => [.. AnswerTypes.Select(t => t.Name)];

    public static TheoryData<string> Facts => [.. FactTypes.Select(t => t.Name)];

    private static IEnumerable<Type> AnswerTypes => typeof(ShopDb).Assembly.GetTypes().Where(t => t is { IsAbstract: true, IsSealed: false } && t.Name.EndsWith("Result", StringComparison.Ordinal));

    private static IEnumerable<Type> FactTypes => typeof(ShopDb).Assembly.GetTypes().Where(t => t.IsClass && t.IsAssignableTo(typeof(IOutboxPayload)));

    [Theory]
    [MemberData(nameof(Answers))]
    public void Every_case_of_an_answer_comes_back_as_it_was_kept(string name)
    {
        var type = AnswerTypes.Single(t => t.Name == name);
        var cases = type.GetNestedTypes().Where(t => t.IsSubclassOf(type)).ToList();

        Assert.NotEmpty(cases);
        foreach (var one in cases)
        {
            var answer = Make(one);
            var kept = JsonSerializer.Serialize(answer, type, JsonSerializerOptions.Web);
            var read = JsonSerializer.Deserialize(kept, type, JsonSerializerOptions.Web)!;

            Assert.IsType(one, read);
            foreach (var property in one.GetProperties().Where(p => p.GetCustomAttribute<JsonIgnoreAttribute>() is null))
                Assert.Equal(property.GetValue(answer), property.GetValue(read));
        }
    }

    [Theory]
    [MemberData(nameof(Facts))]
    public void Every_fact_comes_back_as_it_was_owed(string name)
    {
        var fact = Make(FactTypes.Single(t => t.Name == name));

        var read = JsonSerializer.Deserialize(JsonSerializer.Serialize(fact, fact.GetType(), JsonSerializerOptions.Web), fact.GetType(), JsonSerializerOptions.Web);

        Assert.Equal(fact, read);
    }

    [Fact]
    public void Every_kind_of_fact_has_a_name_of_its_own_with_a_version()
    {
        var kinds = FactTypes.Select(t => (string)t.GetProperty(nameof(IOutboxPayload.Kind), BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!).ToList();

        Assert.Equal(kinds.Distinct(), kinds);
        Assert.All(kinds, kind => Assert.Matches(@"^[a-z]+(-[a-z]+)*\.v[1-9]$", kind));
    }

    [Fact]
    public void States_are_kept_by_name_so_that_their_order_may_change() =>
        Assert.Contains("\"Washing\"", JsonSerializer.Serialize(new OrderMoved("laundry", Guid.Empty, OrderState.Washing), JsonSerializerOptions.Web), StringComparison.Ordinal);

    private static object Make(Type type)
    {
        var constructor = type.GetConstructors().Single();
        return constructor.Invoke([.. constructor.GetParameters().Select(p => Value(p.ParameterType))]);
    }

    private static object? Value(Type type) => Nullable.GetUnderlyingType(type) is { } inner ? Value(inner)
        : type == typeof(string) ? "订单 \"1\" \U0001F4E6"
        : type == typeof(int) ? 42
        : type == typeof(bool) ? true
        : type == typeof(long) ? 9900L
        : type == typeof(Guid) ? Guid.CreateVersion7()
        : type == typeof(DateOnly) ? new DateOnly(2026, 3, 2)
        : type == typeof(TimeOnly) ? new TimeOnly(9, 30)
        : type == typeof(Localised) ? new Localised("去渍", "stain removal")
        : type == typeof(TimeSpan) ? TimeSpan.FromMinutes(90)
        : type == typeof(DateTimeOffset) ? new DateTimeOffset(2026, 3, 2, 1, 2, 3, 456, TimeSpan.Zero)
        : type == typeof(DateOnly) ? new DateOnly(2026, 3, 2)
        : type == typeof(TimeOnly) ? new TimeOnly(18, 30)
        : type == typeof(Localised) ? new Localised("去渍", "stain")
        : type.IsEnum ? Enum.GetValues(type).GetValue(1)
        : type.IsAssignableTo(typeof(IEnumerable)) && type.GetGenericArguments() is [var item] ? ListOf(item)
        : type.Assembly == typeof(ShopDb).Assembly && !type.IsAbstract ? Make(type)
        : throw new NotSupportedException($"{type}: say here what a value of it looks like.");

    private static Array ListOf(Type item)
    {
        var list = Array.CreateInstance(item, 2);
        list.SetValue(Value(item), 0);
        list.SetValue(Value(item), 1);
        return list;
    }
}
