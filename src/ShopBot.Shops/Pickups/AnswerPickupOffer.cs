using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using ShopBot.Shops.Ordering;

namespace ShopBot.Shops.Pickups;

[JsonDerivedType(typeof(Booked), "booked")]
[JsonDerivedType(typeof(Declined), "declined")]
[JsonDerivedType(typeof(Over), "over")]
[JsonDerivedType(typeof(NoOffer), "no-offer")]
[JsonDerivedType(typeof(NotYours), "not-yours")]
public abstract record AnswerPickupOfferResult
{
    private AnswerPickupOfferResult() { }

    public sealed record Booked(int Number) : AnswerPickupOfferResult;

    /// <summary>The customer is out of the line.</summary>
    public sealed record Declined(int Number) : AnswerPickupOfferResult;

    /// <summary>The time to answer ran out; the window went to the next.</summary>
    public sealed record Over(int Number) : AnswerPickupOfferResult;

    /// <summary>Nothing was offered for this order, or it was answered.</summary>
    public sealed record NoOffer(int Number) : AnswerPickupOfferResult;

    /// <summary>No order of this number belongs to the customer.</summary>
    public sealed record NotYours : AnswerPickupOfferResult;
}

/// <summary>A customer takes the window they waited for and were offered, or does not want it.</summary>
public sealed class AnswerPickupOffer(IShopTransactions transactions, IEnumerable<IOrderFollower> followers)
{
    public Task<AnswerPickupOfferResult> RunAsync(string shop, OperationKey key, Actor actor, Guid customerId, int number, bool isWanted, CancellationToken ct) =>
        transactions.RunOnceAsync<AnswerPickupOfferResult>(shop, key, async change =>
        {
            if (await change.Db.Orders.SingleOrDefaultAsync(o => o.Number == number && o.CustomerId == customerId, ct) is not { } order)
                return new AnswerPickupOfferResult.NotYours();
            var wait = await PickupWaits.FindAsync(change.Db, order.Id, ct);
            if (wait is { State: PickupWaitState.Passed })
                return new AnswerPickupOfferResult.Over(number);
            if (wait is not { State: PickupWaitState.Offered, OfferDay: { } day, OfferStart: { } start, OfferEnd: { } end, OfferUntil: { } until } || !OrderWindow.IsMovable(order))
                return new AnswerPickupOfferResult.NoOffer(number);
            if (isWanted && change.Now <= until)
                return await BookAsync(shop, change, actor, order, wait, new PickupWindow(wait.Area, day, start, end, Capacity: 0), ct);
            await PickupWaits.EndAsync(change, order.Id, isWanted ? PickupWaitState.Passed : PickupWaitState.Left, ct);
            return isWanted ? new AnswerPickupOfferResult.Over(number) : new AnswerPickupOfferResult.Declined(number);
        }, ct);

    private async Task<AnswerPickupOfferResult> BookAsync(
        string shop, ShopChange change, Actor actor, Order order, PickupWait wait, PickupWindow window, CancellationToken ct)
    {
        await PickupWaits.CloseAsync(change, wait, PickupWaitState.Booked, ct);
        var move = await OrderWindow.PutAsync(change, order, window, by: "", reason: null, ct);
        await ReschedulePickup.FollowAsync(followers, shop, change, actor, order, move, ct);
        return new AnswerPickupOfferResult.Booked(order.Number);
    }
}
