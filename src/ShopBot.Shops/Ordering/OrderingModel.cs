using Microsoft.EntityFrameworkCore;
using ShopBot.Shops.Customers;

namespace ShopBot.Shops.Ordering;

internal static class OrderingModel
{
    public static void Configure(ModelBuilder model)
    {
        // "order" is a word of SQL.
        model.Entity<Order>(order =>
        {
            order.ToTable("shop_order");
            order.HasIndex(o => new { o.ShopId, o.Number }).IsUnique();
            order.HasIndex(o => o.Token).IsUnique();
            order.HasIndex(o => new { o.ShopId, o.CustomerId, o.PlacedAt });
            order.HasIndex(o => new { o.ShopId, o.State, o.PlacedAt });
            order.HasIndex(o => new { o.ShopId, o.PickupDay });
            // Orders older than the windows have none.
            order.Property(o => o.PickupRoom).HasDefaultValue(0);
            order.Property(o => o.PaidInMinor).HasDefaultValue(0L);
            order.Property(o => o.PickupMoves).HasDefaultValue(0);
            order.HasOne<Customer>().WithMany().HasForeignKey(o => o.CustomerId);
            order.HasMany(o => o.Lines).WithOne().HasForeignKey(l => l.OrderId);
            order.HasMany(o => o.Charges).WithOne().HasForeignKey(c => c.OrderId);
            order.HasMany(o => o.Steps).WithOne().HasForeignKey(s => s.OrderId);
            order.HasMany(o => o.Photos).WithOne().HasForeignKey(p => p.OrderId);
        });
        model.Entity<OrderLine>(line =>
        {
            line.ToTable("order_line");
            line.ComplexProperty(l => l.Product);
            line.ComplexProperty(l => l.Variant);
            line.ComplexProperty(l => l.Unit);
        });
        model.Entity<OrderCharge>(charge =>
        {
            charge.ToTable("order_charge");
            charge.ComplexProperty(c => c.Label);
            // What was taken back is not taken back again.
            charge.HasIndex(c => c.Undoes).IsUnique();
        });
        model.Entity<OrderStep>().ToTable("order_step");
        model.Entity<OrderPhoto>().ToTable("order_photo");
        model.Entity<OrderCounter>(counter =>
        {
            counter.ToTable("order_counter");
            counter.HasKey(c => c.ShopId);
        });
    }
}
