using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Outbox;
using ShopBot.Shops.Staff;

namespace ShopBot.Shops.Customers;

/// <summary>To staff: a customer would like to talk to a person.</summary>
/// <param name="Said">What they wrote, at most 200 characters.</param>
public sealed record PersonAsked(string Shop, Guid CustomerId, string Said) : IOutboxPayload
{
    public static string Kind => "person-asked.v1";
}

/// <summary>Tells all staff that a customer would like to talk to a person.</summary>
public sealed class AskForPerson(IShopTransactions transactions)
{
    /// <returns>How many were told; 0 = nobody works here yet.</returns>
    public Task<int> RunAsync(string shop, OperationKey key, Actor actor, Guid customerId, string said, CancellationToken ct) =>
        transactions.RunOnceAsync(shop, key, async change =>
        {
            var staff = await StaffLanes.OfShopAsync(change.Db, actor, ct);
            foreach (ContactPoint member in staff)
                change.Outbox.Add(new PersonAsked(shop, customerId, said.Length > 200 ? said[..200] : said), member, MessageClass.StaffAlert, $"person:{key}:{member}");
            return staff.Count;
        }, ct);
}
