using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using ShopBot.Shops.Staff;

namespace ShopBot.Shops.Custody;

[JsonDerivedType(typeof(Reserved), "reserved")]
[JsonDerivedType(typeof(NotManager), "not-manager")]
public abstract record ReserveSealsResult
{
    private ReserveSealsResult() { }

    /// <param name="First">Number of the first label; the others follow it.</param>
    public sealed record Reserved(int First, int Count) : ReserveSealsResult;

    public sealed record NotManager : ReserveSealsResult;
}

/// <summary>A manager has seal labels printed: their numbers are this shop's from now on, and no two labels have the same.</summary>
public sealed class ReserveSeals(IShopTransactions transactions)
{
    /// <summary>Four sheets of A4.</summary>
    public const int MostAtOnce = 96;

    /// <exception cref="ArgumentOutOfRangeException">Not 1 to <see cref="MostAtOnce"/> labels.</exception>
    public Task<ReserveSealsResult> RunAsync(string shop, OperationKey key, Actor manager, int count, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MostAtOnce);
        return transactions.RunOnceAsync<ReserveSealsResult>(shop, key, async change =>
        {
            if (await WorkingStaff.FindAsync(change.Db, manager.Contact, ct) is not { Role: StaffRole.Manager })
                return new ReserveSealsResult.NotManager();
            var counter = await change.Db.SealCounters.SingleOrDefaultAsync(ct);
            if (counter is null)
                change.Db.Add(counter = new SealCounter());
            var first = counter.Last + 1;
            counter.Last += count;
            return new ReserveSealsResult.Reserved(first, count);
        }, ct);
    }
}
