using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using ShopBot.Shops;
using ShopBot.Shops.Codes;
using ShopBot.Shops.Customers;
using ShopBot.Shops.Custody;
using ShopBot.Shops.Deadlines;
using ShopBot.Shops.Faq;
using ShopBot.Shops.Inspections;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Pickups;
using ShopBot.Shops.Pieces;
using ShopBot.Shops.Prepaid;
using ShopBot.Shops.Returns;
using ShopBot.Shops.Staff;
using ShopBot.Testing.Shops;
using static ShopBot.Testing.Shops.TestShop;

namespace ShopBot.Tests.Shops;

/// <summary>Shops share tables; what one can see or change of another is nothing.</summary>
public sealed class ShopWallTests
{
    public static TheoryData<string> Tables => [.. Model.GetEntityTypes().Select(type => type.ClrType.Name)];

    private static IModel Model { get; } = new ShopDb(new DbContextOptionsBuilder<ShopDb>().UseSqlite("Data Source=:memory:").Options, Eunchae).Model;

    [Theory]
    [MemberData(nameof(Tables))]
    public void Every_table_of_shops_says_whose_row_it_is_and_is_filtered_by_it(string table)
    {
        var type = Model.GetEntityTypes().Single(t => t.ClrType.Name == table);

        Assert.True(typeof(IOfShop).IsAssignableFrom(type.ClrType), $"{table} has no {nameof(IOfShop)}.");
        Assert.False(type.FindProperty(nameof(IOfShop.ShopId))!.IsNullable);
        Assert.Contains(type.GetDeclaredQueryFilters(), filter => filter.Expression!.ToString().Contains(nameof(IOfShop.ShopId), StringComparison.Ordinal));
    }

