using Microsoft.EntityFrameworkCore;
using ShopBot.Shops.Ordering;

namespace ShopBot.Shops.Undoing;

internal static class UndoingModel
{
    public static void Configure(ModelBuilder model) => model.Entity<RecentMove>(move =>
    {
        move.ToTable("recent_move");
        move.HasIndex(m => new { m.ShopId, m.StaffId, m.At });
        move.HasOne<Order>().WithMany().HasForeignKey(m => m.OrderId);
    });
}
