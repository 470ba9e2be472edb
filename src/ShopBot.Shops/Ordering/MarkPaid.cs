using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using ShopBot.Shops.Staff;

namespace ShopBot.Shops.Ordering;

[JsonDerivedType(typeof(Paid), "paid")]
[JsonDerivedType(typeof(AlreadyPaid), "already-paid")]
[JsonDerivedType(typeof(OrderWasCancelled), "cancelled")]
[JsonDerivedType(typeof(NotStaff), "not-staff")]
[JsonDerivedType(typeof(NoSuchOrder), "no-such-order")]
public abstract record MarkPaidResult
{
    private MarkPaidResult() { }

    public sealed record Paid(int Number) : MarkPaidResult;

    public sealed record AlreadyPaid(int Number, DateTimeOffset At) : MarkPaidResult;

    public sealed record OrderWasCancelled(int Number) : MarkPaidResult;

    public sealed record NotStaff : MarkPaidResult;

    public sealed record NoSuchOrder(int Number) : MarkPaidResult;
}

/// <summary>Staff note that an order is paid. Nobody is told: whoever paid knows.</summary>
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
            if (order.PaidAt is { } at)
                return new MarkPaidResult.AlreadyPaid(number, at);
            order.PaidAt = change.Now;
            return new MarkPaidResult.Paid(number);
        }, ct);
}
