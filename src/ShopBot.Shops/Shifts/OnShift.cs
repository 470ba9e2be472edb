using Microsoft.EntityFrameworkCore;
using ShopBot.Messaging.Contacts;
using ShopBot.Shops.Staff;

namespace ShopBot.Shops.Shifts;

/// <summary>What there is to be done, which says whom it concerns.</summary>
internal enum Work
{
    /// <summary>Fetch from customers or bring to them.</summary>
    Rounds,

    /// <summary>Talk to a customer.</summary>
    Customers,
}

/// <summary>Who is told of work: those on shift whom it concerns. Nobody on shift at all: everybody who works here, so that nothing is lost.</summary>
internal static class OnShift
{
    /// <summary>Who is on shift now, by staff id.</summary>
    public static Task<List<Guid>> IdsAsync(ShopDb db, DateTimeOffset now, CancellationToken ct) =>
        db.Shifts.Where(s => s.EndedAt == null && s.EndsAt > now).Select(s => s.StaffId).Distinct().ToListAsync(ct);

    /// <summary>Contact points of whom to tell, but never the one who asks; in a fixed order, so that writers never wait for each other's lanes crosswise.</summary>
    /// <param name="actor">Null = nobody asks, it happens by itself.</param>
    public static async Task<IReadOnlyList<ContactPoint>> ForAsync(ShopDb db, Work work, Actor? actor, DateTimeOffset now, CancellationToken ct) =>
        [.. (await StaffForAsync(db, work, actor, now, ct)).Select(s => s.Contact).Distinct().Order(StringComparer.Ordinal).Select(ContactPoint.Parse)];

    /// <summary>The managers; where there is no other than who asks, everybody.</summary>
    public static async Task<IReadOnlyList<ContactPoint>> ManagersAsync(ShopDb db, Actor? actor, CancellationToken ct)
    {
        var others = await OthersAsync(db, actor, ct);
        return [.. ManagersOf(others).Select(s => s.Contact).Distinct().Order(StringComparer.Ordinal).Select(ContactPoint.Parse)];
    }

    private static async Task<List<StaffMember>> StaffForAsync(ShopDb db, Work work, Actor? actor, DateTimeOffset now, CancellationToken ct)
    {
        var (others, working) = (await OthersAsync(db, actor, ct), await IdsAsync(db, now, ct));
        if (!others.Exists(s => working.Contains(s.Id)))
            return others;
        var concerned = others.FindAll(s => working.Contains(s.Id) && Concerns(work, s.Role));
        // Only a laundry worker is there: somebody has to decide who comes.
        return concerned.Count > 0 ? concerned : ManagersOf(others);
    }

    private static Task<List<StaffMember>> OthersAsync(ShopDb db, Actor? actor, CancellationToken ct)
    {
        var speaker = actor?.Contact.ToString() ?? "";
        return db.Staff.AsNoTracking().Where(s => s.RevokedAt == null && s.Contact != speaker).ToListAsync(ct);
    }

    private static List<StaffMember> ManagersOf(List<StaffMember> staff) =>
        staff.FindAll(s => s.Role == StaffRole.Manager) is { Count: > 0 } managers ? managers : staff;

    private static bool Concerns(Work work, StaffRole role) => role switch
    {
        StaffRole.Courier => work == Work.Rounds,
        StaffRole.Laundry => false,
        _ => true,
    };
}
