using Microsoft.EntityFrameworkCore;
using ShopBot.Shops.Staff;

namespace ShopBot.Shops.Shifts;

internal static class ShiftsModel
{
    public static void Configure(ModelBuilder model) => model.Entity<Shift>(shift =>
    {
        shift.ToTable("shift");
        shift.HasIndex(s => new { s.ShopId, s.EndedAt });
        shift.HasOne<StaffMember>().WithMany().HasForeignKey(s => s.StaffId);
    });
}
