using Microsoft.EntityFrameworkCore;
using ShopBot.Shops.Ordering;

namespace ShopBot.Shops.Returns;

/// <summary>Erases whom a person named for their laundry, and what opened its locker, of orders that are over.</summary>
internal static class ForgetReturns
{
    /// <param name="contact">Still on the orders.</param>
    public static async Task RunAsync(ShopDb db, string contact, CancellationToken ct)
    {
        var over = db.Orders.Where(o => o.Contact == contact && (o.State == OrderState.Completed || o.State == OrderState.Cancelled)).Select(o => o.Id);
        await db.Returns.Where(r => over.Contains(r.OrderId)).ExecuteUpdateAsync(set => set.SetProperty(r => r.LeaveWith, (string?)null), ct);
        await db.Set<ReturnHandover>().Where(h => over.Contains(h.OrderId))
            .ExecuteUpdateAsync(set => set.SetProperty(h => h.Where, (string?)null).SetProperty(h => h.Code, (string?)null), ct);
    }
}
