using Microsoft.Bot.Builder;
using Xunit;

namespace ShopBot.Testing;

/// <summary>What every <see cref="IStorage"/> of ours promises; a test class derives from it for each of them.</summary>
/// <remarks>Stricter than the Bot Framework in two points: a write is all or nothing, and the ETag <c>absent</c> means "must not exist".</remarks>
public abstract partial class StorageContract
{
#if !BOTFRAMEWORK_PACKAGES
    static StorageContract()
    {
        StorageSerializer.Register<Note>("contract.note");
        StorageSerializer.Register<Ticket>("contract.ticket");
    }
#endif

    /// <summary>A store that holds nothing under the keys of this suite.</summary>
    protected abstract Task<IStorage> OpenAsync();

    [SkippableFact]
    public async Task Keys_that_nothing_is_stored_under_are_absent()
    {
        var store = await OpenAsync();
        await store.WriteAsync(One("known", new Note { Text = "hello" }));

        var found = await store.ReadAsync(["known", "unknown"]);

        Assert.Equal(["known"], found.Keys);
        Assert.Empty(await store.ReadAsync([]));
    }

    [SkippableTheory]
    [InlineData("wechat/conversations/laundry:oABC")]
    [InlineData("{laundry:oABC}/turn")]
    [InlineData("点餐 'quoted' \"%_*?#\\ \r\n")]
    public async Task Any_text_is_a_key(string key)
    {
        var store = await OpenAsync();

        await store.WriteAsync(One(key, new Note { Text = "here" }));

        Assert.Equal("here", (await ReadAsync<Note>(store, key)).Text);
        Assert.Empty(await store.ReadAsync([key + "x", key.ToUpperInvariant()]));
    }

    [SkippableFact]
    public async Task What_was_written_comes_back()
    {
        var store = await OpenAsync();
        var written = new Note { Text = "干洗 😀 \"<&'\u2028", Count = -7, At = new(2026, 3, 2, 12, 15, 0, TimeSpan.FromHours(8)), Lines = ["a", ""] };

        await store.WriteAsync(One("note", written));

        var read = await ReadAsync<Note>(store, "note");
        Assert.Equal(written.Text, read.Text);
        Assert.Equal(written.Count, read.Count);
        Assert.Equal(written.At, read.At);
        Assert.Equal(written.Lines, read.Lines);
    }

    [SkippableFact]
    public async Task A_dictionary_comes_back_with_the_kinds_of_value_it_had()
    {
        var store = await OpenAsync();
        await store.WriteAsync(One("state", new Dictionary<string, object>
        {
            ["text"] = "hello",
            ["int"] = 3,
            ["long"] = 3L,
            ["double"] = 3.0,
            ["bool"] = true,
            ["note"] = new Note { Text = "inside" },
            ["map"] = new Dictionary<string, object> { ["stepIndex"] = 1 },
        }));

        var read = await ReadAsync<IDictionary<string, object>>(store, "state");

        Assert.Equal("hello", read["text"]);
        Assert.Equal(3, Convert.ToInt32(read["int"], null));
        Assert.Equal(3L, Convert.ToInt64(read["long"], null));
        Assert.Equal(3.0, read["double"]);
        Assert.True((bool)read["bool"]);
        Assert.Equal("inside", Assert.IsType<Note>(read["note"]).Text);
        Assert.Equal(1, Convert.ToInt32(Assert.IsAssignableFrom<IDictionary<string, object>>(read["map"])["stepIndex"], null));
    }

    [SkippableFact]
    public async Task What_was_read_is_a_copy_and_so_is_what_was_kept()
    {
        var store = await OpenAsync();
        var written = new Note { Text = "first", Lines = ["a"] };
        await store.WriteAsync(One("note", written));

        written.Lines.Add("after writing");
        (await ReadAsync<Note>(store, "note")).Text = "after reading";

        var read = await ReadAsync<Note>(store, "note");
        Assert.Equal("first", read.Text);
        Assert.Equal(["a"], read.Lines);
    }

    [SkippableFact]
    public async Task An_object_without_an_etag_replaces_what_is_there()
    {
        var store = await OpenAsync();
        await store.WriteAsync(One("note", new Note { Text = "first" }));

        await store.WriteAsync(One("note", new Note { Text = "second" }));

        Assert.Equal("second", (await ReadAsync<Note>(store, "note")).Text);
    }

    [SkippableFact]
    public async Task Several_keys_are_written_and_read_in_one_call()
    {
        var store = await OpenAsync();

        await store.WriteAsync(new Dictionary<string, object> { ["a"] = new Note { Text = "A" }, ["b"] = new Ticket { Number = 2 } });

        var read = await store.ReadAsync(["a", "b", "c"]);
        Assert.Equal("A", ((Note)read["a"]).Text);
        Assert.Equal(2, ((Ticket)read["b"]).Number);
        Assert.Equal(2, read.Count);
    }

    [SkippableFact]
    public async Task What_was_deleted_is_absent_and_deleting_it_again_is_no_error()
    {
        var store = await OpenAsync();
        await store.WriteAsync(new Dictionary<string, object> { ["gone"] = new Note(), ["kept"] = new Note() });

        await store.DeleteAsync(["gone", "never there"]);
        await store.DeleteAsync(["gone"]);

        Assert.Equal(["kept"], (await store.ReadAsync(["gone", "kept"])).Keys);
    }

    private static Dictionary<string, object> One(string key, object value) => new() { [key] = value };

    private static async Task<T> ReadAsync<T>(IStorage store, string key) => Assert.IsAssignableFrom<T>((await store.ReadAsync([key]))[key]);

    /// <summary>Stored without a guard.</summary>
    public sealed class Note
    {
        public string? Text { get; set; }
        public int Count { get; set; }
        public DateTimeOffset? At { get; set; }
        public List<string> Lines { get; set; } = [];
    }

    /// <summary>Stored with a guard.</summary>
    public sealed class Ticket : IStoreItem
    {
        public int Number { get; set; }
        public string ETag { get; set; } = null!;
    }
}
