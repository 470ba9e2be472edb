using Microsoft.EntityFrameworkCore;
using ShopBot.Messaging.Contacts;

namespace ShopBot.Shops.Staff;

/// <summary>Those who work for the shop now, inside an operation's transaction: who asks, and who is to be told.</summary>
internal static class WorkingStaff
{
    public static Task<StaffMember?> FindAsync(ShopDb db, ContactPoint contact, CancellationToken ct)
    {
        var address = contact.ToString();
        return db.Staff.FirstOrDefaultAsync(s => s.Contact == address && s.RevokedAt == null, ct);
    }

    /// <summary>Couriers and the laundry take what is owed, but decide about no amount.</summary>
    public static bool HandlesMoney(StaffMember staff) => staff.Role is StaffRole.Manager or StaffRole.Clerk;

    /// <summary>Without them nobody could bind others.</summary>
    public static async Task<bool> IsLastManagerAsync(ShopDb db, StaffMember staff, CancellationToken ct) =>
        staff.Role == StaffRole.Manager && !await db.Staff.AnyAsync(s => s.Role == StaffRole.Manager && s.RevokedAt == null && s.Id != staff.Id, ct);

    /// <summary>Contact points of the managers but the one who asks, in a fixed order so that writers never wait for each other's lanes crosswise.</summary>
    public static async Task<IReadOnlyList<ContactPoint>> OtherManagersAsync(ShopDb db, Actor actor, CancellationToken ct)
    {
        var speaker = actor.Contact.ToString();
        var contacts = await db.Staff.Where(s => s.RevokedAt == null && s.Role == StaffRole.Manager && s.Contact != speaker).Select(s => s.Contact).Distinct().OrderBy(c => c).ToListAsync(ct);
        return [.. contacts.Select(ContactPoint.Parse)];
    }
}
