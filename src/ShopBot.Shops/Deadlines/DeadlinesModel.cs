using Microsoft.EntityFrameworkCore;

namespace ShopBot.Shops.Deadlines;

internal static class DeadlinesModel
{
    public static void Configure(ModelBuilder model) => model.Entity<Deadline>(deadline =>
    {
        deadline.ToTable("deadline");
        deadline.HasKey(d => new { d.ShopId, d.Kind, d.Subject });
        deadline.HasIndex(d => new { d.ShopId, d.DueAt });
    });
}
