using ShopBot.Messaging.Outbox;

namespace ShopBot.Shops;

/// <summary>What an operation works with inside its transaction.</summary>
/// <param name="Db">Opened for one shop: sees and writes only its rows.</param>
/// <param name="Outbox">What is added here commits with the change.</param>
/// <param name="Now">UTC, the same for the whole operation.</param>
public sealed record ShopChange(ShopDb Db, IOutbox Outbox, DateTimeOffset Now);

/// <summary>Runs changes of one shop in short SQL transactions, each exactly once per key.</summary>
public interface IShopTransactions
{
    /// <summary>Runs <paramref name="change"/> and stores its result under the key; under a key seen before it only gives the stored result.</summary>
    /// <typeparam name="T">Goes through JSON; closed sets of results carry <c>JsonDerivedType</c> names.</typeparam>
    /// <param name="shop">Name of the shop in the settings; every shop has its own keys.</param>
    /// <param name="change">Must not wait for anything but its own database; saving is done for it.</param>
    Task<T> RunOnceAsync<T>(string shop, OperationKey key, Func<ShopChange, Task<T>> change, CancellationToken ct);

    /// <summary>Reads what is committed; everything <paramref name="read"/> asks for is of one moment.</summary>
    Task<T> ReadAsync<T>(string shop, Func<ShopDb, Task<T>> read, CancellationToken ct);
}
