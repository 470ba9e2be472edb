using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using ShopBot.Shops.Staff;

namespace ShopBot.Shops.Ordering;

[JsonDerivedType(typeof(Paid), "paid")]
[JsonDerivedType(typeof(AlreadyPaid), "already-paid")]
[JsonDerivedType(typeof(TooMuchPaid), "too-much-paid")]
[JsonDerivedType(typeof(OrderWasCancelled), "cancelled")]
[JsonDerivedType(typeof(NotStaff), "not-staff")]
[JsonDerivedType(typeof(NoSuchOrder), "no-such-order")]
public abstract record MarkPaidResult
{
    private MarkPaidResult() { }

    public sealed record Paid(int Number) : MarkPaidResult;

    public sealed record AlreadyPaid(int Number, DateTimeOffset At) : MarkPaidResult;

    /// <summary>It was paid, and costs less now.</summary>
    public sealed record TooMuchPaid(int Number, long ToReturnInMinor, string Currency) : MarkPaidResult;

    public sealed record OrderWasCancelled(int Number) : MarkPaidResult;

    public sealed record NotStaff : MarkPaidResult;

    public sealed record NoSuchOrder(int Number) : MarkPaidResult;
}

/// <summary>Staff note that an order is paid as far as it costs now. Nobody is told: whoever paid knows.</summary>
public sealed class MarkPaid(IShopTransactions transactions)
{
    public Task<MarkPaidResult> RunAsync(string shop, OperationKey key, Actor actor, int number, CancellationToken ct) =>
        transactions.RunOnceAsync<MarkPaidResult>(shop, key, async change =>
        {
            if (await WorkingStaff.FindAsync(change.Db, actor.Contact, ct) is null)
                return new MarkPaidResult.NotStaff();
            var order = await change.Db.Orders.SingleOrDefaultAsync(o => o.Number == number, ct);
            if (order is null)
                return new MarkPaidResult.NoSuchOrder(number);
            if (order.State == OrderState.Cancelled)
                return new MarkPaidResult.OrderWasCancelled(number);
            if (order.DueInMinor < 0)
                return new MarkPaidResult.TooMuchPaid(number, -order.DueInMinor, order.Currency);
            if (order is { PaidAt: { } at, DueInMinor: 0 })
                return new MarkPaidResult.AlreadyPaid(number, at);
            (order.PaidAt, order.PaidInMinor) = (change.Now, order.TotalInMinor);
            return new MarkPaidResult.Paid(number);
        }, ct);
}
