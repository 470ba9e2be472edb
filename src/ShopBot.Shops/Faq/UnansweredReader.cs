using Microsoft.EntityFrameworkCore;

namespace ShopBot.Shops.Faq;

/// <summary>A question without an answer, as the shopkeeper reads it.</summary>
public sealed record UnansweredCard(string Said, int Times, DateTimeOffset LastAt);

/// <summary>Looks up what nobody could be answered; changes nothing.</summary>
public sealed class UnansweredReader(IShopTransactions transactions)
{
    /// <returns>The last asked first.</returns>
    public Task<IReadOnlyList<UnansweredCard>> LastAsync(string shop, int atMost, CancellationToken ct) =>
        transactions.ReadAsync<IReadOnlyList<UnansweredCard>>(shop, async db => await db.Set<UnansweredQuestion>().AsNoTracking()
            .OrderByDescending(q => q.LastAt).ThenByDescending(q => q.Id).Take(atMost)
            .Select(q => new UnansweredCard(q.Said, q.Times, q.LastAt)).ToListAsync(ct), ct);
}
