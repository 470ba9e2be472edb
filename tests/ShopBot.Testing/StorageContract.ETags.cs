using Xunit;

namespace ShopBot.Testing;

public abstract partial class StorageContract
{
    [SkippableTheory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("absent")]
    [InlineData("whatever")]
    public async Task A_new_key_takes_any_etag(string? etag)
    {
        var store = await OpenAsync();

        await store.WriteAsync(One("ticket", new Ticket { Number = 1, ETag = etag! }));

        var read = await ReadAsync<Ticket>(store, "ticket");
        Assert.Equal(1, read.Number);
        Assert.False(string.IsNullOrEmpty(read.ETag));
    }

    [SkippableTheory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("absent")]
    [InlineData("whatever")]
    public async Task Any_other_etag_than_the_stored_one_is_a_conflict(string? etag)
    {
        var store = await OpenAsync();
        await store.WriteAsync(One("ticket", new Ticket { Number = 1 }));

        await Assert.ThrowsAnyAsync<Exception>(() => store.WriteAsync(One("ticket", new Ticket { Number = 2, ETag = etag! })));

        Assert.Equal(1, (await ReadAsync<Ticket>(store, "ticket")).Number);
    }

    [SkippableFact]
    public async Task The_stored_etag_is_good_for_one_write()
    {
        var store = await OpenAsync();
        await store.WriteAsync(One("ticket", new Ticket { Number = 1 }));
        var first = await ReadAsync<Ticket>(store, "ticket");
        var same = await ReadAsync<Ticket>(store, "ticket");
        Assert.Equal(first.ETag, same.ETag);

        first.Number = 2;
        await store.WriteAsync(One("ticket", first));

        same.Number = 3;
        await Assert.ThrowsAnyAsync<Exception>(() => store.WriteAsync(One("ticket", same)));
        var read = await ReadAsync<Ticket>(store, "ticket");
        Assert.Equal(2, read.Number);
        Assert.NotEqual(same.ETag, read.ETag);
    }

    [SkippableFact]
    public async Task A_star_wins_and_changes_the_etag()
    {
        var store = await OpenAsync();
        await store.WriteAsync(One("ticket", new Ticket { Number = 1 }));
        var before = await ReadAsync<Ticket>(store, "ticket");

        await store.WriteAsync(One("ticket", new Ticket { Number = 2, ETag = "*" }));

        var after = await ReadAsync<Ticket>(store, "ticket");
        Assert.Equal(2, after.Number);
        Assert.NotEqual(before.ETag, after.ETag);
        await Assert.ThrowsAnyAsync<Exception>(() => store.WriteAsync(One("ticket", before)));
    }

    [SkippableFact]
    public async Task A_ticket_deleted_and_written_anew_has_another_etag()
    {
        var store = await OpenAsync();
        await store.WriteAsync(One("ticket", new Ticket { Number = 1 }));
        var before = await ReadAsync<Ticket>(store, "ticket");

        await store.DeleteAsync(["ticket"]);
        await store.WriteAsync(One("ticket", new Ticket { Number = 1 }));

        await Assert.ThrowsAnyAsync<Exception>(() => store.WriteAsync(One("ticket", before)));
    }

    [SkippableFact]
    public async Task One_conflict_keeps_the_whole_call_from_being_written()
    {
        var store = await OpenAsync();
        await store.WriteAsync(One("ticket", new Ticket { Number = 1 }));

        await Assert.ThrowsAnyAsync<Exception>(() => store.WriteAsync(new Dictionary<string, object>
        {
            ["before"] = new Note { Text = "x" },
            ["ticket"] = new Ticket { Number = 2, ETag = "stale" },
            ["behind"] = new Note { Text = "y" },
        }));

        Assert.Equal(["ticket"], (await store.ReadAsync(["before", "ticket", "behind"])).Keys);
    }

    [SkippableFact]
    public async Task Of_many_who_read_the_same_ticket_one_may_write()
    {
        var store = await OpenAsync();
        await store.WriteAsync(One("ticket", new Ticket { Number = 0 }));
        var etag = (await ReadAsync<Ticket>(store, "ticket")).ETag;

        var writers = Enumerable.Range(1, 16).Select(number => Task.Run(async () =>
        {
            try
            {
                await store.WriteAsync(One("ticket", new Ticket { Number = number, ETag = etag }));
                return number;
            }
            catch (Exception conflict) when (conflict is not Xunit.Sdk.XunitException)
            {
                return 0;
            }
        }));

        var winner = Assert.Single(await Task.WhenAll(writers), number => number != 0);
        Assert.Equal(winner, (await ReadAsync<Ticket>(store, "ticket")).Number);
    }
}
