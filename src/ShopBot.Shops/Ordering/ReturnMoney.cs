using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using ShopBot.Shops.Staff;

namespace ShopBot.Shops.Ordering;

[JsonDerivedType(typeof(Returned), "returned")]
[JsonDerivedType(typeof(NothingToReturn), "nothing-to-return")]
[JsonDerivedType(typeof(NotStaff), "not-staff")]
[JsonDerivedType(typeof(NotAllowed), "not-allowed")]
[JsonDerivedType(typeof(NoSuchOrder), "no-such-order")]
public abstract record ReturnMoneyResult
{
    private ReturnMoneyResult() { }

    public sealed record Returned(int Number, long AmountInMinor, string Currency) : ReturnMoneyResult;

    public sealed record NothingToReturn(int Number) : ReturnMoneyResult;

    public sealed record NotStaff : ReturnMoneyResult;

    /// <summary>Only managers and clerks handle money.</summary>
    public sealed record NotAllowed : ReturnMoneyResult;

    public sealed record NoSuchOrder(int Number) : ReturnMoneyResult;
}

/// <summary>Staff note that the customer has back what was paid too much. Nobody is told: whoever was given it knows.</summary>
public sealed class ReturnMoney(IShopTransactions transactions)
{
    public Task<ReturnMoneyResult> RunAsync(string shop, OperationKey key, Actor actor, int number, CancellationToken ct) =>
        transactions.RunOnceAsync<ReturnMoneyResult>(shop, key, async change =>
        {
            if (await WorkingStaff.FindAsync(change.Db, actor.Contact, ct) is not { } staff)
                return new ReturnMoneyResult.NotStaff();
            if (!WorkingStaff.HandlesMoney(staff))
                return new ReturnMoneyResult.NotAllowed();
            if (await change.Db.Orders.SingleOrDefaultAsync(o => o.Number == number, ct) is not { } order)
                return new ReturnMoneyResult.NoSuchOrder(number);
            if (order.DueInMinor >= 0)
                return new ReturnMoneyResult.NothingToReturn(number);
            var amount = -order.DueInMinor;
            order.PaidInMinor -= amount;
            return new ReturnMoneyResult.Returned(number, amount, order.Currency);
        }, ct);
}
