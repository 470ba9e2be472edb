using Microsoft.EntityFrameworkCore;
using ShopBot.Shops.Codes;

namespace ShopBot.Shops.Customers;

/// <summary>What brought a customer is the first code they scanned before their first order. Later scans change nothing; the first order takes it over.</summary>
internal static class FirstTouch
{
    /// <summary>As long as the platform lets a scene be.</summary>
    private const int Longest = 64;

    /// <returns>Null where there is no scene, or none a platform would give.</returns>
    public static string? Clean(string? scene) => TypedText.OrNull(scene) is { Length: <= Longest } clean ? clean : null;

    /// <summary>Notes a scan, unless an earlier one or an order came before it.</summary>
    public static async Task NoteAsync(ShopDb db, CustomerContact contact, string? scene, CancellationToken ct)
    {
        if (contact.Source is null && Clean(scene) is { } source && !await db.Orders.AnyAsync(o => o.CustomerId == contact.CustomerId, ct))
            await SetAsync(db, contact, source, ct);
    }

    /// <summary>What brought somebody is known now; the code by that scene counts them.</summary>
    public static Task SetAsync(ShopDb db, CustomerContact contact, string source, CancellationToken ct)
    {
        contact.Source = source;
        return CodesModel.CountAsync(db, contact.Contact, source, ct);
    }

    /// <summary>What brought whoever places their first order now; null where it is not the first.</summary>
    public static async Task<string?> OfFirstOrderAsync(ShopDb db, Guid customerId, CancellationToken ct) =>
        await db.Orders.AnyAsync(o => o.CustomerId == customerId, ct)
            ? null
            : await db.Contacts.Where(c => c.CustomerId == customerId && c.Source != null).OrderBy(c => c.MetAt).Select(c => c.Source).FirstOrDefaultAsync(ct);
}

/// <summary>Notes that somebody the shop knows scanned a code.</summary>
public sealed class NoteScan(IShopTransactions transactions)
{
    /// <param name="scene">As the platform gave it.</param>
    /// <returns>False for somebody who was never met.</returns>
    public Task<bool> RunAsync(string shop, OperationKey key, Messaging.Contacts.ContactPoint contact, string scene, CancellationToken ct) =>
        transactions.RunOnceAsync(shop, key, async change =>
        {
            var address = contact.ToString();
            if (await change.Db.Contacts.SingleOrDefaultAsync(c => c.Contact == address, ct) is not { } known)
                return false;
            await FirstTouch.NoteAsync(change.Db, known, scene, ct);
            return true;
        }, ct);
}
