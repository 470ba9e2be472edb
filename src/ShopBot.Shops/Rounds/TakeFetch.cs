using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Staff;

namespace ShopBot.Shops.Rounds;

[JsonDerivedType(typeof(Taken), "taken")]
[JsonDerivedType(typeof(AlreadyYours), "already-yours")]
[JsonDerivedType(typeof(SomebodyElses), "somebody-elses")]
[JsonDerivedType(typeof(NotToBeFetched), "not-to-be-fetched")]
[JsonDerivedType(typeof(NotStaff), "not-staff")]
[JsonDerivedType(typeof(NoSuchOrder), "no-such-order")]
public abstract record TakeFetchResult
{
    private TakeFetchResult() { }

    /// <param name="From">Whose it was; null = nobody's.</param>
    /// <param name="Accepted">The move that came with it; null where the order was accepted already.</param>
    public sealed record Taken(int Number, string? From, MoveOrderResult.Moved? Accepted) : TakeFetchResult;

    public sealed record AlreadyYours(int Number) : TakeFetchResult;

    /// <summary>A colleague was faster; it stays theirs unless it is taken over.</summary>
    public sealed record SomebodyElses(int Number, string By, DateTimeOffset At) : TakeFetchResult;

    /// <summary>It is fetched already, or never is: it moves on as orders do.</summary>
    public sealed record NotToBeFetched(int Number) : TakeFetchResult;

    public sealed record NotStaff : TakeFetchResult;

    public sealed record NoSuchOrder(int Number) : TakeFetchResult;
}

/// <summary>Somebody takes it upon them to fetch an order; a new one is accepted by that. Of two who take it at once one has it.</summary>
public sealed class TakeFetch(IShopTransactions transactions, MoveOrder moveOrder)
{
    /// <param name="takeOver">Also from a colleague, who is told.</param>
    public Task<TakeFetchResult> RunAsync(string shop, OperationKey key, Actor actor, int number, bool takeOver, CancellationToken ct) =>
        transactions.RunOnceAsync<TakeFetchResult>(shop, key, async change =>
        {
            if (await WorkingStaff.FindAsync(change.Db, actor.Contact, ct) is not { } staff)
                return new TakeFetchResult.NotStaff();
            if (await change.Db.Orders.Include(o => o.Lines).SingleOrDefaultAsync(o => o.Number == number, ct) is not { } order)
                return new TakeFetchResult.NoSuchOrder(number);
            if (order is not { Handover: Handover.Collection, State: OrderState.Placed or OrderState.Accepted })
                return new TakeFetchResult.NotToBeFetched(number);
            var fetch = await FetchBook.FindAsync(change.Db, order.Id, ct);
            var isNew = order.State == OrderState.Placed;
            if (fetch?.StaffId == staff.Id && !isNew)
                return new TakeFetchResult.AlreadyYours(number);
            if (fetch?.StaffId is not null && !takeOver)
                return new TakeFetchResult.SomebodyElses(number, fetch.By, fetch.TakenAt);

            var from = fetch?.StaffId is null ? null : fetch.By;
            MoveOrderResult? accepted = null;
            if (isNew)
            {
                accepted = await moveOrder.MoveAsync(shop, change, actor, staff, order, OrderState.Accepted, new MoveDetails(), ct);
            }
            else
            {
                await FetchBook.StopWaitingAsync(change.Db, order, ct);
                await FetchBook.GiveToAsync(shop, change, order, staff, isCollected: false, ct);
                if (from is null)
                    moveOrder.Note(shop, change, order, staff, OrderState.Accepted, OrderState.Accepted, stepId: null);
            }
            return new TakeFetchResult.Taken(number, from, accepted as MoveOrderResult.Moved);
        }, ct);
}
