using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using ShopBot.Shops.Ordering;

namespace ShopBot.Shops.Returns;

/// <summary>What a customer wants of a return besides a window.</summary>
public abstract record ReturnWish
{
    private ReturnWish() { }

    /// <summary>To be asked again later; a booked window is let go.</summary>
    public sealed record Later : ReturnWish;

    /// <summary>They come to the shop for it; a booked window is let go.</summary>
    public sealed record AtShop : ReturnWish;

    /// <summary>It may be left when they are not home.</summary>
    /// <param name="With">The neighbour or the place in their words; null for any locker.</param>
    public sealed record Leave(HandedTo Place, string? With) : ReturnWish;
}

[JsonDerivedType(typeof(Settled), "settled")]
[JsonDerivedType(typeof(NotNow), "not-now")]
[JsonDerivedType(typeof(NotYours), "not-yours")]
public abstract record SettleReturnResult
{
    private SettleReturnResult() { }

    /// <param name="State">As it is now.</param>
    public sealed record Settled(int Number, ReturnState State) : SettleReturnResult;

    /// <summary>It is not clean, on its way, or handed over.</summary>
    public sealed record NotNow(OrderState State) : SettleReturnResult;

    /// <summary>No order of this number belongs to the customer and comes back by us.</summary>
    public sealed record NotYours : SettleReturnResult;
}

/// <summary>A customer settles how their laundry comes back; whoever is to leave it somewhere is told.</summary>
public sealed class SettleReturn(IShopTransactions transactions, IReturnRules rules)
{
    public Task<SettleReturnResult> RunAsync(string shop, OperationKey key, Guid customerId, int number, ReturnWish wish, CancellationToken ct) =>
        transactions.RunOnceAsync(shop, key, change => SettleAsync(shop, change, customerId, number, wish, ct), ct);

    private async Task<SettleReturnResult> SettleAsync(string shop, ShopChange change, Guid customerId, int number, ReturnWish wish, CancellationToken ct)
    {
        var order = await change.Db.Orders.SingleOrDefaultAsync(o => o.Number == number && o.CustomerId == customerId, ct);
        if (order is null || await ReturnRow.FindAsync(change.Db, order.Id, ct) is not { } known)
            return new SettleReturnResult.NotYours();
        var isOut = order.State == OrderState.Delivering;
        if (order.State != OrderState.Ready && !(isOut && wish is ReturnWish.Leave))
            return new SettleReturnResult.NotNow(order.State);
        switch (wish)
        {
            case ReturnWish.Leave leave:
                (known.Leave, known.LeaveWith) = (leave.Place, leave.With is { } with ? TypedText.Beginning(with, OrderReturn.LongestPlace) : null);
                // Until somebody takes it out nobody needs to know; they see it with the order.
                if (known.Courier is not null)
                    await ReturnRow.TellCourierAsync(change, known, new ReturnNeedsStaff(shop, order.Id, ReturnNews.LeaveIt), $"leave:{RowId.New():N}", ct);
                break;
            case ReturnWish.AtShop:
                await ReturnRow.FreeAsync(change, known, ct);
                await ReturnRow.ClearAsync(change.Db, known, ct);
                ReturnStates.Move(known, ReturnState.AtShop);
                break;
            default:
                await ReturnRow.FreeAsync(change, known, ct);
                await ReturnRow.AskAsync(change, known, rules.For(shop)?.AskAgainAfter, ct);
                break;
        }
        return new SettleReturnResult.Settled(number, known.State);
    }
}
