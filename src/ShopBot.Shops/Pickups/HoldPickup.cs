using System.Text.Json.Serialization;
using ShopBot.Shops.Deadlines;

namespace ShopBot.Shops.Pickups;

[JsonDerivedType(typeof(Held), "held")]
[JsonDerivedType(typeof(Full), "full")]
public abstract record HoldPickupResult
{
    private HoldPickupResult() { }

    /// <param name="Until">UTC; from then on the room is anybody's.</param>
    public sealed record Held(DateTimeOffset Until) : HoldPickupResult;

    /// <summary>That many bags no longer fit. What the customer held before is free as well.</summary>
    public sealed record Full : HoldPickupResult;
}

/// <summary>Keeps room in a window for a customer while they decide. A customer holds one window: the one before goes back.</summary>
/// <remarks>Run again under the same key it changes nothing and gives the first answer. Placing the order turns what is held into the booking.</remarks>
public sealed class HoldPickup(IShopTransactions transactions)
{
    /// <param name="key">Derived from the draft, and another one for each choice made in it.</param>
    /// <param name="bags">1 or more.</param>
    /// <param name="length">How long it is kept; more than nothing.</param>
    public Task<HoldPickupResult> RunAsync(
        string shop, OperationKey key, Guid customerId, PickupWindow window, int bags, TimeSpan length, CancellationToken ct) =>
        transactions.RunOnceAsync<HoldPickupResult>(shop, key, async change =>
        {
            var db = change.Db;
            if (!await PickupHolds.TakeAsync(change, customerId, window, bags, ct))
                return new HoldPickupResult.Full();
            var until = change.Now + length;
            db.Add(new PickupHold { CustomerId = customerId, Area = window.Area, Day = window.Day, Start = window.Start, Bags = bags, Until = until });
            await DeadlineBook.SetAsync(db, PickupHoldOver.Name, PickupHoldOver.SubjectOf(customerId), until, ct);
            return new HoldPickupResult.Held(until);
        }, ct);

    /// <summary>The customer wants it no longer; without a hold nothing happens.</summary>
    public Task ReleaseAsync(string shop, OperationKey key, Guid customerId, CancellationToken ct) =>
        transactions.RunOnceAsync(shop, key, change => PickupHolds.ReleaseAsync(change, customerId, ct), ct);
}

/// <summary>Who chose a window did not order in time: the room is anybody's again.</summary>
internal sealed class PickupHoldOver : IDeadline
{
    public const string Name = "pickup-hold";

    public string Kind => Name;

    public static string SubjectOf(Guid customerId) => customerId.ToString("N");

    public Task DueAsync(string shop, ShopChange change, string subject, CancellationToken ct) =>
        PickupHolds.ReleaseAsync(change, Guid.ParseExact(subject, "N"), ct);
}
