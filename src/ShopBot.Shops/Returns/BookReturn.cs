using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using ShopBot.Shops.Deadlines;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Pickups;
using ShopBot.Shops.Settings;

namespace ShopBot.Shops.Returns;

/// <summary>When a customer wants their clean laundry.</summary>
/// <param name="To">As the shop's content has it.</param>
/// <param name="Until">UTC; later than that it can no longer be booked.</param>
/// <param name="Limits">For choosing another window than the one booked; the same as for fetching.</param>
public sealed record ReturnRequest(Guid CustomerId, int Number, PickupWindow To, DateTimeOffset Until, MoveLimits Limits);

[JsonDerivedType(typeof(Booked), "booked")]
[JsonDerivedType(typeof(AlreadyThere), "already-there")]
[JsonDerivedType(typeof(TooManyMoves), "too-many-moves")]
[JsonDerivedType(typeof(TooLate), "too-late")]
[JsonDerivedType(typeof(Full), "full")]
[JsonDerivedType(typeof(Over), "over")]
[JsonDerivedType(typeof(StaysAtShop), "stays-at-shop")]
[JsonDerivedType(typeof(NotNow), "not-now")]
[JsonDerivedType(typeof(NotYours), "not-yours")]
public abstract record BookReturnResult
{
    private BookReturnResult() { }

    /// <param name="Left">How often the customer may still change it.</param>
    public sealed record Booked(int Number, int Left) : BookReturnResult;

    public sealed record AlreadyThere(int Number) : BookReturnResult;

    public sealed record TooManyMoves(int Most) : BookReturnResult;

    /// <summary>The booked window begins too soon to be left.</summary>
    public sealed record TooLate : BookReturnResult;

    /// <summary>No room; what was booked stays.</summary>
    public sealed record Full : BookReturnResult;

    /// <summary>It can no longer be booked; what was booked stays.</summary>
    public sealed record Over : BookReturnResult;

    /// <summary>Nobody was home too often: it stays at the shop.</summary>
    public sealed record StaysAtShop(int Misses) : BookReturnResult;

    /// <summary>It is not clean, on its way, or handed over.</summary>
    public sealed record NotNow(OrderState State) : BookReturnResult;

    /// <summary>No order of this number belongs to the customer and comes back by us.</summary>
    public sealed record NotYours : BookReturnResult;
}

/// <summary>A customer says when their clean laundry shall come: the window is taken before the one they had is let go.</summary>
public sealed class BookReturn(IShopTransactions transactions, ShopBook shops, IReturnRules rules)
{
    public Task<BookReturnResult> RunAsync(string shop, OperationKey key, ReturnRequest request, CancellationToken ct) =>
        transactions.RunOnceAsync(shop, key, change => BookAsync(shops[shop].Zone, rules.For(shop), change, request, ct), ct);

    private static async Task<BookReturnResult> BookAsync(TimeZoneInfo zone, ReturnRules? rules, ShopChange change, ReturnRequest request, CancellationToken ct)
    {
        var order = await change.Db.Orders.SingleOrDefaultAsync(o => o.Number == request.Number && o.CustomerId == request.CustomerId, ct);
        if (order is null || await ReturnRow.FindAsync(change.Db, order.Id, ct) is not { } known)
            return new BookReturnResult.NotYours();
        if (order.State != OrderState.Ready)
            return new BookReturnResult.NotNow(order.State);
        if (known.Misses >= (rules?.Attempts ?? int.MaxValue))
            return new BookReturnResult.StaysAtShop(known.Misses);
        var to = request.To;
        var hadOne = known.State == ReturnState.Booked;
        if (hadOne && known.Area == to.Area && known.Day == to.Day && known.Start == to.Start)
            return new BookReturnResult.AlreadyThere(order.Number);
        if (hadOne && known.Moves >= request.Limits.Most)
            return new BookReturnResult.TooManyMoves(request.Limits.Most);
        if (hadOne && !request.Limits.IsInTime(known.Day!.Value, known.Start!.Value, TimeZoneInfo.ConvertTime(change.Now, zone).DateTime))
            return new BookReturnResult.TooLate();
        if (change.Now > request.Until)
            return new BookReturnResult.Over();
        if (!await BookPickup.TakeAsync(change.Db, to, known.Room, ct))
            return new BookReturnResult.Full();

        await ReturnRow.FreeAsync(change, known, ct);
        await ReturnRow.ClearAsync(change.Db, known, ct);
        ReturnStates.Move(known, ReturnState.Booked);
        (known.Area, known.Day, known.Start, known.End) = (to.Area, to.Day, to.Start, to.End);
        known.Moves += hadOne ? 1 : 0;
        // Who books what begins soon needs no reminder.
        if (rules is not null && Utc(zone, to.Day, to.Start) - rules.SoonBefore is var soon && soon > change.Now)
            await DeadlineBook.SetAsync(change.Db, ReturnReminder.Name, ReturnRow.Subject(order.Id), soon, ct);
        await DeadlineBook.SetAsync(change.Db, ReturnOverdue.Name, ReturnRow.Subject(order.Id), Utc(zone, to.Day, to.End), ct);
        return new BookReturnResult.Booked(order.Number, Math.Max(0, request.Limits.Most - known.Moves));
    }

    private static DateTimeOffset Utc(TimeZoneInfo zone, DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
