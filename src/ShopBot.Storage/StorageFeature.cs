using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Links;
using ShopBot.Messaging.Media;
using ShopBot.Messaging.Outbox;
using ShopBot.Messaging.Turns;
using ShopBot.Shops;
using ShopBot.Storage.Redis;
using ShopBot.Storage.Sqlite;
using StackExchange.Redis;

namespace ShopBot.Storage;

/// <summary>Where things are kept.</summary>
/// <param name="ShopFile">shop.db: orders, messages owed, pictures.</param>
/// <param name="ConversationsFile">conversations.db; not used when Redis is configured.</param>
/// <param name="Redis">Connection string of a Redis server for the bot's state; empty = the embedded file.</param>
public sealed record StoragePlaces(string ShopFile, string ConversationsFile, string Redis);

public static class StorageFeature
{
    public static IServiceCollection AddStorage(this IServiceCollection services, StoragePlaces places)
    {
        services.AddSingleton(_ => new SqliteDatabase(places.ShopFile, Durability.Full, SchemaSet.Shop));
        services.AddSingleton<IShopTransactions, SqliteShopTransactions>();
        services.AddSingleton<IOutboxQueue, SqliteOutboxQueue>();
        services.AddSingleton<IOutboxStore, SqliteOutboxStore>();
        services.AddSingleton<IDeliveryReports, SqliteDeliveryReports>();
        services.AddSingleton<IApiLimits, SqliteApiLimits>();
        services.AddSingleton<IPendingEvents, SqlitePendingEvents>();
        services.AddSingleton<IAccountTokens, SqliteAccountTokens>();
        services.AddSingleton<IMedia, SqliteMedia>();
        services.AddSingleton(s => new SignedLinks(SqliteLinkKey.Of(s.GetRequiredService<SqliteDatabase>()), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<SqliteContacts>();
        services.AddSingleton<IContacts>(s => s.GetRequiredService<SqliteContacts>());
        services.AddHostedService(s => s.GetRequiredService<SqliteContacts>());
        services.AddHostedService<SqliteShopSweep>();

        if (places.Redis.Length > 0)
            services.AddRedisState(places.Redis);
        else
            services.AddSqliteState(places.ConversationsFile);
        services.AddSingleton(s => new TurnStorage(new WatchedStorage(s.GetRequiredKeyedService<IStorage>(StateStore), places.Redis.Length > 0 ? "redis" : "sqlite")));
        // What the bot itself is given: its states live inside turns.
        services.AddSingleton<IStorage>(s => s.GetRequiredService<TurnStorage>());
        return services;
    }

    private const string StateStore = "state store";

    private static void AddSqliteState(this IServiceCollection services, string file)
    {
        // Keyed, so that the container closes it and nobody takes it for shop.db.
        services.AddKeyedSingleton(StateStore, (_, _) => new SqliteDatabase(file, Durability.Normal, SchemaSet.Conversations));
        services.AddSingleton(s => new SqliteStorage(
            s.GetRequiredKeyedService<SqliteDatabase>(StateStore), s.GetRequiredService<TimeProvider>(), s.GetRequiredService<ILogger<SqliteStorage>>()));
        services.AddKeyedSingleton<IStorage>(StateStore, (s, _) => s.GetRequiredService<SqliteStorage>());
        services.AddHostedService<SqliteStorageSweep>();
    }

    private static void AddRedisState(this IServiceCollection services, string connectionString)
    {
        services.AddSingleton<IConnectionMultiplexer>(_ => RedisConnection.Open(connectionString));
        services.AddKeyedSingleton<IStorage, RedisStorage>(StateStore);
    }
}
