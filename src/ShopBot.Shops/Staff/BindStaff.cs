using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using ShopBot.Messaging.Contacts;

namespace ShopBot.Shops.Staff;

[JsonDerivedType(typeof(Bound), "bound")]
[JsonDerivedType(typeof(WrongCode), "wrong-code")]
[JsonDerivedType(typeof(Locked), "locked")]
public abstract record BindStaffResult
{
    private BindStaffResult() { }

    public sealed record Bound(Guid StaffId, string Name, StaffRole Role) : BindStaffResult;

    /// <summary>Wrong, used before, or too old: which of them is not said.</summary>
    /// <param name="TriesLeft">Until the lock; 1 or more.</param>
    public sealed record WrongCode(int TriesLeft) : BindStaffResult;

    public sealed record Locked(DateTimeOffset Until) : BindStaffResult;
}

/// <summary>Binds the contact point that sends a valid code as staff; the code is used up.</summary>
public sealed class BindStaff(IShopTransactions transactions)
{
    public const int MaxTries = 5;
    public static readonly TimeSpan LockFor = TimeSpan.FromMinutes(10);

    /// <param name="name">As colleagues and customers read it.</param>
    public Task<BindStaffResult> RunAsync(string shop, OperationKey key, ContactPoint contact, string code, string name, CancellationToken ct) =>
        transactions.RunOnceAsync(shop, key, async change =>
        {
            var db = change.Db;
            var address = contact.ToString();
            var tries = await db.StaffCodeTries.SingleOrDefaultAsync(t => t.Contact == address, ct);
            if (tries?.LockedUntil > change.Now)
                return new BindStaffResult.Locked(tries.LockedUntil.Value);

            var valid = await db.StaffCodes.Where(c => c.UsedAt == null && c.ExpiresAt > change.Now).ToListAsync(ct);
            var match = valid.Find(c => CryptographicOperations.FixedTimeEquals(c.Hash, StaffCodeHash.Of(code, c.Salt)));
            if (match is null)
                return Missed(db, tries, address, change.Now);

            match.UsedAt = change.Now;
            if (tries is not null)
                db.Remove(tries);
            return await BindAsync(db, contact, name, match.Role, change.Now, ct);
        }, ct);

    private static BindStaffResult Missed(ShopDb db, StaffCodeTries? tries, string address, DateTimeOffset now)
    {
        if (tries is null)
            db.Add(tries = new StaffCodeTries { Contact = address });
        if (tries.LockedUntil is not null)
            (tries.Wrong, tries.LockedUntil) = (0, null);
        tries.Wrong++;
        if (tries.Wrong < MaxTries)
            return new BindStaffResult.WrongCode(MaxTries - tries.Wrong);
        tries.LockedUntil = now + LockFor;
        return new BindStaffResult.Locked(tries.LockedUntil.Value);
    }

    private static async Task<BindStaffResult> BindAsync(ShopDb db, ContactPoint contact, string name, StaffRole role, DateTimeOffset now, CancellationToken ct)
    {
        var staff = await StaffLanes.FindAsync(db, contact, ct);
        if (staff is null)
            db.Add(staff = new StaffMember(contact, name, role, now));
        else
            (staff.Name, staff.Role) = (name, role);
        return new BindStaffResult.Bound(staff.Id, staff.Name, staff.Role);
    }
}
