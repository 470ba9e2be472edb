using Microsoft.EntityFrameworkCore;
using ShopBot.Shops.Ordering;

namespace ShopBot.Shops.Pieces;

internal static class PiecesModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<OrderPiece>(piece =>
        {
            piece.ToTable("order_piece");
            piece.ComplexProperty(p => p.Name);
        });
        model.Entity<Order>().HasMany(o => o.Pieces).WithOne().HasForeignKey(p => p.OrderId);
    }
}
