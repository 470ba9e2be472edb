using Microsoft.EntityFrameworkCore;
using ShopBot.Shops.Ordering;

namespace ShopBot.Shops.Custody;

internal static class CustodyModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<CustodyEntry>(entry =>
        {
            entry.ToTable("custody_entry");
            entry.HasIndex(e => new { e.OrderId, e.Sequence }).IsUnique();
            entry.HasIndex(e => new { e.ShopId, e.Seal });
            entry.ComplexProperty(e => e.Who);
            entry.ComplexProperty(e => e.Place);
            entry.ComplexProperty(e => e.Note);
            // What happened to a bag is kept as long as its order.
            entry.HasOne<Order>().WithMany().HasForeignKey(e => e.OrderId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<CustodyPhoto>(photo =>
        {
            photo.ToTable("custody_photo");
            photo.HasOne<Order>().WithMany().HasForeignKey(p => p.OrderId).OnDelete(DeleteBehavior.Restrict);
            photo.HasOne<CustodyEntry>().WithMany().HasForeignKey(p => p.EntryId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<SealCounter>(counter =>
        {
            counter.ToTable("seal_counter");
            counter.HasKey(c => c.ShopId);
        });
    }
}
