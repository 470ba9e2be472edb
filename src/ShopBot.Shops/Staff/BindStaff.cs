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
/// <remarks>Somebody who works here already takes the code's role and the new name, except that the last manager stays one.</remarks>
public sealed class BindStaff(IShopTransactions transactions, AudienceSignal audiences, TimeProvider time)
{
    public const int MaxTries = 5;
    public static readonly TimeSpan LockFor = TimeSpan.FromMinutes(10);

    /// <param name="code">Six digits; anything else is a wrong code.</param>
    /// <param name="name">As colleagues and customers read it.</param>
    public async Task<BindStaffResult> RunAsync(string shop, OperationKey key, ContactPoint contact, string code, string name, CancellationToken ct)
    {
        // Hashing is slow on purpose, so not inside the transaction; what may have changed since is asked again there.
        var match = await FindAsync(shop, contact, code, ct);
        var result = await transactions.RunOnceAsync(shop, key, async change =>
        {
            var db = change.Db;
            var address = contact.ToString();
            var tries = await db.StaffCodeTries.SingleOrDefaultAsync(t => t.Contact == address, ct);
            if (tries?.LockedUntil > change.Now)
                return new BindStaffResult.Locked(tries.LockedUntil.Value);
            if (await db.StaffCodes.SingleOrDefaultAsync(c => c.Id == match && c.UsedAt == null && c.ExpiresAt > change.Now, ct) is not { } valid)
                return Missed(db, tries, address, change.Now);

            valid.UsedAt = change.Now;
            if (tries is not null)
                db.Remove(tries);
            return await BindAsync(db, contact, name, valid.Role, change.Now, ct);
        }, ct);
        audiences.Wake();
        return result;
    }

    /// <summary>Null where no usable code matches, and for somebody locked out: their guesses cost nothing.</summary>
    private async Task<Guid?> FindAsync(string shop, ContactPoint contact, string code, CancellationToken ct)
    {
        var (now, address) = (time.GetUtcNow(), contact.ToString());
        var usable = await transactions.ReadAsync(shop, async db => await db.StaffCodeTries.AnyAsync(t => t.Contact == address && t.LockedUntil > now, ct)
            ? []
            : await db.StaffCodes.AsNoTracking().Where(c => c.UsedAt == null && c.ExpiresAt > now).ToListAsync(ct), ct);
        return usable.Find(c => CryptographicOperations.FixedTimeEquals(c.Hash, StaffCodeHash.Of(code, c.Salt)))?.Id;
    }

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
        var staff = await WorkingStaff.FindAsync(db, contact, ct);
        if (staff is null)
        {
            db.Add(staff = new StaffMember(contact, name, role, now));
        }
        else
        {
            staff.Name = name;
            if (!await WorkingStaff.IsLastManagerAsync(db, staff, ct))
                staff.Role = role;
        }

        return new BindStaffResult.Bound(staff.Id, staff.Name, staff.Role);
    }
}
