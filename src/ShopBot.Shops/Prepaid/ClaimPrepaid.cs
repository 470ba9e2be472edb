using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using ShopBot.Shops.Customers;
using ShopBot.Shops.Settings;
using ShopBot.Shops.Staff;

namespace ShopBot.Shops.Prepaid;

[JsonDerivedType(typeof(Claimed), "claimed")]
[JsonDerivedType(typeof(NothingLeft), "nothing-left")]
[JsonDerivedType(typeof(NotManager), "not-manager")]
[JsonDerivedType(typeof(NoSuchCustomer), "no-such-customer")]
public abstract record ClaimPrepaidResult
{
    private ClaimPrepaidResult() { }

    public sealed record Claimed(long AmountInMinor, long BalanceInMinor, string Currency) : ClaimPrepaidResult;

    public sealed record NothingLeft : ClaimPrepaidResult;

    public sealed record NotManager : ClaimPrepaidResult;

    public sealed record NoSuchCustomer : ClaimPrepaidResult;
}

/// <summary>A manager gives somebody who left and came back what was on their card: they stand in the shop and show the phone.</summary>
public sealed class ClaimPrepaid(IShopTransactions transactions, ShopBook shops)
{
    public Task<ClaimPrepaidResult> RunAsync(string shop, OperationKey key, Actor manager, string phone, Guid customerId, CancellationToken ct) =>
        transactions.RunOnceAsync<ClaimPrepaidResult>(shop, key, async change =>
        {
            var db = change.Db;
            if (await WorkingStaff.FindAsync(db, manager.Contact, ct) is not { Role: StaffRole.Manager } staff)
                return new ClaimPrepaidResult.NotManager();
            if (!await db.Customers.AnyAsync(c => c.Id == customerId && c.Phone == phone, ct))
                return new ClaimPrepaidResult.NoSuchCustomer();
            var moved = 0L;
            foreach (var claim in await db.PrepaidClaims.Where(c => c.Phone == phone && c.CustomerId != customerId).ToListAsync(ct))
            {
                var left = await PrepaidLedger.BalanceAsync(db, claim.CustomerId, ct);
                db.Remove(claim);
                if (left == 0)
                    continue;
                await PrepaidLedger.AddAsync(change, claim.CustomerId, -left, new PrepaidOccasion(PrepaidKind.Moved, $"from:{claim.CustomerId:N}:{key.Digest}", By: staff.Name), ct);
                await PrepaidLedger.AddAsync(change, customerId, left, new PrepaidOccasion(PrepaidKind.Moved, $"to:{claim.CustomerId:N}:{key.Digest}", By: staff.Name), ct);
                moved += left;
            }
            return moved == 0
                ? new ClaimPrepaidResult.NothingLeft()
                : new ClaimPrepaidResult.Claimed(moved, await PrepaidLedger.BalanceAsync(db, customerId, ct), shops[shop].Currency);
        }, ct);

    /// <summary>A customer is being forgotten: with money on the card the phone stays behind, so that they can have it back.</summary>
    /// <param name="customer">Before anything of it is erased.</param>
    internal static async Task KeepAsync(ShopDb db, Customer customer, DateTimeOffset leftAt, CancellationToken ct)
    {
        if (customer.Phone is { } phone && await PrepaidLedger.BalanceAsync(db, customer.Id, ct) > 0 && !await db.PrepaidClaims.AnyAsync(c => c.CustomerId == customer.Id, ct))
            db.Add(new PrepaidClaim { CustomerId = customer.Id, Phone = phone, LeftAt = leftAt });
    }
}
