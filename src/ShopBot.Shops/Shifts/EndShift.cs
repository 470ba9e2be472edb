using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using ShopBot.Shops.Deadlines;
using ShopBot.Shops.Staff;

namespace ShopBot.Shops.Shifts;

[JsonDerivedType(typeof(Ended), "ended")]
[JsonDerivedType(typeof(NotOn), "not-on")]
[JsonDerivedType(typeof(NotStaff), "not-staff")]
public abstract record EndShiftResult
{
    private EndShiftResult() { }

    /// <param name="Others">Colleagues still on shift; with none, new work is told to everybody.</param>
    public sealed record Ended(DateTimeOffset BeganAt, int Others) : EndShiftResult;

    public sealed record NotOn : EndShiftResult;

    public sealed record NotStaff : EndShiftResult;
}

/// <summary>Somebody stops working. What they took stays theirs until they give it back.</summary>
public sealed class EndShift(IShopTransactions transactions)
{
    public Task<EndShiftResult> RunAsync(string shop, OperationKey key, Actor actor, CancellationToken ct) =>
        transactions.RunOnceAsync<EndShiftResult>(shop, key, async change =>
        {
            if (await WorkingStaff.FindAsync(change.Db, actor.Contact, ct) is not { } staff)
                return new EndShiftResult.NotStaff();
            var shift = await change.Db.Shifts.Where(s => s.StaffId == staff.Id && s.EndedAt == null && s.EndsAt > change.Now).FirstOrDefaultAsync(ct);
            if (shift is null)
                return new EndShiftResult.NotOn();
            shift.EndedAt = change.Now;
            await DeadlineBook.ClearAsync(change.Db, ShiftEnd.KindOf, $"{shift.Id:N}", ct);
            var others = await OnShift.IdsAsync(change.Db, change.Now, ct);
            return new EndShiftResult.Ended(shift.BeganAt, others.Count(id => id != staff.Id));
        }, ct);
}
