using Microsoft.EntityFrameworkCore;
using ShopBot.Messaging.Contacts;

namespace ShopBot.Shops.Staff;

public sealed record StaffCard(Guid Id, string Name, StaffRole Role, ContactPoint Contact, DateTimeOffset BoundAt);

/// <summary>Looks staff up; changes nothing.</summary>
public sealed class StaffReader(IShopTransactions transactions)
{
    /// <summary>Null for anybody who does not work here (any more).</summary>
    public Task<StaffCard?> FindAsync(string shop, ContactPoint contact, CancellationToken ct) => transactions.ReadAsync(shop, async db =>
        await WorkingStaff.FindAsync(db, contact, ct) is { } staff ? Card(staff) : null, ct);

    public Task<IReadOnlyList<StaffCard>> AllAsync(string shop, CancellationToken ct) => transactions.ReadAsync<IReadOnlyList<StaffCard>>(shop, async db =>
        [.. (await db.Staff.AsNoTracking().Where(s => s.RevokedAt == null).OrderBy(s => s.BoundAt).ToListAsync(ct)).Select(Card)], ct);

    private static StaffCard Card(StaffMember staff) => new(staff.Id, staff.Name, staff.Role, ContactPoint.Parse(staff.Contact), staff.BoundAt);
}