    [Fact]
    public void Every_row_that_belongs_to_a_shop_is_in_the_model()
    {
        var rows = typeof(ShopDb).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(IOfShop)) && t.IsClass).Select(t => t.Name);

        Assert.Equal(rows.Order(), Model.GetEntityTypes().Select(t => t.ClrType.Name).Order());
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task Rows_of_another_shop_are_neither_read_nor_updated_nor_deleted(string table)
    {
        await using var shop = await FilledAsync();
        var other = shop.Neighbour(Laundry);

        await (Task)typeof(ShopWallTests).GetMethod(nameof(SeesNothingAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(Model.GetEntityTypes().Single(t => t.ClrType.Name == table).ClrType).Invoke(null, [shop, other])!;
    }

    [Fact]
    public async Task A_row_of_another_shop_cannot_be_saved_in_any_way()
    {
        await using var shop = await FilledAsync();
        var other = shop.Neighbour(Laundry);
        var customer = await shop.ReadAsync(db => db.Customers.AsNoTracking().SingleAsync());

        foreach (var state in (EntityState[])[EntityState.Modified, EntityState.Deleted, EntityState.Added])
        {
            var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => other.Transactions.RunOnceAsync(other.Id, other.NextKey(), change =>
            {
                change.Db.Entry(customer).State = state;
                return Task.FromResult(true);
            }, default));
            Assert.Contains("'eunchae'", refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal(1, await shop.ReadAsync(db => db.Customers.CountAsync()));
    }

    [Theory]
    [InlineData(EntityState.Modified)]
    [InlineData(EntityState.Deleted)]
    public async Task Knowing_the_id_of_another_shops_row_is_not_enough_to_change_it(EntityState state)
    {
        await using var shop = await FilledAsync();
        var other = shop.Neighbour(Laundry);
        var customer = await shop.ReadAsync(db => db.Customers.AsNoTracking().SingleAsync());

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => other.Transactions.RunOnceAsync(other.Id, other.NextKey(), change =>
        {
            var entry = change.Db.Entry(new Customer { Name = "stolen" });
            entry.Property(c => c.Id).CurrentValue = customer.Id;
            entry.Property(c => c.ShopId).CurrentValue = other.Id;
            entry.State = state;
            return Task.FromResult(true);
        }, default));

        Assert.Equal("李梅", await shop.ReadAsync(db => db.Customers.Select(c => c.Name).SingleAsync()));
    }

    [Fact]
    public async Task A_new_row_belongs_to_the_shop_that_saves_it()
    {
        await using var shop = await FilledAsync();

        var owners = await shop.ReadAsync(db => Task.FromResult(
            Model.GetEntityTypes().SelectMany(t => Rows(db, t.ClrType)).Select(row => row.ShopId).Distinct().ToList()));

        Assert.Equal([Eunchae], owners);
    }

    [Fact]
    public async Task Orders_of_another_shop_are_found_by_their_token_alone()
    {
        await using var shop = await FilledAsync();
        var token = (await shop.OrderAsync(1)).Token;
        var reader = shop.Get<OrderReader>();

        Assert.Equal((Eunchae, 1), await reader.FindByTokenAsync(token, default) is { } found ? (found.Shop, found.Number) : default);
        Assert.Null(await reader.FindByTokenAsync(string.Concat(token.Select(c => char.IsAsciiLetterLower(c) ? char.ToUpperInvariant(c) : char.ToLowerInvariant(c))), default));
        Assert.Null(await reader.FindByTokenAsync("", default));
        Assert.Null(await reader.FindByTokenAsync(new string('%', 10_000), default));
        Assert.Null(await reader.FindAsync(Laundry, 1, default));
        Assert.Null(await reader.FindAsync(Laundry, (await shop.OrderAsync(1)).Id, default));
        Assert.Matches("^[A-Za-z0-9_-]{22}$", token);
    }

    private static async Task SeesNothingAsync<T>(TestShop shop, TestShop other)
        where T : class, IOfShop
    {
        Assert.NotEqual(0, await shop.ReadAsync(db => db.Set<T>().CountAsync()));
        Assert.Equal(0, await other.ReadAsync(db => db.Set<T>().CountAsync()));
        Assert.Equal(0, await other.Transactions.RunOnceAsync(other.Id, other.NextKey(), change =>
            change.Db.Set<T>().ExecuteUpdateAsync(set => set.SetProperty(row => EF.Property<string>(row, nameof(IOfShop.ShopId)), Laundry)), default));
        Assert.Equal(0, await other.Transactions.RunOnceAsync(other.Id, other.NextKey(), change => change.Db.Set<T>().ExecuteDeleteAsync(), default));
    }

    private static List<IOfShop> Rows(ShopDb db, Type type) =>
        ((IQueryable<object>)typeof(ShopDb).GetMethod(nameof(ShopDb.Set), [])!.MakeGenericMethod(type).Invoke(db, null)!).ToList().ConvertAll(row => (IOfShop)row);

    /// <summary>A shop with a row in every table.</summary>
    private static async Task<TestShop> FilledAsync()
    {
        var shop = Open();
        await shop.StockAsync(new ProductBuilder(), new ProductBuilder("bag").Laundry().Variant("one"));
        var lan = await shop.BindAsync();
        var mei = await shop.MeetAsync();
        await shop.TryPlaceAsync(mei, Fetched(mei, new PickupWindow("centre", new(2026, 3, 3), new(9, 0), new(12, 0), Capacity: 5)));
        await shop.HoldAsync(mei, new PickupWindow("centre", new(2026, 3, 3), new(9, 0), new(12, 0), Capacity: 5));
        await shop.RescheduleAsync(mei, 1, new PickupWindow("centre", new(2026, 3, 4), new(9, 0), new(12, 0), Capacity: 5));
        await shop.Get<ListPieces>().RunAsync(shop.Id, shop.NextKey(), mei.Id, 1, [new CountedPiece(new("衬衫", "shirt"), "件", 5, new Money(1500, "CNY"))], default);
        await shop.TopUpAsync(lan, mei, 5000);
        await shop.Transactions.RunOnceAsync(shop.Id, shop.NextKey(), change =>
            Task.FromResult(change.Db.Add(new PrepaidClaim { CustomerId = mei.Id, Phone = "13812345678", LeftAt = Start }).Entity.Phone), default);
        await shop.Get<ChargeOrder>().RunAsync(shop.Id, shop.NextKey(), lan.Actor, 1, 2000, "去渍", default);
        await shop.Get<AddPhoto>().RunAsync(shop.Id, shop.NextKey(), lan.Actor, 1, await shop.KeepPictureAsync(), null, default);
        shop.Rules.Now = TestShop.Strict;
        await shop.StartShiftAsync(lan);
        await shop.TakeAsync(lan, 1);
        shop.Clock.Advance(TimeSpan.FromDays(2.5));
        await shop.NobodyHomeAsync(lan, 1);
        await shop.MoveAsync(lan, 1, OrderState.Collected, new MoveDetails("E0231"));
        await shop.Get<BindStaff>().RunAsync(shop.Id, shop.NextKey(), shop.ContactOf("guesser"), "wrong", "?", default);
        await shop.Get<NoteUnanswered>().RunAsync(shop.Id, shop.NextKey(), "修鞋吗", "修鞋吗？", default);
        var wang = await shop.BindAsync("wang", StaffRole.Manager);
        await shop.Get<ReserveSeals>().RunAsync(shop.Id, shop.NextKey(), wang.Actor, 24, default);
        await shop.Get<KeepCode>().RunAsync(shop.Id, shop.NextKey(), wang.Actor, "poster", "海报", "ticket", "http://a", default);
        var orderId = (await shop.OrderAsync(1)).Id;
        await shop.Transactions.RunOnceAsync(shop.Id, shop.NextKey(), change =>
        {
            var back = new OrderReturn { OrderId = orderId, Room = 1 };
            back.Handovers.Add(new ReturnHandover { To = HandedTo.Customer, IsPart = false, At = change.Now, By = "lan" });
            change.Db.Add(back);
            return Task.FromResult(true);
        }, default);
        await shop.Transactions.RunOnceAsync(shop.Id, shop.NextKey(), async change =>
        {
            await DeadlineBook.SetAsync(change.Db, "bell", "1", change.Now, default);
            change.Db.Add(AskCustomer.Draft(change.Db.Orders.Single().Id, AsksAbout, shop.Found(), change.Now, "lan"));
            return true;
        }, default);
        await shop.TryPlaceAsync(mei, Waiting(mei, new PickupWish("centre", null, [])));
        return shop;
    }
}
