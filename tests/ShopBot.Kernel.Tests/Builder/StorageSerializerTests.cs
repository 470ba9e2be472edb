using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;

namespace ShopBot.Kernel.Tests.Builder;

public sealed class StorageSerializerTests
{
    static StorageSerializerTests()
    {
        StorageSerializer.Register<Order>("test.order");
        StorageSerializer.Register<Label>("test.label");
        StorageSerializer.Register<Record>("test.record");
        StorageSerializer.Register<Payment>("test.payment");
        StorageSerializer.Register<Lookalike>("test.lookalike");
    }

    public static TheoryData<object> Values => new()
    {
        "text", "", "点餐 😀", true, false, 0, int.MinValue, int.MaxValue, 5L, long.MinValue, (short)3, (byte)3, 3u, ulong.MaxValue,
        5.0, 0.0, -0.5, 1e300, double.NaN, double.NegativeInfinity, 1.5f, 1.10m, 'x', Guid.Parse("0190a1b2-0000-7000-8000-000000000001"),
        new DateTimeOffset(2026, 3, 2, 12, 15, 0, TimeSpan.FromHours(8)), new DateTime(2026, 3, 2, 4, 15, 0, DateTimeKind.Utc),
        new DateOnly(2026, 3, 2), new TimeOnly(12, 15), TimeSpan.FromMinutes(90), new Uri("https://example.com/a"),
        new List<string> { "a", "b" }, new List<int> { 1, 2 }, new[] { "a" }, new byte[] { 1, 2, 3 },
        new List<object> { 1, "a", 2L, new List<object>() }, new Dictionary<string, string> { ["a"] = "b" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_where_the_code_says_object_comes_back_as_the_same_type(object value)
    {
        var back = Assert.IsAssignableFrom<IDictionary<string, object>>(Again(new Dictionary<string, object> { ["value"] = value }))["value"];

        Assert.IsType(value.GetType(), back);
        Assert.Equal(value, back);
    }

    [Fact]
    public void Casts_of_what_was_written_work_as_in_memory()
    {
        var back = (IDictionary<string, object>)Again(new Dictionary<string, object> { ["int"] = 1, ["long"] = 1L, ["double"] = 1.0 });

        Assert.Equal(1, (int)back["int"]);
        Assert.Equal(1L, (long)back["long"]);
        Assert.Equal(1.0, (double)back["double"]);
        Assert.Equal(1, Convert.ToInt32(back["long"], null));
        Assert.Equal(1, Convert.ToInt32(back["double"], null));
    }

    [Fact]
    public void What_is_stored_is_short_and_names_no_type_of_dotnet()
    {
        var json = Text(new Dictionary<string, object>
        {
            ["stepIndex"] = 1,
            ["values"] = new Dictionary<string, object>(),
            ["order"] = new Order { Shop = "laundry", Lines = { new Line { Name = "衬衫", Count = 2 } } },
        });

        Assert.Equal("""{"stepIndex":1,"values":{},"order":{"$test.order":{"shop":"laundry","lines":[{"name":"衬衫","count":2}]}}}""", json);
    }

    [Fact]
    public void A_dictionary_in_a_dictionary_can_be_changed_and_is_stored_with_the_change()
    {
        var back = (IDictionary<string, object>)Again(new Dictionary<string, object>
        {
            ["values"] = new Dictionary<string, object> { ["a"] = 1, ["b"] = 2, ["order"] = new Order { Shop = "laundry" } },
        });
        var values = (IDictionary<string, object>)back["values"];
        values["a"] = 10;
        values.Remove("b");
        values.Add("c", "new");
        ((Order)values["order"]).Shop = "eunchae";

        var again = (IDictionary<string, object>)((IDictionary<string, object>)Again(back))["values"];

        Assert.Equal(["a", "order", "c"], again.Keys);
        Assert.Equal(10, again["a"]);
        Assert.Equal("new", again["c"]);
        Assert.Equal("eunchae", ((Order)again["order"]).Shop);
    }

    [Fact]
    public void A_dictionary_read_is_a_dictionary_in_every_respect()
    {
        var back = (IDictionary<string, object>)Again(new Dictionary<string, object> { ["a"] = 1, ["b"] = "x" });

        Assert.Equal(2, back.Count);
        Assert.True(back.ContainsKey("a"));
        Assert.False(back.ContainsKey("z"));
        Assert.False(back.TryGetValue("z", out _));
        Assert.Throws<KeyNotFoundException>(() => back["z"]);
        Assert.Throws<ArgumentException>(() => back.Add("a", 2));
        Assert.Contains(KeyValuePair.Create<string, object>("b", "x"), back);
        Assert.Equal([1, "x"], back.Values);
        Assert.Equal(["a", "b"], back.Select(pair => pair.Key));
        back.Clear();
        Assert.Empty(back);
        Assert.Equal("{}", Text(back));
    }

    [Fact]
    public void What_is_not_asked_for_goes_back_byte_for_byte()
    {
        const string json = """{"a":{"$test.unheard.of":{"x":1}},"b":1.50,"c":{"$test.order":{"shop":"s"}}}""";
        var back = (IDictionary<string, object>)StorageSerializer.Deserialize(Encoding.UTF8.GetBytes(json));

        Assert.Equal("s", ((Order)back["c"]).Shop);

        Assert.Equal(json, Text(back));
    }

    [Fact]
    public void A_type_that_is_not_registered_is_refused_with_its_name_and_what_to_do()
    {
        var error = Assert.Throws<NotSupportedException>(() => StorageSerializer.Serialize(
            new Dictionary<string, object> { ["values"] = new Dictionary<string, object> { ["x"] = new Unregistered() } }));

        Assert.Contains(nameof(Unregistered), error.Message, StringComparison.Ordinal);
        Assert.Contains("StorageSerializer.Register", error.Message, StringComparison.Ordinal);

        // The next one is not spoiled by it.
        Assert.Equal("""{"a":1}""", Text(new Dictionary<string, object> { ["a"] = 1 }));
    }

    [Fact]
    public void A_name_that_is_not_known_is_refused_with_the_name()
    {
        var back = (IDictionary<string, object>)StorageSerializer.Deserialize("""{"x":{"$System.Diagnostics.Process":{}}}"""u8.ToArray());

        var error = Assert.Throws<JsonException>(() => back["x"]);

        Assert.Contains("$System.Diagnostics.Process", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("nonsense")]
    [InlineData("""{"$test.order":{},"more":1}""")]
    [InlineData("""{"$test.order":"text"}""")]
    public void What_is_not_of_this_serializer_is_refused(string json) =>
        Assert.ThrowsAny<JsonException>(() => StorageSerializer.Deserialize(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void A_key_that_looks_like_a_name_of_a_type_is_still_a_key()
    {
        var inner = new Dictionary<string, object> { ["$test.order"] = 1, ["$"] = "dollar" };

        var back = (IDictionary<string, object>)Again(new Dictionary<string, object> { ["inner"] = inner });
        var again = (IDictionary<string, object>)Again(back);

        Assert.Equal(inner, (IDictionary<string, object>)again["inner"]);
        Assert.Equal(inner, (IDictionary<string, object>)Again(inner));
    }

    [Fact]
    public void Json_from_elsewhere_constructs_nothing()
    {
        var foreign = JsonDocument.Parse("""{"$test.order":{"shop":"forged"}}""").RootElement;

        var back = ((IDictionary<string, object>)Again(new Dictionary<string, object> { ["x"] = foreign }))["x"];

        Assert.Equal(JsonValueKind.Object, Assert.IsType<JsonElement>(back).ValueKind);
    }

    [Fact]
    public void Members_that_a_new_instance_has_anyway_are_left_out_and_no_others()
    {
        Assert.Equal("""{"$test.label":{"size":5,"text":"none"}}""", Text(new Label()));

        var back = Assert.IsType<Label>(Again(new Label { Size = 0, Text = null, Tags = null, Copies = 3 }));

        Assert.Equal(0, back.Size);
        Assert.Null(back.Text);
        Assert.Null(back.Tags);
        Assert.Equal(3, back.Copies);
    }

    [Fact]
    public void A_record_keeps_what_its_constructor_takes_and_what_was_set_beyond()
    {
        var back = Assert.IsType<Record>(Again(new Record("a", 0, Count: 0) { Note = "n", Marks = { 1, 2 } }));

        Assert.Equal("a", back.Name);
        Assert.Equal(0, back.Size);
        Assert.Equal(0, back.Count);
        Assert.Equal("n", back.Note);
        Assert.Equal([1, 2], back.Marks);
    }

    [Fact]
    public void A_closed_set_of_cases_says_which_case_it_is()
    {
        var back = Again(new Order { Payment = new Payment.Transfer { Bank = "ICBC" } });

        Assert.Equal("ICBC", Assert.IsType<Payment.Transfer>(((Order)back).Payment).Bank);
    }

    [Fact]
    public void A_store_item_keeps_what_it_holds_but_not_its_etag()
    {
        var held = new Dictionary<string, object> { ["profile"] = new Order { Shop = "laundry" } };
        var item = new Lookalike { ETag = "17", Content = held, Next = new Lookalike { ETag = "18", Content = 3 } };

        Assert.DoesNotContain("tag", Text(item), StringComparison.OrdinalIgnoreCase);
        var back = Assert.IsType<Lookalike>(Again(item));

        Assert.Null(back.ETag);
        Assert.Equal("laundry", ((Order)((IDictionary<string, object>)back.Content!)["profile"]).Shop);
        Assert.Equal(3, back.Next!.Content);
    }

    [Fact]
    public void An_activity_comes_back_with_its_cards_entities_and_unknown_members()
    {
        var activity = (Activity)MessageFactory.Attachment(
            new HeroCard("Shirts", buttons: [new CardAction(ActionTypes.PostBack, "Buy", value: "buy:1")]).ToAttachment(), "look");
        activity.Entities.Add(new Mention(new ChannelAccount("u1", "Li"), "@Li"));
        activity.Properties["later"] = JsonDocument.Parse("[1]").RootElement;
        activity.Value = new Dictionary<string, object> { ["picked"] = 2 };

        var back = Assert.IsType<Activity>(Again(activity));

        Assert.Equal("look", back.Text);
        Assert.Equal("buy:1", Assert.IsType<HeroCard>(back.Attachments[0].Content).Buttons[0].Value);
        Assert.Equal("Li", Assert.Single(back.GetMentions()).Mentioned.Name);
        Assert.Equal("[1]", back.Properties["later"].GetRawText());
        Assert.Equal(2, ((IDictionary<string, object>)back.Value)["picked"]);
    }

    [Fact]
    public void The_options_of_a_prompt_come_back_whole_and_an_empty_one_takes_no_room()
    {
        var options = new PromptOptions
        {
            Prompt = MessageFactory.Text("which?"),
            RetryPrompt = (Activity)MessageFactory.SuggestedActions(["S", "L"], "S or L"),
            Choices = [new Choice("S") { Synonyms = ["small"] }, new Choice("L") { Action = new CardAction(ActionTypes.ImBack, "Large", value: "L") }],
            Style = ListStyle.None,
            Validations = new Order { Shop = "laundry" },
            RecognizeLanguage = "zh-CN",
        };

        var back = Assert.IsType<PromptOptions>(Again(options));

        Assert.Equal("which?", back.Prompt.Text);
        Assert.Equal(2, back.RetryPrompt.SuggestedActions.Actions.Count);
        Assert.Equal(["small"], back.Choices[0].Synonyms);
        Assert.Equal("Large", back.Choices[1].Action.Title);
        Assert.Equal(ListStyle.None, back.Style);
        Assert.Equal("laundry", ((Order)back.Validations).Shop);
        Assert.Equal("zh-CN", back.RecognizeLanguage);
        Assert.Equal("""{"$prompt":{}}""", Text(new PromptOptions()));
    }

    [Fact]
    public void A_stack_of_dialogs_comes_back_with_stacks_inside_it()
    {
        var inner = new DialogState([new DialogInstance { Id = "prompt", State = new Dictionary<string, object> { ["AttemptCount"] = 2 } }]);
        var outer = new DialogState(
        [
            new DialogInstance { Id = "component", State = new Dictionary<string, object> { ["dialogs"] = inner } },
            new DialogInstance { Id = "main", State = new Dictionary<string, object> { ["$odd"] = 1 } },
        ]);

        var back = Assert.IsType<DialogState>(Again(outer));

        Assert.Equal(["component", "main"], back.DialogStack.Select(dialog => dialog.Id));
        Assert.Equal(1, back.DialogStack[1].State["$odd"]);
        var within = Assert.IsType<DialogState>(back.DialogStack[0].State["dialogs"]);
        Assert.Equal(2, Assert.Single(within.DialogStack).State["AttemptCount"]);
        Assert.Equal(Text(outer), Text(back));
        Assert.Equal("""{"$dialogs":{}}""", Text(new DialogState()));
    }

    [Theory]
    [InlineData("""{"$dialogs":[]}""")]
    [InlineData("""{"$dialogs":{"stack":{}}}""")]
    [InlineData("""{"$dialogs":{"stack":[1]}}""")]
    [InlineData("""{"$dialogs":{"stack":[{"id":"a","state":null}]}}""")]
    [InlineData("""{"$prompt":[]}""")]
    public void A_stack_of_another_shape_is_refused(string json) =>
        Assert.Throws<JsonException>(() => StorageSerializer.Deserialize(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void What_a_newer_program_added_to_a_stack_is_passed_over()
    {
        var json = """{"$dialogs":{"later":[{}],"stack":[{"id":"a","version":{"x":1},"state":{}}]}}"""u8.ToArray();

        Assert.Equal("a", Assert.Single(((DialogState)StorageSerializer.Deserialize(json)).DialogStack).Id);
    }

    [Fact]
    public void A_stored_dictionary_does_in_every_order_what_a_dictionary_does()
    {
        var random = new Random(20260302);
        for (var round = 0; round < 300; round++)
        {
            var model = new Dictionary<string, object>();
            IDictionary<string, object> stored = (IDictionary<string, object>)Again(model);
            for (var step = 0; step < 30; step++)
            {
                var key = $"k{random.Next(6)}";
                switch (random.Next(5))
                {
                    case 0:
                        Assert.Equal(model.Remove(key), stored.Remove(key));
                        break;
                    case 1:
                        model[key] = stored[key] = random.Next(100);
                        break;
                    case 2:
                        model[key] = stored[key] = $"text {random.Next(100)}";
                        break;
                    case 3:
                        Assert.Equal(model.TryGetValue(key, out var expected), stored.TryGetValue(key, out var actual));
                        Assert.Equal(expected, actual);
                        break;
                    default:
                        stored = (IDictionary<string, object>)Again(stored);
                        break;
                }
            }

            Assert.Equal(model.OrderBy(pair => pair.Key), stored.OrderBy(pair => pair.Key));
        }
    }

    [Fact]
    public void Both_ways_of_writing_write_the_same()
    {
        var value = new Dictionary<string, object> { ["a"] = 1, ["order"] = new Order { Shop = "s" } };
        var buffer = new ArrayBufferWriter<byte>();

        StorageSerializer.Serialize(value, buffer);
        StorageSerializer.Serialize(StorageSerializer.Deserialize(StorageSerializer.Serialize(value)), buffer);

        var once = StorageSerializer.Serialize(value);
        Assert.Equal([.. once, .. once], buffer.WrittenSpan.ToArray());
    }

    [Fact]
    public async Task Many_threads_may_use_it_at_once()
    {
        var writers = Enumerable.Range(0, 4).Select(thread => Task.Run(() =>
        {
            for (var i = 0; i < 500; i++)
            {
                var back = (IDictionary<string, object>)Again(new Dictionary<string, object>
                {
                    ["n"] = i,
                    ["order"] = new Order { Shop = $"{thread}:{i}", Lines = { new Line { Name = new string('x', i) } } },
                });
                Assert.Equal(i, back["n"]);
                Assert.Equal($"{thread}:{i}", ((Order)back["order"]).Shop);
            }
        }));

        await Task.WhenAll(writers);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Upper")]
    [InlineData("with blank")]
    [InlineData("$mark")]
    [InlineData("map")]
    [InlineData("type")]
    [InlineData("long")]
    [InlineData("a-name-of-more-than-the-forty-characters-allowed")]
    public void A_name_must_be_short_plain_and_free(string name) =>
        Assert.ThrowsAny<ArgumentException>(() => StorageSerializer.Register<Unregistered>(name));

    [Fact]
    public void A_type_has_one_name_and_may_be_given_it_again()
    {
        StorageSerializer.Register<Order>("test.order");

        Assert.Throws<ArgumentException>(() => StorageSerializer.Register<Order>("test.another"));
    }

    private static object Again(object value) => StorageSerializer.Deserialize(StorageSerializer.Serialize(value));
    private static string Text(object value) => Encoding.UTF8.GetString(StorageSerializer.Serialize(value));

    public sealed class Order
    {
        public string? Shop { get; set; }
        public List<Line> Lines { get; } = [];
        public Payment? Payment { get; set; }
        public int Total => Lines.Count;
    }

    public sealed class Line
    {
        public string? Name { get; set; }
        public int Count { get; set; }
    }

    public sealed class Label
    {
        public int Size { get; set; } = 5;
        public int Copies { get; set; }
        public string? Text { get; set; } = "none";
        public List<string>? Tags { get; set; } = [];
    }

    public sealed record Record(string Name, int Size, int Count = 4)
    {
        public string? Note { get; set; }
        public List<int> Marks { get; } = [];
    }

    [JsonPolymorphic]
    [JsonDerivedType(typeof(Transfer), "transfer")]
    public abstract class Payment
    {
        public sealed class Transfer : Payment
        {
            public string? Bank { get; set; }
        }
    }

    public sealed class Lookalike : IStoreItem
    {
        public string ETag { get; set; } = null!;
        public object? Content { get; set; }
        public Lookalike? Next { get; set; }
        public DateTimeOffset? ExpiresAt { get; set; }
    }

    public sealed class Unregistered;
}
