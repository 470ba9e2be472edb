using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using ShopBot.Messaging.Outbox;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Shifts;
using ShopBot.Shops.Staff;

namespace ShopBot.Shops.Rounds;

[JsonDerivedType(typeof(GivenBack), "given-back")]
[JsonDerivedType(typeof(SomebodyElses), "somebody-elses")]
[JsonDerivedType(typeof(NobodyHasIt), "nobody-has-it")]
[JsonDerivedType(typeof(NotToBeFetched), "not-to-be-fetched")]
[JsonDerivedType(typeof(NotStaff), "not-staff")]
[JsonDerivedType(typeof(NoSuchOrder), "no-such-order")]
public abstract record GiveBackFetchResult
{
    private GiveBackFetchResult() { }

    /// <param name="Told">Colleagues who were told that it is free.</param>
    public sealed record GivenBack(int Number, int Told) : GiveBackFetchResult;

    /// <summary>Only a manager may free what a colleague took.</summary>
    public sealed record SomebodyElses(int Number, string By) : GiveBackFetchResult;

    public sealed record NobodyHasIt(int Number) : GiveBackFetchResult;

    /// <summary>It is fetched already, or never is.</summary>
    public sealed record NotToBeFetched(int Number, OrderState State) : GiveBackFetchResult;

    public sealed record NotStaff : GiveBackFetchResult;

    public sealed record NoSuchOrder(int Number) : GiveBackFetchResult;
}

/// <summary>Who took an order does not fetch it after all; it is free again, and colleagues hear of it. For its customer nothing changes.</summary>
public sealed class GiveBackFetch(IShopTransactions transactions, FetchBook book)
{
    public Task<GiveBackFetchResult> RunAsync(string shop, OperationKey key, Actor actor, int number, CancellationToken ct) =>
        transactions.RunOnceAsync<GiveBackFetchResult>(shop, key, async change =>
        {
            if (await WorkingStaff.FindAsync(change.Db, actor.Contact, ct) is not { } staff)
                return new GiveBackFetchResult.NotStaff();
            if (await change.Db.Orders.SingleOrDefaultAsync(o => o.Number == number, ct) is not { } order)
                return new GiveBackFetchResult.NoSuchOrder(number);
            if (order is not { Handover: Handover.Collection, State: OrderState.Placed or OrderState.Accepted })
                return new GiveBackFetchResult.NotToBeFetched(number, order.State);
            if (await FetchBook.FindAsync(change.Db, order.Id, ct) is not { StaffId: { } owner } fetch)
                return new GiveBackFetchResult.NobodyHasIt(number);
            if (owner != staff.Id && staff.Role != StaffRole.Manager)
                return new GiveBackFetchResult.SomebodyElses(number, fetch.By);

            var by = fetch.By;
            await book.FreeAsync(shop, change, order, ct);
            var told = await OnShift.ForAsync(change.Db, Work.Rounds, actor, change.Now, ct);
            foreach (var colleague in told)
                change.Outbox.Add(new FetchGivenBack(shop, order.Id, by), colleague, MessageClass.StaffAlert, $"fetch:{order.Id:N}:free:{RowId.New():N}");
            return new GiveBackFetchResult.GivenBack(number, told.Count);
        }, ct);
}
