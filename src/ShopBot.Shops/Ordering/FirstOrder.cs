using Microsoft.EntityFrameworkCore;

namespace ShopBot.Shops.Ordering;

internal static class FirstOrder
{
    /// <summary>Whether an order placed now would be the first: of the customer, and of whoever else gave that phone.</summary>
    public static async Task<bool> IsNextAsync(ShopDb db, Guid customerId, string phone, CancellationToken ct) =>
        !await db.Orders.AnyAsync(o => (o.CustomerId == customerId || o.Phone == phone) && o.State != OrderState.Cancelled, ct);
}
