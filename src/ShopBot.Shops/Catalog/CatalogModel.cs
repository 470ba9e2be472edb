using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ShopBot.Shops.Ordering;

namespace ShopBot.Shops.Catalog;

internal static class CatalogModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<Product>(product =>
        {
            product.ToTable("product");
            product.ComplexProperty(p => p.Name);
            product.ComplexProperty(p => p.Description);
            product.ComplexProperty(p => p.Unit);
            Lines(product.Property(p => p.Aliases));
            product.Property(p => p.Handovers).HasConversion(
                ways => string.Join('\n', ways),
                text => text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Handover>).ToList(),
                new ValueComparer<List<Handover>>((a, b) => a!.SequenceEqual(b!), ways => ways.Count, ways => ways.ToList()));
            product.HasIndex(p => new { p.ShopId, p.Code }).IsUnique();
            product.HasMany(p => p.Variants).WithOne().HasForeignKey(v => v.ProductId);
        });
        model.Entity<Variant>(variant =>
        {
            variant.ToTable("variant", table => table.HasCheckConstraint("CK_variant_stock", "\"Stock\" >= 0"));
            variant.ComplexProperty(v => v.Name);
            Lines(variant.Property(v => v.Aliases));
            variant.HasIndex(v => new { v.ProductId, v.Code }).IsUnique();
        });
    }

    /// <summary>A short list of words: one per line in one column.</summary>
    private static void Lines(PropertyBuilder<List<string>> property) => property.HasConversion(
        words => string.Join('\n', words),
        text => text.Split('\n', StringSplitOptions.RemoveEmptyEntries).ToList(),
        new ValueComparer<List<string>>((a, b) => a!.SequenceEqual(b!), words => words.Count, words => words.ToList()));
}
