using ShopBot.Messaging.Outbox;
using ShopBot.Shops.Shifts;

namespace ShopBot.Shops.Customers;

/// <summary>To staff: a customer would like to talk to a person.</summary>
/// <param name="Said">The beginning of what they wrote, at most 200 characters.</param>
public sealed record PersonAsked(string Shop, Guid CustomerId, string Said) : IShopFact
{
    public static string Kind => "person-asked.v1";
}

/// <summary>Tells all staff that a customer would like to talk to a person.</summary>
public sealed class AskForPerson(IShopTransactions transactions)
{
    private const int LongestSaid = 200;

    /// <param name="said">What the customer wrote; staff read its beginning.</param>
    /// <returns>How many were told; 0 = nobody works here yet, or nobody else.</returns>
    public Task<int> RunAsync(string shop, OperationKey key, Actor actor, Guid customerId, string said, CancellationToken ct) =>
        transactions.RunOnceAsync(shop, key, async change =>
        {
            var staff = await OnShift.ForAsync(change.Db, Work.Customers, actor, change.Now, ct);
            var fact = new PersonAsked(shop, customerId, TypedText.Beginning(said, LongestSaid));
            foreach (var member in staff)
                change.Outbox.Add(fact, member, MessageClass.StaffAlert, $"person:{key.Digest}:{member}");
            return staff.Count;
        }, ct);
}
