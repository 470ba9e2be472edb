using System.Text.Json.Serialization;
using ShopBot.Shops.Ordering;

namespace ShopBot.Shops.Inspections;

/// <summary>Where a question about something found stands. README.md in this folder draws the ways.</summary>
/// <remarks>Stored by name: a name never changes.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<FindingState>))]
public enum FindingState
{
    /// <summary>The customer is asked, and the time for an answer runs.</summary>
    Asked,

    /// <summary>The customer wants to talk about it; no time runs.</summary>
    WithPerson,

    /// <summary>The customer, or staff for them, said what is to be done.</summary>
    Answered,

    /// <summary>The time ran out; what was announced is done.</summary>
    Defaulted,

    /// <summary>Staff took the question back.</summary>
    Withdrawn,
}

public static class FindingStates
{
    public static IReadOnlyList<(FindingState From, FindingState To)> Moves { get; } =
    [
        (FindingState.Asked, FindingState.Answered),
        (FindingState.Asked, FindingState.WithPerson),
        (FindingState.Asked, FindingState.Defaulted),
        (FindingState.Asked, FindingState.Withdrawn),
        (FindingState.WithPerson, FindingState.Answered),
        (FindingState.WithPerson, FindingState.Withdrawn),
        (FindingState.Answered, FindingState.Answered),
        (FindingState.Answered, FindingState.WithPerson),
        (FindingState.Answered, FindingState.Withdrawn),
        (FindingState.Defaulted, FindingState.Answered),
        (FindingState.Defaulted, FindingState.WithPerson),
        (FindingState.Defaulted, FindingState.Withdrawn),
    ];

    public static bool MayMove(FindingState from, FindingState to) => Moves.Contains((from, to));

    /// <summary>Whether the order waits for it.</summary>
    public static bool IsOpen(FindingState state) => state is FindingState.Asked or FindingState.WithPerson;

    /// <summary>In which states of an order something found can be asked about.</summary>
    public static bool MayAsk(OrderState order) => order is OrderState.Collected or OrderState.Deciding;
}
