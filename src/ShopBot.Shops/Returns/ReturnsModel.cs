using Microsoft.EntityFrameworkCore;
using ShopBot.Shops.Ordering;

namespace ShopBot.Shops.Returns;

internal static class ReturnsModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<OrderReturn>(order =>
        {
            order.ToTable("order_return");
            order.HasKey(r => r.OrderId);
            order.HasIndex(r => new { r.ShopId, r.Day });
            order.HasOne<Order>().WithOne().HasForeignKey<OrderReturn>(r => r.OrderId);
            order.HasMany(r => r.Handovers).WithOne().HasForeignKey(h => h.OrderId);
        });
        model.Entity<ReturnHandover>().ToTable("return_handover");
    }
}
