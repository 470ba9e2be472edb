using Microsoft.EntityFrameworkCore;
using ShopBot.Messaging.Contacts;
using ShopBot.Shops.Staff;

namespace ShopBot.Shops.Shifts;

/// <param name="EndsAt">When it ends by itself.</param>
public sealed record ShiftCard(Guid Id, Guid StaffId, ContactPoint Contact, string Name, StaffRole Role, DateTimeOffset BeganAt, DateTimeOffset EndsAt, bool IsOver);

/// <summary>Looks shifts up; changes nothing.</summary>
public sealed class ShiftReader(IShopTransactions transactions, TimeProvider time)
{
    /// <summary>Those who work now, who began first at the front.</summary>
    public Task<IReadOnlyList<ShiftCard>> NowAsync(string shop, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return CardsAsync(shop, shifts => shifts.Where(s => s.EndedAt == null && s.EndsAt > now), ct);
    }

    public async Task<ShiftCard?> FindAsync(string shop, Guid shiftId, CancellationToken ct) =>
        (await CardsAsync(shop, shifts => shifts.Where(s => s.Id == shiftId), ct)).SingleOrDefault();

    private Task<IReadOnlyList<ShiftCard>> CardsAsync(string shop, Func<IQueryable<Shift>, IQueryable<Shift>> which, CancellationToken ct) =>
        transactions.ReadAsync<IReadOnlyList<ShiftCard>>(shop, async db =>
        {
            var rows = await which(db.Shifts.AsNoTracking()).OrderBy(s => s.BeganAt).ToListAsync(ct);
            var ids = rows.ConvertAll(s => s.StaffId);
            var staff = await db.Staff.AsNoTracking().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, ct);
            return [.. rows.Select(s => new ShiftCard(
                s.Id, s.StaffId, ContactPoint.Parse(staff[s.StaffId].Contact), staff[s.StaffId].Name, staff[s.StaffId].Role, s.BeganAt, s.EndsAt, s.EndedAt is not null))];
        }, ct);
}
