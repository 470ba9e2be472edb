using Microsoft.EntityFrameworkCore;
using ShopBot.Shops.Ordering;

namespace ShopBot.Shops.Inspections;

internal static class InspectionsModel
{
    public static void Configure(ModelBuilder model) => model.Entity<Finding>(finding =>
    {
        finding.ToTable("finding");
        finding.ComplexProperty(f => f.Name);
        finding.ComplexProperty(f => f.Explanation);
        finding.ComplexProperty(f => f.Treatment);
        finding.Ignore(f => f.MediaIds);
        finding.Ignore(f => f.Offers);
        // Of two who ask at the same moment only one gets the letter.
        finding.HasIndex(f => new { f.ShopId, f.OrderId, f.Letter }).IsUnique();
        finding.HasOne<Order>().WithMany().HasForeignKey(f => f.OrderId);
    });
}
