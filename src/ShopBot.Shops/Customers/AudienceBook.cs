using Microsoft.EntityFrameworkCore;
using ShopBot.Messaging.Contacts;

namespace ShopBot.Shops.Customers;

/// <summary>Somebody whom the platform has in another audience than they belong to.</summary>
/// <param name="Applied">Where the platform has them, as far as we know; null = in none.</param>
/// <param name="Wanted">Where they belong; null = in none.</param>
public sealed record AudienceMove(ContactPoint Contact, string? Applied, string? Wanted);

/// <summary>Who belongs to which of the <see cref="Audiences"/>, and where the platform has them.</summary>
/// <remarks>Where people belong is never stored: it follows from their language and from who works here, and cannot get out of step with either.</remarks>
public sealed class AudienceBook(IShopTransactions transactions)
{
    /// <summary>Followers of an account who are in another audience than they belong to.</summary>
    /// <param name="language">The shop's own.</param>
    /// <param name="staffHaveMenu">False where staff see the customers' menu, so that they are told apart by language alone.</param>
    /// <param name="most">How many at once.</param>
    public Task<IReadOnlyList<AudienceMove>> OutOfStepAsync(
        string shop, string account, string language, bool staffHaveMenu, int most, CancellationToken ct) => transactions.ReadAsync<IReadOnlyList<AudienceMove>>(shop, async db =>
    {
        var beginning = new ContactPoint(account, "").ToString();
        var people = await db.Contacts.AsNoTracking().Where(c => c.LeftAt == null && c.Contact.StartsWith(beginning))
            .Join(db.Customers, c => c.CustomerId, c => c.Id, (contact, customer) => new
            {
                contact.Contact,
                contact.Audience,
                IsStaff = staffHaveMenu && db.Staff.Any(s => s.Contact == contact.Contact && s.RevokedAt == null),
                SpeaksOurs = customer.Language == language,
            })
            .Where(p => p.Audience != (p.IsStaff
                ? p.SpeaksOurs ? Audiences.Staff : Audiences.StaffInOtherLanguage
                : p.SpeaksOurs ? null : Audiences.OtherLanguage))
            .OrderBy(p => p.Contact).Take(most).ToListAsync(ct);
        return [.. people.Select(p => new AudienceMove(ContactPoint.Parse(p.Contact), p.Audience, Audiences.Of(p.IsStaff, p.SpeaksOurs)))];
    }, ct);

    /// <summary>The platform has them there now. Somebody who left meanwhile is passed over.</summary>
    public Task<int> NoteAsync(string shop, IReadOnlyList<ContactPoint> people, string? audience, CancellationToken ct)
    {
        string[] contacts = [.. people.Select(p => p.ToString())];
        return transactions.RunOnceAsync(shop, new OperationKey($"audience/{Guid.NewGuid():N}"), change => change.Db.Contacts
            .Where(c => contacts.Contains(c.Contact) && c.LeftAt == null).ExecuteUpdateAsync(set => set.SetProperty(c => c.Audience, audience), ct), ct);
    }
}
