using Microsoft.EntityFrameworkCore;

namespace ShopBot.Shops.Codes;

/// <param name="Came">People it brought.</param>
/// <param name="Ordered">How many of them ordered; each counts once.</param>
public sealed record CodeCard(string Scene, string Label, string Address, DateTimeOffset MadeAt, int Came, int Ordered);

/// <summary>Looks an account's codes up; changes nothing.</summary>
public sealed class CodeReader(IShopTransactions transactions)
{
    /// <summary>The codes of an account, oldest first.</summary>
    public Task<IReadOnlyList<CodeCard>> AllAsync(string shop, string account, CancellationToken ct) => transactions.ReadAsync<IReadOnlyList<CodeCard>>(shop, async db =>
        await db.Codes.AsNoTracking().Where(c => c.Account == account).OrderBy(c => c.MadeAt).ThenBy(c => c.Scene)
            // Only somebody's first order carries what brought them.
            .Select(c => new CodeCard(c.Scene, c.Label, c.Address, c.MadeAt, c.Came, db.Orders.Count(o => o.Source == c.Scene))).ToListAsync(ct), ct);
}
