using System.Globalization;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Outbox;
using ShopBot.Shops.Catalog;
using ShopBot.Shops.Customers;
using ShopBot.Shops.Custody;
using ShopBot.Shops.Pickups;
using ShopBot.Shops.Prepaid;
using ShopBot.Shops.Staff;

namespace ShopBot.Shops.Ordering;

/// <summary>What some moves need to be told; the others take no notice of it.</summary>
/// <param name="SealNumber">For <see cref="OrderState.Collected"/>; of several bags, with blanks between.</param>
/// <param name="Carrier">For <see cref="OrderState.Shipped"/>.</param>
/// <param name="TrackingNumber">For <see cref="OrderState.Shipped"/>; null where the carrier has none.</param>
/// <param name="Custody">For laundry: what is written of its bags besides the move; null = the usual.</param>
public sealed record MoveDetails(string? SealNumber = null, string? Carrier = null, string? TrackingNumber = null, CustodyDetails? Custody = null);

[JsonDerivedType(typeof(Moved), "moved")]
[JsonDerivedType(typeof(NotAllowed), "not-allowed")]
[JsonDerivedType(typeof(SealNeeded), "seal-needed")]
[JsonDerivedType(typeof(SealMistyped), "seal-mistyped")]
[JsonDerivedType(typeof(SealTaken), "seal-taken")]
[JsonDerivedType(typeof(TooManySeals), "too-many-seals")]
[JsonDerivedType(typeof(CarrierNeeded), "carrier-needed")]
[JsonDerivedType(typeof(NotStaff), "not-staff")]
[JsonDerivedType(typeof(NoSuchOrder), "no-such-order")]
public abstract record MoveOrderResult
{
    private MoveOrderResult() { }

    public sealed record Moved(int Number, OrderState State) : MoveOrderResult;

    /// <param name="Next">What it may become now; empty when it has ended.</param>
    public sealed record NotAllowed(int Number, OrderState State, IReadOnlyList<OrderState> Next) : MoveOrderResult;

    public sealed record SealNeeded(int Number) : MoveOrderResult;

    /// <summary>It looks like a label the shop had printed, but there is no such label.</summary>
    public sealed record SealMistyped(int Number, string Seal) : MoveOrderResult;

    /// <param name="By">Number of the order whose bag carries it.</param>
    public sealed record SealTaken(int Number, string Seal, int By) : MoveOrderResult;

    public sealed record TooManySeals(int Number, int Seals, int Bags) : MoveOrderResult;

    public sealed record CarrierNeeded(int Number) : MoveOrderResult;

    /// <summary>The one who asks is no (longer) staff of this shop.</summary>
    public sealed record NotStaff : MoveOrderResult;

    public sealed record NoSuchOrder(int Number) : MoveOrderResult;
}

/// <summary>Staff move an order a step on; its customer is told.</summary>
public sealed class MoveOrder(IShopTransactions transactions, CatalogueReader catalogue)
{
    public async Task<MoveOrderResult> RunAsync(
        string shop, OperationKey key, Actor actor, int number, OrderState to, MoveDetails details, CancellationToken ct)
    {
        var result = await transactions.RunOnceAsync(shop, key, change => MoveAsync(shop, change, actor, number, to, details, ct), ct);
        if (to == OrderState.Cancelled)
            catalogue.Forget(shop);
        return result;
    }

    private static async Task<MoveOrderResult> MoveAsync(
        string shop, ShopChange change, Actor actor, int number, OrderState to, MoveDetails details, CancellationToken ct)
    {
        if (await WorkingStaff.FindAsync(change.Db, actor.Contact, ct) is not { } staff)
            return new MoveOrderResult.NotStaff();
        var order = await change.Db.Orders.Include(o => o.Lines).SingleOrDefaultAsync(o => o.Number == number, ct);
        if (order is null)
            return new MoveOrderResult.NoSuchOrder(number);
        var next = OrderStates.Next(order.Kind, order.State, order.Handover);
        if (!next.Contains(to))
            return new MoveOrderResult.NotAllowed(number, order.State, next);
        IReadOnlyList<string> seals = [];
        if (to == OrderState.Collected)
        {
            (seals, var refused) = await Sealing.CheckAsync(change.Db, order, details.SealNumber, ct);
            if (refused is not null)
                return refused;
            order.SealNumber = string.Join(' ', seals);
        }

        if (to == OrderState.Shipped)
        {
            if (TypedText.OrNull(details.Carrier) is not { } carrier)
                return new MoveOrderResult.CarrierNeeded(number);
            (order.Carrier, order.TrackingNumber) = (carrier, TypedText.OrNull(details.TrackingNumber));
        }

        // What goes out a second time after nobody was home is told a second time.
        var times = await change.Db.Set<OrderStep>().CountAsync(s => s.OrderId == order.Id && s.State == to, ct) + 1;
        var from = order.State;
        order.State = to;
        await CustodyChain.AddMoveAsync(change, order, from, to, staff, seals, details.Custody, ct);
        order.Steps.Add(new OrderStep { State = to, At = change.Now, By = staff.Name });
        if (to == OrderState.Cancelled)
        {
            await OrderStock.GiveBackAsync(change.Db, order.Lines, ct);
            await BookPickup.ReleaseAsync(change.Db, order, ct);
            await PrepaidPayment.CancelAsync(change, order, ct);
        }

        if (order.Contact != actor.Contact.ToString() && !await ForgetCustomer.HasLeftAsync(change.Db, order, ct))
            change.Outbox.Add(new OrderMoved(shop, order.Id, to), ContactPoint.Parse(order.Contact), MessageClass.Status,
                string.Create(CultureInfo.InvariantCulture, $"order:{order.Id:N}:{to}:{times}:{order.Contact}"));
        if (to is OrderState.Completed or OrderState.Cancelled)
            await ForgetCustomer.AfterAsync(change.Db, order, ct);
        return new MoveOrderResult.Moved(number, to);
    }
}
