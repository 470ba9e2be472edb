using ShopBot.Messaging.Outbox;
using ShopBot.Shops.Shifts;

namespace ShopBot.Shops.Complaints;

/// <summary>To staff: a customer complains, or adds something to what they complained about.</summary>
/// <param name="Said">The beginning of what they wrote, at most 200 characters; empty where they sent a picture or an order's number alone.</param>
/// <param name="Order">Number of the order it is about; null = not known, or none.</param>
/// <param name="MediaId">Our id of a picture; null = none.</param>
/// <param name="AnswerBy">UTC; the customer was promised to hear from the shop until then. Null where this adds to a complaint.</param>
public sealed record ComplaintMade(string Shop, Guid CustomerId, string Said, int? Order, string? MediaId, DateTimeOffset? AnswerBy) : IShopFact
{
    public static string Kind => "complaint-made.v1";
}

/// <summary>Tells all staff what a customer complains about.</summary>
public sealed class MakeComplaint(IShopTransactions transactions)
{
    /// <returns>How many were told; 0 = nobody works here yet, or nobody else.</returns>
    public Task<int> RunAsync(OperationKey key, Actor actor, ComplaintMade complaint, CancellationToken ct) =>
        transactions.RunOnceAsync(complaint.Shop, key, async change =>
        {
            var staff = await OnShift.ForAsync(change.Db, Work.Customers, actor, change.Now, ct);
            var fact = complaint with { Said = TypedText.Beginning(complaint.Said, 200) };
            foreach (var member in staff)
                change.Outbox.Add(fact, member, MessageClass.StaffAlert, $"complaint:{key.Digest}:{member}");
            return staff.Count;
        }, ct);
}
