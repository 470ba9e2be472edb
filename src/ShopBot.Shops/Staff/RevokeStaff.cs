using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using ShopBot.Messaging.Contacts;

namespace ShopBot.Shops.Staff;

[JsonDerivedType(typeof(Revoked), "revoked")]
[JsonDerivedType(typeof(NotManager), "not-manager")]
[JsonDerivedType(typeof(NoSuchStaff), "no-such-staff")]
[JsonDerivedType(typeof(LastManager), "last-manager")]
public abstract record RevokeStaffResult
{
    private RevokeStaffResult() { }

    public sealed record Revoked(string Name) : RevokeStaffResult;

    public sealed record NotManager : RevokeStaffResult;

    public sealed record NoSuchStaff : RevokeStaffResult;

    /// <summary>Somebody must be left who can bind others.</summary>
    public sealed record LastManager : RevokeStaffResult;
}

/// <summary>A manager ends somebody's right to work from the chat, at once.</summary>
public sealed class RevokeStaff(IShopTransactions transactions, AudienceSignal audiences)
{
    public async Task<RevokeStaffResult> RunAsync(string shop, OperationKey key, Actor manager, Guid staffId, CancellationToken ct)
    {
        var result = await transactions.RunOnceAsync<RevokeStaffResult>(shop, key, async change =>
        {
            if (await WorkingStaff.FindAsync(change.Db, manager.Contact, ct) is not { Role: StaffRole.Manager })
                return new RevokeStaffResult.NotManager();
            var staff = await change.Db.Staff.SingleOrDefaultAsync(s => s.Id == staffId && s.RevokedAt == null, ct);
            if (staff is null)
                return new RevokeStaffResult.NoSuchStaff();
            if (await WorkingStaff.IsLastManagerAsync(change.Db, staff, ct))
                return new RevokeStaffResult.LastManager();
            staff.RevokedAt = change.Now;
            return new RevokeStaffResult.Revoked(staff.Name);
        }, ct);
        audiences.Wake();
        return result;
    }
}
