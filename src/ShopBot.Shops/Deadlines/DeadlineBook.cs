using Microsoft.EntityFrameworkCore;

namespace ShopBot.Shops.Deadlines;

/// <summary>Sets and clears deadlines inside the transaction of what they belong to.</summary>
public static class DeadlineBook
{
    /// <summary>One deadline for a kind and subject: it is made, or moved to the new moment.</summary>
    /// <param name="dueAt">UTC; in the past = as soon as possible.</param>
    public static async Task SetAsync(ShopDb db, string kind, string subject, DateTimeOffset dueAt, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(kind.Length, Deadline.LongestKind, nameof(kind));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(subject.Length, Deadline.LongestSubject, nameof(subject));
        if (await FindAsync(db, kind, subject, ct) is { } known)
            known.DueAt = dueAt;
        else
            db.Add(new Deadline { Kind = kind, Subject = subject, DueAt = dueAt });
    }

    /// <summary>It happens no more; without one nothing is done.</summary>
    public static async Task ClearAsync(ShopDb db, string kind, string subject, CancellationToken ct)
    {
        if (await FindAsync(db, kind, subject, ct) is { } known)
            db.Remove(known);
    }

    internal static async Task<Deadline?> FindAsync(ShopDb db, string kind, string subject, CancellationToken ct) =>
        // What this transaction has added is not in the table yet, what it has removed still is.
        db.ChangeTracker.Entries<Deadline>().FirstOrDefault(e => e.Entity.Kind == kind && e.Entity.Subject == subject) is { } tracked
            ? await RevivedAsync(db, tracked, ct)
            : await db.Deadlines.SingleOrDefaultAsync(d => d.Kind == kind && d.Subject == subject, ct);

    // Removed and set again in one transaction: the row of the key can be there only once, so the old one goes first.
    private static async Task<Deadline?> RevivedAsync(ShopDb db, Microsoft.EntityFrameworkCore.ChangeTracking.EntityEntry<Deadline> tracked, CancellationToken ct)
    {
        if (tracked.State is not EntityState.Deleted)
            return tracked.Entity;
        await db.SaveChangesAsync(ct);
        return null;
    }
}
