using Microsoft.EntityFrameworkCore;
using ShopBot.Messaging.Contacts;

namespace ShopBot.Shops.Staff;

public sealed record StaffCard(Guid Id, string Name, StaffRole Role, ContactPoint Contact);

/// <summary>Looks staff up; changes nothing.</summary>
public sealed class StaffReader(IShopTransactions transactions)
{
    /// <summary>Null for anybody who does not work here (any more).</summary>
    public Task<StaffCard?> FindAsync(string shop, ContactPoint contact, CancellationToken ct) => transactions.ReadAsync(shop, async db =>
        await StaffLanes.FindAsync(db, contact, ct) is { } staff ? Card(staff) : null, ct);

    public Task<IReadOnlyList<StaffCard>> AllAsync(string shop, CancellationToken ct) => transactions.ReadAsync<IReadOnlyList<StaffCard>>(shop, async db =>
        [.. (await db.Staff.AsNoTracking().Where(s => s.RevokedAt == null).OrderBy(s => s.BoundAt).ToListAsync(ct)).Select(Card)], ct);

    private static StaffCard Card(StaffMember staff) => new(staff.Id, staff.Name, staff.Role, ContactPoint.Parse(staff.Contact));
}

/// <summary>Staff inside an operation's transaction.</summary>
internal static class StaffLanes
{
    public static Task<StaffMember?> FindAsync(ShopDb db, ContactPoint contact, CancellationToken ct)
    {
        var address = contact.ToString();
        return db.Staff.FirstOrDefaultAsync(s => s.Contact == address && s.RevokedAt == null, ct);
    }

    /// <summary>Contact points of all who work here except the one who asks, in a fixed order so that writers never wait for each other crosswise.</summary>
    public static async Task<IReadOnlyList<ContactPoint>> OfShopAsync(ShopDb db, Actor actor, CancellationToken ct)
    {
        var speaker = actor.Contact.ToString();
        var contacts = await db.Staff.Where(s => s.RevokedAt == null && s.Contact != speaker).Select(s => s.Contact).Distinct().OrderBy(c => c).ToListAsync(ct);
        return [.. contacts.Select(ContactPoint.Parse)];
    }
}
