using System.Globalization;
using ShopBot.Shops.Ordering;

namespace ShopBot.Shops.Prepaid;

/// <summary>Settles orders that are paid from the card, inside the transaction that changes what they cost.</summary>
internal static class PrepaidPayment
{
    /// <summary>Pays a new order whole.</summary>
    /// <exception cref="InvalidOperationException">The balance does not cover it; whoever places the order looks before.</exception>
    public static async Task PayAsync(ShopChange change, Order order, CancellationToken ct)
    {
        if (order.TotalInMinor > 0 && !await PrepaidLedger.AddAsync(change, order.CustomerId, -order.TotalInMinor, For(order, PrepaidKind.Spent, "placed"), ct))
            throw new InvalidOperationException($"The card does not cover order {order.Number}.");
        (order.PaidAt, order.PaidInMinor) = (change.Now, order.TotalInMinor);
    }

    /// <summary>An order became dearer or cheaper: the card pays the difference where it covers it, and gets back what it paid too much.</summary>
    public static async Task SettleAsync(ShopChange change, Order order, OrderCharge charge, CancellationToken ct)
    {
        if (order is not { Payment: PaymentWay.Prepaid, PaidAt: not null })
            return;
        var due = order.DueInMinor;
        if (due < 0)
            await GiveBackAsync(change, order, -due, $"charge:{charge.Id:N}", ct);
        else if (Math.Min(due, charge.AmountInMinor) is > 0 and var amount
            && await PrepaidLedger.AddAsync(change, order.CustomerId, -amount, For(order, PrepaidKind.Spent, $"charge:{charge.Id:N}"), ct))
            (order.PaidAt, order.PaidInMinor) = (change.Now, order.PaidInMinor + amount);
    }

    /// <summary>An order was cancelled: what the card paid goes back to it.</summary>
    public static Task CancelAsync(ShopChange change, Order order, CancellationToken ct) =>
        order.Payment == PaymentWay.Prepaid ? GiveBackAsync(change, order, order.PaidInMinor, "cancelled", ct) : Task.CompletedTask;

    // What was paid in another way is returned in that way.
    private static async Task GiveBackAsync(ShopChange change, Order order, long atMost, string occasion, CancellationToken ct)
    {
        var amount = Math.Min(atMost, await PrepaidLedger.SpentOnAsync(change.Db, order.CustomerId, order.Number, ct));
        if (amount <= 0)
            return;
        await PrepaidLedger.AddAsync(change, order.CustomerId, amount, For(order, PrepaidKind.GivenBack, occasion), ct);
        order.PaidInMinor -= amount;
    }

    private static PrepaidOccasion For(Order order, PrepaidKind kind, string occasion) =>
        new(kind, string.Create(CultureInfo.InvariantCulture, $"order:{order.Id:N}:{occasion}"), order.Number);
}
