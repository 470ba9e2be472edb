using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using ShopBot.Messaging.Contacts;
using ShopBot.Messaging.Outbox;
using ShopBot.Shops.Customers;
using ShopBot.Shops.Ordering;
using ShopBot.Shops.Settings;
using ShopBot.Shops.Staff;

namespace ShopBot.Shops.Pickups;

/// <summary>To the customer: the shop moved their order to another window, and says why.</summary>
public sealed record PickupMovedByShop(string Shop, Guid OrderId, Guid MoveId) : IShopFact
{
    public static string Kind => "pickup-moved-by-shop.v1";
}

[JsonDerivedType(typeof(Moved), "moved")]
[JsonDerivedType(typeof(AlreadyThere), "already-there")]
[JsonDerivedType(typeof(Full), "full")]
[JsonDerivedType(typeof(Closed), "closed")]
[JsonDerivedType(typeof(Over), "over")]
[JsonDerivedType(typeof(ReasonNeeded), "reason-needed")]
[JsonDerivedType(typeof(NotMovable), "not-movable")]
[JsonDerivedType(typeof(NotAllowed), "not-allowed")]
[JsonDerivedType(typeof(NotStaff), "not-staff")]
[JsonDerivedType(typeof(NoSuchOrder), "no-such-order")]
public abstract record MovePickupResult
{
    private MovePickupResult() { }

    /// <param name="IsTold">Whether the customer can be told.</param>
    public sealed record Moved(int Number, string Name, bool IsTold) : MovePickupResult;

    public sealed record AlreadyThere(int Number) : MovePickupResult;

    /// <summary>There is no room, and it was not said that it goes in all the same.</summary>
    public sealed record Full : MovePickupResult;

    /// <summary>Staff closed the window.</summary>
    public sealed record Closed : MovePickupResult;

    /// <summary>The window has ended.</summary>
    public sealed record Over : MovePickupResult;

    /// <param name="Most">Characters it may have.</param>
    public sealed record ReasonNeeded(int Most) : MovePickupResult;

    /// <summary>It is fetched already, taken back, or not fetched at all.</summary>
    public sealed record NotMovable(int Number, OrderState State) : MovePickupResult;

    /// <summary>Only managers and couriers do.</summary>
    public sealed record NotAllowed : MovePickupResult;

    public sealed record NotStaff : MovePickupResult;

    public sealed record NoSuchOrder(int Number) : MovePickupResult;
}

/// <summary>A manager or courier moves an order to another window, for a reason that is kept and told. Notice and number of moves do not bind them.</summary>
public sealed class MovePickup(IShopTransactions transactions, ShopBook shops, IEnumerable<IOrderFollower> followers)
{
    public const int LongestReason = 60;

    /// <param name="overfills">Whether it goes in where there is no room.</param>
    public Task<MovePickupResult> RunAsync(
        string shop, OperationKey key, Actor actor, int number, PickupWindow to, string reason, bool overfills, CancellationToken ct) =>
        transactions.RunOnceAsync(shop, key, change => MoveAsync(shops[shop], change, actor, number, to, reason, overfills, ct), ct);

    private async Task<MovePickupResult> MoveAsync(
        ShopSettings shop, ShopChange change, Actor actor, int number, PickupWindow to, string typed, bool overfills, CancellationToken ct)
    {
        if (await WorkingStaff.FindAsync(change.Db, actor.Contact, ct) is not { } staff)
            return new MovePickupResult.NotStaff();
        if (staff.Role is not (StaffRole.Manager or StaffRole.Courier))
            return new MovePickupResult.NotAllowed();
        if (await change.Db.Orders.SingleOrDefaultAsync(o => o.Number == number, ct) is not { } order)
            return new MovePickupResult.NoSuchOrder(number);
        if (!OrderWindow.IsMovable(order))
            return new MovePickupResult.NotMovable(number, order.State);
        if (OrderWindow.IsIn(order, to))
            return new MovePickupResult.AlreadyThere(number);
        if (TypedText.OrNull(typed) is not { Length: <= LongestReason } reason)
            return new MovePickupResult.ReasonNeeded(LongestReason);
        if (TimeZoneInfo.ConvertTime(change.Now, shop.Zone).DateTime >= to.Day.ToDateTime(to.End))
            return new MovePickupResult.Over();
        if (await BookPickup.RowOf(change.Db, to).AnyAsync(s => s.ClosedAt != null, ct))
            return new MovePickupResult.Closed();
        if (await OrderWindow.MoveAsync(change, order, to, staff.Name, reason, overfills, ct) is not { } move)
            return new MovePickupResult.Full();
        foreach (var follower in followers)
            await follower.RebookedAsync(shop.Id, change, order, ct);
        var isTold = !await ForgetCustomer.HasLeftAsync(change.Db, order, ct);
        if (isTold && order.Contact != actor.Contact.ToString())
            change.Outbox.Add(new PickupMovedByShop(shop.Id, order.Id, move.Id), ContactPoint.Parse(order.Contact), MessageClass.Status, $"order:{order.Id:N}:window:{move.Id:N}:{order.Contact}");
        return new MovePickupResult.Moved(number, order.Name, isTold);
    }
}
