using Microsoft.EntityFrameworkCore;

namespace ShopBot.Shops.Staff;

internal static class StaffModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<StaffMember>(staff =>
        {
            staff.ToTable("staff_member");
            staff.HasIndex(s => new { s.ShopId, s.Contact });
        });
        model.Entity<StaffCode>(code =>
        {
            code.ToTable("staff_code");
            code.HasIndex(c => new { c.ShopId, c.IssuedFor }).IsUnique();
        });
        model.Entity<StaffCodeTries>(tries =>
        {
            tries.ToTable("staff_code_tries");
            tries.HasKey(t => new { t.ShopId, t.Contact });
        });
    }
}
