using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Outbox;
using ShopBot.Shops.Catalog;
using ShopBot.Shops.Customers;
using ShopBot.Shops.Custody;
using ShopBot.Shops.Inspections;
using ShopBot.Shops.Pickups;
using ShopBot.Shops.Prepaid;
using ShopBot.Shops.Shifts;
using ShopBot.Shops.Returns;
using ShopBot.Shops.Staff;
using ShopBot.Shops.Undoing;

namespace ShopBot.Shops.Ordering;

/// <summary>What some moves need to be told; the others take no notice of it.</summary>
/// <param name="SealNumber">For <see cref="OrderState.Collected"/>; of several bags, with blanks between.</param>
/// <param name="Carrier">For <see cref="OrderState.Shipped"/>.</param>
/// <param name="TrackingNumber">For <see cref="OrderState.Shipped"/>; null where the carrier has none.</param>
/// <param name="Custody">For laundry: what is written of its bags besides the move; null = the usual.</param>
/// <param name="Handed">For laundry that is <see cref="OrderState.Completed"/>, or handed over in part and <see cref="OrderState.Ready"/> again.</param>
/// <param name="NotHome">From <see cref="OrderState.Delivering"/> to <see cref="OrderState.Ready"/>: there was nobody to hand it to.</param>
public sealed record MoveDetails(
    string? SealNumber = null, string? Carrier = null, string? TrackingNumber = null, CustodyDetails? Custody = null, HandedOver? Handed = null, bool NotHome = false);

[JsonDerivedType(typeof(Moved), "moved")]
[JsonDerivedType(typeof(NotAllowed), "not-allowed")]
[JsonDerivedType(typeof(SealNeeded), "seal-needed")]
[JsonDerivedType(typeof(SealMistyped), "seal-mistyped")]
[JsonDerivedType(typeof(SealTaken), "seal-taken")]
[JsonDerivedType(typeof(TooManySeals), "too-many-seals")]
[JsonDerivedType(typeof(CarrierNeeded), "carrier-needed")]
[JsonDerivedType(typeof(QuestionNeeded), "question-needed")]
[JsonDerivedType(typeof(AnswerNeeded), "answer-needed")]
[JsonDerivedType(typeof(MustBeWashed), "must-be-washed")]
[JsonDerivedType(typeof(PiecesNeeded), "pieces-needed")]
[JsonDerivedType(typeof(PiecesUnusable), "pieces-unusable")]
[JsonDerivedType(typeof(PiecesDiffer), "pieces-differ")]
[JsonDerivedType(typeof(NotAPart), "not-a-part")]
[JsonDerivedType(typeof(NotStaff), "not-staff")]
[JsonDerivedType(typeof(NoSuchOrder), "no-such-order")]
public abstract record MoveOrderResult
{
    private MoveOrderResult() { }

    /// <param name="HeldUntil">UTC; until then it can be taken back, and its customer is not told. Null = they were told at once.</param>
    public sealed record Moved(int Number, OrderState State, DateTimeOffset? HeldUntil = null) : MoveOrderResult;

    /// <param name="Next">What it may become now; empty when it has ended.</param>
    public sealed record NotAllowed(int Number, OrderState State, IReadOnlyList<OrderState> Next) : MoveOrderResult;

    public sealed record SealNeeded(int Number) : MoveOrderResult;

    /// <summary>It looks like a label the shop had printed, but there is no such label.</summary>
    public sealed record SealMistyped(int Number, string Seal) : MoveOrderResult;

    /// <param name="By">Number of the order whose bag carries it.</param>
    public sealed record SealTaken(int Number, string Seal, int By) : MoveOrderResult;

    public sealed record TooManySeals(int Number, int Seals, int Bags) : MoveOrderResult;

    public sealed record CarrierNeeded(int Number) : MoveOrderResult;

    /// <summary>An order waits for a decision only when its customer is asked for one.</summary>
    public sealed record QuestionNeeded(int Number) : MoveOrderResult;

    /// <summary>The customer has not decided yet.</summary>
    /// <param name="Letters">Of the questions that are open.</param>
    public sealed record AnswerNeeded(int Number, IReadOnlyList<string> Letters) : MoveOrderResult;

    /// <summary>Nothing of it goes back unwashed.</summary>
    public sealed record MustBeWashed(int Number) : MoveOrderResult;

    /// <param name="Left">Pieces still to come back; null where nobody counted.</param>
    public sealed record PiecesNeeded(int Number, int? Left) : MoveOrderResult;

    /// <summary>No order has that many pieces.</summary>
    /// <param name="Most">From 1.</param>
    public sealed record PiecesUnusable(int Number, int Most) : MoveOrderResult;

    /// <summary>Nothing is moved until it is said again that this is meant.</summary>
    public sealed record PiecesDiffer(int Number, int Left, int Said) : MoveOrderResult;

    /// <summary>So many are all that is left.</summary>
    public sealed record NotAPart(int Number, int Left) : MoveOrderResult;

