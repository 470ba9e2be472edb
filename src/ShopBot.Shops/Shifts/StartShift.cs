using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using ShopBot.Shops.Deadlines;
using ShopBot.Shops.Settings;
using ShopBot.Shops.Staff;

namespace ShopBot.Shops.Shifts;

[JsonDerivedType(typeof(Begun), "begun")]
[JsonDerivedType(typeof(AlreadyOn), "already-on")]
[JsonDerivedType(typeof(NotStaff), "not-staff")]
public abstract record StartShiftResult
{
    private StartShiftResult() { }

    /// <param name="EndsAt">When it ends by itself.</param>
    public sealed record Begun(DateTimeOffset EndsAt) : StartShiftResult;

    public sealed record AlreadyOn(DateTimeOffset BeganAt, DateTimeOffset EndsAt) : StartShiftResult;

    public sealed record NotStaff : StartShiftResult;
}

/// <summary>Somebody begins to work: from now on new work is theirs to hear of.</summary>
public sealed class StartShift(IShopTransactions transactions, ShopBook shops, IShiftRules rules)
{
    public Task<StartShiftResult> RunAsync(string shop, OperationKey key, Actor actor, CancellationToken ct) =>
        transactions.RunOnceAsync<StartShiftResult>(shop, key, async change =>
        {
            if (await WorkingStaff.FindAsync(change.Db, actor.Contact, ct) is not { } staff)
                return new StartShiftResult.NotStaff();
            var open = await change.Db.Shifts.Where(s => s.StaffId == staff.Id && s.EndedAt == null).ToListAsync(ct);
            if (open.Find(s => s.EndsAt > change.Now) is { } running)
                return new StartShiftResult.AlreadyOn(running.BeganAt, running.EndsAt);
            // Over, but the program was not there to say so.
            foreach (var over in open)
            {
                over.EndedAt = over.EndsAt;
                await DeadlineBook.ClearAsync(change.Db, ShiftEnd.KindOf, $"{over.Id:N}", ct);
            }
            var endsAt = ShiftHours.AfterClosing(shops[shop], change.Now, rules.For(shop).AfterClosing);
            var shift = new Shift { StaffId = staff.Id, BeganAt = change.Now, EndsAt = endsAt };
            change.Db.Add(shift);
            await DeadlineBook.SetAsync(change.Db, ShiftEnd.KindOf, $"{shift.Id:N}", endsAt, ct);
            return new StartShiftResult.Begun(endsAt);
        }, ct);
}
