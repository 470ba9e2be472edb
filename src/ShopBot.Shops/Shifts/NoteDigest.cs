using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using ShopBot.Messaging.Contacts;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Staff;

namespace ShopBot.Shops.Shifts;

[JsonDerivedType(typeof(AsUsual), "as-usual")]
[JsonDerivedType(typeof(Together), "together")]
[JsonDerivedType(typeof(ToldAlready), "told-already")]
public abstract record NoteDigestResult
{
    private NoteDigestResult() { }

    /// <summary>One new order is told as every other.</summary>
    public sealed record AsUsual : NoteDigestResult;

    /// <param name="Numbers">The new orders that nobody has accepted; 2 or more.</param>
    public sealed record Together(IReadOnlyList<int> Numbers) : NoteDigestResult;

    /// <summary>The order was in an earlier message of that kind.</summary>
    public sealed record ToldAlready : NoteDigestResult;
}

/// <summary>Few messages are left that somebody on shift can be sent: what is new goes out together, and the messages behind it have nothing to say.</summary>
public sealed class NoteDigest(IShopTransactions transactions)
{
    /// <param name="key">Of the message that is about to go: written again, it says the same.</param>
    public Task<NoteDigestResult> RunAsync(string shop, OperationKey key, ContactPoint to, Guid orderId, CancellationToken ct) =>
        transactions.RunOnceAsync<NoteDigestResult>(shop, key, async change =>
        {
            if (await WorkingStaff.FindAsync(change.Db, to, ct) is not { } staff
                || await change.Db.Shifts.FirstOrDefaultAsync(s => s.StaffId == staff.Id && s.EndedAt == null && s.EndsAt > change.Now, ct) is not { } shift)
                return new NoteDigestResult.AsUsual();
            var told = shift.DigestedAt ?? DateTimeOffset.UnixEpoch;
            if (await change.Db.Orders.AnyAsync(o => o.Id == orderId && o.PlacedAt <= told, ct))
                return new NoteDigestResult.ToldAlready();
            var fresh = await change.Db.Orders.Where(o => o.State == OrderState.Placed && o.PlacedAt > told).OrderBy(o => o.Number).Select(o => o.Number).ToListAsync(ct);
            if (fresh.Count < 2)
                return new NoteDigestResult.AsUsual();
            shift.DigestedAt = change.Now;
            return new NoteDigestResult.Together(fresh);
        }, ct);
}
