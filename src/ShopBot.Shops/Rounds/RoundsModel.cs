using Microsoft.EntityFrameworkCore;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Staff;

namespace ShopBot.Shops.Rounds;

internal static class RoundsModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<Fetch>(fetch =>
        {
            fetch.ToTable("fetch");
            fetch.HasKey(f => new { f.ShopId, f.OrderId });
            fetch.HasIndex(f => new { f.ShopId, f.StaffId });
            fetch.HasOne<Order>().WithMany().HasForeignKey(f => f.OrderId);
            fetch.HasOne<StaffMember>().WithMany().HasForeignKey(f => f.StaffId);
        });
        model.Entity<FetchAttempt>(attempt =>
        {
            attempt.ToTable("fetch_attempt");
            attempt.HasIndex(a => new { a.ShopId, a.OrderId });
            attempt.HasOne<Order>().WithMany().HasForeignKey(a => a.OrderId);
        });
    }
}
