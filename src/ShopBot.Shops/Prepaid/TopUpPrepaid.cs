using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Outbox;
using ShopBot.Shops.Settings;
using ShopBot.Shops.Staff;

namespace ShopBot.Shops.Prepaid;

/// <summary>To the customer: staff changed their card's balance.</summary>
public sealed record PrepaidChanged(string Shop, Guid EntryId) : IShopFact
{
    public static string Kind => "prepaid-changed.v1";
}

[JsonDerivedType(typeof(Written), "written")]
[JsonDerivedType(typeof(TooMuch), "too-much")]
[JsonDerivedType(typeof(NotCovered), "not-covered")]
[JsonDerivedType(typeof(NotStaff), "not-staff")]
[JsonDerivedType(typeof(NotAllowed), "not-allowed")]
[JsonDerivedType(typeof(NoSuchCustomer), "no-such-customer")]
public abstract record TopUpPrepaidResult
{
    private TopUpPrepaidResult() { }

    public sealed record Written(long AmountInMinor, long BalanceInMinor, string Currency) : TopUpPrepaidResult;

    /// <summary>The balance would be more than the shop lets a card hold.</summary>
    public sealed record TooMuch(long BalanceInMinor, string Currency) : TopUpPrepaidResult;

    /// <summary>So much is not on the card.</summary>
    public sealed record NotCovered(long BalanceInMinor, string Currency) : TopUpPrepaidResult;

    public sealed record NotStaff : TopUpPrepaidResult;

    /// <summary>Only managers and clerks handle money.</summary>
    public sealed record NotAllowed : TopUpPrepaidResult;

    public sealed record NoSuchCustomer : TopUpPrepaidResult;
}

/// <summary>Staff put money on a customer's card, or correct its balance with a reason; the customer is told.</summary>
public sealed class TopUpPrepaid(IShopTransactions transactions, ShopBook shops)
{
    public const int LongestReason = 60;

    /// <param name="amountInMinor">Above 0.</param>
    /// <param name="mostInMinor">The most that may be on a card.</param>
    public Task<TopUpPrepaidResult> RunAsync(string shop, OperationKey key, Actor actor, Guid customerId, long amountInMinor, long mostInMinor, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(amountInMinor);
        return WriteAsync(shop, key, actor, customerId, PrepaidKind.TopUp, amountInMinor, "", mostInMinor, ct);
    }

    /// <param name="amountInMinor">Not 0.</param>
    /// <param name="reason">1 to 60 characters.</param>
    /// <exception cref="ArgumentException">No reason, or one that is too long: the dialog asks before.</exception>
    public Task<TopUpPrepaidResult> CorrectAsync(
        string shop, OperationKey key, Actor actor, Guid customerId, long amountInMinor, string reason, long mostInMinor, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfZero(amountInMinor);
        return TypedText.OrNull(reason) is { Length: <= LongestReason } clean
            ? WriteAsync(shop, key, actor, customerId, PrepaidKind.Correction, amountInMinor, clean, mostInMinor, ct)
            : throw new ArgumentException($"A correction has a reason of 1 to {LongestReason} characters.", nameof(reason));
    }

    private Task<TopUpPrepaidResult> WriteAsync(
        string shop, OperationKey key, Actor actor, Guid customerId, PrepaidKind kind, long amount, string reason, long most, CancellationToken ct) =>
        transactions.RunOnceAsync<TopUpPrepaidResult>(shop, key, async change =>
        {
            var (db, currency) = (change.Db, shops[shop].Currency);
            if (await WorkingStaff.FindAsync(db, actor.Contact, ct) is not { } staff)
                return new TopUpPrepaidResult.NotStaff();
            if (!WorkingStaff.HandlesMoney(staff))
                return new TopUpPrepaidResult.NotAllowed();
            if (!await db.Customers.AnyAsync(c => c.Id == customerId, ct))
                return new TopUpPrepaidResult.NoSuchCustomer();
            var balance = await PrepaidLedger.BalanceAsync(db, customerId, ct);
            if (amount > 0 && balance > most - amount)
                return new TopUpPrepaidResult.TooMuch(balance, currency);
            if (!await PrepaidLedger.AddAsync(change, customerId, amount, new PrepaidOccasion(kind, $"staff:{key.Digest}", By: staff.Name, Reason: reason), ct))
                return new TopUpPrepaidResult.NotCovered(balance, currency);
            await TellAsync(shop, change, actor, customerId, ct);
            return new TopUpPrepaidResult.Written(amount, balance + amount, currency);
        }, ct);

    private static async Task TellAsync(string shop, ShopChange change, Actor actor, Guid customerId, CancellationToken ct)
    {
        var entry = await change.Db.PrepaidEntries.Where(e => e.CustomerId == customerId).OrderByDescending(e => e.Sequence).FirstAsync(ct);
        var speaker = actor.Contact.ToString();
        foreach (var contact in await change.Db.Contacts.Where(c => c.CustomerId == customerId && c.LeftAt == null && c.Contact != speaker).OrderBy(c => c.Contact).ToListAsync(ct))
            change.Outbox.Add(new PrepaidChanged(shop, entry.Id), ContactPoint.Parse(contact.Contact), MessageClass.Money, $"prepaid:{entry.Id:N}:{contact.Contact}");
    }
}
