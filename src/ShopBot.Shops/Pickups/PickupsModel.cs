using Microsoft.EntityFrameworkCore;
using ShopBot.Shops.Ordering;

namespace ShopBot.Shops.Pickups;

internal static class PickupsModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<PickupSlot>(slot =>
        {
            slot.ToTable("pickup_slot", table => table.HasCheckConstraint("CK_pickup_slot_booked", "\"Booked\" >= 0"));
            slot.Property(s => s.Stops).HasDefaultValue(0);
            slot.HasKey(s => new { s.ShopId, s.Area, s.Day, s.Start });
        });
        model.Entity<PickupHold>(hold =>
        {
            hold.ToTable("pickup_hold");
            hold.HasKey(h => new { h.ShopId, h.CustomerId });
            hold.HasIndex(h => new { h.ShopId, h.Area, h.Day, h.Start });
        });
        model.Entity<PickupWait>(wait =>
        {
            wait.ToTable("pickup_wait");
            wait.HasIndex(w => w.OrderId).IsUnique();
            wait.HasIndex(w => new { w.ShopId, w.Area, w.State, w.AskedAt });
            wait.HasOne<Order>().WithMany().HasForeignKey(w => w.OrderId);
        });
        model.Entity<PickupMove>(move =>
        {
            move.ToTable("pickup_move");
            move.HasIndex(m => m.OrderId);
            move.HasOne<Order>().WithMany().HasForeignKey(m => m.OrderId);
        });
    }
}
