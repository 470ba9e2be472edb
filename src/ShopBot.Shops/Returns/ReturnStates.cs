namespace ShopBot.Shops.Returns;

/// <summary>The ways of <see cref="ReturnState"/>, as README.md draws them.</summary>
public static class ReturnStates
{
    public static IReadOnlyList<(ReturnState From, ReturnState To)> Moves { get; } =
    [
        (ReturnState.Asked, ReturnState.Booked),
        (ReturnState.Asked, ReturnState.AtShop),
        (ReturnState.Asked, ReturnState.Out),
        (ReturnState.Asked, ReturnState.Done),
        (ReturnState.Booked, ReturnState.Asked),
        (ReturnState.Booked, ReturnState.AtShop),
        (ReturnState.Booked, ReturnState.Out),
        (ReturnState.Booked, ReturnState.Done),
        (ReturnState.AtShop, ReturnState.Asked),
        (ReturnState.AtShop, ReturnState.Booked),
        (ReturnState.AtShop, ReturnState.Out),
        (ReturnState.AtShop, ReturnState.Done),
        (ReturnState.Out, ReturnState.Asked),
        (ReturnState.Out, ReturnState.AtShop),
        (ReturnState.Out, ReturnState.Done),
    ];

    /// <summary>Whether it may become that; staying as it is always may.</summary>
    public static bool MayBecome(ReturnState from, ReturnState to) => from == to || Moves.Contains((from, to));

    /// <exception cref="InvalidOperationException">No way leads there.</exception>
    internal static void Move(OrderReturn order, ReturnState to) =>
        order.State = MayBecome(order.State, to) ? to : throw new InvalidOperationException($"A return that is {order.State} cannot become {to}.");
}
