using ShopBot.Shops.Ordering;

namespace ShopBot.Shops.Shifts;

/// <summary>How work goes on in one shop, as its content says.</summary>
/// <param name="AfterClosing">How long after closing a shift ends by itself.</param>
/// <param name="Remind">How long a new order may wait for somebody to take it, in opening hours, until those on shift are reminded; null = nobody is.</param>
/// <param name="Escalate">After the reminder, until the managers are told; null = they are not.</param>
/// <param name="NoShow">After the end of a window, until nobody came for the order; null = nobody looks.</param>
/// <param name="Undo">How long a move can be taken back; zero = not at all.</param>
/// <param name="ToldAtOnce">Moves whose customer is waiting for the news; that of the others is held back until they can no longer be undone.</param>
/// <param name="FewMessages">With so many or fewer left in somebody's window, what is new comes in one message; 0 = never.</param>
public sealed record ShiftRules(
    TimeSpan AfterClosing, TimeSpan? Remind, TimeSpan? Escalate, TimeSpan? NoShow, TimeSpan Undo, IReadOnlySet<OrderState> ToldAtOnce, int FewMessages)
{
    /// <summary>Of a shop that says nothing: nobody is reminded and nothing is held back.</summary>
    public static ShiftRules Usual { get; } = new(TimeSpan.FromHours(1), null, null, null, TimeSpan.Zero, new HashSet<OrderState>(), 0);
}

/// <summary>Gives each shop its rules, as they are now.</summary>
public interface IShiftRules
{
    ShiftRules For(string shop);
}

/// <summary>Where no content is read.</summary>
internal sealed class UsualShiftRules : IShiftRules
{
    public ShiftRules For(string shop) => ShiftRules.Usual;
}
