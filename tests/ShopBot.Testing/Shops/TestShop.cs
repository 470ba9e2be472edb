using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ShopBot.Messaging.Media;
using ShopBot.Messaging.Outbox;
using ShopBot.Shops;
using ShopBot.Shops.Pickups;
using ShopBot.Shops.Returns;
using ShopBot.Shops.Settings;
using ShopBot.Shops.Shifts;
using ShopBot.Simulator.Clock;
using ShopBot.Storage.Sqlite;

namespace ShopBot.Testing.Shops;

/// <summary>The same plan for every shop.</summary>
public sealed class TestPlans : IPickupPlans
{
    public PickupPlan? Plan { get; set; }

    public PickupPlan? Of(string shop) => Plan;
}

/// <summary>The two demo shops on a database file of their own, with the product's own transactions and a clock that stands still.</summary>
/// <remarks>The helpers in the other parts act for <see cref="Id"/>; the operations themselves take any shop.</remarks>
public sealed partial class TestShop : IAsyncDisposable
{
    public const string Eunchae = "eunchae", Laundry = "laundry";

    /// <summary>A Monday morning in Shanghai.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    private static int _keys;

    private readonly string? _folder;
    private readonly ServiceProvider _services;

    private TestShop(string shop)
    {
        Id = shop;
        _folder = Directory.CreateTempSubdirectory("shopbot-shop-").FullName;
        Clock = MovableClock.FrozenAt(Start);
        Book = new ShopBook(
        [
            new ShopSettings { Id = Eunchae, Name = "恩彩", Hours = "10:00-22:00", Offers = { Offer.Goods } },
            new ShopSettings { Id = Laundry, Name = "白云洗衣", Hours = "09:00-21:00", Offers = { Offer.Laundry } },
        ]);
        Database = new SqliteDatabase(Path.Combine(_folder, "shop.db"), Durability.Normal, SchemaSet.Shop);
        Transactions = new SqliteShopTransactions(Database, new OutboxSignal(), Options.Create(new OutboxOptions()), Book, Clock);
        _services = new ServiceCollection().AddLogging().AddSingleton<IShiftRules>(Rules).AddShops()
            .AddSingleton<IReturnRules>(Returns).AddSingleton<IPickupPlans>(Plans).AddSingleton<TimeProvider>(Clock).AddSingleton(Book).AddSingleton(Transactions).AddSingleton(Media = new SqliteMedia(Database, Options.Create(new MediaOptions()), Clock))
            .BuildServiceProvider();
    }

    private TestShop(TestShop house, string shop) =>
        (Id, Rules, Returns, Clock, Book, Database, Transactions, Media, _services) =
        (shop, house.Rules, house.Returns, house.Clock, house.Book, house.Database, house.Transactions, house.Media, house._services);

    /// <summary>How clean laundry comes back; not by the shop, until a test says otherwise.</summary>
    public SetReturns Returns { get; } = new();

    /// <summary>The shop the helpers act for.</summary>
    public string Id { get; }

    /// <summary>How staff work; as in a shop that says nothing, until a test says otherwise.</summary>
    public SetRules Rules { get; } = new();

    public MovableClock Clock { get; }

    /// <summary>When the shops come to fetch, as far as that matters without a conversation.</summary>
    public TestPlans Plans { get; } = new();

    public ShopBook Book { get; }
    public SqliteDatabase Database { get; }
    public IShopTransactions Transactions { get; }
    public IMedia Media { get; }

    public static TestShop Open(string shop = Eunchae) => new(shop);

    /// <summary>Another shop in the same database; closed with this one.</summary>
    public TestShop Neighbour(string shop) => new(this, shop);

    /// <summary>An operation or reader as the program wires it.</summary>
    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>A key nobody used yet.</summary>
    public OperationKey NextKey() => new($"{Id}/{Interlocked.Increment(ref _keys)}");

    public Task<T> ReadAsync<T>(Func<ShopDb, Task<T>> read) => Transactions.ReadAsync(Id, read, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        if (_folder is null)
            return;
        await _services.DisposeAsync();
        Database.Dispose();
        Clock.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
