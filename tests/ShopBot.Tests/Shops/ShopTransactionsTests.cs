using Microsoft.EntityFrameworkCore;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Outbox;
using ShopBot.Shops;
using ShopBot.Shops.Customers;
using ShopBot.Shops.Ordering;
using static ShopBot.Testing.Shops.TestShop;

namespace ShopBot.Tests.Shops;

public sealed class ShopTransactionsTests
{
    private static readonly ContactPoint Mei = new(Eunchae, "mei");

    [Fact]
    public async Task Under_one_key_a_change_happens_once_and_its_answer_is_kept()
    {
        await using var shop = Open();
        var key = new OperationKey("event/1");

        var first = await shop.Transactions.RunOnceAsync(shop.Id, key, AddCustomer, default);
        var again = await shop.Transactions.RunOnceAsync(shop.Id, key, AddCustomer, default);

        Assert.Equal(first, again);
        Assert.Equal(1, await shop.ReadAsync(db => db.Customers.CountAsync()));
        Assert.Single(shop.Outbox);
    }

    [Fact]
    public async Task Two_shops_may_have_the_same_key()
    {
        await using var shop = Open();
        var key = new OperationKey("event/1");

        await shop.Transactions.RunOnceAsync(Eunchae, key, AddCustomer, default);
        await shop.Transactions.RunOnceAsync(Laundry, key, AddCustomer, default);

        Assert.Equal((1, 1), (await shop.ReadAsync(db => db.Customers.CountAsync()), await shop.Neighbour(Laundry).ReadAsync(db => db.Customers.CountAsync())));
    }

    [Fact]
    public async Task A_change_that_fails_leaves_nothing_and_its_key_free_and_its_neighbours_in_the_commit_alone()
    {
        await using var shop = Open();
        var key = new OperationKey("event/1");
        async Task<Guid> Fail(ShopChange change)
        {
            await AddCustomer(change);
            await change.Db.SaveChangesAsync();
            throw new IOException("Half way.");
        }

        var failing = Enumerable.Range(0, 10).Select(_ => Task.Run(() => shop.Transactions.RunOnceAsync(shop.Id, key, Fail, default))).ToList();
        var good = Enumerable.Range(0, 10).Select(_ => Task.Run(() => shop.Transactions.RunOnceAsync(shop.Id, shop.NextKey(), AddCustomer, default))).ToList();

        await Task.WhenAll(good);
        foreach (var task in failing)
            await Assert.ThrowsAsync<IOException>(() => task);
        Assert.Equal(10, await shop.ReadAsync(db => db.Customers.CountAsync()));
        Assert.Equal(10, shop.Outbox.Count);
        await shop.Transactions.RunOnceAsync(shop.Id, key, AddCustomer, default);
        Assert.Equal(11, await shop.ReadAsync(db => db.Customers.CountAsync()));
    }

    [Fact]
    public async Task One_occasion_is_told_once_whatever_asks_for_it()
    {
        await using var shop = Open();
        Task<bool> Tell(string occasion, ContactPoint to) => shop.Transactions.RunOnceAsync(shop.Id, shop.NextKey(), change =>
        {
            change.Outbox.Add(new OrderPlaced(shop.Id, Guid.Empty), to, MessageClass.StaffAlert, occasion);
            return Task.FromResult(true);
        }, default);

        await Tell("order:1:placed:a", Mei);
        await Tell("order:1:placed:a", Mei);
        await Tell("order:1:placed:b", new ContactPoint(Eunchae, "lan"));

        Assert.Equal(["mei", "lan"], shop.Outbox.Select(m => m.To.UserId));
    }

    [Fact]
    public async Task A_read_is_of_one_moment_whatever_is_committed_meanwhile()
    {
        await using var shop = Open();

        var (before, after) = await shop.ReadAsync(async db =>
        {
            var first = await db.Customers.CountAsync();
            Task.Run(() => shop.Transactions.RunOnceAsync(shop.Id, shop.NextKey(), AddCustomer, default)).GetAwaiter().GetResult();
            return (first, await db.Customers.CountAsync());
        });

        Assert.Equal((0, 0), (before, after));
        Assert.Equal(1, await shop.ReadAsync(db => db.Customers.CountAsync()));
    }

    [Fact]
    public async Task A_read_that_fails_spoils_no_later_one()
    {
        await using var shop = Open();

        await Assert.ThrowsAsync<IOException>(() => shop.ReadAsync<int>(_ => throw new IOException("Not today.")));

        Assert.Equal(0, await shop.ReadAsync(db => db.Customers.CountAsync()));
    }

    [Fact]
    public async Task A_key_that_was_never_made_is_refused()
    {
        await using var shop = Open();

        await Assert.ThrowsAnyAsync<ArgumentException>(() => shop.Transactions.RunOnceAsync(shop.Id, default, AddCustomer, default));
        Assert.Throws<ArgumentException>(() => new OperationKey(""));
    }

    [Fact]
    public void A_long_key_is_shortened_and_stays_its_own()
    {
        var (exact, one, other) = (new string('k', 200), new string('k', 300) + "1", new string('k', 300) + "2");

        Assert.Equal(exact, new OperationKey(exact).Value);
        Assert.Equal(200, new OperationKey(one).Value.Length);
        Assert.Equal(new OperationKey(one), new OperationKey(one));
        Assert.NotEqual(new OperationKey(one), new OperationKey(other));
        Assert.NotEqual(new OperationKey(one).Digest, new OperationKey(other).Digest);
    }

    private static Task<Guid> AddCustomer(ShopChange change)
    {
        var customer = new Customer { CreatedAt = change.Now };
        change.Db.Add(customer);
        change.Outbox.Add(new PersonAsked(change.Db.Shop, customer.Id, ""), Mei, MessageClass.StaffAlert, $"person:{customer.Id:N}");
        return Task.FromResult(customer.Id);
    }
}
