using ShopBot.Shops.Staff;

namespace ShopBot.Shops.Ordering;

/// <summary>Does what goes with an order's steps, in the same transaction. Registered as singletons; all of them are asked.</summary>
/// <remarks>It may add rows, deadlines and facts, and throws nothing: whether the step is allowed was decided before.</remarks>
public interface IOrderFollower
{
    Task PlacedAsync(string shop, ShopChange change, Order order, CancellationToken ct) => Task.CompletedTask;

    Task MovedAsync(string shop, ShopChange change, OrderMove move, CancellationToken ct) => Task.CompletedTask;

    /// <summary>It is fetched in another window from now on, or in its first one.</summary>
    Task RebookedAsync(string shop, ShopChange change, Order order, CancellationToken ct) => Task.CompletedTask;

    /// <summary>Staff took the move back a moment later: the order is in <see cref="OrderMove.From"/> again.</summary>
    Task TakenBackAsync(string shop, ShopChange change, OrderMove move, CancellationToken ct) => Task.CompletedTask;
}

/// <summary>A step an order has just made.</summary>
/// <param name="By">Null = the customer, or it happened by itself.</param>
/// <param name="Details">What came with it; empty for a move that is taken back.</param>
public sealed record OrderMove(Order Order, OrderState From, OrderState To, StaffMember? By, MoveDetails Details);
