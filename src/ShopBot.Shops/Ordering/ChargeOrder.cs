using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Outbox;
using ShopBot.Shops.Customers;
using ShopBot.Shops.Staff;

namespace ShopBot.Shops.Ordering;

[JsonDerivedType(typeof(Charged), "charged")]
[JsonDerivedType(typeof(MoreThanItCosts), "more-than-it-costs")]
[JsonDerivedType(typeof(OrderIsOver), "over")]
[JsonDerivedType(typeof(NothingToUndo), "nothing-to-undo")]
[JsonDerivedType(typeof(AlreadyUndone), "already-undone")]
[JsonDerivedType(typeof(NotStaff), "not-staff")]
[JsonDerivedType(typeof(NotAllowed), "not-allowed")]
[JsonDerivedType(typeof(NoSuchOrder), "no-such-order")]
public abstract record ChargeOrderResult
{
    private ChargeOrderResult() { }

    /// <param name="Place">Of the charge among those of the order, from 1: what it is undone by.</param>
    /// <param name="AmountInMinor">Below 0 it made the order cheaper.</param>
    /// <param name="BeforeInMinor">What the order cost before, all in all.</param>
    /// <param name="DueInMinor">Of what was paid before: still to be paid, or below 0 to be returned. Null where nothing was paid.</param>
    public sealed record Charged(
        int Number, string CustomerName, int Place, Localised Label, long AmountInMinor, long BeforeInMinor, long TotalInMinor, long? DueInMinor, string Currency) : ChargeOrderResult;

    /// <summary>So much cannot be taken off.</summary>
    public sealed record MoreThanItCosts(int Number, long TotalInMinor, string Currency) : ChargeOrderResult;

    /// <summary>It was cancelled, or it is completed and may only become cheaper.</summary>
    public sealed record OrderIsOver(int Number, OrderState State) : ChargeOrderResult;

    /// <summary>There is no such charge of staff, or it takes one back itself.</summary>
    public sealed record NothingToUndo(int Number) : ChargeOrderResult;

    public sealed record AlreadyUndone(int Number, int Place) : ChargeOrderResult;

    public sealed record NotStaff : ChargeOrderResult;

    /// <summary>Only managers and clerks handle money.</summary>
    public sealed record NotAllowed : ChargeOrderResult;

    public sealed record NoSuchOrder(int Number) : ChargeOrderResult;
}

/// <summary>Staff make an order dearer or cheaper, or take that back; its customer is told the old and the new total.</summary>
public sealed class ChargeOrder(IShopTransactions transactions)
{
    public const int LongestLabel = 40;

    /// <param name="amountInMinor">Not 0; below 0 it is a discount.</param>
    /// <param name="label">What it is for, 1 to 40 characters.</param>
    /// <exception cref="ArgumentException">An amount of 0, or a label that is empty or too long: the dialog asks before.</exception>
    public Task<ChargeOrderResult> RunAsync(string shop, OperationKey key, Actor actor, int number, long amountInMinor, string label, CancellationToken ct)
    {
        if (amountInMinor == 0)
            throw new ArgumentException("Nothing is charged.", nameof(amountInMinor));
        if (TypedText.OrNull(label) is not { Length: <= LongestLabel } clean)
            throw new ArgumentException($"A label has 1 to {LongestLabel} characters.", nameof(label));
        var kind = amountInMinor > 0 ? ChargeKind.AddOn : ChargeKind.Discount;
        return OnAsync(shop, key, actor, number, (change, order, staff) =>
            Refusal(order, amountInMinor) is { } refusal ? Task.FromResult(refusal) : AddAsync(shop, change, actor, order, kind, new Localised(clean, clean), amountInMinor, staff.Name, null, ct), ct);
    }