    /// <summary>The one who asks is no (longer) staff of this shop.</summary>
    public sealed record NotStaff : MoveOrderResult;

    public sealed record NoSuchOrder(int Number) : MoveOrderResult;
}

/// <summary>Staff move an order a step on; its customer is told, at once or when it can no longer be taken back.</summary>
public sealed class MoveOrder(IShopTransactions transactions, CatalogueReader catalogue, IShiftRules rules, IReturnRules returns, IEnumerable<IOrderFollower> followers)
{
    public async Task<MoveOrderResult> RunAsync(
        string shop, OperationKey key, Actor actor, int number, OrderState to, MoveDetails details, CancellationToken ct)
    {
        var result = await transactions.RunOnceAsync(shop, key, async change =>
        {
            if (await WorkingStaff.FindAsync(change.Db, actor.Contact, ct) is not { } staff)
                return new MoveOrderResult.NotStaff();
            return await change.Db.Orders.Include(o => o.Lines).SingleOrDefaultAsync(o => o.Number == number, ct) is { } order
                ? await MoveAsync(shop, change, actor, staff, order, to, details, ct)
                : new MoveOrderResult.NoSuchOrder(number);
        }, ct);
        if (to == OrderState.Cancelled)
            catalogue.Forget(shop);
        return result;
    }

    /// <param name="order">With its lines.</param>
    internal async Task<MoveOrderResult> MoveAsync(
        string shop, ShopChange change, Actor actor, StaffMember staff, Order order, OrderState to, MoveDetails details, CancellationToken ct)
    {
        var next = OrderStates.Next(order.Kind, order.State, order.Handover);
        if (!next.Contains(to))
            return new MoveOrderResult.NotAllowed(order.Number, order.State, next);
        if (to == OrderState.Deciding)
            return new MoveOrderResult.QuestionNeeded(order.Number);
        if (order.State == OrderState.Deciding && await Decided.RefusalAsync(change.Db, order, to, ct) is { } undecided)
            return undecided;
        if (await ReturnMoves.RefusalAsync(change.Db, order, to, details, returns.For(shop), ct) is { } refusal)
            return refusal;
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
                return new MoveOrderResult.CarrierNeeded(order.Number);
            (order.Carrier, order.TrackingNumber) = (carrier, TypedText.OrNull(details.TrackingNumber));
        }

        var from = order.State;
        var step = new OrderStep { State = to, At = change.Now, By = staff.Name };
        order.State = to;
        ReturnCustody.KeepPhotos(change.Db, order, details.Handed);
        await CustodyChain.AddMoveAsync(change, order, from, to, staff, seals, details.Custody ?? ReturnCustody.Of(order, details.Handed), ct);
        order.Steps.Add(step);
        if (to == OrderState.Cancelled)
        {
            await OrderStock.GiveBackAsync(change.Db, order.Lines, ct);
            await BookPickup.ReleaseAsync(change, order, ct);
            await PrepaidPayment.CancelAsync(change, order, ct);
        }

        foreach (var follower in followers)
            await follower.MovedAsync(shop, change, new OrderMove(order, from, to, staff, details), ct);
        var heldUntil = Note(shop, change, order, staff, from, to, step.Id);
        // Each step is told, also when the same one is made again after it was taken back.
        if (order.Contact != actor.Contact.ToString() && !await ForgetCustomer.HasLeftAsync(change.Db, order, ct))
            change.Outbox.Add(new OrderMoved(shop, order.Id, to) { StepId = step.Id }, ContactPoint.Parse(order.Contact), MessageClass.Status,
                $"order:{order.Id:N}:{to}:{step.Id:N}:{order.Contact}", heldUntil);
        if (to is OrderState.Completed or OrderState.Cancelled)
            await ForgetCustomer.AfterAsync(change.Db, order, ct);
        return new MoveOrderResult.Moved(order.Number, to, heldUntil);
    }

    /// <summary>Remembers a move so that it can be taken back.</summary>
    /// <param name="stepId">Its entry in the order's history; null = none.</param>
    /// <returns>Until when its news is held back; null = it is told at once.</returns>
    internal DateTimeOffset? Note(string shop, ShopChange change, Order order, StaffMember staff, OrderState from, OrderState to, Guid? stepId)
    {
        var rule = rules.For(shop);
        // Whoever is not home is asked while the courier is still there. An order that was cancelled has given its stock and its window to others.
        if (rule.Undo == TimeSpan.Zero || to == OrderState.Cancelled)
            return null;
        var (until, isTold) = (change.Now + rule.Undo, stepId is not null && (rule.ToldAtOnce.Contains(to) || (from, to) == (OrderState.Delivering, OrderState.Ready)));
        change.Db.Add(new RecentMove
        {
            OrderId = order.Id, Number = order.Number, StaffId = staff.Id, From = from, To = to, StepId = stepId, At = change.Now, Until = until, IsTold = isTold,
        });
        return isTold ? null : until;
    }
}
