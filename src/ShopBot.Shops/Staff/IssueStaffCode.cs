using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;

namespace ShopBot.Shops.Staff;

[JsonDerivedType(typeof(Issued), "issued")]
[JsonDerivedType(typeof(NotManager), "not-manager")]
public abstract record IssueStaffCodeResult
{
    private IssueStaffCodeResult() { }

    /// <param name="Code">Six digits; shown once, never stored.</param>
    public sealed record Issued([property: JsonIgnore] string Code, StaffRole Role, DateTimeOffset ExpiresAt) : IssueStaffCodeResult;

    public sealed record NotManager : IssueStaffCodeResult;
}

/// <summary>Makes a code that binds one person as staff within ten minutes.</summary>
public sealed class IssueStaffCode(IShopTransactions transactions)
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    /// <param name="issuer">A manager of the shop; null = whoever runs the program, for the first one.</param>
    /// <remarks>Asked again under the same key, the earlier code of that key dies and a fresh one is given: only its hash is known.</remarks>
    public async Task<IssueStaffCodeResult> RunAsync(string shop, OperationKey key, Actor? issuer, StaffRole role, CancellationToken ct)
    {
        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        // Slow on purpose, so not inside the transaction.
        var salt = RandomNumberGenerator.GetBytes(16);
        var hash = StaffCodeHash.Of(code, salt);
        var everyTime = new OperationKey($"staff-code/{Guid.NewGuid():N}");
        return await transactions.RunOnceAsync<IssueStaffCodeResult>(shop, everyTime, async change =>
        {
            if (issuer is not null && await WorkingStaff.FindAsync(change.Db, issuer.Contact, ct) is not { Role: StaffRole.Manager })
                return new IssueStaffCodeResult.NotManager();
            await change.Db.StaffCodes.Where(c => c.IssuedFor == key.Value).ExecuteDeleteAsync(ct);
            var expiresAt = change.Now + Life;
            change.Db.Add(new StaffCode { IssuedFor = key.Value, Salt = salt, Hash = hash, Role = role, ExpiresAt = expiresAt });
            return new IssueStaffCodeResult.Issued(code, role, expiresAt);
        }, ct);
    }
}
