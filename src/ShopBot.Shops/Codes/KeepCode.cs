using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using ShopBot.Messaging.Contacts;
using ShopBot.Shops.Staff;

namespace ShopBot.Shops.Codes;

[JsonDerivedType(typeof(Kept), "kept")]
[JsonDerivedType(typeof(NotManager), "not-manager")]
public abstract record KeepCodeResult
{
    private KeepCodeResult() { }

    public sealed record Kept : KeepCodeResult;

    public sealed record NotManager : KeepCodeResult;
}

/// <summary>Keeps a code the platform made for a manager. One that is kept already stays as it is.</summary>
public sealed class KeepCode(IShopTransactions transactions)
{
    /// <param name="scene">1 to 64 characters.</param>
    public Task<KeepCodeResult> RunAsync(
        string shop, OperationKey key, Actor manager, string scene, string label, string ticket, string address, CancellationToken ct) =>
        transactions.RunOnceAsync<KeepCodeResult>(shop, key, async change =>
        {
            var (db, account) = (change.Db, manager.Contact.Account);
            if (await WorkingStaff.FindAsync(db, manager.Contact, ct) is not { Role: StaffRole.Manager })
                return new KeepCodeResult.NotManager();
            if (await db.Codes.AnyAsync(c => c.Account == account && c.Scene == scene, ct))
                return new KeepCodeResult.Kept();
            // A code of that scene may have hung somewhere before it was made here.
            var beginning = new ContactPoint(account, "").ToString();
            var came = await db.Contacts.CountAsync(c => c.Source == scene && c.Contact.StartsWith(beginning), ct);
            db.Add(new SceneCode { Account = account, Scene = scene, Label = label, Ticket = ticket, Address = address, MadeAt = change.Now, Came = came });
            return new KeepCodeResult.Kept();
        }, ct);
}