    /// <summary>Takes a charge of staff back by the opposite one.</summary>
    /// <param name="place">Of the charge, from 1; null = the last one that is not taken back.</param>
    /// <param name="label">Of the opposite charge, in which <c>{0}</c> stands for the first one's.</param>
    public Task<ChargeOrderResult> UndoAsync(string shop, OperationKey key, Actor actor, int number, int? place, Localised label, CancellationToken ct) =>
        OnAsync(shop, key, actor, number, (change, order, staff) =>
        {
            var all = InOrder(order);
            bool IsUndone(OrderCharge charge) => all.Any(c => c.Undoes == charge.Id);
            bool MayBeUndone(OrderCharge charge) => charge is { By.Length: > 0, Undoes: null, Kind: ChargeKind.AddOn or ChargeKind.Discount, AmountInMinor: not 0 };
            var meant = place is { } at ? all.ElementAtOrDefault(at - 1) : all.FindLast(c => MayBeUndone(c) && !IsUndone(c));
            if (meant is null || !MayBeUndone(meant))
                return Task.FromResult<ChargeOrderResult>(new ChargeOrderResult.NothingToUndo(number));
            if (IsUndone(meant))
                return Task.FromResult<ChargeOrderResult>(new ChargeOrderResult.AlreadyUndone(number, all.IndexOf(meant) + 1));
            var says = new Localised(
                label.Chinese.Replace("{0}", meant.Label.Chinese, StringComparison.Ordinal), label.English.Replace("{0}", meant.Label.English, StringComparison.Ordinal));
            return Refusal(order, -meant.AmountInMinor) is { } refusal
                ? Task.FromResult(refusal)
                : AddAsync(shop, change, actor, order, meant.Kind, says, -meant.AmountInMinor, staff.Name, meant.Id, ct);
        }, ct);

    private Task<ChargeOrderResult> OnAsync(
        string shop, OperationKey key, Actor actor, int number, Func<ShopChange, Order, StaffMember, Task<ChargeOrderResult>> charge, CancellationToken ct) =>
        transactions.RunOnceAsync(shop, key, async change =>
        {
            if (await WorkingStaff.FindAsync(change.Db, actor.Contact, ct) is not { } staff)
                return new ChargeOrderResult.NotStaff();
            if (!WorkingStaff.HandlesMoney(staff))
                return new ChargeOrderResult.NotAllowed();
            var order = await change.Db.Orders.Include(o => o.Charges).SingleOrDefaultAsync(o => o.Number == number, ct);
            return order is null ? new ChargeOrderResult.NoSuchOrder(number) : await charge(change, order, staff);
        }, ct);

    private static ChargeOrderResult? Refusal(Order order, long amountInMinor) =>
        order.State == OrderState.Cancelled || (order.State == OrderState.Completed && amountInMinor > 0) ? new ChargeOrderResult.OrderIsOver(order.Number, order.State)
        : order.TotalInMinor + amountInMinor < 0 ? new ChargeOrderResult.MoreThanItCosts(order.Number, order.TotalInMinor, order.Currency)
        : null;

    private static async Task<ChargeOrderResult> AddAsync(
        string shop, ShopChange change, Actor actor, Order order, ChargeKind kind, Localised label, long amountInMinor, string by, Guid? undoes, CancellationToken ct)
    {
        var before = order.TotalInMinor;
        var charge = await AddCharge.ToAsync(change, order, kind, label, amountInMinor, by, ct, undoes);
        if (order.Contact != actor.Contact.ToString() && !await ForgetCustomer.HasLeftAsync(change.Db, order, ct))
            change.Outbox.Add(new OrderCharged(shop, order.Id, charge.Id, before, order.TotalInMinor), ContactPoint.Parse(order.Contact), MessageClass.Status, $"charge:{charge.Id:N}:{order.Contact}");
        return new ChargeOrderResult.Charged(
            order.Number, order.Name, InOrder(order).IndexOf(charge) + 1, label, charge.AmountInMinor, before, order.TotalInMinor, order.PaidAt is null ? null : order.DueInMinor, order.Currency);
    }

    private static List<OrderCharge> InOrder(Order order) => [.. order.Charges.OrderBy(c => c.At).ThenBy(c => c.Id)];
}
