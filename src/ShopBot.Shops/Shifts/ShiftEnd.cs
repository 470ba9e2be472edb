using Microsoft.EntityFrameworkCore;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Outbox;
using ShopBot.Shops.Deadlines;

namespace ShopBot.Shops.Shifts;

/// <summary>To who worked: their shift is over, some time after closing.</summary>
public sealed record ShiftOver(string Shop, Guid ShiftId) : IShopFact
{
    public static string Kind => "shift-over.v1";
}

/// <summary>Ends a shift that nobody ended, and says so.</summary>
internal sealed class ShiftEnd : IDeadline
{
    public const string KindOf = "shift-end";

    public string Kind => KindOf;

    public async Task DueAsync(string shop, ShopChange change, string subject, CancellationToken ct)
    {
        var id = Guid.ParseExact(subject, "N");
        if (await change.Db.Shifts.SingleOrDefaultAsync(s => s.Id == id && s.EndedAt == null, ct) is not { } shift)
            return;
        shift.EndedAt = shift.EndsAt;
        var staff = await change.Db.Staff.SingleOrDefaultAsync(s => s.Id == shift.StaffId && s.RevokedAt == null, ct);
        if (staff is not null)
            change.Outbox.Add(new ShiftOver(shop, shift.Id), ContactPoint.Parse(staff.Contact), MessageClass.StaffAlert, $"shift:{shift.Id:N}:over");
    }
}
