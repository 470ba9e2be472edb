using Microsoft.EntityFrameworkCore;

namespace ShopBot.Shops;

/// <summary>The shop's own tables, seen through the wall of one shop.</summary>
/// <param name="shop">Name of the shop; rows of others are neither read nor written.</param>
public sealed class ShopDb(DbContextOptions<ShopDb> options, string shop) : DbContext(options)
{
    public string Shop { get; } = shop;
}
