using Microsoft.Bot.Builder;
using ShopBot.Testing;

namespace ShopBot.Tests.Storage;

public sealed class MemoryStorageTests : StorageContract
{
    [Fact]
    public async Task A_conflict_is_an_ArgumentException_as_bots_expect_of_it()
    {
        var store = await OpenAsync();
        await store.WriteAsync(new Dictionary<string, object> { ["ticket"] = new Ticket() });

        await Assert.ThrowsAsync<ArgumentException>(
            () => store.WriteAsync(new Dictionary<string, object> { ["ticket"] = new Ticket { ETag = "stale" } }));
    }

    [Fact]
    public async Task A_null_in_the_place_of_a_value_removes_what_is_there()
    {
        var store = await OpenAsync();
        await store.WriteAsync(new Dictionary<string, object> { ["note"] = new Note() });

        await store.WriteAsync(new Dictionary<string, object> { ["note"] = null! });

        Assert.Empty(await store.ReadAsync(["note"]));
    }

    [Fact]
    public async Task Nothing_to_read_write_or_delete_is_refused_as_null()
    {
        var store = await OpenAsync();

        await Assert.ThrowsAsync<ArgumentNullException>(() => store.ReadAsync(null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => store.WriteAsync(null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => store.DeleteAsync(null!));
    }

    protected override Task<IStorage> OpenAsync() => Task.FromResult<IStorage>(new MemoryStorage());
}
