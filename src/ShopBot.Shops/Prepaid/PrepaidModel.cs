using Microsoft.EntityFrameworkCore;

namespace ShopBot.Shops.Prepaid;

internal static class PrepaidModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<PrepaidEntry>(entry =>
        {
            entry.ToTable("prepaid_entry", table =>
            {
                table.HasCheckConstraint("CK_prepaid_entry_amount", "\"AmountInMinor\" <> 0");
                table.HasCheckConstraint("CK_prepaid_entry_balance", "\"BalanceInMinor\" >= 0");
            });
            entry.HasIndex(e => new { e.ShopId, e.CustomerId, e.Sequence }).IsUnique();
            entry.HasIndex(e => new { e.ShopId, e.Occasion }).IsUnique();
            entry.HasIndex(e => new { e.ShopId, e.OrderNumber });
        });
        model.Entity<PrepaidClaim>(claim =>
        {
            claim.ToTable("prepaid_claim");
            claim.HasKey(c => new { c.ShopId, c.CustomerId });
            claim.HasIndex(c => new { c.ShopId, c.Phone });
        });
    }
}
