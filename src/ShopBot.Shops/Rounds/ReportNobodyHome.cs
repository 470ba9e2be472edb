using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Outbox;
using ShopBot.Shops.Customers;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Settings;
using ShopBot.Shops.Shifts;
using ShopBot.Shops.Staff;

namespace ShopBot.Shops.Rounds;

[JsonDerivedType(typeof(Reported), "reported")]
[JsonDerivedType(typeof(TooEarly), "too-early")]
[JsonDerivedType(typeof(NotToBeFetched), "not-to-be-fetched")]
[JsonDerivedType(typeof(NotStaff), "not-staff")]
[JsonDerivedType(typeof(NoSuchOrder), "no-such-order")]
public abstract record ReportNobodyHomeResult
{
    private ReportNobodyHomeResult() { }

    /// <param name="Times">How often nobody was there, this time included.</param>
    /// <param name="IsTold">False where the customer cannot be told: they have left.</param>
    public sealed record Reported(int Number, string Name, int Times, bool IsTold) : ReportNobodyHomeResult;

    /// <summary>The customer need not be there yet.</summary>
    public sealed record TooEarly(int Number, DateTimeOffset BeginsAt) : ReportNobodyHomeResult;

    public sealed record NotToBeFetched(int Number, OrderState State) : ReportNobodyHomeResult;

    public sealed record NotStaff : ReportNobodyHomeResult;

    public sealed record NoSuchOrder(int Number) : ReportNobodyHomeResult;
}

/// <summary>A courier stood at the door and nobody was there: the window is given up and the customer told. The second time a manager decides.</summary>
public sealed class ReportNobodyHome(IShopTransactions transactions, ShopBook shops)
{
    private const int DecidedByManager = 2;

    public Task<ReportNobodyHomeResult> RunAsync(string shop, OperationKey key, Actor actor, int number, CancellationToken ct) =>
        transactions.RunOnceAsync<ReportNobodyHomeResult>(shop, key, async change =>
        {
            if (await WorkingStaff.FindAsync(change.Db, actor.Contact, ct) is not { } staff)
                return new ReportNobodyHomeResult.NotStaff();
            if (await change.Db.Orders.SingleOrDefaultAsync(o => o.Number == number, ct) is not { } order)
                return new ReportNobodyHomeResult.NoSuchOrder(number);
            if (order is not { Handover: Handover.Collection, State: OrderState.Accepted })
                return new ReportNobodyHomeResult.NotToBeFetched(number, order.State);
            if (order is { PickupDay: { } day, PickupStart: { } start } && ShiftHours.Moment(shops[shop].Zone, day, start) is var begins && begins > change.Now)
                return new ReportNobodyHomeResult.TooEarly(number, begins);

            var times = 1 + await change.Db.FetchAttempts.CountAsync(a => a.OrderId == order.Id && a.Failure == FetchFailure.NobodyHome, ct);
            await FetchBook.GiveUpAsync(change, order, FetchFailure.NobodyHome, staff.Name, ct);
            var isTold = !await ForgetCustomer.HasLeftAsync(change.Db, order, ct);
            if (isTold)
                change.Outbox.Add(new NobodyHome(shop, order.Id, times), ContactPoint.Parse(order.Contact), MessageClass.Status, $"fetch:{order.Id:N}:nobody:{times}");
            if (times >= DecidedByManager)
            {
                foreach (var manager in await OnShift.ManagersAsync(change.Db, actor, ct))
                    change.Outbox.Add(new NobodyHomeAgain(shop, order.Id, times, staff.Name), manager, MessageClass.StaffAlert, $"fetch:{order.Id:N}:nobody:{times}:{manager}");
            }
            return new ReportNobodyHomeResult.Reported(number, order.Name, times, isTold);
        }, ct);
}
